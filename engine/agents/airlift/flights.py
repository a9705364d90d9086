"""How flights go on: they load, leave, arrive, park, unload, break down and return."""

from engine.agents.airlift import events as e
from engine.agents.airlift.fields import (
    config_of,
    drawn_flight,
    drawn_ground,
    flight_seconds,
    free,
    is_open,
    state_of,
    stop_hours,
    type_of,
    usable,
)
from engine.agents.airlift.state import (
    BROKEN,
    FLYING,
    HOLDING,
    IN,
    LOADING,
    MENDING,
    PARKED,
    RETURNING,
    Sortie,
)
from engine.chance import Chance
from engine.kinds import Happenings
from engine.moments import HOUR
from engine.scene import number
from engine.world import World

BACK, ASIDE = 1, 2
ORIGIN_STOP, AIRFIELD_STOP = 0, 1
DIVERSIONS = 1
"""After so many an aircraft that cannot land goes back to its origin."""


def advance(world: World, me: str, sortie: Sortie, chance: Chance) -> Happenings:
    """What falls due for one flight now."""
    match sortie.phase:
        case "loading":
            yield from _loaded(world, me, sortie, chance)
        case "mending":
            yield e.Ready(cause=sortie.cause, sortie=sortie.id, at=world.now, origin=sortie.origin)
        case "flying":
            hold = round(world.value(me, "holds") * HOUR)
            yield e.Arrived(
                cause=sortie.cause,
                sortie=sortie.id,
                at=world.now,
                airfield=sortie.airfield,
                until=world.now + hold,
            )
        case "parked":
            yield from _served(world, me, sortie, chance)
        case "broken":
            yield from _leaves(world, me, sortie, chance)
        case "returning":
            brings = sortie.way == "home" and sortie.carried
            yield e.Home(
                cause=sortie.cause,
                sortie=sortie.id,
                at=world.now,
                force=sortie.force,
                way=sortie.way,
                men=sortie.men if brings else 0,
                vehicles=sortie.vehicles if brings else 0,
                reloaded=not sortie.carried,
            )
        case _:
            pass


TIMED = (LOADING, MENDING, FLYING, PARKED, BROKEN, RETURNING)
"""Phases that end at their own time, whatever else happens."""


def _fault(world: World, me: str, sortie: Sortie, stop: int, chance: Chance) -> int:
    """Seconds that a fault at this stop costs; 0 without one."""
    dice = chance.at(me, "fault", sortie.attempts * 10 + stop, sortie.id)
    passes, repair = dice.random(), dice.standard_exponential()
    if passes < number(type_of(world, me, sortie).ready):
        return 0
    return max(1, round(float(repair) * world.value(me, "repair") * HOUR))


def _loaded(world: World, me: str, sortie: Sortie, chance: Chance) -> Happenings:
    lost = _fault(world, me, sortie, ORIGIN_STOP, chance)
    if lost:
        yield e.BrokeDown(
            cause=sortie.cause,
            sortie=sortie.id,
            at=world.now,
            where=sortie.origin,
            until=world.now + lost,
        )
    else:
        yield e.Ready(cause=sortie.cause, sortie=sortie.id, at=world.now, origin=sortie.origin)


def _served(world: World, me: str, sortie: Sortie, chance: Chance) -> Happenings:
    """The stop is over: those aboard are off, or those who leave are on."""
    field, now = sortie.airfield, world.now
    if sortie.way == IN:
        yield e.Unloaded(
            place=field,
            cause=sortie.cause,
            sortie=sortie.id,
            at=now,
            force=sortie.force,
            men=sortie.men,
            vehicles=sortie.vehicles,
            airfield=field,
            entry=world.number,
        )
    else:
        yield e.Boarded(
            place=field,
            cause=sortie.cause,
            sortie=sortie.id,
            at=now,
            force=sortie.force,
            way=sortie.way,
            men=sortie.men,
            vehicles=sortie.vehicles,
            airfield=field,
        )
    lost = _fault(world, me, sortie, AIRFIELD_STOP, chance)
    if lost:
        yield e.BrokeDown(
            place=field, cause=sortie.cause, sortie=sortie.id, at=now, where=field, until=now + lost
        )
    else:
        yield from _leaves(world, me, sortie, chance)


def _leaves(world: World, me: str, sortie: Sortie, chance: Chance) -> Happenings:
    takes = drawn_flight(world, me, sortie, sortie.airfield, sortie.origin, BACK, chance)
    yield e.Left(
        place=sortie.airfield,
        cause=sortie.cause,
        sortie=sortie.id,
        at=world.now,
        force=sortie.force,
        airfield=sortie.airfield,
        way=sortie.way,
        until=world.now + max(takes, 1),
    )


def park(world: World, me: str, chance: Chance) -> Happenings:
    """Aircraft overhead take free stands, first come first served."""
    state = state_of(world, me)
    for field in config_of(world, me).stands:
        while state.queues.get(field) and free(world, me, field) > 0:
            sortie = state.sorties[state.queues[field][0]]
            taken = {other.stand for other in state.on_stands(field)}
            stand = next(n for n in range(len(taken) + 1) if n not in taken)
            stop = stop_hours(world, me, sortie)
            takes = drawn_ground(world, me, sortie, stop, "stop", chance)
            yield e.Parked(
                place=field,
                cause=sortie.cause,
                sortie=sortie.id,
                at=world.now,
                airfield=field,
                stand=stand,
                until=world.now + takes,
            )


def divert(world: World, me: str, chance: Chance) -> Happenings:
    """Aircraft that can circle no longer go where a stand is soonest free, or back."""
    state = state_of(world, me)
    late = [s for s in state.of(HOLDING) if s.due <= world.now]
    for sortie in sorted(late, key=lambda s: (s.due, s.number)):
        to = _elsewhere(world, me, sortie)
        leg = ASIDE + sortie.diversions
        target = to or sortie.origin
        takes = drawn_flight(world, me, sortie, sortie.airfield, target, leg, chance)
        yield e.Diverted(
            place=sortie.airfield,
            cause=sortie.cause,
            sortie=sortie.id,
            at=world.now,
            airfield=sortie.airfield,
            target=to,
            until=world.now + max(takes, 1),
        )


def _elsewhere(world: World, me: str, sortie: Sortie) -> str:
    if sortie.diversions >= DIVERSIONS or sortie.way != IN:
        return ""
    others = [
        field
        for field in usable(world, me, sortie)
        if field != sortie.airfield and is_open(world, me, field)
    ]
    aircraft = sortie.aircraft
    return min(
        others,
        key=lambda field: flight_seconds(world, me, aircraft, sortie.airfield, field),
        default="",
    )
