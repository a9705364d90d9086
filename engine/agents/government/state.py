"""What is decreed where, who was put where, and what was promised."""

from dataclasses import dataclass, field

from engine.agents.government.events import (
    Appointed,
    CabinetResigned,
    CouncilTaken,
    CurfewIgnored,
    Declared,
    EmergencyDeclared,
    EmergencyLifted,
    MinisterResigned,
    NightPassed,
    Spoke,
    TableClosed,
    TableOpened,
)
from engine.events import Event
from engine.kinds import Seconds

NEVER = 2**60


@dataclass(slots=True)
class Emergency:
    """A state of emergency at one place; `due` is when its time is up."""

    id: str
    due: Seconds
    curfew: bool
    roads_closed: bool
    cause: str


@dataclass(slots=True)
class Table:
    """Talks with a promise: an answer by `due`."""

    id: str
    due: Seconds
    places: tuple[str, ...]
    safe_passage: bool
    cause: str


@dataclass(slots=True)
class GovernmentState:
    """Decrees by place, tables by id, posts in the order in which they changed hands."""

    emergencies: dict[str, Emergency] = field(default_factory=dict)
    tables: dict[str, Table] = field(default_factory=dict)
    tables_opened: int = 0
    tables_kept: int = 0
    tables_broken: int = 0
    appointed: list[tuple[str, str, str]] = field(default_factory=list)
    cabinet: str = "old"
    slow_until: Seconds = 0
    holds_council: bool = False
    declared: str = "nothing"
    frame: str = "none"
    evidence: float = 0.0
    tone: str = "none"
    checked: Seconds = -1
    nights_ignored: int = 0


def apply(state: GovernmentState, event: Event) -> None:
    """Write one event of a government into its own part of the world."""
    match event:
        case EmergencyDeclared():
            _emergency(state, event)
        case EmergencyLifted():
            for place in event.places:
                del state.emergencies[place]
        case NightPassed():
            state.checked = event.at
            state.nights_ignored += event.ignored > 0
        case CurfewIgnored():
            pass
        case Appointed():
            state.appointed.append((event.post, event.who, event.how))
        case CabinetResigned():
            state.cabinet = event.successor
            state.slow_until = event.until
        case MinisterResigned():
            state.slow_until = event.until
        case CouncilTaken():
            state.holds_council = True
        case Declared():
            state.declared, state.frame = event.what, event.frame
            state.evidence = max(state.evidence, event.evidence)
        case Spoke():
            state.tone = event.tone
        case TableOpened():
            state.tables_opened += 1
            state.tables[event.table] = Table(
                event.table, event.until, event.places, event.safe_passage, event.cause
            )
        case TableClosed():
            del state.tables[event.table]
            state.tables_kept += event.how == "kept"
            state.tables_broken += event.how != "kept"
        case _:
            raise TypeError(f"no event of a government: {event}")


def _emergency(state: GovernmentState, event: EmergencyDeclared) -> None:
    due = NEVER if event.until is None else event.until
    for place in event.places:
        state.emergencies[place] = Emergency(
            place, due, event.curfew, event.roads_closed, event.cause
        )
    if event.curfew:
        state.checked = max(state.checked, event.at)
