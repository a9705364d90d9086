"""Levels, dikes and pumps by place, and what each event does to them."""

from dataclasses import dataclass, field

from engine.agents.waters.events import (
    Broke,
    Closed,
    Endangered,
    PumpsSet,
    Raised,
    Relieved,
    Stepped,
    WorkBegan,
)
from engine.events import Event
from engine.kinds import Seconds


@dataclass(slots=True)
class Work:
    """Sandbags being laid at a place."""

    id: str
    place: str
    by: float
    due: Seconds
    cause: str


@dataclass(slots=True)
class WatersState:
    """One number a place: `level` and `raised` in km, `flooded` a share."""

    places: tuple[str, ...]
    level: list[float]
    flooded: list[float]
    raised: list[float]
    pumps: list[float]
    at: Seconds = 0
    works: dict[str, Work] = field(default_factory=dict)
    begun: int = 0
    broken: list[str] = field(default_factory=list)
    endangered: list[str] = field(default_factory=list)


def apply(state: WatersState, event: Event) -> None:
    """Write one event of waters into its own part of the world."""
    match event:
        case Stepped():
            state.at = event.at
            state.level, state.flooded = list(event.level), list(event.flooded)
        case Endangered():
            state.endangered.append(event.place)
        case Relieved():
            state.endangered.remove(event.place)
        case Broke():
            state.broken.append(event.place)
        case Closed():
            state.broken.remove(event.place)
        case WorkBegan():
            state.begun += 1
            state.works[event.work] = Work(
                event.work, event.place, event.by, event.due, event.cause
            )
        case Raised():
            del state.works[event.work]
            state.raised[state.places.index(event.place)] += event.by
        case PumpsSet():
            state.pumps[state.places.index(event.place)] = event.pumps
        case _:
            raise TypeError(f"no event of waters: {event}")
