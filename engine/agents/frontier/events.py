"""What happens along a line. Arrays have one number a place, in the order of places."""

from dataclasses import dataclass

from engine.events import Event


@dataclass(frozen=True, slots=True)
class Stepped(Event):
    """An hour passed: `heat` (/h) is what earlier incidents still bring about at each place."""

    at: int
    heat: tuple[float, ...]
    danger: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Fired(Event):
    """Shots fell at `place` from `across`: so many incidents, with so many dead."""

    across: str
    incidents: int
    killed: int


@dataclass(frozen=True, slots=True)
class StanceTaken(Event):
    """The armed men at `place` now stand so."""

    stance: str


@dataclass(frozen=True, slots=True)
class TruceBegan(Event):
    """A truce holds at `place` until `until`, unless it is broken."""

    until: int


@dataclass(frozen=True, slots=True)
class TruceBroken(Event):
    """Too many incidents within a day ended the truce at `place`."""


@dataclass(frozen=True, slots=True)
class TruceOver(Event):
    """The truce at `place` ran out."""
