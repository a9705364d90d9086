"""A request's part of the world."""

from dataclasses import dataclass

from engine.agents.aid.events import Answered, Asked, Lapsed, Withdrawn
from engine.events import Event

NONE, OPEN, AGREED, DECLINED, WITHDRAWN = "none", "open", "agreed", "declined", "withdrawn"


@dataclass(slots=True)
class AidState:
    """The last request: what it said, when it was made, and what became of it."""

    phase: str = NONE
    requests: int = 0
    asked_at: int = 0
    frame: str = ""
    evidence: int = 0
    men: int = 0
    length_hours: float = 0.0
    tasks: str = ""
    entry: int = -1
    lapsed: bool = False

    @property
    def stands(self) -> bool:
        """True while the request is open, or was agreed to."""
        return self.phase in (OPEN, AGREED)


def apply(state: AidState, event: Event) -> None:
    """Write one event into the request."""
    match event:
        case Asked():
            state.phase, state.lapsed, state.asked_at = OPEN, False, event.at
            state.requests, state.entry = event.request, event.entry
            state.frame, state.evidence, state.tasks = event.frame, event.evidence, event.tasks
            state.men, state.length_hours = event.men, event.length_hours
        case Withdrawn():
            state.phase = WITHDRAWN
        case Answered():
            state.phase = AGREED if event.agreed else DECLINED
        case Lapsed():
            state.lapsed = True
        case _:
            raise TypeError(event)
