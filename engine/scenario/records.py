"""Things of a known shape, key by key: the plain sorts that every section shares."""

import re
from collections.abc import Callable, Mapping
from datetime import timedelta, timezone

from engine.names import SHELL_NAME, is_id
from engine.scenario import values
from engine.scenario.arguments import seats
from engine.scenario.conditions import condition, text, total, unit_known
from engine.scenario.expressions import WORLD, Scope
from engine.scenario.merge import plain
from engine.scenario.reader import Reader, Shape, shape_of
from engine.scenario.source import Node, Scalar, Table
from engine.written import Declared

Found = dict[str, object]
Special = Mapping[str, Callable[[Node, str], object]]
"""Readers of the sorts that one section has to itself: (node, path) gives the thing."""

_BRACED = re.compile(r"(?<!\{)\{[^{}]*\}(?!\})")
_OFFSET = re.compile(r"([+-])(\d\d):(\d\d)")


def record(
    reader: Reader,
    node: Node,
    shape: Shape,
    owner: str,
    path: str,
    scope: Scope = WORLD,
    special: Special | None = None,
) -> Found | None:
    """What is written for each key, by key; None if it is no mapping or a needed key is amiss.

    A key that could not be read is left out, and a problem says why.
    """
    if not isinstance(node, Table):
        sentence = f"expected the keys of {owner}, got {shape_of(node)}"
        reader.error(node.place, sentence, "E-shape")
        return None
    reader.keys(node, shape, owner)
    found: Found = {}
    complete = True
    for key, what in shape.items():
        item = node.items.get(key)
        read = None
        if item is not None:
            read = one(reader, item, what, f"{path}.{key}", scope, special or {})
        if read is not None:
            found[key] = read
        elif not what.optional:
            complete = False
    return found if complete else None


def one(
    reader: Reader, node: Node, what: Declared, path: str, scope: Scope, special: Special
) -> object:
    """One key by its sort."""
    if what.sort in special:
        return special[what.sort](node, path)
    return _plain(reader, node, what, path, scope)


def _plain(reader: Reader, node: Node, what: Declared, path: str, scope: Scope) -> object:
    match what.sort:
        case "text":
            return reader.text(node) if path.endswith("title") else _bare(reader, node)
        case "template":
            return text(reader, node, scope)
        case "templates":
            return tuple(text(reader, item, scope) for item in reader.scalars(node))
        case "condition":
            return condition(reader, node, scope)
        case "sum":
            return total(reader, node, scope)
        case "value":
            return values.value(reader, node, what, path)
        case "any":
            return values.any_value(reader, node, path)
        case "moment":
            return values.moment(reader, node)
        case "flag":
            return reader.flag(node)
        case "words":
            return reader.word(node, what.choices) or None
        case "whole":
            return values.whole(reader, node, 0, 100_000)
        case _:
            return _shaped(reader, node, what, path)


def _bare(reader: Reader, node: Node) -> str:
    """A text that is shown as it stands; a name in braces would reach its readers as such."""
    said = reader.text(node)
    found = _BRACED.search(said)
    if found is not None and isinstance(node, Scalar):
        sentence = f"`{found[0]}`: this text shows no figures; say it without"
        reader.error(node.inside(found.start()), sentence, "E-brace")
    return said


def _shaped(reader: Reader, node: Node, what: Declared, path: str) -> object:
    match what.sort:
        case "point":
            return values.point(reader, node)
        case "count":
            return _count(reader, node, path)
        case "zone":
            return zone(reader, node)
        case "seats":
            return seats(reader, node) or None
        case "sites":
            return tuple(reader.name(item, "site") for item in reader.scalars(node))
        case "sources":
            return tuple(item.text for item in reader.scalars(node))
        case "set":
            return paths(reader, node)
        case "unit":
            return node.text if isinstance(node, Scalar) and unit_known(reader, node) else None
        case "short":
            table = reader.table(node, "short texts")
            return {key: reader.text(item) for key, item in table.items.items()}
        case "ids":
            return _local_id(reader, node)
        case _:
            return reader.name(node, what.sort) or None


def _local_id(reader: Reader, node: Node) -> str | None:
    if isinstance(node, Scalar) and is_id(node.text):
        return node.text
    reader.error(node.place, f"expected a word such as `airfield`, got {shape_of(node)}", "E-id")
    return None


def _count(reader: Reader, node: Node, path: str) -> object:
    found = values.any_value(reader, node, path)
    if found is None:
        return None
    powers = values.dimension(found.unit).powers
    things = not powers or (len(powers) == 1 and powers[0][0].startswith("thing"))
    if not things or found.number < 0:
        assert isinstance(node, Scalar)
        sentence = f"expected a number of things such as 40 items, got `{node.text}`"
        reader.error(node.place, sentence, "E-value")
        return None
    return found


def zone(reader: Reader, node: Node) -> timezone | None:
    """A distance from UTC such as `+01:00`."""
    found = _OFFSET.fullmatch(node.text) if isinstance(node, Scalar) else None
    if found is None or int(found[2]) > 14 or int(found[3]) > 59:
        sentence = f"expected a distance from UTC such as +01:00, got {shape_of(node)}"
        reader.error(node.place, sentence, "E-zone")
        return None
    minutes = int(found[2]) * 60 + int(found[3])
    return timezone(timedelta(minutes=minutes if found[1] == "+" else -minutes))


def paths(reader: Reader, node: Node) -> dict[str, object]:
    """A `set:`: paths with what is put there; they are tried when the layers are."""
    table = reader.table(node, "paths with values, such as `agents.fuel.lorries: 80 t/d`")
    return {path: plain(item) for path, item in table.items.items()}


def shell_names(reader: Reader, node: Node | None, what: str) -> dict[str, Node]:
    """Things typed at a shell: their names may have hyphens."""
    if node is None:
        return {}
    table = reader.table(node, what)
    for name in table.items:
        if not SHELL_NAME.match(name):
            sentence = f"`{name}` cannot be typed at a shell; write small letters, digits and -"
            reader.error(table.at(name), sentence, "E-id")
    return {name: item for name, item in table.items.items() if SHELL_NAME.match(name)}
