"""What happens to foreign men who came to guard."""

from dataclasses import dataclass

from engine.events import Event


@dataclass(frozen=True, slots=True)
class ConvoyLeft(Event):
    """A force that comes by road set out for `place`; it is there at `due`."""

    force: str
    men: int
    vehicles: int
    due: int


@dataclass(frozen=True, slots=True)
class Arrived(Event):
    """Men and vehicles of a force came into the country at `place`; they set out at `due`.

    `entry` is this line's own number in the journal, as in the other events that have it.
    """

    force: str
    column: int
    men: int
    vehicles: int
    due: int
    entry: int


@dataclass(frozen=True, slots=True)
class SetOut(Event):
    """Part of a column marches from `origin` to a site to guard it; it is there at `due`."""

    force: str
    column: int
    split: int
    origin: str
    men: int
    vehicles: int
    due: int


@dataclass(frozen=True, slots=True)
class Waits(Event):
    """A column stands by at `place`: no site needs it, or the one that it came for is lost."""

    force: str
    column: int


@dataclass(frozen=True, slots=True)
class TookOver(Event):
    """Men of a force took over posts of a site; `posts` is what all contingents now hold there."""

    force: str
    column: int
    men: int
    posts: float
    entry: int


@dataclass(frozen=True, slots=True)
class HandedBack(Event):
    """A force gave a site back to the host's own men; `posts` is what contingents still hold."""

    force: str
    column: int
    men: int
    posts: float
    due: int
    entry: int


@dataclass(frozen=True, slots=True)
class TurnedBack(Event):
    """A column that guards nothing marches from `place` to where it came in, to go home."""

    force: str
    column: int
    due: int


@dataclass(frozen=True, slots=True)
class ReadyHome(Event):
    """Men of a force wait at `place` for the way home."""

    force: str
    column: int
    men: int
    vehicles: int
    due: int


@dataclass(frozen=True, slots=True)
class Left(Event):
    """Men of a force left the country."""

    force: str
    men: int
    vehicles: int
    entry: int


@dataclass(frozen=True, slots=True)
class RulesSet(Event):
    """It was decided how far the contingents may go."""

    level: str
    hour: int


@dataclass(frozen=True, slots=True)
class TaskGiven(Event):
    """Men of a force who have no site yet are to go to `place` before any other."""

    force: str


@dataclass(frozen=True, slots=True)
class SiteOffered(Event):
    """The host offers a site to the contingents, or keeps it for its own men."""

    offered: bool


@dataclass(frozen=True, slots=True)
class SiteTaken(Event):
    """Those who send a force accept a site that was offered: its next men go there first."""

    force: str


@dataclass(frozen=True, slots=True)
class SiteDeclined(Event):
    """Those who send a force will not have it guard a site; others still may."""

    force: str


@dataclass(frozen=True, slots=True)
class Recalled(Event):
    """A force is to go home before the others; every force is, when `force` is empty."""

    force: str


@dataclass(frozen=True, slots=True)
class SiteWanted(Event):
    """The host is to have a site back: every contingent there hands it over now."""


@dataclass(frozen=True, slots=True)
class Assisted(Event):
    """An hour of help on the street by men of contingents, and the dead among them by column."""

    killed: tuple[tuple[int, int], ...]
    due: int
