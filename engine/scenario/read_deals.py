"""Deals: offers and their terms, exhibits, and the sizes of credit."""

from collections.abc import Iterator, Mapping

from engine.names import did_you_mean, is_id
from engine.scenario import shapes
from engine.scenario.conditions import condition, total
from engine.scenario.expressions import WORLD, Compiled, Scope
from engine.scenario.fields import chosen
from engine.scenario.models import Card, Credit, Deal, Exhibit, FieldSpec, Question, Term
from engine.scenario.models_deals import ANY, EVERYBODY
from engine.scenario.read_world import made
from engine.scenario.reader import Reader
from engine.scenario.records import Found, record
from engine.scenario.source import Items, Node, Scalar, Table
from engine.scenario.values import value
from engine.written import Declared, Value

FORMS = {"will": "within", "will_show": "within", "will_not": "for"}
"""The first word of a term, and the word before its time."""

SHARED = ("at", "when", "by", "heard_after", "over")

RESERVED = ("accept", "refuse", "recall", "extend", "none")
"""What a reply to a question cannot be called: it is a reply already."""

SURE = Declared("value", "%", at_least=0.0, at_most=1.0)


def offers(reader: Reader, node: Node | None, cards: Mapping[str, Card]) -> dict[str, Deal]:
    """The deals that can be put."""
    return reader.each(node, "offers by id", "offers", lambda *of: _offer(reader, cards, *of))


def _offer(
    reader: Reader, cards: Mapping[str, Card], id: str, node: Node, path: str
) -> Deal | None:
    own = node.items.get("from") if isinstance(node, Table) else None
    seat = own.text if isinstance(own, Scalar) else ""
    mine = Scope("seat", seat if reader.index.sorts.get(seat) == "seat" else "")

    def exhibits(item: Node, path: str) -> tuple[str, ...]:
        return tuple(reader.name(each, "exhibit") for each in reader.scalars(item))

    special = {
        "terms": lambda n, p: _terms(reader, cards, n, p),
        "term": lambda n, p: _term(reader, cards, n, p),
        "question": lambda n, p: _question(reader, n, p),
        "exhibits": exhibits,
        "offer_when": lambda n, p: condition(reader, n, mine),
    }
    found = record(reader, node, shapes.OFFER, f"`{id}`", path, special=special)
    if found is None or not isinstance(node, Table):
        return None
    deal = made(Deal, found)
    assert deal is not None
    for key, sentence, code in _mistakes(id, node, deal):
        place = node.items[key].place if key in node.items else node.place
        reader.error(place, sentence, code)
    return deal


def _mistakes(id: str, node: Table, deal: Deal) -> Iterator[tuple[str, str, str]]:
    """What is wrong with the shape of an offer: the key, a sentence and a code."""
    kinds = ("gives", "asks", "question", "shows")
    if not any(key in node.items for key in kinds):
        sentence = f"`{id}` needs `gives`, `asks`, `question` or `shows`"
        yield "", sentence, "E-missing"
    if deal.from_ in deal.to:
        yield "to", "a seat cannot offer to itself", "E-term"
    terms = [key for key in ("gives", "asks", "or_else") if key in node.items]
    if "question" in node.items and terms:
        yield terms[0], "a question has replies and no terms", "E-term"
    if "or_else" in node.items and ("gives" in node.items or "asks" not in node.items):
        yield "or_else", "a threat has `asks` and no `gives`", "E-term"
    if len(deal.to) > 1 and "asks" in node.items:
        yield "to", "what is asked is asked of one seat", "E-term"
    if deal.to == EVERYBODY and ("asks" in node.items or "question" in node.items):
        yield (
            "to",
            "a pledge or an exhibit is for `all`; what is asked is asked of a seat",
            "E-term",
        )


def _terms(
    reader: Reader, cards: Mapping[str, Card], node: Node, path: str
) -> tuple[Term, ...] | None:
    """One term, or a list of them."""
    if not isinstance(node, Items):
        one = _term(reader, cards, node, path)
        return None if one is None else (one,)
    found = [
        _term(reader, cards, item, f"{path}.{number}") for number, item in enumerate(node.items)
    ]
    kept = tuple(term for term in found if term is not None)
    return kept if kept and len(kept) == len(found) else None


def _term(reader: Reader, cards: Mapping[str, Card], node: Node, path: str) -> Term | None:
    items = node.items if isinstance(node, Table) else {}
    card = next((item.text for key in ("will", "will_not")
                 if isinstance(item := items.get(key), Scalar)), "")  # fmt: skip
    specs = dict(cards[card].fields) if card in cards else None
    special = {
        "with": lambda n, p: None if specs is None else chosen(reader, n, card, specs),
        "over": lambda n, p: None if specs is None else _over(reader, n, specs),
        "areas": lambda n, p: _areas(reader, n),
        "exhibit_or_any": lambda n, p: _exhibit(reader, n),
    }
    found = record(reader, node, shapes.TERM, "a term", path, special=special)
    if found is None or not isinstance(node, Table):
        return None
    first = [key for key in FORMS if key in items]
    times = [key for key in ("within", "for") if key in items]
    if len(first) != 1 or times != [FORMS[first[0]]]:
        sentence = "a term is `{will: card, within: 12 h}` or `{will_not: card, for: 48 h}`"
        reader.error(node.place, sentence, "E-term")
        return None
    if "heard_after" in items and "by" not in items:
        reader.error(node.at("heard_after"), "`heard_after` needs `by`", "E-term")
    return _made(found, first[0])


def _made(found: Found, first: str) -> Term | None:
    hours = found.get(FORMS[first])
    if first not in found or not isinstance(hours, Value):
        return None
    shared: Found = {key: found[key] for key in SHARED if key in found}
    shared["exhibit" if first == "will_show" else "card"] = found[first]
    return made(Term, shared, will=first != "will_not", hours=hours, with_=found.get("with", {}))


def _over(reader: Reader, node: Node, specs: Mapping[str, FieldSpec]) -> dict[str, Compiled]:
    """By field of the card that is a number, the sum above which it counts."""
    table = reader.table(node, "fields with sums, such as `{men: alliance.men_agreed}`")
    found: dict[str, Compiled] = {}
    for name, item in table.items.items():
        spec = specs.get(name)
        if spec is None or spec.sort != "number":
            known = [each for each, of in specs.items() if of.sort == "number"]
            sentence = f"no number `{name}` in the form{did_you_mean(name, known)}"
            reader.error(table.at(name), sentence, "E-field")
            continue
        sum_ = total(reader, item, WORLD, spec.unit)
        if sum_ is not None:
            found[name] = sum_
    return found


def _areas(reader: Reader, node: Node) -> tuple[str, ...]:
    return tuple(
        name
        for item in reader.scalars(node)
        if (name := reader.name(item, "place", "region", "site"))
    )


def _exhibit(reader: Reader, node: Node) -> str | None:
    if isinstance(node, Scalar) and node.text == ANY:
        return ANY
    return reader.name(node, "exhibit") or None


def _question(reader: Reader, node: Node, path: str) -> Question | None:
    def replies(item: Node, path: str) -> dict[str, str] | None:
        table = reader.table(item, "replies by id, such as `{yes: We were told}`")
        for key in table.items:
            if not is_id(key) or key in RESERVED:
                sentence = f"`{key}` cannot be a reply; write another id"
                reader.error(table.at(key), sentence, "E-id")
        found = {key: reader.text(text) for key, text in table.items.items()}
        if len(found) < 2:
            reader.error(item.place, "a question has at least two replies", "E-missing")
        return found

    found = record(reader, node, shapes.QUESTION, "a question", path, special={"replies": replies})
    return made(Question, found)


def exhibits(reader: Reader, node: Node | None) -> dict[str, Exhibit]:
    """The evidence that there is to find."""

    def read(id: str, item: Node, path: str) -> Exhibit | None:
        special = {"genuine": lambda n, p: _genuine(reader, n, p)}
        found = record(reader, item, shapes.EXHIBIT, f"`{id}`", path, special=special)
        if found is None:
            return None
        genuine = found.pop("true")
        key = "true" if isinstance(genuine, Compiled) else "odds"
        return made(Exhibit, {**found, key: genuine})

    return reader.each(node, "exhibits by id", "exhibits", read)


def _genuine(reader: Reader, node: Node, path: str) -> object:
    if isinstance(node, Scalar) and node.text[:1].isdigit() and node.text.endswith("%"):
        return value(reader, node, SURE, path)
    return condition(reader, node, WORLD)


def credit(reader: Reader, node: Node | None) -> Credit:
    """How much credit moves; what is left out keeps its default."""
    if node is None:
        return Credit()
    found = record(reader, node, shapes.CREDIT, "`credit`", "credit")
    return made(Credit, found) or Credit()
