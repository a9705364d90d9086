"""What happens on a ladder of demands."""

from dataclasses import dataclass

from engine.events import Event


@dataclass(frozen=True, slots=True)
class Asked(Event):
    """A rung of the ladder was asked for by those whose demands they are."""

    at: int
    rung: str
    before: str


@dataclass(frozen=True, slots=True)
class Rose(Event):
    """Nothing was answered for too long, or somebody provoked: the next rung is asked for."""

    at: int
    rung: str
    before: str


@dataclass(frozen=True, slots=True)
class Answered(Event):
    """A rung was granted; `enough` if it is what is asked now, or more."""

    rung: str
    asked: str
    enough: bool


@dataclass(frozen=True, slots=True)
class Calmed(Event):
    """Those who ask agreed to wait until `until` before they ask for more."""

    at: int
    until: int
