"""Deals as a scenario writes them: offers with their terms, exhibits, and the sizes of credit.

As in engine.scenario.models, things are frozen, checked and compiled.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.scenario.expressions import Compiled
from engine.scenario.models_play import Chosen
from engine.written import Value

EVERYBODY = ("all",)
"""Who an offer is to when it is put to every other seat at once."""

ANY = "any"
"""The exhibit that a term names when any will do."""


@dataclass(frozen=True, slots=True)
class Term:
    """One promise of a deal.

    `will` says that `card` is ordered within `hours`, or that `exhibit` is shown within them;
    otherwise the card is not ordered for `hours`. Only orders count whose fields are as `with_`
    says (a number: at least so much), whose numbers are `over` these sums as they stand when it is
    ordered, and whose places touch `at`. The hours run from the moment
    the deal binds, or from the first beat at which `when` holds in the world. `by` is another
    seat of the same side that must keep it, and hears of it `heard_after` hours later.
    """

    will: bool
    hours: Value
    card: str = ""
    exhibit: str = ""
    with_: Mapping[str, Chosen] = field(default_factory=dict)
    over: Mapping[str, Compiled] = field(default_factory=dict)
    at: tuple[str, ...] = ()
    when: Compiled | None = None
    by: str = ""
    heard_after: Value | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question with the replies that may be given to it, by their ids."""

    ask: str
    replies: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Deal:
    """An offer: a pledge, an ask, a condition, a threat, a question, or evidence.

    `to` holds the seats it may be put to, one at a time, or `all`. `answer_by` is in hours.
    `when` is judged by the seat that offers; `leak` is the chance that the hot line is overheard.
    """

    title: str
    from_: str
    to: tuple[str, ...]
    gives: tuple[Term, ...] = ()
    asks: tuple[Term, ...] = ()
    or_else: Term | None = None
    question: Question | None = None
    shows: tuple[str, ...] = ()
    answer_by: Value = field(default=Value(12.0, unit="h"))
    when: Compiled | None = None
    public: bool = False
    leak: Value = field(default=Value(0.15, unit="%"))
    text: str = ""

    @property
    def sort(self) -> str:
        """What it is, told by its shape."""
        if self.question is not None:
            return "question"
        if self.or_else is not None:
            return "threat"
        if self.asks:
            return "condition" if self.gives else "ask"
        return "pledge" if self.gives else "evidence"

    @property
    def to_all(self) -> bool:
        """Whether it is put to every other seat at once."""
        return self.to == EVERYBODY

    def side(self, name: str) -> tuple[Term, ...]:
        """The terms of a side: `gives`, `asks` or `or_else`."""
        if name == "or_else":
            return () if self.or_else is None else (self.or_else,)
        return self.gives if name == "gives" else self.asks


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A piece of evidence: found by the seats `to` when `when` comes true.

    Whether it is genuine is judged once, as it is found: by the `odds`, or by a condition. One
    that is not is found out `found_out` hours after it was first shown.
    """

    title: str
    to: tuple[str, ...]
    when: Compiled
    text: str
    true: Compiled | None = None
    odds: Value | None = None
    headline: str = ""
    found_out: Value = field(default=Value(72.0, unit="h"))


@dataclass(frozen=True, slots=True)
class Credit:
    """How one seat's credit with another begins and moves, as shares."""

    start: Value = field(default=Value(0.5, unit="%"))
    kept: Value = field(default=Value(0.05, unit="%"))
    broken: Value = field(default=Value(-0.2, unit="%"))
    lapsed: Value = field(default=Value(-0.3, unit="%"))
    extended: Value = field(default=Value(-0.1, unit="%"))
    false: Value = field(default=Value(-0.2, unit="%"))
