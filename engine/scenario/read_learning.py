"""Who learns of an order: seats with a delay or a leak, or rows of them by how it is filled in."""

from engine.scenario import shapes_deals
from engine.scenario.fields import chosen
from engine.scenario.models import FieldSpec, Known, Learning
from engine.scenario.read_world import made
from engine.scenario.reader import Reader
from engine.scenario.records import record
from engine.scenario.source import Items, Node, Scalar
from engine.scenario.values import value
from engine.written import Declared, Value


def known_to(
    reader: Reader, node: Node, path: str, card: str, fields: dict[str, FieldSpec]
) -> tuple[Learning, ...]:
    """`all`, seats, or a list of rows, of which the first that fits the form counts."""
    if not isinstance(node, Items):
        who = _who(reader, node, path)
        return () if who is None else (Learning(who),)
    special = {
        "with": lambda item, path: chosen(reader, item, card, fields),
        "learners": lambda item, path: _who(reader, item, path),
    }
    shape, owner = shapes_deals.LEARNING, "a row of `known_to`"
    found: list[Learning] = []
    for number, item in enumerate(node.items):
        if found and not found[-1].with_:
            sentence = "no form comes to this row: the one above has no `with`; put that one last"
            reader.error(item.place, sentence, "E-shape")
        row = made(
            Learning, record(reader, item, shape, owner, f"{path}.{number}", special=special)
        )
        if row is not None:
            found.append(row)
    return tuple(found)


def _who(reader: Reader, node: Node, path: str) -> dict[str, Known] | None:
    """Who learns of it: `all`, or seats with a delay or a leak."""
    if isinstance(node, Scalar):
        if node.text == "all":
            return {"all": Known(Value(0.0, unit="h"))}
        sentence = "expected `all`, or seats with delays such as `{port: 2 h}`, got "
        reader.error(node.place, f"{sentence}`{node.text}`", "E-shape")
        return None
    table = reader.table(node, "seats with delays such as `port: 2 h`")
    found: dict[str, Known] = {}
    for seat, item in table.items.items():
        if seat != "all":
            reader.named(seat, table.at(seat), "seat")
        known = _known(reader, item, f"{path}.{seat}")
        if known is not None:
            found[seat] = known
    return found


def _known(reader: Reader, node: Node, path: str) -> Known | None:
    rate = isinstance(node, Scalar) and "/" in node.text
    unit = "%/h" if rate else "h"
    found = value(reader, node, Declared("value", unit, at_least=0.0), path)
    if found is None:
        return None
    return Known(leak=found) if rate else Known(found)
