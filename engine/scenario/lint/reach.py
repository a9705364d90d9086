"""What can never come: cards, injects, endings, and objectives that nothing serves."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from engine.moments import HOUR
from engine.scenario.effects import End, Offer, Schedule, Shift, UndoWhen
from engine.scenario.expressions import Compiled
from engine.scenario.lint.possible import Possible, Span
from engine.scenario.models import Card, FieldSpec, Inject
from engine.scenario.scenario import Scenario
from engine.written import Value

E = TypeVar("E", End, Offer, Schedule, UndoWhen)
Found = tuple[str, str, str]
"""A path, a sentence and a code."""


def unreachable(scenario: Scenario) -> Iterator[Found]:
    """Everything that no run can come to, whatever is decided and however the dice fall."""
    reach = _Reach(scenario, changed(scenario))
    known = reach.settled()
    yield from reach.cards(known)
    yield from reach.injects(known)
    yield from reach.endings(known)
    served = {inject.objective for id, inject in scenario.injects.items() if id in known.live}
    for objective in scenario.objectives:
        if objective not in served:
            sentence = f"no inject tests `{objective}`; name it as the `objective` of one"
            yield f"objectives.{objective}", sentence, "W-objective"


def changed(scenario: Scenario) -> frozenset[str]:
    """Things that a variant, an answer or a switch sets anew: elsewhere they may well come."""
    paths = [path for variant in scenario.variants.values() for path in variant.set]
    paths += [path for system in scenario.systems.values() for path in system.off]
    for hidden in scenario.hidden.values():
        paths += [path for answer in hidden.answers.values() for path in answer.set]
    return frozenset(path.split(".")[1] for path in [*paths, *scenario.sets] if "." in path)


@dataclass(frozen=True, slots=True)
class _Reach:
    scenario: Scenario
    changed: frozenset[str]

    def settled(self) -> Possible:
        """What can come, beginning from nothing and adding what that makes possible."""
        known = Possible(self.scenario, stocks=_stocks(self.scenario))
        while True:
            live = frozenset(self._live(known))
            if live == known.live:
                return known
            known = Possible(self.scenario, live, known.stocks)

    def _live(self, known: Possible) -> Iterator[str]:
        opened = {effect.what for effect in self._effects(known, Offer)}
        scheduled = {effect.inject for effect in self._effects(known, Schedule)}
        scheduled |= {effect.inject for effect in self._effects(known, UndoWhen)}
        for id, card in self.scenario.cards.items():
            if id in self.changed or not self.why_not(card, known, id in opened):
                yield id
        for id, inject in self.scenario.injects.items():
            if id in self.changed or id in scheduled or not self._never(inject, known):
                yield id

    def _effects(self, known: Possible, sort: type[E]) -> Iterator[E]:
        """The effects of a sort that something which can come may have."""
        for id, thing in _things(self.scenario).items():
            if id not in known.live:
                continue
            fields = spans(thing.fields) if isinstance(thing, Card) else {}
            for effect in thing.effects:
                if isinstance(effect, sort) and holds(known, effect.when, fields):
                    yield effect

    def why_not(self, card: Card, known: Possible, opened: bool) -> str:
        """Why a card can never be ordered; empty if it can."""
        if not opened and not holds(known, card.when):
            return "its `when` can never hold"
        power = self.scenario.powers.get(card.authority)
        mine = power.when.get(card.seat) if power is not None else None
        if not opened and card.authority not in self.changed and not holds(known, mine):
            return f"its authority `{card.authority}` can never hold"
        for stock, amount in card.cost.items():
            most = known.stocks.get(f"{card.seat}.{stock}", math.inf)
            least = _least(known, amount.value, amount.sum, spans(card.fields))
            if least > most * (1 + 1e-9):
                return f"it costs more `{stock}` than `{card.seat}` can ever have"
        return ""

    def _never(self, inject: Inject, known: Possible) -> str:
        """Why an inject can never come by itself; empty if it can."""
        unless = inject.unless_ordered
        if unless is not None:
            if unless.since and unless.since not in known.live:
                return f"`{unless.since}`, since which it counts, can never come"
            late = unless.within.number * HOUR > self.scenario.end
            return "the scenario ends before `within` is over" if late else ""
        return "" if holds(known.as_it_is(), inject.when) else "its `when` can never hold"

    def cards(self, known: Possible) -> Iterator[Found]:
        """Cards that nobody can ever order."""
        for id, card in self.scenario.cards.items():
            if id not in known.live:
                why = self.why_not(card, known, opened=False)
                yield f"cards.{id}", f"`{id}` can never be ordered: {why}", "W-card"

    def injects(self, known: Possible) -> Iterator[Found]:
        """Injects that can never come."""
        for id, inject in self.scenario.injects.items():
            if id not in known.live:
                why = self._never(inject, known)
                yield f"injects.{id}", f"`{id}` can never come: {why}", "W-inject"

    def endings(self, known: Possible) -> Iterator[Found]:
        """Endings that are never reached, or behind one that always holds."""
        chosen = {effect.ending for effect in self._effects(known, End)}
        above = ""
        for id, ending in self.scenario.endings.items():
            path, mine = f"endings.{id}", ending.when
            if id in chosen or id in self.changed:
                pass
            elif above:
                yield path, f"`{id}` is never reached: `{above}` holds from the start", "W-ending"
            elif mine is not None and not known.as_it_is().holds(mine.text):
                yield path, f"`{id}` is never reached: its `when` can never hold", "W-ending"
            if mine is not None and not above and not known.fails(mine.text):
                above = id


def _things(scenario: Scenario) -> Mapping[str, Card | Inject]:
    """Everything with effects, by id."""
    return {**scenario.cards, **scenario.injects}


def holds(
    known: Possible, condition: Compiled | None, fields: Mapping[str, Span] | None = None
) -> bool:
    """Whether a `when` can hold; one that is left out always does."""
    return condition is None or known.holds(condition.text, fields)


def spans(fields: Mapping[str, FieldSpec]) -> dict[str, Span]:
    """Between what the numbers of a form lie."""
    return {
        name: (spec.low, spec.high)
        for name, spec in fields.items()
        if spec.low is not None and spec.high is not None
    }


def _least(
    known: Possible, value: Value | None, sum: Compiled | None, fields: Mapping[str, Span]
) -> float:
    if value is not None:
        return value.number if value.low is None else value.low
    return known.amount(sum.text, fields)[0] if sum is not None else 0.0


def _stocks(scenario: Scenario) -> dict[str, float]:
    """The most that each seat can have of each stock."""
    moves = max((_moves(scenario, name) for name in scenario.formats), default=0)
    moves = moves or scenario.end // scenario.beat + 1
    given = _given(scenario)
    found: dict[str, float] = {}
    for seat, written in scenario.seats.items():
        for name, stock in written.stocks.items():
            start = stock.start.number if stock.start.high is None else stock.start.high
            more = _more(stock.each_move) * moves
            more += _more(stock.each_day) * (scenario.end // 86400 + 1)
            full = math.inf if f"{seat}.{name}" in given else start + more
            found[f"{seat}.{name}"] = full
    return found


def _more(each: Value | None) -> float:
    return 0.0 if each is None else max(each.number, each.high or each.number, 0.0)


def _moves(scenario: Scenario, format: str) -> int:
    played = scenario.formats[format]
    extra = played.extra.most if played.extra is not None else 0
    return sum(len(times) for times in played.chapters.values()) + extra


def _given(scenario: Scenario) -> set[str]:
    """Stocks that some effect may add to."""
    found = set()
    for thing in _things(scenario).values():
        for effect in thing.effects:
            if isinstance(effect, Shift) and effect.sort == "stock":
                value = effect.amount.value
                if value is None or max(value.number, value.high or value.number) > 0:
                    found.add(effect.target)
    return found
