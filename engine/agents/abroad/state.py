"""What each party minds, what it has said, and its warnings."""

from dataclasses import dataclass, field

from engine.agents.abroad import rules
from engine.agents.abroad.events import (
    Advised,
    Looked,
    Mediated,
    MediationOver,
    Minded,
    Spoke,
    Stirred,
    Warned,
    WarningCrossed,
    WarningEmpty,
    WarningKept,
    WarningOver,
)
from engine.events import Event
from engine.kinds import Seconds

AXES = ("law", "rights", "presence", "order")


@dataclass(slots=True)
class Stir:
    """Something on its way to a party's attention."""

    id: str
    due: Seconds
    stir: int
    party: str
    on: str
    size: float
    cause: str


@dataclass(slots=True)
class Word:
    """A conditional word; `crossed` once what it warned of has happened."""

    id: str
    due: Seconds
    party: str
    on: str
    cause: str
    crossed: bool = False


@dataclass(slots=True)
class Mediation:
    """An offer to go between."""

    id: str
    due: Seconds
    places: tuple[str, ...]
    cause: str


@dataclass(slots=True)
class AbroadState:
    """Levels are by (party, axis), as they stood when last raised; they fade from there."""

    at: Seconds = 0
    known: dict[str, int] = field(default_factory=dict)
    dead: float = 0.0
    stirs: int = 0
    coming: dict[str, Stir] = field(default_factory=dict)
    minded: dict[tuple[str, str], tuple[float, Seconds]] = field(default_factory=dict)
    lines: dict[str, str] = field(default_factory=dict)
    said: dict[str, int] = field(default_factory=dict)
    backed: dict[str, int] = field(default_factory=dict)
    criticised: int = 0
    warned: int = 0
    warnings: dict[str, Word] = field(default_factory=dict)
    mediations: dict[str, Mediation] = field(default_factory=dict)
    advice: dict[str, str] = field(default_factory=dict)
    kept: int = 0
    empty: int = 0


def apply(state: AbroadState, event: Event) -> None:
    """Write one event of the world outside into its own part of the world."""
    match event:
        case Looked():
            state.at, state.dead = event.at, event.dead
            state.known.update(event.seen)
        case Stirred():
            state.stirs = event.stir
            for party, due in event.parties:
                key = f"{event.stir:06d}:{party}"
                state.coming[key] = Stir(
                    key, due, event.stir, party, event.on, event.size, event.known_as
                )
        case Minded():
            state.coming.pop(f"{event.stir:06d}:{event.party}", None)
            state.minded[event.party, event.on] = (event.level, event.at)
        case Spoke():
            _spoke(state, event)
        case Mediated():
            state.mediations[event.party] = Mediation(
                event.party, event.until, event.places, event.cause
            )
        case MediationOver():
            del state.mediations[event.party]
        case Advised():
            state.advice[event.party] = event.level
        case _:
            _warning(state, event)


def _spoke(state: AbroadState, event: Spoke) -> None:
    state.lines[event.party] = event.line
    hard = rules.HARDNESS.get(event.line, 0)
    if hard:
        state.said[event.party] = max(state.said.get(event.party, 0), hard)
        state.criticised += 1
    elif event.line == "back":
        state.backed[event.party] = state.backed.get(event.party, 0) + 1


def _warning(state: AbroadState, event: Event) -> None:
    match event:
        case Warned():
            state.warned += 1
            state.warnings[event.warning] = Word(
                event.warning, event.until, event.party, event.on, event.cause
            )
        case WarningCrossed():
            warning = state.warnings[event.warning]
            warning.crossed, warning.due, warning.cause = True, event.until, event.cause
        case WarningKept():
            state.kept += 1
            del state.warnings[event.warning]
        case WarningEmpty():
            state.empty += 1
            del state.warnings[event.warning]
        case WarningOver():
            del state.warnings[event.warning]
        case _:
            raise TypeError(f"no event of the world outside: {event}")
