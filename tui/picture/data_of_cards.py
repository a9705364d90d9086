"""The cards of a seat now and what they cost of, as a session answers them."""

from tui.picture.shown import Shown


class Playable(Shown):
    """Whether a card can be played now; if not, the door's reason."""

    card: str
    open: bool
    code: str = ""
    about: dict[str, object] = {}


class Argument(Shown):
    """A card that the staff would argue about now, and the tempers that would play it."""

    card: str
    by: list[str] = []


class Moving(Shown):
    """Which fields of a card say who goes where and how, and by way: hours to muster, km/h."""

    origin: str
    target: str
    way: str
    ways: dict[str, tuple[tuple[float, float], tuple[float, float]]]


class Stock(Shown):
    """What a seat spends, and what it began with."""

    unit: str
    start: float
    title: str = ""
