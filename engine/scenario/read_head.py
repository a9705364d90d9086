"""The head of a scenario: its version, names and times."""

from dataclasses import replace
from datetime import datetime

from engine.moments import parse_date
from engine.quantities import QuantityError
from engine.scenario import shapes
from engine.scenario.index import TOP
from engine.scenario.reader import Reader
from engine.scenario.records import Found, record
from engine.scenario.source import Items, Node, Scalar, Table
from engine.written import Value


def head(reader: Reader, tree: Table) -> Found | None:
    """What is written at the top, by key; None if a needed key is amiss."""
    items = {key: value for key, value in tree.items.items() if key in TOP}
    first = next((tree.at(key) for key in TOP if key in items), tree.place)
    whole = Table(items, first, tree.keys)
    special = {
        "format": lambda node, path: _version(reader, node),
        "date": lambda node, path: _date(reader, node),
        "ids": lambda node, path: _counts(reader, node),
    }
    shape = shapes.TOP
    if not reader.index.complete:
        shape = {key: replace(what, optional=True) for key, what in shape.items()}
    return record(reader, whole, shape, "a scenario", "", special=special)


def _version(reader: Reader, node: Node) -> str | None:
    if isinstance(node, Scalar) and node.text == "0":
        sentence = "this is version 0 of the language; `whitecell migrate` brings it up to 1"
        reader.error(node.place, sentence, "E-version")
        return None
    return reader.word(node, ("1",), "`whitecell: 1`") or None


def _date(reader: Reader, node: Node) -> datetime | None:
    try:
        return parse_date(reader.text(node))
    except QuantityError as error:
        reader.error(node.place, error.sentence, "E-time")
        return None


def _counts(reader: Reader, node: Node) -> tuple[str, ...]:
    if not isinstance(node, Items):
        reader.error(node.place, "expected a list such as [ships, crews]", "E-shape")
        return ()
    return tuple(reader.text(item) for item in node.items)


def beat_of(reader: Reader, tree: Table, top: Found) -> int:
    """The length of a beat in seconds, an hour unless it is written."""
    beat = top.get("beat")
    if not isinstance(beat, Value):
        return 3600
    seconds = round(beat.number * 3600)
    if not 60 <= seconds <= 86400:
        reader.error(tree.items["beat"].place, "a beat lasts from 1 min to 1 d", "E-bound")
    return max(seconds, 1)
