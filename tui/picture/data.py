"""The plain data that a session answers, with types."""

from datetime import datetime
from functools import cached_property

from tui.picture.data_of_cards import Argument as Argument
from tui.picture.data_of_cards import Field as Field
from tui.picture.data_of_cards import Form as Form
from tui.picture.data_of_cards import Moving as Moving
from tui.picture.data_of_cards import Playable as Playable
from tui.picture.data_of_cards import Stock as Stock
from tui.picture.data_of_cards import Value as Value
from tui.picture.data_of_deals import Deal, Exhibit, Need, Offerable, OfferForm
from tui.picture.data_of_looking import Branch as Branch
from tui.picture.data_of_looking import LedgerPart as LedgerPart
from tui.picture.data_of_looking import Promise as Promise
from tui.picture.data_of_looking import WhyLedger as WhyLedger
from tui.picture.data_of_moves import Aims as Aims
from tui.picture.data_of_moves import Move as Move
from tui.picture.shown import Shown as Shown


class Place(Shown):
    """A place on the map."""

    id: str
    title: str
    region: str
    latitude: float
    longitude: float
    people: float


class Site(Shown):
    """A site, with the place it stands in."""

    id: str
    title: str
    place: str


class Told(Shown):
    """A reading that the seat is told: its name, what it is of, and its unit."""

    name: str
    of: str
    unit: str
    kind: str = ""
    title: str = ""
    """What the author calls it, of readings that the author named."""
    text: str = ""
    after: int = 0
    """Seconds by which it is late even when nothing slows it."""
    error: float = 0.0
    """The share by which it is usually off; twice that at most."""


class Outline(Shown):
    """One line of the map: pairs of longitude and latitude."""

    sort: str
    points: list[tuple[float, float]]


class Cause(Shown):
    """A question that nobody can answer, and the answers that it may have."""

    id: str
    question: str
    answers: dict[str, str]


class News(Shown):
    """One thing that the seat was told."""

    number: int
    at: int
    event: str
    place: str = ""
    fields: dict[str, object] = {}
    headline: str = ""
    text: str = ""
    sender: str = ""
    sort: str = "news"


class Scene(Shown):
    """What never changes in a game."""

    name: str
    title: str
    summary: str = ""
    content_note: str = ""
    real_events: bool = False
    start: datetime
    end: int
    beat: int
    seed: int = 0
    seat: str
    seats: dict[str, str]
    brief: str = ""
    aims: dict[str, str] = {}
    needs: bool = False
    """Whether the seat has anything to need from others, now or at another time."""
    regions: dict[str, str] = {}
    places: list[Place] = []
    sites: list[Site] = []
    forces: dict[str, str] = {}
    meters: dict[str, str] = {}
    stocks: dict[str, Stock] = {}
    told: dict[str, Told] = {}
    cards: dict[str, Form] = {}
    outline: list[Outline] = []
    rungs: dict[str, dict[str, str]] = {}
    forecasts: dict[str, str] = {}
    """The questions of the slips."""
    before: list[News] = []
    """What happened before the first move, in a few lines."""
    readings: list[Cause] = []
    offers: dict[str, OfferForm] = {}
    checks: dict[str, str] = {}
    """Cards that have evidence checked, and the field of each that says which."""
    credit_moves: dict[str, float] = {}
    backing: Promise | None = None
    """How long a promise of help may hold, where the scenario has ranks that hear of it."""

    @cached_property
    def titles(self) -> dict[str, str]:
        """Titles by id, for everything that has one."""
        found = {place.id: place.title for place in self.places}
        found |= {site.id: site.title for site in self.sites}
        found |= {id: form.title for id, form in self.cards.items()}
        found |= {id: stock.title for id, stock in self.stocks.items() if stock.title}
        found |= {id: form.title for id, form in self.offers.items()}
        return found | self.regions | self.seats | self.forces | self.meters


class Figure(Shown):
    """A reading as last told: one value, or one for each place, site or force."""

    as_of: list[int]
    values: list[Value]


class OwnOrder(Shown):
    """An order of this seat, as far as it has heard of it."""

    order: str
    card: str
    fields: dict[str, object] = {}
    due: int
    state: str


class View(Shown):
    """What the seat knows now."""

    now: int
    next_move: int | None
    stocks: dict[str, float] = {}
    coming: dict[str, list[tuple[int, float]]] = {}
    figures: dict[str, Figure] = {}
    cards: list[Playable] = []
    said: dict[str, dict[str, object]] = {}
    """By card the words that it is argued with now, where they are not its own."""
    narrowed: dict[str, dict[str, list[tuple[str, str]]]] = {}
    """By card and field what the field offers now, where that is not all."""
    lately: list[str] = []
    """Cards that went out in this move or the one before."""
    argued: list[Argument] = []
    """The cards that the staff would argue about, first the first."""
    orders: list[OwnOrder] = []
    reports: list[tuple[str, str]] = []
    """Reports that may be named in a form, newest first, each with its words."""
    move: Move | None = None
    """None where no format is in force."""
    aims: Aims = Aims()
    deals: list[Deal] = []
    offers: list[Offerable] = []
    offers_left: int | None = None
    credit: dict[str, tuple[float, float]] = {}
    """By other seat: its credit with this one, and this one's with it."""
    exhibits: list[Exhibit] = []
    needs: list[Need] = []
    """What matters most first, and no more than a few."""


class Clock(Shown):
    """Where the game stands."""

    now: int
    next_move: int | None
    moves: list[int] = []
    over: bool = False
    ending: str = ""
    aims: dict[str, bool] = {}


class Spread(Shown):
    """A range of futures: 8 in 10 from low to high, half from q1 to q3, and where the median is."""

    low: float
    q1: float
    median: float
    q3: float
    high: float
    least: float
    most: float


class Range(Shown):
    """What one option gives in a row: a spread, or between which shares a chance lies."""

    of: Spread | None = None
    chance: tuple[float, float] | None = None


class Gap(Shown):
    """By how much an option has more of a row than the first: the mean, and where it lies."""

    least: float
    mean: float
    most: float


class EstimateRow(Shown):
    """One row of an estimate: `harm` counted from now, a `level` then, or a `chance` by then.

    `gaps` has one for every option but the first; `settled` says that the futures still to come
    will hardly change it, because they are in the same worlds.
    """

    key: str
    title: str
    unit: str
    sort: str
    spans: list[Range | None]
    gaps: list[Gap | None] = []
    settled: bool = False


class Compared(Shown):
    """In what share of futures the first option has less of a row, and in what share the same."""

    row: str
    less: tuple[float, float]
    same: float


class Estimated(Shown):
    """What the staff knows so far."""

    imagined: int = 0
    worlds: int = 0
    used: int = 0
    done: int = 0
    looked: int = 0
    of: int = 0
    finished: bool = False
    trouble: str = ""
    asked_at: int = 0
    until: int = 0
    rows: list[EstimateRow] = []
    against: list[Compared | None] = []
    through: float = 0.0
    """The share of all the time in all futures that has been looked at."""
