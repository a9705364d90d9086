"""What others may read of an airlift."""

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType

import numpy as np

from engine.agents.airlift.fields import (
    built,
    config_of,
    flight_seconds,
    free,
    is_open,
    place_at,
    state_of,
    usable,
)
from engine.agents.airlift.state import (
    ALOFT,
    BROKEN,
    HOLDING,
    IN,
    MENDING,
    WAITING,
    AirliftState,
    Sortie,
    Tally,
)
from engine.kinds import Numbers, Reading
from engine.moments import HOUR
from engine.rules.airlift import least_closure
from engine.rules.rounding import nine
from engine.scene import number
from engine.world import World

READINGS: Mapping[str, Reading] = MappingProxyType(
    {
        "flights": Reading("flights", "self", "loads brought into the country"),
        "flights_home": Reading("flights", "self", "flights that took men home"),
        "flights_out": Reading("flights", "self", "flights that took others out"),
        "tasked_flights": Reading("flights", "self", "flights ordered in, so far"),
        "due_flights": Reading("flights", "self", "flights ordered in and not yet unloaded"),
        "in_air": Reading("aircraft", "self", "aircraft in the air"),
        "queued": Reading("aircraft", "self", "aircraft that circle for a stand"),
        "stands_free": Reading("aircraft", "self", "stands that could be taken now"),
        "broken": Reading("aircraft", "self", "aircraft under repair"),
        "delivered": Reading("people", "self", "men brought into the country"),
        "delivered_vehicles": Reading("vehicles", "self", "vehicles brought into the country"),
        "evacuated": Reading("people", "self", "people flown out"),
        "expected": Reading("h", "self", "estimated time until the last load is on the ground"),
        "board": Reading(
            "",
            "self",
            "by airfield: its stands, and whether it is open; by flight under way: where it is, "
            "and its times",
        ),
        "level": Reading("", "self", "level of notice, 0 to 3"),
        "last_unloading": Reading("", "self", "the cause that names the last unloading"),
        "open_here": Reading("", "site", "1 if the airlift could land here"),
        "stands_here": Reading("aircraft", "site", "stands for the airlift"),
        "parked_here": Reading("aircraft", "site", "aircraft on stands"),
        "circling_here": Reading("aircraft", "site", "aircraft overhead"),
        "landed_men": Reading("people", "force", "men brought in, in all"),
        "landed_vehicles": Reading("vehicles", "force", "vehicles brought in, in all"),
        "landed_at": Reading("", "force", "where they last came in: index of the place, or -1"),
        "left_men": Reading("people", "force", "men taken off for home, in all"),
        "left_vehicles": Reading("vehicles", "force", "vehicles taken off for home, in all"),
        "flown_men": Reading("people", "force", "men back at their origin, in all"),
        "flown_vehicles": Reading("vehicles", "force", "vehicles back at their origin, in all"),
    }
)


def _every(state: AirliftState) -> Iterator[Sortie]:
    return chain(state.sorties.values(), state.finished.values())


def _stands_free(world: World, me: str, state: AirliftState) -> int:
    return sum(free(world, me, field) for field in config_of(world, me).stands)


def _landed(state: AirliftState, part: int) -> int:
    return sum(tally.landed[part] for tally in state.tallies.values())


FIGURES: Mapping[str, Callable[[World, str, AirliftState], int]] = {
    "flights": lambda world, me, state: state.flights,
    "flights_home": lambda world, me, state: state.flights_home,
    "flights_out": lambda world, me, state: state.flights_out,
    "tasked_flights": lambda world, me, state: sum(
        s.way == IN and s.phase != "cancelled" for s in _every(state)
    ),
    "due_flights": lambda world, me, state: len(state.inbound()),
    "in_air": lambda world, me, state: len(list(state.of(*ALOFT))),
    "queued": lambda world, me, state: len(list(state.of(HOLDING))),
    "stands_free": _stands_free,
    "broken": lambda world, me, state: len(list(state.of(BROKEN, MENDING))),
    "delivered": lambda world, me, state: _landed(state, 0),
    "delivered_vehicles": lambda world, me, state: _landed(state, 1),
    "evacuated": lambda world, me, state: state.evacuated,
    "level": lambda world, me, state: state.level,
}
"""The readings of the airlift itself that are numbers."""


def expected_hours(world: World, me: str) -> float:
    """The least time in which what is due can be unloaded, by fleet and stands (models.md 7.4)."""
    state, config = state_of(world, me), config_of(world, me)
    due = state.inbound()
    if not due:
        return 0.0
    sample = due[-1]
    kind = config.aircraft[sample.aircraft]
    fields = tuple(usable(world, me, sample))
    if not fields:
        return float("inf")
    flights = [flight_seconds(world, me, sample.aircraft, sample.origin, f) for f in fields]
    waiting = [s for s in due if s.phase == WAITING]
    onload = number(kind.loads) if waiting else 0.0
    flying = 0.0 if all(s.phase in ("holding", "parked") for s in due) else min(flights) / HOUR
    stands = sum(built(world, me, field) for field in fields)
    planes = round(sum(number(one.number) for one in config.aircraft.values()))
    least = least_closure(len(due), max(planes, 1), stands, onload, flying, number(kind.unloads))
    later = min((s.not_before for s in waiting), default=world.now) - world.now
    return nine(least + max(later, 0) / HOUR)


def of_sites(world: World, me: str, name: str) -> Numbers:
    """A reading of airfields, 0 at all other sites."""
    state = state_of(world, me)
    found = np.zeros(len(world.scene.sites))
    for field in config_of(world, me).stands:
        at = world.scene.site_at.get(field)
        if at is None:
            continue
        match name:
            case "open_here":
                found[at] = float(is_open(world, me, field))
            case "stands_here":
                found[at] = float(built(world, me, field))
            case "parked_here":
                found[at] = float(len(state.on_stands(field)))
            case _:
                found[at] = float(len(state.queues.get(field, ())))
    return found


def of_forces(world: World, state: AirliftState, name: str) -> Numbers:
    """A reading of forces, in the order in which they are written."""
    blank = Tally()
    tallies = [state.tallies.get(id, blank) for id in world.scene.forces]
    match name:
        case "landed_men":
            found = [float(t.landed[0]) for t in tallies]
        case "landed_vehicles":
            found = [float(t.landed[1]) for t in tallies]
        case "left_men":
            found = [float(t.gone[0]) for t in tallies]
        case "left_vehicles":
            found = [float(t.gone[1]) for t in tallies]
        case "flown_men":
            found = [float(t.home[0]) for t in tallies]
        case "flown_vehicles":
            found = [float(t.home[1]) for t in tallies]
        case _:
            found = [_index(world, t.landed_at) for t in tallies]
    return np.array(found)


def _index(world: World, field: str) -> float:
    return float(place_at(world.scene, field)) if field else -1.0
