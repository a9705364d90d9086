"""Stances, heat and truces by place, and what each event does to them."""

from dataclasses import dataclass, field

from engine.agents.frontier.events import (
    Fired,
    StanceTaken,
    Stepped,
    TruceBegan,
    TruceBroken,
    TruceOver,
)
from engine.events import Event
from engine.kinds import Seconds


@dataclass(slots=True)
class FrontierState:
    """One number a place. `recent` holds (second, incidents) of the last day by place."""

    places: tuple[str, ...]
    stance: list[str]
    heat: list[float]
    danger: list[float]
    fired: list[int]
    killed: list[int]
    at: Seconds = 0
    truces: dict[str, Seconds] = field(default_factory=dict)
    broken: int = 0
    recent: dict[str, list[tuple[Seconds, int]]] = field(default_factory=dict)


DAY = 86_400
"""Seconds."""


def apply(state: FrontierState, event: Event) -> None:
    """Write one event of a frontier into its own part of the world."""
    match event:
        case Stepped():
            state.at = event.at
            state.heat, state.danger = list(event.heat), list(event.danger)
        case Fired():
            at = state.places.index(event.place)
            state.fired[at] += event.incidents
            state.killed[at] += event.killed
            kept = [row for row in state.recent.get(event.place, []) if row[0] > state.at - DAY]
            state.recent[event.place] = [*kept, (state.at, event.incidents)]
        case StanceTaken():
            state.stance[state.places.index(event.place)] = event.stance
        case TruceBegan():
            state.truces[event.place] = event.until
            state.recent.pop(event.place, None)
        case TruceBroken():
            del state.truces[event.place]
            state.broken += 1
        case TruceOver():
            del state.truces[event.place]
        case _:
            raise TypeError(f"no event of a frontier: {event}")
