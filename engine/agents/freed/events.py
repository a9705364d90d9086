"""What happens to own men when others guard their posts."""

from dataclasses import dataclass

from engine.events import Event


@dataclass(frozen=True, slots=True)
class ReliefBegan(Event):
    """A contingent holds posts of a site; `men` of its own guards are free at `due`."""

    relief: int
    posts: float
    men: float
    due: int


@dataclass(frozen=True, slots=True)
class Freed(Event):
    """Own guards of a site are free for other work; `total` is how many are, everywhere."""

    relief: int
    men: float
    total: float


@dataclass(frozen=True, slots=True)
class SiteCounted(Event):
    """How many of a site's own guards are free, `men`, and `total` everywhere: for those who hear.

    It comes when no more of them are on their way out, and a good part more are free than when it
    last came, so that a guard that is relieved in small parts is not told part by part.
    """

    men: float
    total: float


@dataclass(frozen=True, slots=True)
class TiedAgain(Event):
    """Own men must man posts of a site again; `total` is how many are still free, everywhere."""

    posts: float
    men: float
    total: float
