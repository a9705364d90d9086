"""Who plays by rule: doctrine, temperaments, plans, the questions of the slips, and history."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from engine.names import listed
from engine.scenario import shapes, values
from engine.scenario.expressions import FieldType, Scope
from engine.scenario.fields import chosen
from engine.scenario.models import (
    PLAIN,
    REPORTS,
    Box,
    Card,
    Deal,
    Forecast,
    Past,
    Plan,
    Row,
    Temperament,
)
from engine.scenario.read_world import made
from engine.scenario.reader import Reader
from engine.scenario.records import Found, record
from engine.scenario.source import Node, Scalar, Table

ACTS = ("order", "make", "accept", "refuse", "extend")
"""What a box may do; it does one of them."""

E_OFFER = "E-offer"

HISTORY = "history"
"""In place of a plan's orders: what the seat did."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the boxes of bots may speak of."""

    cards: Mapping[str, Card]
    offers: Mapping[str, Deal]
    tempers: Mapping[str, Temperament]

    @property
    def words(self) -> tuple[str, ...]:
        """What may stand in `only`."""
        return (PLAIN, *self.tempers)

    @property
    def traits(self) -> dict[str, FieldType]:
        """The traits that any temperament has, as conditions take them."""
        names = (trait for temper in self.tempers.values() for trait in temper.traits)
        return {name: FieldType("number", "") for name in names}


def temperaments(reader: Reader, node: Node | None) -> dict[str, Temperament]:
    """The ways in which the bots of a scenario may play."""

    def read(id: str, item: Node, path: str) -> Temperament | None:
        if id == PLAIN:
            sentence = f"`{PLAIN}` is a bot without a temperament; give it another name"
            reader.error(item.place, sentence, "E-id")
        special = {"traits": lambda n, p: _traits(reader, n, p)}
        found = record(reader, item, shapes.TEMPERAMENT, f"`{id}`", path, special=special)
        return made(Temperament, found)

    return reader.each(node, "temperaments by name", "temperaments", read)


def _traits(reader: Reader, node: Node, path: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for name, item in reader.ids(node, "traits such as `nerve: 80 %`").items.items():
        if name in reader.index.sorts:
            sentence = f"`{name}` is a {reader.index.sorts[name]} already; give the trait a name"
            reader.error(item.place, sentence, "E-id")
        read = values.value(reader, item, shapes.TRAIT, f"{path}.{name}")
        if read is not None:
            found[name] = read.number
    return found


def doctrine(reader: Reader, node: Node | None, known: Known) -> dict[str, dict[str, Box]]:
    """How the bot in each chair plays."""
    if node is None:
        return {}
    found: dict[str, dict[str, Box]] = {}
    table = reader.table(node, "boxes by seat")
    for seat, item in table.items.items():
        if reader.named(seat, table.at(seat), "seat"):
            path = f"doctrine.{seat}"
            found[seat] = {
                name: box
                for name, inside in reader.table(item, "boxes by name").items.items()
                if (box := _box(reader, inside, seat, known, f"{path}.{name}")) is not None
            }
    return found


def _box(reader: Reader, node: Node, seat: str, known: Known, path: str) -> Box | None:
    order = _order(node)
    name = path.rsplit(".", 1)[-1]
    special = {
        "chosen": lambda n, p: _chosen(reader, n, order, known),
        "tempers": lambda n, p: tuple(reader.word(i, known.words) for i in reader.scalars(n)),
    }
    scope = Scope("seat", seat, known.traits)
    found = record(reader, node, shapes.BOX, f"`{name}`", path, scope, special)
    if found is None or not isinstance(node, Table):
        return None
    acts = [key for key in ACTS if key in node.items]
    if len(acts) != 1:
        sentence = f"`{name}` needs one of {listed((f'`{act}`' for act in ACTS), 'and')}"
        reader.error(node.place, sentence, "E-missing")
        return None
    _own(reader, node, seat, known)
    box = made(Box, found)
    deal = known.offers.get(str(found.get(acts[0], "")))
    if box is not None and deal is not None:
        for key, sentence, code in _of_a_deal(box, acts[0], deal, seat):
            reader.error(node.items.get(key, node).place, sentence, code)
    return box


def _of_a_deal(box: Box, act: str, deal: Deal, seat: str) -> Iterator[tuple[str, str, str]]:
    """What is wrong with a box about an offer: the key, a sentence and a code."""
    whom = listed(f"`{other}`" for other in deal.to)
    if act in ("make", "extend"):
        if deal.from_ != seat:
            yield (
                act,
                f"`{getattr(box, act)}` is an offer of `{deal.from_}`, not of `{seat}`",
                E_OFFER,
            )
        if box.to and box.to not in deal.to:
            yield "to", f"`{box.make}` is an offer to {whom}, not to `{box.to}`", E_OFFER
        if act == "make" and not box.to and len(deal.to) > 1:
            yield act, f"`{box.make}` needs `to`: one of {whom}", "E-missing"
    elif not deal.to_all and seat not in deal.to:
        yield act, f"`{getattr(box, act)}` is an offer to {whom}, not to `{seat}`", E_OFFER
    elif act == "accept" and deal.question is not None and box.reply not in deal.question.replies:
        replies = listed(f"`{reply}`" for reply in deal.question.replies)
        yield (
            "reply" if box.reply else act,
            f"a question is answered with `reply`: {replies}",
            "E-word",
        )


def _order(node: Node) -> str:
    item = node.items.get("order") if isinstance(node, Table) else None
    return item.text if isinstance(item, Scalar) else ""


def _chosen(reader: Reader, node: Node, order: str, known: Known) -> object:
    """How a box or a row fills the form of its card in; nothing where there is no such card."""
    if order not in known.cards:
        return None
    specs = dict(known.cards[order].fields)
    for name, item in node.items.items() if isinstance(node, Table) else ():
        if name in specs and specs[name].sort == "report":
            reader.word(item, REPORTS)
    return chosen(reader, node, order, specs)


def _own(reader: Reader, node: Table, seat: str, known: Known) -> None:
    """A seat orders its own cards."""
    order = _order(node)
    if seat and order in known.cards and known.cards[order].seat != seat:
        sentence = f"`{order}` is a card of `{known.cards[order].seat}`, not of `{seat}`"
        reader.error(node.items["order"].place, sentence, "E-card")


def plans(reader: Reader, node: Node | None, known: Known) -> dict[str, Plan]:
    """Scripted plans of seats."""

    def read(id: str, item: Node, path: str) -> Plan | None:
        written = item.items.get("seat") if isinstance(item, Table) else None
        seat = written.text if isinstance(written, Scalar) else ""
        special = {
            "rows": lambda n, p: _rows(reader, n, seat, known, p),
            "then": lambda n, p: _then(reader, n, known),
            "cards": lambda n, p: tuple(reader.name(i, "card") for i in reader.scalars(n)),
        }
        found = record(reader, item, shapes.PLAN, f"`{id}`", path, special=special)
        if found is None:
            return None
        rows = found.pop("orders")
        return made(Plan, found, orders=rows if rows != HISTORY else {}, past=rows == HISTORY)

    return reader.each(node, "plans by name", "plans", read)


def _then(reader: Reader, node: Node, known: Known) -> str | None:
    words = ("doctrine", *(f"doctrine:{word}" for word in known.tempers), "idle")
    return reader.word(node, words) or None


def _rows(
    reader: Reader, node: Node, seat: str, known: Known, path: str
) -> dict[str, Row] | str | None:
    if isinstance(node, Scalar):
        return reader.word(node, (HISTORY,), f"orders by name, or `{HISTORY}`") or None
    found: dict[str, Row] = {}
    for name, item in reader.ids(node, "orders by name").items.items():
        row = _row(reader, item, seat, known, f"{path}.{name}")
        if row is not None:
            found[name] = row
    return found


def _row(reader: Reader, node: Node, seat: str, known: Known, path: str) -> Row | None:
    order, name = _order(node), path.rsplit(".", 1)[-1]
    special = {"chosen": lambda n, p: _chosen(reader, n, order, known)}
    scope = Scope("seat", seat)
    found = record(reader, node, shapes.ROW, f"`{name}`", path, scope, special)
    if found is None or not isinstance(node, Table):
        return None
    if ("at" in node.items) == ("when" in node.items):
        reader.error(node.place, f"`{name}` needs one of `at` and `when`", "E-missing")
        return None
    _own(reader, node, seat, known)
    _in_time(reader, node, found)
    return made(Row, found)


def staff(reader: Reader, node: Node | None, known: Known) -> dict[str, dict[str, Row]]:
    """What the staff of each seat orders where nobody decides."""
    if node is None:
        return {}
    found: dict[str, dict[str, Row]] = {}
    table = reader.table(node, "boxes by seat")
    for seat, item in table.items.items():
        if reader.named(seat, table.at(seat), "seat"):
            rows = {
                name: _staffs(reader, inside, seat, known, f"staff.{seat}.{name}")
                for name, inside in reader.table(item, "boxes by name").items.items()
            }
            found[seat] = {name: row for name, row in rows.items() if row is not None}
    return found


def _staffs(reader: Reader, node: Node, seat: str, known: Known, path: str) -> Row | None:
    order, name = _order(node), path.rsplit(".", 1)[-1]
    special = {"chosen": lambda n, p: _chosen(reader, n, order, known)}
    found = record(reader, node, shapes.STAFF, f"`{name}`", path, Scope("seat", seat), special)
    if found is None or not isinstance(node, Table):
        return None
    _own(reader, node, seat, known)
    return made(Row, found)


def _in_time(reader: Reader, node: Table, found: Found) -> None:
    at = found.get("at")
    if isinstance(at, int) and not 0 <= at <= reader.end:
        sentence = "it lies outside the time of the scenario"
        reader.error(node.items["at"].place, sentence, "E-time")


def forecasts(reader: Reader, node: Node | None) -> dict[str, Forecast]:
    """Questions for the slips."""
    return reader.each(
        node,
        "questions by id",
        "forecasts",
        lambda id, item, path: made(
            Forecast, record(reader, item, shapes.FORECAST, f"`{id}`", path)
        ),
    )


def history(reader: Reader, node: Node | None, known: Known) -> dict[str, Past]:
    """What was done, as orders."""

    def read(id: str, item: Node, path: str) -> Past | None:
        order = _order(item)
        special = {"chosen": lambda n, p: _chosen(reader, n, order, known)}
        found = record(reader, item, shapes.PAST, f"`{id}`", path, special=special)
        if found is None or not isinstance(item, Table):
            return None
        _in_time(reader, item, found)
        return made(Past, found)

    return reader.each(node, "orders by id", "history", read)
