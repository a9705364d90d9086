"""Levels, marks, and what people do to them, and what each event does to these."""

from dataclasses import dataclass, field

from engine.agents.field.events import (
    Crossed,
    Held,
    LetGo,
    PushBegan,
    Pushed,
    PushEnded,
    Stepped,
    Uncrossed,
)
from engine.events import Event
from engine.kinds import Seconds


@dataclass(frozen=True, slots=True)
class Push:
    """A steady change of a level at a place: it is over at `due`."""

    id: str
    place: str
    level: str
    into: str
    pace: float
    since: Seconds
    due: Seconds
    cause: str


@dataclass(frozen=True, slots=True)
class Hold:
    """A flow that is held back at a place by a share, until `due`."""

    id: str
    place: str
    flow: str
    share: float
    since: Seconds
    due: Seconds
    cause: str


@dataclass(slots=True)
class FieldState:
    """A row a level, in it one number a place. `crossed` has the places beyond each mark."""

    places: tuple[str, ...]
    names: tuple[str, ...]
    levels: list[list[float]]
    crossed: dict[str, list[str]]
    at: Seconds = 0
    begun: int = 0
    pushes: dict[str, Push] = field(default_factory=dict)
    holds: dict[str, Hold] = field(default_factory=dict)


def apply(state: FieldState, event: Event) -> None:
    """Write one event of a field into its own part of the world."""
    match event:
        case Stepped():
            state.at = event.at
            state.levels = [list(row) for row in event.levels]
        case Crossed():
            state.crossed[event.mark].append(event.place)
        case Uncrossed():
            state.crossed[event.mark].remove(event.place)
        case Pushed():
            _push(state, event)
        case PushBegan():
            state.begun += 1
            state.pushes[event.push] = Push(
                event.push, event.place, event.level, event.into, event.pace, event.since,
                event.until, event.cause,
            )  # fmt: skip
        case PushEnded():
            del state.pushes[event.push]
        case Held():
            state.begun += 1
            state.holds[event.hold] = Hold(
                event.hold, event.place, event.flow, event.share, event.since, event.until,
                event.cause,
            )  # fmt: skip
        case LetGo():
            del state.holds[event.hold]
        case _:
            raise TypeError(f"no event of a field: {event}")


def _push(state: FieldState, event: Pushed) -> None:
    at = state.places.index(event.place)
    row = state.levels[state.names.index(event.level)]
    row[at] += -event.amount if event.into else event.amount
    if event.into:
        state.levels[state.names.index(event.into)][at] += event.amount
