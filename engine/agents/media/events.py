"""What the media did and told. Times are seconds.

Events addressed to a seat hold codes and numbers as that seat hears them, never whether they are
true; what is so stands in events told to nobody.
"""

from dataclasses import dataclass

from engine.events import Event

Delivery = tuple[str, int, float, int, str]
"""A report on its way: seat, due, number as told, reliability 1 to 3, source."""


@dataclass(frozen=True, slots=True)
class NetworkCut(Event):
    """The network at `place` is cut to a depth until `until`; `spared`: banks keep it."""

    depth: str
    spared: bool
    at: int
    until: int


@dataclass(frozen=True, slots=True)
class NetworkRestored(Event):
    """The network at `place` works again, for good or, with `until`, for a window."""

    at: int
    until: int | None = None


@dataclass(frozen=True, slots=True)
class WindowClosed(Event):
    """A window in which a cut network worked at `place` is over."""

    at: int


@dataclass(frozen=True, slots=True)
class Addressed(Event):
    """An address is on the air at `places` until `until`; more people than usual hear it."""

    places: tuple[str, ...]
    at: int
    until: int


@dataclass(frozen=True, slots=True)
class AddressOver(Event):
    """An address is off the air at `place`."""


@dataclass(frozen=True, slots=True)
class Stepped(Event):
    """An hour passed. One number a place: who hears, how open the network is, hours cut so far.

    `seen` says up to how many events of each story the desks have looked.
    """

    at: int
    reach: tuple[float, ...]
    openness: tuple[float, ...]
    dark: tuple[float, ...]
    seen: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Filed(Event):
    """Something that happened at `place` became a story and is on its way to desks.

    `known_as` is this line's own number in the journal, which the reports of it give as cause.
    """

    claim: int
    known_as: str
    story: str
    number: float
    at: int
    deliveries: tuple[Delivery, ...]


@dataclass(frozen=True, slots=True)
class Falsified(Event):
    """A story that is not so is on its way to desks; it is told like any other."""

    claim: int
    known_as: str
    story: str
    number: float
    at: int
    deliveries: tuple[Delivery, ...]


@dataclass(frozen=True, slots=True)
class Reported(Event):
    """A report reached a seat: what is said to have been seen at `place`, when, and by whom.

    `report` is the seat's own number for it; `reliability` is what the desk gives the source,
    from 1 (unknown) to 3 (often right). `wording` names the words that it comes in; empty: plainly.
    """

    report: str
    story: str
    number: float
    seen_at: int
    reliability: int
    source: str
    wording: str = ""


@dataclass(frozen=True, slots=True)
class CheckBegan(Event):
    """A seat has a report checked; the result is in by `due`."""

    check: str
    report: str
    seat: str
    how: str
    due: int
    stands: bool


@dataclass(frozen=True, slots=True)
class Verified(Event):
    """What a check of a report came to: it `stands`, or it does not; checks can be wrong."""

    check: str
    report: str
    stands: bool
    checks: int


@dataclass(frozen=True, slots=True)
class Published(Event):
    """A report became common knowledge, as far as it is heard."""

    publication: str
    story: str
    number: float
    seen_at: int
    standing: str
    shielded: bool


@dataclass(frozen=True, slots=True)
class Weighed(Event):
    """What a publication is worth: its standing, its shield and who hears it, from 0 to 1.

    `exposes` is `posts`, `force`, `offers` or empty.
    """

    publication: str
    claim: int
    at: int
    exposes: str
    weight: float


@dataclass(frozen=True, slots=True)
class PostsExposed(Event):
    """It is common knowledge that posts are empty or wavering; `weight` says how widely."""

    weight: float


@dataclass(frozen=True, slots=True)
class ForceExposed(Event):
    """It is common knowledge that force is used; `weight` says how widely."""

    weight: float


@dataclass(frozen=True, slots=True)
class OfferExposed(Event):
    """It is common knowledge what was offered; `weight` says how widely."""

    weight: float


@dataclass(frozen=True, slots=True)
class FalsehoodPublished(Event):
    """What was published in this publication is not so; told to nobody."""

    publication: str


@dataclass(frozen=True, slots=True)
class Corrected(Event):
    """A publication was taken back."""

    publication: str
    how: str


@dataclass(frozen=True, slots=True)
class ReporterSent(Event):
    """A desk has somebody on the way to `place`, there from `due` on."""

    reporter: str
    seat: str
    who: str
    due: int


@dataclass(frozen=True, slots=True)
class ReporterArrived(Event):
    """Somebody of a desk is at `place` and reports from there."""

    reporter: str


@dataclass(frozen=True, slots=True)
class ReporterLost(Event):
    """A reporter at `place` was hurt, held or cut off, and reports no more."""

    reporter: str


@dataclass(frozen=True, slots=True)
class LineOpened(Event):
    """A desk hears from `place` round a cut network until `until`."""

    seat: str
    means: str
    until: int


@dataclass(frozen=True, slots=True)
class LineClosed(Event):
    """A line round a cut network is gone."""

    seat: str


@dataclass(frozen=True, slots=True)
class Slanted(Event):
    """What goes up to a seat from `places` is told smaller or larger than it was counted."""

    seat: str
    places: tuple[str, ...]
    factor: float


@dataclass(frozen=True, slots=True)
class CountBegan(Event):
    """Somebody keeps an independent count of the dead."""

    seat: str
    at: int


@dataclass(frozen=True, slots=True)
class Counted(Event):
    """The independent count as it stands: so many dead are known by name."""

    number: float
