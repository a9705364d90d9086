"""Deals as a session answers them: what may be put, what was put, and the evidence at hand."""

from pydantic import Field

from tui.picture.shown import Shown


class TermWritten(Shown):
    """A term of an offer that is not put yet; nobody in `seat` where the hearer is still open."""

    side: str
    seat: str
    will: bool
    said: str


class OfferForm(Shown):
    """What a seat may put before others, as it is written."""

    title: str
    sort: str
    said: str
    text: str = ""
    to: list[tuple[str, str]]
    shows: list[tuple[str, str]] = []
    terms: list[TermWritten] = []
    question: list[str] = []
    answer_by: str = ""
    hours: float = 12.0
    public: bool = False
    leak: str = ""


class Offerable(Shown):
    """Whether an offer can be put now, to whom, and what can be shown to each of them."""

    offer: str
    to: list[str]
    several: bool
    open: bool
    code: str = ""
    about: dict[str, object] = {}
    shows: dict[str, list[str]] = {}


class Term(Shown):
    """A term of a deal that was put: see engine.deals.views.TermSeen."""

    side: str
    number: int
    seat: str
    will: bool
    card: str = ""
    state: str
    since: int = 0
    until: int = 0
    said: str


class Deal(Shown):
    """A deal that the seat knows of: see engine.deals.views.DealSeen."""

    deal: str
    offer: str
    sort: str
    from_: str = Field(alias="from")
    to: list[str]
    side: str
    state: str
    put: int
    answer_by: int = 0
    replies: list[tuple[str, str]] = []
    reply: str = ""
    public: bool = False
    hot: bool = False
    shows: str = ""
    terms: list[Term] = []
    broken_by: str = ""
    broken_at: int = 0
    heard_at: int = 0
    title: str
    said: str
    text: str = ""
    question: list[str] = []
    who: str
    whom: str


class Need(Shown):
    """What the seat needs from another now; that one's cards and own offers that could meet it."""

    need: str
    seat: str
    text: str
    cards: list[str] = []
    offers: list[str] = []


class Exhibit(Shown):
    """A piece of evidence at hand: since when, what it proved to be, who showed it to whom when."""

    exhibit: str
    title: str
    text: str = ""
    at: int
    found: bool = True
    checked: str = "unknown"
    shown: list[tuple[str, str, int]] = []
