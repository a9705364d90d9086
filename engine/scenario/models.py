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
from engine.scenario.models_deals import (
    Credit as Credit,
)
from engine.scenario.models_deals import (
    Deal as Deal,
)
from engine.scenario.models_deals import (
    Exhibit as Exhibit,
)
from engine.scenario.models_deals import (
    Question as Question,
)
from engine.scenario.models_deals import (
    Term as Term,
)
from engine.scenario.models_form import (
    NEXT as NEXT,
)
from engine.scenario.models_form import (
    NOTHING as NOTHING,
)
from engine.scenario.models_form import (
    OR_NONE as OR_NONE,
)
from engine.scenario.models_form import (
    FieldSpec as FieldSpec,
)
from engine.scenario.models_play import (
    PLAIN as PLAIN,
)
from engine.scenario.models_play import (
    REPORTS as REPORTS,
)
from engine.scenario.models_play import (
    Box as Box,
)
from engine.scenario.models_play import (
    Chosen as Chosen,
)
from engine.scenario.models_play import (
    Ending as Ending,
)
from engine.scenario.models_play import (
    Evidence as Evidence,
)
from engine.scenario.models_play import (
    Extra as Extra,
)
from engine.scenario.models_play import (
    Forecast as Forecast,
)
from engine.scenario.models_play import (
    Format as Format,
)
from engine.scenario.models_play import (
    Opens as Opens,
)
from engine.scenario.models_play import (
    Outcome as Outcome,
)
from engine.scenario.models_play import (
    Past as Past,
)
from engine.scenario.models_play import (
    Plan as Plan,
)
from engine.scenario.models_play import (
    RecordRow as RecordRow,
)
from engine.scenario.models_play import (
    Row as Row,
)
from engine.scenario.models_play import (
    Source as Source,
)
from engine.scenario.models_play import (
    System as System,
)
from engine.scenario.models_play import (
    Temperament as Temperament,
)
from engine.scenario.models_play import (
    Variant as Variant,
)
from engine.scenario.models_world import (
    Agent as Agent,
)
from engine.scenario.models_world import (
    Aim as Aim,
)
from engine.scenario.models_world import (
    Force as Force,
)
from engine.scenario.models_world import (
    Meter as Meter,
)
from engine.scenario.models_world import (
    Need as Need,
)
from engine.scenario.models_world import (
    Paths as Paths,
)
from engine.scenario.models_world import (
    Region as Region,
)
from engine.scenario.models_world import (
    Seat as Seat,
)
from engine.scenario.models_world import (
    Site as Site,
)
from engine.scenario.models_world import (
    Stock as Stock,
)
from engine.scenario.models_world import (
    Told as Told,
)
from engine.scenario.models_world import (
    Town as Town,
)
from engine.written import Value


@dataclass(frozen=True, slots=True)
class Power:
    """A named authority, and when somebody has it."""

    title: str
    when: Mapping[str, Compiled]
    """By seat: each judges it from what it is told."""


@dataclass(frozen=True, slots=True)
class Known:
    """How a seat learns of an order: `after` hours, or by a `leak` (a chance for each hour)."""

    after: Value | None = None
    leak: Value | None = None


@dataclass(frozen=True, slots=True)
class Learning:
    """Who learns of an order, by seat or `all`, where its form is filled in as `with_` says."""

    who: Mapping[str, Known]
    with_: Mapping[str, Chosen] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Case:
    """Other words for a card while they fit; what is empty stays as the card has it."""

    when: Compiled | None = None
    case_for: str = ""
    case_against: str = ""
    unknown: str = ""
    short: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Card:
    """A decision.

    `cost` is in the seat's own stocks, `takes` in hours; both are judged at the door.
    The first of `known_to` that fits its form says who learns of it.
    `authority` is a power or empty.
    """

    title: str
    seat: str
    when: Compiled | None = None
    authority: str = ""
    fields: Mapping[str, FieldSpec] = field(default_factory=dict)
    cost: Mapping[str, Amount] = field(default_factory=dict)
    takes: Amount | None = None
    known_to: tuple[Learning, ...] = ()
    carried_by: str = ""
    may_fail: str = ""
    effects: tuple[Effect, ...] = ()
    case_for: str = ""
    case_against: str = ""
    unknown: str = ""
    record: str = ""
    text: str = ""
    """What it does, in the author's words, for those who fill it in."""
    closed: str = ""
    """What its seat is told while `when` does not hold; it is the same in every game."""
    short: Mapping[str, str] = field(default_factory=dict)
    """`title`, `for` and `against`, for narrow screens."""
    cases: tuple[Case, ...] = ()


@dataclass(frozen=True, slots=True)
class Unless:
    """Comes if the card was not ordered within so many hours of the start, or of an inject."""

    seat: str
    card: str
    within: Value
    since: str = ""


WHERE = "where"
"""What an inject calls the place at which its `when` holds."""


@dataclass(frozen=True, slots=True)
class Inject:
    """What is brought in: at a time, on a condition, on inaction, or by hand.

    `to` holds seats, or `all`. One without a text is a silent trigger. `also` holds other words for
    the text: each is told at most once a game, and then it comes without a report. With `odds` it
    can come by itself in that share of games only. `found_at` is the sort of what its `when` finds
    by an `any()`: a place, a region or a site, which its words and effects call `where`. With
    `event` it comes with that event, and its effects call `there` where that was.
    """

    at: int | None = None
    when: Compiled | None = None
    event: str = ""
    repeat: bool = False
    unless_ordered: Unless | None = None
    odds: Value | None = None
    from_: str = ""
    to: tuple[str, ...] = ()
    means: str = ""
    text: Text | None = None
    also: tuple[Text, ...] = ()
    headline: str = ""
    expects: str = ""
    objective: str = ""
    effects: tuple[Effect, ...] = ()
    found_at: str = ""

    @property
    def by_hand(self) -> bool:
        """Whether only the facilitator or a `schedule` brings it in."""
        itself = self.when is not None or self.unless_ordered is not None or bool(self.event)
        return self.at is None and not itself


@dataclass(frozen=True, slots=True)
class Objective:
    """What players should learn or show, as one sentence."""

    text: str


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
