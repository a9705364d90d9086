"""The security forces' part of the world: whole men by place, orders in force, and strengths."""

from dataclasses import dataclass, field

from engine.kinds import Seconds

Rows = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Detachment:
    """Men of the reserve on their way. `stays` seconds after arrival they may be moved again.

    `origin` -1 is men called up; `ordered` ones are seen to arrive one by one.
    """

    number: int
    origin: int
    target: int
    men: int
    due: Seconds
    stays: Seconds = 0
    ordered: bool = False
    cause: str = ""

    @property
    def id(self) -> str:
        return f"{self.number:06d}"


@dataclass(frozen=True, slots=True)
class Party:
    """Men who secure the weapons of a site."""

    id: str
    how: str
    men: int
    due: Seconds
    cause: str


@dataclass(frozen=True, slots=True)
class Told:
    """A word in force at a place until `until`; 0 is without end."""

    word: str
    until: Seconds

    def holds(self, now: Seconds) -> bool:
        """True while it is in force."""
        return not self.until or now < self.until


@dataclass(frozen=True, slots=True)
class Share:
    """A share in force until `until`, by an order about `place`."""

    place: int
    share: float
    until: Seconds


@dataclass(slots=True)
class SecurityState:
    """Men by place are whole; `moving` holds those on their way, so that no man is ever lost."""

    garrison: tuple[int, ...]
    reserve: tuple[int, ...]
    at: dict[str, int] = field(default_factory=dict)
    moving: dict[int, Detachment] = field(default_factory=dict)
    sent: int = 0
    pinned: tuple[tuple[int, int, Seconds], ...] = ()
    standing: tuple[int, ...] = ()
    ordered: dict[int, Told] = field(default_factory=dict)
    limits: dict[int, Told] = field(default_factory=dict)
    arrests: dict[int, Told] = field(default_factory=dict)
    reliefs: dict[int, Share] = field(default_factory=dict)
    massed: Share | None = None
    left: tuple[str, ...] = ()
    doubled: dict[str, Seconds] = field(default_factory=dict)
    parties: dict[str, Party] = field(default_factory=dict)
    secured: dict[str, str] = field(default_factory=dict)
    detainees: str = "hastily"
    stepped_at: Seconds = 0
    steps: int = 0
    next_step: Seconds = 0
    next_review: Seconds = 0
    stale: bool = True
    street: Rows = ()
    facing: Rows = ()
    spare: Rows = ()
    manned: Rows = ()
    fatigue: Rows = ()
    need: Rows = ()
    tied: float = 0.0
    resting: float = 0.0
    absent: float = 0.0

    @property
    def total(self) -> int:
        """All men there are, wherever they are and however loyal."""
        under_way = sum(one.men for one in self.moving.values())
        return sum(self.garrison) + sum(self.reserve) + under_way
