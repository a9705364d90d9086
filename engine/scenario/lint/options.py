"""Options that are never better than another: a choice of a form, or a card beside a card.

An option is no better than another if it is worse or equal in all that its seat wants more or less
of, and the same in everything else. One that instructs an agent otherwise is another matter, not a
worse one: what it leads to is seen by playing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cached_property
from itertools import permutations, product
from typing import TypeVar

from engine.scenario.effects import Offer
from engine.scenario.expressions import Compiled
from engine.scenario.lint.blank import Form, anywhere
from engine.scenario.lint.leaning import leanings
from engine.scenario.lint.reach import Found, changed
from engine.scenario.lint.worth import Envs, Worth, laid
from engine.scenario.models import Card, FieldSpec, Term, Unless
from engine.scenario.scenario import Scenario

T = TypeVar("T")
CLOSED = ("choice", "labelled", "number")
MOST_FORMS = 200
"""Ways to fill in a form beyond which a card is left alone."""


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """An option and one it is held against: choices of a field, or cards where `field` is empty."""

    card: str
    field: str
    one: str
    other: str

    @property
    def path(self) -> str:
        """Where it stands in the scenario."""
        return f"cards.{self.card}.fields.{self.field}" if self.field else f"cards.{self.card}"

    @property
    def option(self) -> tuple[str, str, str]:
        """The one that is judged."""
        return self.card, self.field, self.one

    @property
    def turned(self) -> "Pair":
        """The same two the other way round."""
        return Pair(self.card if self.field else self.other, self.field, self.other, self.one)

    def said(self, worse: Sequence[str]) -> str:
        """That it is never better, and in what it is worse; in nothing, then they are alike."""
        inside = f" in `{self.field}` of `{self.card}`" if self.field else ""
        if not worse:
            return f"`{self.one}` does the same as `{self.other}`{inside}"
        ways = " and ".join(f"`{name}`" for name in worse)
        return f"`{self.one}` is never better than `{self.other}`{inside}, and worse in {ways}"


def dominated(scenario: Scenario) -> Iterator[Found]:
    """Options of which what is written says that they are never better, in whatever state."""
    options = Options(scenario)
    elsewhere = changed(scenario)
    state = State(options, anywhere)
    told: set[tuple[str, str, str]] = set()
    for pair in options.pairs:
        if pair.option in told or elsewhere & {pair.card, pair.one, pair.other}:
            continue
        if not pair.field and not _as_open(scenario.cards[pair.card], scenario.cards[pair.other]):
            continue
        worse = state.behind(pair)
        if worse is None or not options.comparable(pair):
            continue
        if worse or pair.turned.option not in told:
            told.add(pair.option)
            why = "let each be the best at some time"
            yield pair.path, f"{pair.said(sorted(worse))}; {why}", "W-dominated"


def _as_open(one: Card, other: Card) -> bool:
    """Whether a card can be played whenever another can, as far as is written."""
    texts = [None if card.when is None else card.when.text for card in (one, other)]
    return texts[1] in (None, "always", texts[0]) and other.authority in ("", one.authority)


class Options:
    """Which options of a scenario may be held against each other at all."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.leanings = {
            seat: leanings(seat, written, frozenset(scenario.counts))
            for seat, written in scenario.seats.items()
        }
        self.forms = {id: forms_of(card.fields) for id, card in scenario.cards.items()}
        self.pairs = [*self._inside(), *self._beside()]
        self.by_seat: dict[str, list[Pair]] = {seat: [] for seat in scenario.seats}
        for pair in self.pairs:
            self.by_seat[scenario.cards[pair.card].seat].append(pair)
        self.rows: dict[tuple[str, str, str], list[int]] = {}
        for id, card in scenario.cards.items():
            self.rows[id, "", id] = list(range(len(self.forms[id])))
            for name, words in _choices(card).items():
                for word in words:
                    self.rows[id, name, word] = [
                        n for n, form in enumerate(self.forms[id]) if form[name] == word
                    ]

    def _inside(self) -> Iterator[Pair]:
        promised = {
            (term.card, name) for term in _parts(self.scenario.offers, Term) for name in term.with_
        }
        for id, card in self.scenario.cards.items():
            # Who carries an order out reads its form.
            if not card.carried_by and self.forms[id]:
                for name, words in _choices(card).items():
                    if (id, name) not in promised:
                        yield from (Pair(id, name, *both) for both in _later_first(words))

    def _beside(self) -> Iterator[Pair]:
        cards = self.scenario.cards
        for one, other in _later_first(tuple(cards)):
            a, b = cards[one], cards[other]
            if a.seat == b.seat and dict(a.fields) == dict(b.fields) and self.forms[one]:
                yield Pair(one, "", one, other)

    def comparable(self, pair: Pair) -> bool:
        """Whether what two options declare is all that they do.

        It is not where anything else in the scenario asks whether one of two cards was ordered.
        """
        return bool(pair.field) or not self._spoken_of & {pair.one, pair.other}

    @cached_property
    def _spoken_of(self) -> frozenset[str]:
        return frozenset(_spoken_of(self.scenario))


def _later_first(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Every two, the later beside the earlier first: of two that are alike the later is told."""
    return permutations(reversed(words), 2)


@dataclass
class State:
    """Options as they are laid out in one state of the game."""

    options: Options
    envs: Envs
    _worths: dict[tuple[str, int], Worth] = field(default_factory=dict)

    def behind(self, pair: Pair) -> frozenset[str] | None:
        """In what an option is worse than the other, if it is never better; None if it is.

        Never better: whatever stands in the other fields of the form.
        """
        mine = self.options.rows[pair.card, pair.field, pair.one]
        other = pair.card if pair.field else pair.other
        theirs = self.options.rows[other, pair.field, pair.other if pair.field else other]
        worse: set[str] = set()
        for one, two in zip(mine, theirs, strict=True):
            found = self._worth(pair.card, one).behind(self._worth(other, two))
            if found is None:
                return None
            worse |= found
        return frozenset(worse)

    def _worth(self, id: str, number: int) -> Worth:
        """One option of a card, laid out when it is first asked for: most are told apart by one."""
        found = self._worths.get((id, number))
        if found is None:
            card = self.options.scenario.cards[id]
            form = self.options.forms[id][number]
            found = laid(card, form, self.envs, self.options.leanings[card.seat])
            self._worths[id, number] = found
        return found


def _choices(card: Card) -> Mapping[str, tuple[str, ...]]:
    fields = card.fields.items()
    return {name: spec.words for name, spec in fields if spec.sort in ("choice", "labelled")}


def forms_of(fields: Mapping[str, FieldSpec]) -> list[Form]:
    """Every way to fill in the closed fields: each choice, and the ends and defaults of numbers."""
    closed = {name: _values(spec) for name, spec in fields.items() if spec.sort in CLOSED}
    size = 1
    for values in closed.values():
        size *= len(values)
    if size > MOST_FORMS:
        return []
    return [dict(zip(closed, values, strict=True)) for values in product(*closed.values())]


def _values(spec: FieldSpec) -> Sequence[float | str]:
    if spec.sort != "number":
        return spec.words
    ends = (spec.default, spec.low, spec.high)
    return list(dict.fromkeys(end for end in ends if end is not None))


def _spoken_of(scenario: Scenario) -> set[str]:
    """Cards of which something else speaks: to order one of these does more than it declares."""
    whole = [getattr(scenario, each.name) for each in fields(scenario) if each.name not in UNHEARD]
    found = {unless.card for unless in _parts(whole, Unless)}
    found |= {term.card for term in _parts(whole, Term)}
    found |= {effect.what for effect in _parts(whole, Offer)}
    asked = (ref for compiled in _parts(whole, Compiled) for ref in compiled.uses)
    return found | {ref.name for ref in asked if ref.sort == "card"}


UNHEARD = (
    "doctrine", "staff", "plans", "history", "outcomes", "forecasts", "agents", "evidence",
    "record", "posterior", "names", "sheet", "where", "spelling", "texts",
)  # fmt: skip
"""Parts of a scenario that change nothing in a game that people play."""


def _parts(thing: object, sort: type[T]) -> Iterator[T]:
    """Everything of a sort inside a thing."""
    if isinstance(thing, sort):
        yield thing
    if isinstance(thing, Mapping):
        for each in thing.values():
            yield from _parts(each, sort)
    elif isinstance(thing, list | tuple):
        for each in thing:
            yield from _parts(each, sort)
    elif is_dataclass(thing) and not isinstance(thing, type | Compiled):
        for each in fields(thing):
            yield from _parts(getattr(thing, each.name), sort)
