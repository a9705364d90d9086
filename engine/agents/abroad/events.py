"""What outside parties notice, mind, say and do. Times are seconds."""

from dataclasses import dataclass

from engine.events import Event


@dataclass(frozen=True, slots=True)
class Looked(Event):
    """An hour passed in the capitals; `seen` says how many events of each sort they knew of."""

    at: int
    seen: tuple[tuple[str, int], ...]
    dead: float


@dataclass(frozen=True, slots=True)
class Stirred(Event):
    """Something happened that outside parties may mind: `on` what, and how much of it.

    Each of `parties` takes it in at its time, and gives `known_as`, this line's own number in
    the journal, as the cause.
    """

    stir: int
    known_as: str
    what: str
    on: str
    size: float
    parties: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Minded(Event):
    """A party took something in: it minds `on` at `level` from now on, fading."""

    stir: int
    party: str
    on: str
    level: float
    at: int


@dataclass(frozen=True, slots=True)
class Spoke(Event):
    """A party spoke in public: its line, how strongly (0 to 1), and what about."""

    party: str
    line: str
    strength: float
    on: str


@dataclass(frozen=True, slots=True)
class Warned(Event):
    """A party said that it will act if something happens before `until`."""

    warning: str
    party: str
    on: str
    until: int


@dataclass(frozen=True, slots=True)
class WarningCrossed(Event):
    """What a party had warned of happened; it must act by `until` or lose its word."""

    warning: str
    party: str
    on: str
    until: int


@dataclass(frozen=True, slots=True)
class WarningKept(Event):
    """A party acted on a warning that was crossed."""

    warning: str
    party: str


@dataclass(frozen=True, slots=True)
class WarningEmpty(Event):
    """A warning was crossed, and its party did nothing in time."""

    warning: str
    party: str


@dataclass(frozen=True, slots=True)
class WarningOver(Event):
    """The time of a warning passed without what it warned of."""

    warning: str
    party: str


@dataclass(frozen=True, slots=True)
class Mediated(Event):
    """A party offers to go between at `places` until `until`."""

    party: str
    places: tuple[str, ...]
    until: int


@dataclass(frozen=True, slots=True)
class MediationOver(Event):
    """A party no longer goes between."""

    party: str


@dataclass(frozen=True, slots=True)
class Advised(Event):
    """A party told its own people to stay, to take care, or to leave."""

    party: str
    level: str
