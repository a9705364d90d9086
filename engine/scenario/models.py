"""The things a scenario consists of, as they are after reading: frozen, checked and compiled.

An attribute is called as its key in the files, with `_` after a word of Python (`from_`).
Numbers are `Value` in canonical units; times are whole seconds since the start; a `when` of None
means always.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.scenario.amounts import Amount, Text
from engine.scenario.effects import Effect
from engine.scenario.expressions import Compiled
from engine.written import Value, Written

Paths = Mapping[str, object]
"""What a `set:` holds: paths, and the raw trees put there."""


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the map; `zone_seconds` is its clock's distance from UTC where it has its own."""

    title: str
    zone_seconds: int | None = None


@dataclass(frozen=True, slots=True)
class Site:
    """A building or works: how many guard it, what arms it holds, how it draws attackers."""

    title: str
    sort: str = ""
    posts: Value | None = None
    arms: Value | None = None
    draws: Value = field(default_factory=lambda: Value(1.0))


@dataclass(frozen=True, slots=True)
class Town:
    """A place: its region, where it is as (latitude, longitude), its people and its sites."""

    title: str
    region: str
    at: tuple[float, float]
    people: Value
    sites: Mapping[str, Site] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Meter:
    """A share with a ledger of causes: `start` and `drift` (in /h), or the reading it shows."""

    title: str
    start: Value | None = None
    drift: Value | None = None
    of: Compiled | None = None
    shows: tuple[str, str] | None = None
    """The agent and its reading, when `of` is one."""


@dataclass(frozen=True, slots=True)
class Agent:
    """A part of the simulation: the name of its kind, and that kind's configuration."""

    kind: str
    config: Written


@dataclass(frozen=True, slots=True)
class Force:
    """Men who can be sent: whose, how many, with what, from where, by what, to guard what."""

    title: str
    men: Value
    of: str = ""
    vehicles: Value | None = None
    from_: str = ""
    by: str = ""
    guards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stock:
    """Something a seat spends: what it starts with, and what each move adds."""

    start: Value
    each_move: Value | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """How a reading reaches a seat: `after` so many hours, wrong by `error` (a share).

    `agent` and `reading` name what is told; for a meter `agent` is empty. `of` is `self`,
    `place`, `site` or `meter`.
    """

    agent: str
    reading: str
    of: str
    after: Value
    error: Value | None = None


@dataclass(frozen=True, slots=True)
class Aim:
    """What a seat wants, as a text and as what makes it true."""

    text: str
    when: Compiled


@dataclass(frozen=True, slots=True)
class Seat:
    """Who plays; `told` is an allow-list by the name written there."""

    title: str
    stocks: Mapping[str, Stock] = field(default_factory=dict)
    told: Mapping[str, Told] = field(default_factory=dict)
    aims: Mapping[str, Aim] = field(default_factory=dict)
    short: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Power:
    """A named authority, and when somebody has it."""

    title: str
    when: Mapping[str, Compiled]
    """By seat: each judges it from what it is told."""


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """What a form asks.

    `sort` is `number`, `choice` (one of ids), `labelled` (one of words with labels), or one of
    `place region site seat force report moment text`. A number has `unit`, `default`, `low` and
    `high` (canonical); choices are (word, label); the staff's choice is the first.
    """

    name: str
    sort: str
    unit: str = ""
    default: float | None = None
    low: float | None = None
    high: float | None = None
    choices: tuple[tuple[str, str], ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The words it may hold, when the choice is closed."""
        return tuple(word for word, _ in self.choices)


@dataclass(frozen=True, slots=True)
class Known:
    """How a seat learns of an order: `after` hours, or by a `leak` (a chance for each hour)."""

    after: Value | None = None
    leak: Value | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A decision.

    `cost` is in the seat's own stocks, `takes` in hours; both are judged at the door.
    `known_to` names seats, or holds `all` alone. `authority` is a power or empty.
    """

    title: str
    seat: str
    when: Compiled | None = None
    authority: str = ""
    fields: Mapping[str, FieldSpec] = field(default_factory=dict)
    cost: Mapping[str, Amount] = field(default_factory=dict)
    takes: Amount | None = None
    known_to: Mapping[str, Known] = field(default_factory=dict)
    carried_by: str = ""
    may_fail: str = ""
    effects: tuple[Effect, ...] = ()
    case_for: str = ""
    case_against: str = ""
    unknown: str = ""
    record: str = ""
    short: Mapping[str, str] = field(default_factory=dict)
    """`title`, `for` and `against`, for narrow screens."""


@dataclass(frozen=True, slots=True)
class Term:
    """One side of a deal: a card done `within` hours, or not done for `lasts` hours."""

    card: str
    will: bool
    hours: Value
    when: Compiled | None = None


@dataclass(frozen=True, slots=True)
class Deal:
    """An offer between two seats: a pledge, an ask, a condition, or a threat."""

    title: str
    from_: str
    to: str
    gives: Term | None = None
    asks: Term | None = None
    or_else: Term | None = None


@dataclass(frozen=True, slots=True)
class Unless:
    """Comes if the card was not ordered within so many hours of the start, or of an inject."""

    seat: str
    card: str
    within: Value
    since: str = ""


@dataclass(frozen=True, slots=True)
class Inject:
    """What is brought in: at a time, on a condition, on inaction, or by hand.

    `to` holds seats, or `all`. One without a text is a silent trigger.
    """

    at: int | None = None
    when: Compiled | None = None
    repeat: bool = False
    unless_ordered: Unless | None = None
    from_: str = ""
    to: tuple[str, ...] = ()
    means: str = ""
    text: Text | None = None
    headline: str = ""
    expects: str = ""
    objective: str = ""
    effects: tuple[Effect, ...] = ()

    @property
    def by_hand(self) -> bool:
        """Whether only the facilitator or a `schedule` brings it in."""
        return self.at is None and self.when is None and self.unless_ordered is None


@dataclass(frozen=True, slots=True)
class HiddenAnswer:
    """One answer to a hidden question: its odds (a share) and what it sets."""

    text: str
    odds: Value
    set: Paths = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Clue:
    """A report that is shown with its chance under the answer drawn; `likely` is by answer."""

    to: tuple[str, ...]
    text: Text
    likely: Mapping[str, Value]
    at: int | None = None
    when: Compiled | None = None
    headline: str = ""


@dataclass(frozen=True, slots=True)
class Hidden:
    """A question that nobody in the game can answer."""

    question: str
    answers: Mapping[str, HiddenAnswer]
    clues: Mapping[str, Clue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ending:
    """How it can end; `when` None is the one that holds when time is up (`otherwise`)."""

    title: str
    text: str
    when: Compiled | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """A figure that is reported.

    `by` is `national`, `place` or `region`; `every` is `day` or `end`; `sense` is `total`, `day`,
    `peak` or `at`; `unit` is the unit it is shown in.
    """

    of: Compiled
    unit: str = ""
    by: str = "national"
    every: str = "end"
    sense: str = "total"
    title: str = ""


@dataclass(frozen=True, slots=True)
class Extra:
    """Moves that events may open beyond the planned ones: at most so many."""

    most: int
    when: Compiled


@dataclass(frozen=True, slots=True)
class Format:
    """When moves open: chapters by title, each with the seconds at which a move begins.

    `orders` is by seat; `otherwise` is everybody else. What lies before `opens_at` is played by
    the bot `played_by`. `ends` is in seconds.
    """

    chapters: Mapping[str, tuple[int, ...]]
    ends: int
    minutes: int = 0
    orders: Mapping[str, int] = field(default_factory=lambda: {"otherwise": 1})
    opens_at: int = 0
    played_by: str = "idle"
    extra: Extra | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class System:
    """What must be seen to work, and what to set to switch it off."""

    title: str
    of: tuple[str, ...]
    off: Paths = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Variant:
    """Another setting of the same scenario."""

    title: str
    set: Paths = field(default_factory=dict)


Chosen = float | str
"""What a form holds in one field: a number in canonical units, or a word."""


@dataclass(frozen=True, slots=True)
class Box:
    """One rule of a bot: what it orders, accepts or refuses when a condition over its view holds.

    Exactly one of `order`, `accept` and `refuse` is set; fields left out keep their default.
    """

    when: Compiled | None = None
    order: str = ""
    fields: Mapping[str, Chosen] = field(default_factory=dict)
    accept: str = ""
    refuse: str = ""


@dataclass(frozen=True, slots=True)
class Forecast:
    """A question for the slips, and what would make it true."""

    ask: str
    when: Compiled


@dataclass(frozen=True, slots=True)
class Past:
    """What was done, as an order of the bot `history`."""

    at: int
    order: str
    fields: Mapping[str, Chosen] = field(default_factory=dict)
    precision: str = ""
    source: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact is from, by its code in the texts."""

    title: str
    grade: str = ""
    url: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of a value: sources, confidence, basis, and how it is drawn (`dist`)."""

    source: tuple[str, ...] = ()
    confidence: str = ""
    basis: str = ""
    dist: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A line of the record: what an outcome was, as a range in the unit given."""

    date: str
    outcome: str
    scope: str
    low: float | None
    high: float | None
    unit: str = ""
    source: str = ""
    confidence: str = ""
    note: str = ""
