"""Decisions and what comes in: cards, injects and hidden causes."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from engine.errors import Place
from engine.names import did_you_mean, listed
from engine.scenario import shapes
from engine.scenario.amounts import Amount
from engine.scenario.arguments import AREA, Around
from engine.scenario.conditions import amount, condition
from engine.scenario.effects import THERE
from engine.scenario.expressions import WORLD, FieldType, Scope, sort_found
from engine.scenario.fields import field_type, fields, shown_by
from engine.scenario.index import UNCLEAR
from engine.scenario.models import (
    WHERE,
    Card,
    Case,
    Clue,
    FieldSpec,
    Hidden,
    HiddenAnswer,
    Inject,
    Unless,
)
from engine.scenario.read_effects import effects
from engine.scenario.read_learning import known_to
from engine.scenario.read_results import event
from engine.scenario.read_world import made
from engine.scenario.reader import Reader, of_these, shape_of
from engine.scenario.records import record
from engine.scenario.source import Items, Node, Scalar, Table
from engine.scenario.values import value
from engine.written import Declared, Value

SHORT = ("title", "for", "against")
WIDE = {"title": 23, "for": 44, "against": 44}
SURE = Declared("value", "%", at_least=0.0, at_most=1.0)


def cards(reader: Reader, node: Node | None) -> dict[str, Card]:
    """The cards."""
    return reader.each(node, "cards by id", "cards", lambda *of: _Carding(reader, *of).card())


class _Carding:
    """One card on its way in: its seat and its fields decide what the rest may name."""

    def __init__(self, reader: Reader, id: str, node: Node, path: str) -> None:
        self.reader, self.id, self.node, self.path = reader, id, node, path
        items = node.items if isinstance(node, Table) else {}
        seat = items.get("seat")
        self.seat = seat.text if isinstance(seat, Scalar) else ""
        known = reader.index.sorts.get(self.seat) == "seat"
        reader.broken.clear()
        self.fields: dict[str, FieldSpec] = fields(reader, items.get("fields"), path)
        self._wheres(items.get("fields"))
        types = {name: field_type(spec) for name, spec in self.fields.items()}
        # While the seat is unknown, nothing is held against what it is told.
        asked = self.seat if known else ""
        self.mine = Scope("seat", asked)
        self.order = Scope("order", asked, types)
        self.around = Around(Scope("world", "", types), Scope("order", asked, types), self.fields)

    def _wheres(self, node: Node | None) -> None:
        """Only what its seat is told can narrow what a field offers."""
        told = self.reader.index.told.get(self.seat)
        for name, spec in self.fields.items():
            asked = spec.where.removeprefix("not ") if spec.sort != "exhibit" else ""
            if asked and told is not None and asked not in told and isinstance(node, Table):
                sentence = f"`{self.seat}` is not told `{asked}`{did_you_mean(asked, told)}"
                self.reader.error(node.items[name].place, sentence, "E-told")

    def card(self) -> Card | None:
        """The card, or None and problems."""
        reader = self.reader
        before = len(reader.problems)
        special = {
            "fields": lambda node, path: self.fields,
            "condition": lambda node, path: condition(reader, node, self.mine),
            "cost": self.cost,
            "amount": lambda node, path: amount(
                reader, node, self.order, shapes.CARD["takes"], path
            ),
            "known_to": lambda node, path: known_to(reader, node, path, self.id, self.fields),
            "short": self.short,
            "cases": self.cases,
            "effects": lambda node, path: effects(reader, node, self.around, path),
        }
        owner = f"`{self.id}`"
        found = record(reader, self.node, shapes.CARD, owner, self.path, special=special)
        # A field that could not be read is not held against those who name it.
        echoes = [f"`{name}`" for name in sorted(reader.broken)]
        reader.problems[before:] = [
            problem
            for problem in reader.problems[before:]
            if not any(echo in problem.sentence for echo in echoes)
        ]
        card = None if echoes else made(Card, found)
        return card and replace(card, fields=shown_by(card.fields, card.effects))

    def cost(self, node: Node, path: str) -> dict[str, Amount]:
        """What it takes of the seat's own stocks."""
        reader = self.reader
        table = reader.table(node, "stocks with what they pay, such as `standing: 1`")
        stocks = reader.index.stocks.get(self.seat, {})
        found: dict[str, Amount] = {}
        for stock, item in table.items.items():
            if stock not in stocks:
                if self.seat in reader.index.stocks and reader.names is not None:
                    hint = did_you_mean(stock, stocks) or of_these(stocks)
                    sentence = f"`{self.seat}` has no stock `{stock}`{hint}"
                    reader.error(table.at(stock), sentence, "E-cost")
                continue
            if stocks[stock] == UNCLEAR:
                continue
            what = Declared("amount", stocks[stock], at_least=0.0)
            paid = amount(reader, item, self.order, what, f"{path}.{stock}")
            if paid is not None:
                found[stock] = paid
        return found

    def cases(self, node: Node, path: str) -> tuple[Case, ...]:
        """Other words for it, each with when they fit."""
        if not isinstance(node, Items):
            sentence = f"expected a list of cases, got {shape_of(node)}"
            self.reader.error(node.place, sentence, "E-shape")
            return ()
        special = {
            "condition": lambda node, path: condition(self.reader, node, self.mine),
            "short": self.short,
        }
        read = (
            record(self.reader, item, shapes.CASE, "a case", f"{path}.{n}", special=special)
            for n, item in enumerate(node.items)
        )
        return tuple(case for found in read if (case := made(Case, found)) is not None)

    def short(self, node: Node, path: str) -> dict[str, str]:
        """Texts for narrow screens."""
        table = self.reader.table(node, "short texts")
        self.reader.keys(table, {key: Declared("text", optional=True) for key in SHORT}, "`short`")
        return {k: self.reader.text(item) for k, item in table.items.items() if k in SHORT}


def widths(reader: Reader, node: Node | None) -> None:
    """Warn of texts of cards that a screen of 80 columns cannot show."""
    asked = {"title": "title", "case_for": "for", "case_against": "against"}
    for id, card in node.items.items() if isinstance(node, Table) else ():
        if not isinstance(card, Table):
            continue
        given = card.items.get("short")
        short = given.items if isinstance(given, Table) else {}
        for key, name in asked.items():
            item = short.get(name, card.items.get(key))
            if not isinstance(item, Scalar) or len(item.text) <= WIDE[name]:
                continue
            form = f"`short: {{{name}: …}}`"
            sentence = (
                f"`{name if name in short else key}` of `{id}` has {len(item.text)} characters,"
                f" and a narrow screen shows {WIDE[name]}; add {form}"
            )
            reader.warn(item.place, sentence, "W-long")


def injects(reader: Reader, node: Node | None) -> dict[str, Inject]:
    """What is brought in."""

    def unless(item: Node, path: str) -> Unless | None:
        return made(Unless, record(reader, item, shapes.UNLESS, "`unless_ordered`", path))

    def read(id: str, item: Node, path: str) -> Inject | None:
        found_at = _where(reader, item)
        scope = Scope("world", "", {WHERE: FieldType(found_at)}) if found_at else WORLD
        known = {WHERE: FieldSpec(WHERE, found_at)} if found_at else {}
        if isinstance(item, Table) and _has_there(item.items):
            known[THERE] = FieldSpec(THERE, AREA)
        around = Around(scope, scope, known)
        special = {
            "unless": unless,
            "event": lambda n, p: event(reader, n),
            "effects": lambda n, p: effects(reader, n, around, p),
            "condition": lambda n, p: condition(reader, n, WORLD),
        }
        found = record(reader, item, shapes.INJECT, f"`{id}`", path, scope, special)
        if found is None or not isinstance(item, Table):
            return None
        found["found_at"] = found_at
        for key, sentence in _wrong_together(item.items):
            reader.error(item.at(key), sentence, "E-inject")
        if not reader.index.complete:
            return made(Inject, found)
        if "text" in item.items and "to" not in item.items:
            reader.error(item.place, f"`{id}` has a text and needs `to`", "E-missing")
        if "text" not in item.items and "effects" not in item.items:
            reader.error(item.place, f"`{id}` needs `text`, `effects` or both", "E-missing")
        return made(Inject, found)

    return reader.each(node, "injects by id", "injects", read)


def _where(reader: Reader, item: Node) -> str:
    """The sort of what makes an inject come: a place, a region or a site; empty if it has none."""
    when = item.items.get("when") if isinstance(item, Table) else None
    if not isinstance(when, Scalar) or reader.names is None:
        return ""
    return sort_found(when.text, reader.names.counts)


def _has_there(keys: Mapping[str, object]) -> bool:
    """Whether an inject comes with an event, or by hand alone: then it is everywhere."""
    return "event" in keys or not {"at", "when", "unless_ordered"} & {*keys}


def _wrong_together(keys: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Keys of an inject that do not go together, each with a sentence."""
    if "unless_ordered" in keys and {"at", "when", "event"} & {*keys}:
        yield "unless_ordered", "`unless_ordered` stands alone, without `at`, `when` and `event`"
    if "event" in keys and "at" in keys:
        yield "event", "an inject comes at a time or with an event, not both"
    if "repeat" in keys and not {"when", "event"} & {*keys}:
        yield "repeat", "`repeat` needs `when` or `event`"
    if "odds" in keys and not {"at", "when", "event", "unless_ordered"} & {*keys}:
        how = "`odds` needs `at`, `when`, `event` or `unless_ordered`"
        yield "odds", f"{how}: what is scheduled comes"


def hidden(reader: Reader, node: Node | None) -> dict[str, Hidden]:
    """The questions that nobody can answer."""

    def answer(id: str, item: Node, path: str) -> HiddenAnswer | None:
        return made(HiddenAnswer, record(reader, item, shapes.ANSWER, f"`{id}`", path))

    def read(id: str, item: Node, path: str) -> Hidden | None:
        table = item.items.get("answers") if isinstance(item, Table) else None
        named = list(table.items) if isinstance(table, Table) else []
        special = {
            "answers": lambda n, p: reader.each(n, "answers by id", p, answer),
            "clues": lambda n, p: reader.each(
                n, "clues by id", p, lambda *of: _clue(reader, named, *of)
            ),
        }
        found = record(reader, item, shapes.HIDDEN, f"`{id}`", path, special=special)
        question = made(Hidden, found)
        if question is not None and isinstance(item, Table):
            _sum_of_odds(reader, question, named, item.at("answers"))
        return question

    return reader.each(node, "questions by id", "hidden", read)


def _sum_of_odds(reader: Reader, question: Hidden, named: list[str], place: Place) -> None:
    whole = sum(answer.odds.number for answer in question.answers.values())
    if abs(whole - 1) > 1e-6 and list(question.answers) == named:
        sentence = f"the odds of the answers sum to {whole * 100:.6g} %, not 100 %"
        reader.error(place, sentence, "E-odds")


def _clue(reader: Reader, answers: list[str], id: str, item: Node, path: str) -> Clue | None:
    def likely(node: Node, path: str) -> dict[str, Value]:
        table = reader.table(node, "a share for each answer")
        found: dict[str, Value] = {}
        for answer, share in table.items.items():
            if answer not in answers:
                hint = did_you_mean(answer, answers)
                reader.error(table.at(answer), f"no answer `{answer}`{hint}", "E-name")
                continue
            chance = value(reader, share, SURE, f"{path}.{answer}")
            if chance is not None:
                found[answer] = chance
        without = [answer for answer in answers if answer not in table.items]
        if without and all(answer in answers for answer in table.items):
            names = listed((f"`{answer}`" for answer in without), "and")
            reader.error(node.place, f"says nothing of {names}", "E-missing")
        return found

    found = record(reader, item, shapes.CLUE, f"`{id}`", path, special={"likely": likely})
    if isinstance(item, Table) and "at" not in item.items and "when" not in item.items:
        reader.error(item.place, f"`{id}` needs `at` or `when`", "E-missing")
        return None
    return made(Clue, found)
