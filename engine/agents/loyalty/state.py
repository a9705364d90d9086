"""Loyalty's part of the world: shares by place, words of backing, moods, and guards that left."""

from dataclasses import dataclass, field

from engine.kinds import Seconds

SAID, HEARD = "said", "heard"


@dataclass(frozen=True, slots=True)
class Signal:
    """A word of backing. `heard` and `fades` are seconds; `until` 0 is without end.

    One that `awaits` fades from `fades` on unless it is honoured.
    """

    id: str
    strength: float
    heard: Seconds
    fades: Seconds
    until: Seconds
    awaits: bool
    phase: str = SAID
    honoured: bool = False
    source: str = "order"
    cause: str = ""

    @property
    def due(self) -> Seconds:
        """When the ranks hear of it."""
        return self.heard


@dataclass(frozen=True, slots=True)
class Mood:
    """A change in what loyalty is worth at some places (by index) for a time; 0 is without end."""

    places: tuple[int, ...]
    by: float
    since: Seconds
    until: Seconds


@dataclass(frozen=True, slots=True)
class Guard:
    """A named guard whose chiefs may pass the word to leave: waiting, leaving, gone or staying."""

    id: str
    phase: str = "waiting"
    due: Seconds = 0
    words: int = 0


@dataclass(slots=True)
class LoyaltyState:
    """Shares by place and the nation's, as of the last step."""

    loyal: tuple[float, ...]
    nation: float
    at: dict[str, int]
    overwhelmed: tuple[float, ...] = ()
    wavering: tuple[str, ...] = ()
    signals: dict[str, Signal] = field(default_factory=dict)
    given: int = 0
    moods: dict[str, Mood] = field(default_factory=dict)
    moods_set: int = 0
    guards: dict[str, Guard] = field(default_factory=dict)
    abandoned: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    departed: int = 0
    chief_obeyed: Seconds = -1
    decision: str = ""
    stepped_at: Seconds = 0
    steps: int = 0
    next_step: Seconds = 0
