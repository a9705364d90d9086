"""What happens to the state's own men."""

from dataclasses import dataclass

from engine.events import Event


@dataclass(frozen=True, slots=True)
class Stepped(Event):
    """Strengths were worked out again, `hours` after the last time. Rows are by place.

    `street` are loyal men not tied to a post, `facing` what of them (rested men's worth) stands
    before a crowd, `spare` the rest of that worth; `manned` is the share of own posts manned,
    `need` what a place is seen to ask of the reserve. In the whole country `tied` men guard, hold
    checks or secure arms, `resting` are stood down, and `absent` do not follow orders. `came` are
    the detachments that came in since.
    """

    hours: float
    street: tuple[float, ...]
    facing: tuple[float, ...]
    spare: tuple[float, ...]
    manned: tuple[float, ...]
    fatigue: tuple[float, ...]
    need: tuple[float, ...]
    tied: float
    resting: float
    absent: float
    came: tuple[int, ...]
    next_step: int


@dataclass(frozen=True, slots=True)
class ReserveSent(Event):
    """The command moved parts of the reserve by itself.

    Each detachment: its number, from, to (places), men, and the second of its arrival.
    """

    detachments: tuple[tuple[int, str, str, int, int], ...]
    next_review: int


@dataclass(frozen=True, slots=True)
class ReserveMoved(Event):
    """A detachment left for `place` on an order, and stays there for a time once it is there."""

    detachment: int
    origin: str
    men: int
    by: str
    due: int
    stays: int


@dataclass(frozen=True, slots=True)
class ReserveCame(Event):
    """A detachment that was ordered to `place` came in; `fatigue` is that of all men there now."""

    detachment: int
    men: int
    fatigue: float


@dataclass(frozen=True, slots=True)
class PostureOrdered(Event):
    """Men at these places were told how to meet crowds, until `until` (0: until told otherwise)."""

    places: tuple[str, ...]
    level: str
    until: int


@dataclass(frozen=True, slots=True)
class LimitSet(Event):
    """No posture harder than `level` is allowed at these places, until `until` (0: for good)."""

    places: tuple[str, ...]
    level: str
    until: int


@dataclass(frozen=True, slots=True)
class Massed(Event):
    """A share of the whole reserve is to gather at `place` until `until`."""

    share: float
    until: int


@dataclass(frozen=True, slots=True)
class SiteHeld(Event):
    """The site's guard was told to hold it (again)."""


@dataclass(frozen=True, slots=True)
class SiteLeft(Event):
    """The site's guard was ordered away; its men are free for the street."""


@dataclass(frozen=True, slots=True)
class GuardDoubled(Event):
    """The site's guard is twice as strong until `until`."""

    until: int


@dataclass(frozen=True, slots=True)
class ReliefOrdered(Event):
    """At these places a share of the men is stood down in turn until `until`."""

    places: tuple[str, ...]
    share: float
    until: int


@dataclass(frozen=True, slots=True)
class ArrestsOrdered(Event):
    """Men at these places were told how to arrest, until `until` (0: until told otherwise)."""

    places: tuple[str, ...]
    how: str
    until: int


@dataclass(frozen=True, slots=True)
class ArmsPartySent(Event):
    """Men went to secure the weapons of a site; they are done at `due`."""

    how: str
    men: int
    due: int


@dataclass(frozen=True, slots=True)
class ArmsSecured(Event):
    """The weapons of a site were moved or disabled: whoever takes it finds none."""

    how: str


@dataclass(frozen=True, slots=True)
class DetaineeRulesSet(Event):
    """It was decided how detainees are held."""

    rules: str


@dataclass(frozen=True, slots=True)
class Detached(Event):
    """Men of the garrison of `place` joined the mobile reserve."""

    men: int


@dataclass(frozen=True, slots=True)
class CalledUp(Event):
    """More men were called into the reserve; they are ready at `due` in `place`."""

    detachment: int
    men: int
    due: int
