"""What is declared of an option: what it costs and takes, who hears of it, and its effects.

Of some of this its seat wants more or less: less of costs and of time, more of its own stocks, and
of a meter what its aims ask for. What an agent makes of an order nobody can tell beforehand.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from engine.scenario.amounts import Amount, AreaSpec, FieldRef, Given, Text, Word
from engine.scenario.effects import (
    Cancel,
    Check,
    Credited,
    Do,
    Effect,
    End,
    Offer,
    Schedule,
    Shift,
    Show,
    Tell,
    UndoWhen,
)
from engine.scenario.expressions import Compiled, Env
from engine.scenario.learning import learners
from engine.scenario.lint.blank import Form, asked
from engine.scenario.models import Card

Envs = Callable[[Form], tuple[Env, Env]]
"""What a seat knows, and what is so, with a form at hand."""

Key = tuple[object, ...]
SLACK = 1e-9


@dataclass(frozen=True)
class Worth:
    """What is declared of one option now: `good` is more the better, `rest` must be alike.

    `said` is what it tells in words, which only makes two options differ that are alike in all.
    """

    good: Mapping[Key, tuple[float, ...]]
    rest: Mapping[Key, int]
    said: tuple[str, ...]

    def behind(self, other: "Worth") -> frozenset[str] | None:
        """In what it is worse than another, if it is better in nothing; None if it is."""
        if self.rest != other.rest:
            return None
        worse = set()
        for key in {**self.good, **other.good}:
            mine = self.good.get(key, (0.0,) * 3)
            theirs = other.good.get(key, (0.0,) * 3)
            if any(a > b + SLACK for a, b in zip(mine, theirs, strict=True)):
                return None
            if any(a < b - SLACK for a, b in zip(mine, theirs, strict=True)):
                worse.add(str(key[1]))
        return frozenset(worse) if worse or self.said == other.said else None


def laid(card: Card, form: Form, envs: Envs, leanings: Mapping[str, int]) -> Worth:
    """What is declared of a card with such a form; its seat wants things as `leanings` says."""
    return _Laid(card, form, envs(form), leanings).worth()


class _Laid:
    """One option as it is laid out."""

    def __init__(
        self, card: Card, form: Form, envs: tuple[Env, Env], leanings: Mapping[str, int]
    ) -> None:
        self._card, self._form, self._leanings = card, form, leanings
        self._seat, self._world = envs
        self._good: dict[Key, tuple[float, ...]] = {}
        self._rest: Counter[Key] = Counter()
        self._said: list[str] = []

    def worth(self) -> Worth:
        card = self._card
        for stock, amount in card.cost.items():
            self._count(("cost", stock), amount, self._seat, -1)
        if card.takes is not None:
            self._count(("takes", "time"), card.takes, self._seat, -1)
        self._rest[("known_to", *learners(card, self._form).items())] += 1
        if card.carried_by:
            # Who carries an order out reads its form.
            self._rest[("carried_by", card.carried_by, *sorted(self._form.items()))] += 1
        for index, effect in enumerate(card.effects):
            self._effect(effect, index)
        return Worth(self._good, self._rest, tuple(self._said))

    def _effect(self, effect: Effect, index: int) -> None:
        held = True if effect.when is None else asked(effect.when.truth, self._world)
        if held is False:
            return
        when = () if held or effect.when is None else self._unknown(effect.when)
        match effect:
            case Shift():
                self._shift(effect, when)
            case Do():
                given = sorted((name, self._given(it)) for name, it in effect.arguments.items())
                self._rest[("do", effect.agent, effect.verb, repr(given), when)] += 1
            case Tell():
                self._said += [effect.headline, *(text.written for text in texts(effect))]
                shown = tuple(self._shown(text) for text in texts(effect))
                self._rest[("tell", effect.to, effect.false, shown, when)] += 1
            case Schedule():
                after = None if effect.after is None else self._amount(effect.after, self._world)
                self._rest[("schedule", effect.inject, repr(after), when)] += 1
            case Cancel():
                self._rest[("cancel", effect.inject, when)] += 1
            case Offer():
                to = self._given(effect.to)
                self._rest[("offer", effect.sort, effect.what, to, when)] += 1
            case Check():
                self._rest[("check", index, self._given(effect.exhibit), when)] += 1
            case Show():
                self._rest[("show", index, self._exhibits(effect), effect.to, when)] += 1
            case End():
                self._rest[("end", effect.ending, when)] += 1
            case Credited():
                by = repr(self._amount(effect.amount, self._world))
                pair = (self._given(effect.seat), self._given(effect.other))
                self._rest[("credit", *pair, by, when)] += 1
            case UndoWhen():
                self._rest[("undo_when", index, effect.inject, when)] += 1

    def _exhibits(self, effect: Show) -> tuple[str, ...]:
        number = () if effect.number is None else (repr(self._amount(effect.number, self._world)),)
        return (*number, *map(self._given, effect.named))

    def _shift(self, shift: Shift, when: Key) -> None:
        lasting = tuple(
            "" if each is None else repr(self._amount(each, self._world))
            for each in (shift.lasts, shift.half_life)
        )
        area = "" if shift.area is None else self._given(shift.area)
        key = (shift.sort, shift.target, shift.times, area, lasting, when)
        way = self._leanings.get(shift.target, 0) if shift.sort != "parameter" else 0
        self._count(key, shift.amount, self._world, way, shift.times)

    def _count(self, key: Key, amount: Amount, env: Env, way: int, times: bool = False) -> None:
        found = self._amount(amount, env)
        if not way or not isinstance(found, tuple):
            self._rest[(*key, repr(found))] += 1
            return
        before = self._good.get(key, (0.0, 0.0, 0.0))
        still = 1.0 if times else 0.0
        self._good[key] = tuple(
            old + way * (more - still) for old, more in zip(before, found, strict=True)
        )

    def _amount(self, amount: Amount, env: Env) -> tuple[float, ...] | str:
        """Least, central and most; as written where it is not known."""
        value = amount.value
        if value is not None:
            low = value.number if value.low is None else value.low
            return low, value.number, value.number if value.high is None else value.high
        assert amount.sum is not None
        number = asked(amount.sum.number, env)
        return repr(self._unknown(amount.sum)) if number is None else (number, number, number)

    def _unknown(self, compiled: Compiled) -> Key:
        """What stands for a sum that is not known: two with other fields may differ."""
        used = [ref.name for ref in compiled.uses if ref.sort == "field"]
        return (compiled.text, *((name, self._form.get(name, "")) for name in used))

    def _shown(self, text: Text) -> Key:
        return tuple(self._unknown(piece.sum) for piece in text.shown())

    def _given(self, given: Given) -> str:
        match given:
            case Amount():
                return repr(self._amount(given, self._world))
            case Word():
                return given.id
            case FieldRef():
                return str(self._form.get(given.field, f"{{{given.field}}}"))
            case AreaSpec() if given.field:
                return f"{given.beside} {self._form.get(given.field, f'{{{given.field}}}')}"
            case AreaSpec():
                return repr(given)


def texts(tell: Tell) -> tuple[Text, ...]:
    """All the words that a report may have."""
    return tell.text, *tell.also
