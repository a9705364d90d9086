"""What happens to people who leave. Arrays have one number a place, in the order of places."""

from dataclasses import dataclass

from engine.events import Event


@dataclass(frozen=True, slots=True)
class Stepped(Event):
    """An hour passed: `away` are those who left a place, `taken_in` those in beds at a place."""

    at: int
    away: tuple[float, ...]
    taken_in: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Called(Event):
    """The people of `place` are called to leave, for beds in `goal`, until `until`."""

    goal: str
    until: int


@dataclass(frozen=True, slots=True)
class CallEnded(Event):
    """The people of `place` are no longer called to leave."""


@dataclass(frozen=True, slots=True)
class BedsReady(Event):
    """So many more beds stand ready at `place`; fewer with a number below nothing."""

    beds: float


@dataclass(frozen=True, slots=True)
class Full(Event):
    """Nobody more can be taken in at `place`."""


@dataclass(frozen=True, slots=True)
class RescueSent(Event):
    """So many boats or teams bring people out of `place` until `until`."""

    boats: float
    until: int


@dataclass(frozen=True, slots=True)
class RescueEnded(Event):
    """The boats or teams at `place` have gone."""


@dataclass(frozen=True, slots=True)
class Lost(Event):
    """So many people died at `place` who had stayed in danger."""

    people: int
