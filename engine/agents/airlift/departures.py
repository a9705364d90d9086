"""How flights begin: who is given an aircraft and a crew, and who may take off."""

from engine.agents.airlift import events as e
from engine.agents.airlift.fields import (
    config_of,
    drawn_flight,
    drawn_ground,
    flight_seconds,
    next_stand,
    state_of,
    type_of,
    usable,
)
from engine.agents.airlift.loads import flown
from engine.agents.airlift.state import (
    IN,
    LOADING,
    READY,
    WAITING,
    Sortie,
)
from engine.chance import Chance
from engine.kinds import Happenings
from engine.scene import number
from engine.world import World

OUTWARD = 0


def load(world: World, me: str, chance: Chance) -> Happenings:
    """Give aircraft and crews to flights that wait, by the order of loading in force."""
    idle = _idle(world, me)
    if not any(idle.values()):
        return
    crews = round(world.value(me, "crews"))
    loading: dict[str, int] = {}
    for other in state_of(world, me).of(LOADING):
        loading[other.origin] = loading.get(other.origin, 0) + 1
    for sortie in waiting(world, me):
        if sortie.not_before > world.now or idle[sortie.aircraft] <= 0:
            continue
        if sortie.way != IN:
            idle[sortie.aircraft] -= 1
            yield e.Ready(cause=sortie.cause, sortie=sortie.id, at=world.now, origin=sortie.origin)
        elif loading.get(sortie.origin, 0) < crews:
            idle[sortie.aircraft] -= 1
            loading[sortie.origin] = loading.get(sortie.origin, 0) + 1
            yield _begin(world, me, sortie, chance)


def _begin(world: World, me: str, sortie: Sortie, chance: Chance) -> e.Loading:
    hours = number(type_of(world, me, sortie).loads)
    takes = drawn_ground(world, me, sortie, hours, "load", chance)
    until = world.now + takes
    return e.Loading(
        cause=sortie.cause, sortie=sortie.id, at=world.now, origin=sortie.origin, until=until
    )


def _idle(world: World, me: str) -> dict[str, int]:
    """Aircraft of each type that do nothing."""
    types = config_of(world, me).aircraft
    idle = {id: round(number(kind.number)) for id, kind in types.items()}
    for sortie in state_of(world, me).sorties.values():
        if sortie.phase != WAITING:
            idle[sortie.aircraft] -= 1
    return idle


def waiting(world: World, me: str) -> list[Sortie]:
    """Flights without an aircraft, in the order in which they will be given one.

    Forces share by turn, so that each comes on at its own pace; an order puts some of them first.
    """
    state = state_of(world, me)
    found = list(state.of(WAITING))
    if len(found) < 2:
        return found
    early = _early(world, me)
    return sorted(found, key=lambda s: (s.id not in early, s.turn, s.number))


def _early(world: World, me: str) -> frozenset[str]:
    """Flights that the order in force puts before all others."""
    state, config = state_of(world, me), config_of(world, me)
    inward = [s for s in state.of(WAITING) if s.way == IN]
    forces = flown(world, me)
    match state.first:
        case "vehicles":
            return frozenset(s.id for s in inward if s.vehicles)
        case "airfield_guard":
            return frozenset(
                s.id
                for s in inward
                if any(site in config.stands for site in forces[s.force].guards)
            )
        case "command_post":
            heads = {s.force: s.id for s in reversed(inward)}
            return frozenset(heads.values())
        case "partners":
            patron = world.word_of("patron")
            return frozenset(s.id for s in inward if forces[s.force].of != patron)
        case _:
            return frozenset()


Departure = tuple[float, Sortie, str]


def departures(world: World, me: str) -> list[Departure]:
    """For each airfield that a ready flight could go to: when its first should leave, and which."""
    kept = world.cache.get((me, "/departures"))
    if kept is not None and kept[:2] == (world.number, world.now):
        known: list[Departure] = kept[2]
        return known
    found = _departures(world, me)
    # Asked again by `next_due` as soon as nobody may leave, and nothing has happened since.
    world.cache[me, "/departures"] = (world.number, world.now, found)
    return found


def _departures(world: World, me: str) -> list[Departure]:
    state, now = state_of(world, me), world.now
    found: list[Departure] = []
    stands: dict[str, float] = {}
    left: dict[str, list[str]] = {}
    for sortie in sorted(state.of(READY), key=lambda s: (s.ready_at, s.number)):
        if sortie.aircraft not in left:
            taken = [field for _, _, field in found]
            fields = usable(world, me, sortie)
            left[sortie.aircraft] = [field for field in fields if field not in taken]
        open_to = left[sortie.aircraft]
        if sortie.airfield and sortie.way != IN:
            open_to = [field for field in open_to if field == sortie.airfield]
        elif state.prefers in open_to:
            open_to = [state.prefers]
        if not open_to:
            continue
        leaving = []
        for field in open_to:
            if field not in stands:
                stands[field] = next_stand(world, me, field)
            flight = flight_seconds(world, me, sortie.aircraft, sortie.origin, field)
            leaving.append((max(now + flight, stands[field]), flight, field))
        at, flight, field = min(leaving, key=lambda option: option[0])
        found.append((at - flight, sortie, field))
        for fields_left in left.values():
            if field in fields_left:
                fields_left.remove(field)
    return found


def take_off(world: World, me: str, chance: Chance) -> Happenings:
    """Send every flight off that would find a stand, or that nobody holds back."""
    while True:
        going = [d for d in departures(world, me) if round(d[0]) <= world.now]
        if not going:
            return
        _, sortie, field = going[0]
        takes = drawn_flight(world, me, sortie, sortie.origin, field, OUTWARD, chance)
        yield e.TookOff(
            place=field,
            cause=sortie.cause,
            sortie=sortie.id,
            at=world.now,
            force=sortie.force,
            airfield=field,
            way=sortie.way,
            until=world.now + max(takes, 1),
        )
