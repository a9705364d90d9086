"""How a game is played and told: endings, outcomes, formats, systems, variants, bots, sources.

As in engine.scenario.models, things are frozen, checked and compiled.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.scenario.expressions import Compiled
from engine.scenario.models_world import Paths


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
class Opens:
    """What opens an extra move: when it becomes true everybody is told `text`."""

    when: Compiled
    text: str = ""


@dataclass(frozen=True, slots=True)
class Extra:
    """Moves that events may open beyond the planned ones: at most so many.

    One opens when one of `by` becomes true. When no more may be opened, the next planned move
    begins with it. An opening without a name is the only one.
    """

    most: int
    by: Mapping[str, Opens] = field(default_factory=dict)


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


REPORTS = ("newest", "stands", "fell")
"""What a box may ask for in the field of a report: the newest that it has not named yet, of all
or of those that a check found to stand or not to."""

PLAIN = "plain"
"""A bot without a temperament, as `only` names it."""


@dataclass(frozen=True, slots=True)
class Temperament:
    """A way of playing doctrine; a trait is a factor that the conditions of boxes may name."""

    title: str
    traits: Mapping[str, float] = field(default_factory=dict)


Chosen = float | str
"""What a form holds in one field: a number in canonical units, or a word."""


@dataclass(frozen=True, slots=True)
class Box:
    """One rule of a bot: what it orders, or does about a deal, when a condition holds.

    Exactly one of `order`, `make`, `accept`, `refuse` and `extend` is set; fields left out keep
    their default. `breaks` lets an order break its seat's word; `to` is who an offer is made to,
    and `reply` the answer to a question.
    With `only` it is a box of these temperaments (`plain`: of a bot that has none).
    """

    when: Compiled | None = None
    order: str = ""
    fields: Mapping[str, Chosen] = field(default_factory=dict)
    accept: str = ""
    refuse: str = ""
    make: str = ""
    extend: str = ""
    to: str = ""
    reply: str = ""
    breaks: bool = False
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One order of a plan: at its hour (`at`, in seconds), or whenever a condition holds (`when`).

    Exactly one of the two is set.
    """

    order: str
    at: int | None = None
    when: Compiled | None = None
    fields: Mapping[str, Chosen] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plan:
    """A script for a seat: its own orders first, and then what `then` says.

    With `past` its orders are the seat's in the scenario's history. `then` is the bot that decides
    what the script leaves open, and which never orders the cards of `without`.
    """

    title: str
    seat: str
    orders: Mapping[str, Row] = field(default_factory=dict)
    past: bool = False
    then: str = "doctrine"
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Forecast:
    """A question for the slips, and what would make it true.

    A seat to which `open` is known to be false is not asked: what is settled is no question.
    """

    ask: str
    when: Compiled
    open: Compiled | None = None


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
