"""The cards of a seat now and what they cost of, as a session answers them."""

from tui.picture.shown import Shown

Value = float | str | None
Span = tuple[float, float, float]


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


class Freeing(Shown):
    """Own men whom a card frees from the posts of a site, or ties to them, as far as is published.

    Each range is least, central and most: posts of each site, posts that each force can man, men
    for a post, and hours from a change of guard until it counts. `site` and `force` are fields, or
    ids where none is asked; it counts where the field `where` says `word`, or always.
    """

    ties: bool
    site: str
    force: str
    where: str
    word: str
    sites: dict[str, Span]
    forces: dict[str, Span]
    men: Span
    hours: Span


class Field(Shown):
    """One field of a card."""

    name: str
    label: str
    sort: str
    unit: str
    default: Value = None
    default_text: str = ""
    low: float | None = None
    high: float | None = None
    range_text: str = ""
    choices: list[tuple[str, str]] = []


class Form(Shown):
    """A card as a form."""

    title: str
    text: str = ""
    """What it does, in the author's words, if there are any."""
    short: dict[str, str] = {}
    fields: list[Field] = []
    cost: dict[str, str] = {}
    takes: str = ""
    authority: str = ""
    carried_by: str = ""
    may_fail: str = ""
    known_to: list[str] = []
    case_for: str = ""
    case_against: str = ""
    unknown: str = ""
    spoken: bool = False
    """An address: only those hear it whom the network reaches."""
    moves: Moving | None = None
    frees: list[Freeing] = []
    """Whom it would free from fixed posts, or tie to them again."""
    acts_on: str = ""
    """The kind of the agent that the card has do something first."""
