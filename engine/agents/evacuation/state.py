"""Who left, who took them in, and what each event does to these figures."""

from dataclasses import dataclass, field

from engine.agents.evacuation.events import (
    BedsReady,
    Called,
    CallEnded,
    Full,
    Lost,
    RescueEnded,
    RescueSent,
    Stepped,
)
from engine.events import Event
from engine.kinds import Seconds


@dataclass(slots=True)
class EvacuationState:
    """One number a place, people. `calls` and `rescues` are by place, with their ends."""

    places: tuple[str, ...]
    away: list[float]
    taken_in: list[float]
    beds: list[float]
    lost: list[int]
    at: Seconds = 0
    calls: dict[str, tuple[str, Seconds]] = field(default_factory=dict)
    rescues: dict[str, tuple[float, Seconds]] = field(default_factory=dict)
    full: list[str] = field(default_factory=list)


def apply(state: EvacuationState, event: Event) -> None:
    """Write one event of an evacuation into its own part of the world."""
    match event:
        case Stepped():
            state.at = event.at
            state.away, state.taken_in = list(event.away), list(event.taken_in)
        case Called():
            state.calls[event.place] = (event.goal, event.until)
        case CallEnded():
            del state.calls[event.place]
        case BedsReady():
            state.beds[state.places.index(event.place)] += event.beds
            if event.place in state.full and event.beds > 0:
                state.full.remove(event.place)
        case Full():
            state.full.append(event.place)
        case RescueSent():
            state.rescues[event.place] = (event.boats, event.until)
        case RescueEnded():
            del state.rescues[event.place]
        case Lost():
            state.lost[state.places.index(event.place)] += event.people
        case _:
            raise TypeError(f"no event of an evacuation: {event}")
