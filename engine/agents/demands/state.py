"""The rung that is asked, the highest that was granted, and since when the rest is open."""

from dataclasses import dataclass

from engine.agents.demands.events import Answered, Asked, Calmed, Rose
from engine.events import Event
from engine.kinds import Seconds


@dataclass(slots=True)
class DemandsState:
    """Positions on the ladder, from 0; `granted` is -1 while nothing was.

    What is asked now was asked at `since`. The next rung is due when `clock` is long enough ago;
    agreed calm moves it on.
    """

    rungs: tuple[str, ...]
    asked: int = 0
    granted: int = -1
    since: Seconds = 0
    clock: Seconds = 0
    calm_until: Seconds = 0

    @property
    def open(self) -> bool:
        """True while what is asked was not granted."""
        return self.granted < self.asked


def apply(state: DemandsState, event: Event) -> None:
    """Write one event of a ladder of demands into its own part of the world."""
    match event:
        case Asked() | Rose():
            state.asked = state.rungs.index(event.rung)
            state.since = event.at
            state.clock = max(event.at, state.calm_until)
        case Answered():
            state.granted = max(state.granted, state.rungs.index(event.rung))
        case Calmed():
            state.clock += max(event.until - max(event.at, state.calm_until), 0)
            state.calm_until = max(state.calm_until, event.until)
        case _:
            raise TypeError(f"no event of demands: {event}")
