"""Finds what a name stands for, or says what was probably meant."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from engine.kinds import Reading
from engine.names import did_you_mean, listed
from engine.quantities import parse_unit
from engine.scenario.expressions import leaves
from engine.scenario.expressions.errors import SAID, ExpressionError
from engine.scenario.expressions.scope import FieldType, Names, Ref, Run, Scope
from engine.scenario.expressions.tree import Name
from engine.scenario.expressions.types import COUNT, MOMENT, TRUTH, Type, number_of
from engine.scenario.index import UNCLEAR

OVER = {"places": "place", "regions": "region", "sites": "site"}
LOCAL = ("place", "region", "site", "member", "force")
ASKED = {
    "card": "done({})",
    "inject": "fired({})",
    "offer": "kept({})",
    "agent": "{}.reading",
    "seat": "{}.stock",
    "place": "{}.reading",
    "region": "{}.reading",
    "site": "{}.reading",
    "member": "{}.reading",
    "force": "{}.reading",
}
TRUE = frozenset(["true", "false", "yes", "no", "on", "off", "null", "none"])


@dataclass(frozen=True, slots=True)
class Leaf:
    """A name that was found: its type, how to ask it, and what `over` gives one value each."""

    type: Type
    run: Run
    ref: Ref
    over: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """Looks names up in a scenario, for one reader."""

    names: Names
    scope: Scope

    def name(self, node: Name) -> Leaf:
        """What a name of any length stands for. Raises `ExpressionError`."""
        parts = node.parts
        if len(parts) == 1:
            return self._single(node)
        if len(parts) > 3:
            raise ExpressionError(f"`{node.text}` has too many parts", node.column, "E-name")
        head = parts[0]
        if head in OVER:
            return self._local(node, OVER[head])
        sort = self.names.sorts.get(head, "")
        if sort in LOCAL:
            return self._local(node, sort)
        held = self._held(head)
        if held:
            return self._local(node, held)
        if len(parts) == 2 and sort == "agent":
            return self._own(node)
        if len(parts) == 2 and sort == "seat":
            return self._stock(node)
        if sort:
            sentence = f"`{head}` is {_a(sort)}; it has no readings"
            raise ExpressionError(sentence, node.column, "E-name")
        if head in self.scope.fields:
            sentence = f"`{head}` is a field; it has no readings"
            raise ExpressionError(sentence, node.column, "E-name")
        askable = [id for id, sort in self.names.sorts.items() if sort in (*LOCAL, "agent", "seat")]
        raise self.missing(head, node.column, [*askable, *OVER])

    def _held(self, name: str) -> str:
        """Place, region or site, if that is all that a field can hold; else empty."""
        field = self.scope.fields.get(name)
        if field is None:
            return ""
        sorts = {self.names.sorts.get(word, "") for word in field.words} or {field.sort}
        return next(iter(sorts & {*OVER.values()}), "") if len(sorts) == 1 else ""

    def is_reading(self, node: Name) -> bool:
        """True of an agent's, place's, region's, site's or member's reading."""
        head, *rest = node.parts
        return bool(rest) and (head in OVER or self.names.sorts.get(head) in (*LOCAL, "agent"))

    def missing(
        self, word: str, column: int, candidates: Iterable[str], what: str = ""
    ) -> ExpressionError:
        """The error for a name that is nowhere: where it was deleted, or what was meant."""
        sentence = f"no {what} `{word}`" if what else f"no `{word}` here"
        if word in self.names.deleted:
            hint = f"; it was deleted at {self.names.deleted[word]}"
        elif word == "where":
            hint = "; in an inject it is what an any() in its `when` finds"
        else:
            hint = did_you_mean(word, candidates)
        return ExpressionError(sentence + hint, column, "E-name")

    def heard(self, name: str, node: Name, *others: str) -> None:
        """An error if the reader is a seat that is never told this."""
        seat = self.scope.seat
        if self.scope.reads == "world" or not seat:
            return
        if seat not in self.names.told and "seat" in self.names.sorts.values():
            # There is no such seat, which is said where it is named: nothing can be added to it.
            raise ExpressionError("", node.column, SAID)
        if not self.names.told.get(seat, frozenset()).intersection((name, *others)):
            hint = f"add it to seats.{seat}.told, or ask another thing"
            sentence = f"`{seat}` is never told `{name}`; {hint}"
            raise ExpressionError(sentence, node.column, "E-told")

    def _known(self, word: str, column: int) -> None:
        """An error that nobody is told, where the name's own mistake is said elsewhere."""
        seat, _, stock = word.partition(".")
        unclear = self.names.stocks.get(seat, {}).get(stock) == UNCLEAR
        if unclear or self.names.sorts.get(word) == "misspelt":
            raise ExpressionError("", column, SAID)

    def _single(self, node: Name) -> Leaf:
        word = node.text
        self._known(word, node.column)
        if word in self.scope.fields:
            kind = field_type(self.scope.fields[word])
            return Leaf(kind, leaves.field(word), Ref("field", word, text=word))
        sort = self.names.sorts.get(word)
        if sort == "meter":
            self.heard(word, node)
            return Leaf(number_of("%"), leaves.meter(word), Ref("meter", word, text=word))
        if word in TRUE:
            raise ExpressionError(f"`{word}`: write `always` or `never`", node.column, "E-name")
        if word == "otherwise":
            sentence = "`otherwise` stands alone, as the `when` of an ending"
            raise ExpressionError(sentence, node.column, "E-name")
        if sort:
            asked = ASKED.get(sort)
            hint = f"; ask `{asked.format(word)}`" if asked else ""
            sentence = f"`{word}` is {_a(sort)} and has no value{hint}"
            raise ExpressionError(sentence, node.column, "E-name")
        longer = self._longer(word)
        if longer:
            sentence = f"no `{word}` by itself; write {listed(f'`{name}`' for name in longer)}"
            raise ExpressionError(sentence, node.column, "E-name")
        meters = [id for id, sort in self.names.sorts.items() if sort == "meter"]
        values = [*self.scope.fields, *meters, "now", "hour", "day", "always", "never"]
        raise self.missing(word, node.column, values)

    def _longer(self, word: str) -> list[str]:
        own = [
            f"{agent}.{word}" if found[word].of == "self" else f"places.{word}"
            for agent, found in self.names.readings.items()
            if word in found
        ]
        held = [f"{seat}.{word}" for seat, stocks in self.names.stocks.items() if word in stocks]
        return list(dict.fromkeys([*own, *held]))[:3]

    def _own(self, node: Name) -> Leaf:
        agent, name = node.parts
        readings = self.names.readings.get(agent, {})
        reading = readings.get(name)
        if reading is None:
            if name in self.names.events.get(agent, ()):
                sentence = f"`{name}` is an event; ask `times({node.text})`"
                raise ExpressionError(sentence, node.at(1), "E-name")
            known = [word for word, found in readings.items() if found.of == "self"]
            raise self.missing(name, node.at(1), known, f"reading of `{agent}`,")
        if reading.of != "self":
            sentence = (
                f"`{name}` is a reading of {reading.of}s; write `{reading.of}s.{name}` or name one"
            )
            raise ExpressionError(sentence, node.column, "E-name")
        self.heard(name, node, node.text)
        ref = Ref("own", name, agent, text=node.text)
        kind = self._typed(agent, reading)
        ask = leaves.count(agent, name) if kind == COUNT else leaves.own(agent, name)
        return Leaf(kind, ask, ref)

    def _stock(self, node: Name) -> Leaf:
        seat, name = node.parts
        self._known(node.text, node.column)
        stocks = self.names.stocks.get(seat, {})
        if name not in stocks:
            raise self.missing(name, node.at(1), stocks, f"stock of `{seat}`,")
        if seat != self.scope.seat and self.scope.reads != "world" and self.scope.seat:
            sentence = f"`{node.text}` is known to `{seat}` alone; ask another thing"
            raise ExpressionError(sentence, node.column, "E-told")
        ref = Ref("stock", name, where=seat, text=node.text)
        return Leaf(number_of(stocks[name]), leaves.stock(seat, name), ref)

    def _local(self, node: Name, sort: str) -> Leaf:
        head, name = node.parts[0], node.parts[-1]
        whose = node.parts[1] if len(node.parts) == 3 else ""
        if whose and whose not in self.names.readings:
            known = [id for id, kind in self.names.sorts.items() if kind == "agent"]
            raise self.missing(whose, node.at(1), known, "agent")
        givers = self._giving(head, sort, name, whose)
        if not givers:
            known = self._offered(head, sort, whose)
            raise self.missing(name, node.at(len(node.parts) - 1), known, f"reading of {sort}s,")
        if len(givers) > 1:
            longer = listed([f"`{head}.{agent}.{name}`" for agent in givers])
            agents = listed([f"`{agent}`" for agent in givers], "and")
            sentence = f"`{name}` is a reading of {agents}; write {longer}"
            raise ExpressionError(sentence, node.column, "E-name")
        agent, reading = next(iter(givers.items()))
        self.heard(name, node, f"{agent}.{name}")
        kind = self._typed(agent, reading)
        if head in OVER:
            ref = Ref("each", name, agent, head, node.text)
            return Leaf(kind, leaves.nothing, ref, head)
        if head in self.scope.fields:
            ask = leaves.chosen(agent, name, head)
            return Leaf(kind, ask, Ref("local", name, agent, text=node.text))
        ref = Ref("local", name, agent, head, node.text)
        return Leaf(kind, leaves.local(agent, name, head), ref)

    def _giving(self, head: str, sort: str, name: str, whose: str) -> dict[str, Reading]:
        """Agent → its reading of this name of such a thing; `whose` names one agent alone."""
        found = self._asked(head, sort, whose)
        return {agent: own[name] for agent, own, of in found if name in own and own[name].of in of}

    def _offered(self, head: str, sort: str, whose: str) -> list[str]:
        """The names of all readings of such a thing."""
        found = self._asked(head, sort, whose)
        return [name for _, own, of in found for name, reading in own.items() if reading.of in of]

    def _asked(
        self, head: str, sort: str, whose: str
    ) -> Iterator[tuple[str, Mapping[str, Reading], tuple[str, ...]]]:
        """Each agent that may be asked of a thing, its readings, and of what they have to be."""
        owner = self.names.members.get(head) if sort == "member" else None
        wanted = ("place", "region") if sort == "region" else (sort,)
        for agent, readings in self.names.readings.items():
            if owner in (None, agent) and whose in ("", agent):
                yield agent, readings, wanted

    def _typed(self, agent: str, reading: Reading) -> Type:
        if reading.ladder:
            return Type("ladder", words=self.names.rungs.get(agent, ()), of=agent)
        if reading.words:
            return Type("words", words=reading.words)
        return TRUTH if reading.unit == "flag" else unit_type(reading.unit)


def unit_type(unit: str) -> Type:
    """The type of a number in a unit, of a moment or of a text."""
    if unit in ("moment", "text"):
        return MOMENT if unit == "moment" else Type("text")
    return number_of(unit) if unit else COUNT


def field_type(field: FieldType) -> Type:
    """The type of a field of an order."""
    if field.sort == "number":
        parse_unit(field.unit, None)
        return unit_type(field.unit)
    if field.sort == "words":
        return Type("words", words=field.words)
    if field.sort in ("moment", "text"):
        return MOMENT if field.sort == "moment" else Type("text")
    return Type("id", of=field.sort)


def _a(sort: str) -> str:
    return f"an {sort}" if sort[0] in "aeiou" else f"a {sort}"
