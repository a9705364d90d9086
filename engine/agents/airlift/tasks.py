"""Orders become flights: in for forces that may be sent, home for men who wait to leave."""

from engine.agents.airlift.events import Cancelled, Tasked
from engine.agents.airlift.fields import (
    by_force,
    config_of,
    place_at,
    state_of,
)
from engine.agents.airlift.loads import flown, loads, targets
from engine.agents.airlift.state import CANCELLED, HOME, IN, WAITING, AirliftState
from engine.causes import behind
from engine.events import DRIFT
from engine.kinds import Happenings
from engine.moments import HOUR
from engine.rules.rounding import nine
from engine.scene import Force, number
from engine.world import World


def send(world: World, me: str) -> Happenings:
    """Order flights for what each force has still to bring, or cancel what is too many."""
    state = state_of(world, me)
    cause = state.cause or world.word_of("decision") or DRIFT
    if world.number_of("began"):
        yield from _stop(world, me, world.word_of("announcement") or DRIFT)
        return
    may = _may_go(world, me)
    if not any(may.values()):
        return
    aims = targets(world, me)
    for id, force in flown(world, me).items():
        if not may[id] or state.wanted.get(id) == aims[id]:
            continue
        have = _carrying(state, id)
        more = (max(0, aims[id][0] - have[0]), max(0, aims[id][1] - have[1]))
        if any(more):
            yield _inward(world, me, id, force, more, aims[id], cause)
        else:
            yield _fewer(state, id, have, aims[id], cause)


def _may_go(world: World, me: str) -> dict[str, bool]:
    """Forces whose members have let them go; without an alliance, the order alone is enough."""
    sent = by_force(world, "sent")
    if sent is None:
        return dict.fromkeys(world.scene.forces, state_of(world, me).sized)
    return {id: bool(one) for id, one in zip(world.scene.forces, sent, strict=True)}


def _carrying(state: AirliftState, force: str) -> tuple[int, int]:
    mine = [
        s
        for table in (state.sorties, state.finished)
        for s in table.values()
        if s.force == force and s.way == IN and s.phase != CANCELLED
    ]
    return sum(s.men for s in mine), sum(s.vehicles for s in mine)


def _inward(
    world: World, me: str, id: str, force: Force, more: tuple[int, int],
    wanted: tuple[int, int], cause: str,
) -> Tasked:  # fmt: skip
    kind = config_of(world, me).aircraft[force.by]
    parts = loads(kind, *more)
    return Tasked(
        cause=cause,
        force=id,
        aircraft=force.by,
        origin=force.origin,
        airfield="",
        way=IN,
        sorties=numbered(state_of(world, me), id, parts),
        loads_from=_loads_from(world, me, number(kind.loads)),
        wanted=wanted,
        entry=world.number,
    )


def numbered(
    state: AirliftState, name: str, parts: list[tuple[int, int]]
) -> tuple[tuple[str, int, int, float], ...]:
    """Flights with these loads: id, men, vehicles, and turn."""
    # Numbered by name, so that a flight keeps its luck whatever else is ordered.
    before = state.named.get(name, 0)
    return tuple(
        (f"{name}_{before + place + 1}", men, vehicles, nine((place + 0.5) / len(parts)))
        for place, (men, vehicles) in enumerate(parts)
    )


def _loads_from(world: World, me: str, loading_hours: float) -> int:
    """The first loads so that the first take-off comes when the lag is over."""
    state = state_of(world, me)
    if state.opens >= 0:
        return max(world.now, state.opens)
    lag = world.value(me, "lag") * world.value(me, "notice") ** state.level
    lag *= 1.0 - world.value(me, "drilled") * world.number_of("readiness")
    return world.now + round(max(0.0, lag - loading_hours) * HOUR)


def _fewer(
    state: AirliftState, id: str, have: tuple[int, int], wanted: tuple[int, int], cause: str
) -> Cancelled:
    men, vehicles = have
    dropped = []
    waiting = [s for s in state.of(WAITING) if s.force == id and s.way == IN]
    for sortie in reversed(waiting):
        if men - sortie.men >= wanted[0] and vehicles - sortie.vehicles >= wanted[1]:
            men, vehicles = men - sortie.men, vehicles - sortie.vehicles
            dropped.append(sortie.id)
    return Cancelled(cause=cause, force=id, sorties=tuple(dropped), wanted=wanted)


def _stop(world: World, me: str, cause: str) -> Happenings:
    """The stay is over: what has not begun to load does not come."""
    state = state_of(world, me)
    for id in flown(world, me):
        late = tuple(s.id for s in state.of(WAITING) if s.force == id and s.way == IN)
        if late:
            yield Cancelled(cause=cause, force=id, sorties=late, wanted=_carrying(state, id))


def fetch(world: World, me: str) -> Happenings:
    """Order flights home for men who wait at an airfield and have none ordered yet."""
    state = state_of(world, me)
    men, vehicles = by_force(world, "ready_men"), by_force(world, "ready_vehicles")
    where = by_force(world, "ready_at")
    # Others learn of a take-off only after it: at that very moment their figures are stale.
    if men is None or vehicles is None or where is None or state.last_left == world.now:
        return
    for index, id in enumerate(world.scene.forces):
        force = flown(world, me).get(id)
        if force is None:
            continue
        tally = state.tallies.get(id)
        booked = (0, 0) if tally is None else tally.booked
        gone = (0, 0) if tally is None else tally.gone
        more = (
            max(0, round(float(men[index])) - booked[0] + gone[0]),
            max(0, round(float(vehicles[index])) - booked[1] + gone[1]),
        )
        if any(more):
            yield _homeward(world, me, id, force, more, int(where[index]), booked)


def _homeward(
    world: World, me: str, id: str, force: Force, more: tuple[int, int], place: int,
    booked: tuple[int, int],
) -> Tasked:  # fmt: skip
    kind = config_of(world, me).aircraft[force.by]
    fields = tuple(config_of(world, me).stands)
    here = [field for field in fields if place_at(world.scene, field) == place]
    return Tasked(
        cause=world.word_of("announcement") or behind(world, "ready_men", "ready_home", of="force"),
        force=id,
        aircraft=force.by,
        origin=force.origin,
        airfield=(here or list(fields))[0],
        way=HOME,
        sorties=numbered(state_of(world, me), f"{id}_home", loads(kind, *more)),
        loads_from=world.now,
        wanted=(booked[0] + more[0], booked[1] + more[1]),
        entry=world.number,
    )
