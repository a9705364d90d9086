"""An agent's configuration, read by what its kind declares of each parameter."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import cast

from pydantic import ValidationError

from engine.errors import Place
from engine.names import did_you_mean, is_id
from engine.scenario import values
from engine.scenario.index import AnyKind
from engine.scenario.reader import Reader, of_these
from engine.scenario.source import Items, Node, Scalar, Table
from engine.written import Declared, Value, Written, declared

ON_THE_MAP = ("place", "region")
"""What a kind means by ids that it says nothing else of."""

Read = Callable[[Reader, Node, Declared, str], object]


def key_of(name: str) -> str:
    """The key in the files of an attribute in Python: `from_` is written `from`."""
    return name.rstrip("_")


@lru_cache(maxsize=256)
def declarations(model: type[Written]) -> Mapping[str, tuple[str, Declared]]:
    """The attribute and the declaration behind each key that an author may write."""
    return {key_of(name): (name, declared(model, name)) for name in model.model_fields}


@lru_cache(maxsize=256)
def _asked(model: type[Written]) -> Mapping[str, Declared]:
    """What is asked for each key: what has no default must be written."""
    fields = model.model_fields
    return {
        key: replace(what, optional=not fields[name].is_required())
        for key, (name, what) in declarations(model).items()
    }


def config(
    reader: Reader, node: Node, kind: AnyKind, id: str, also: tuple[str, ...]
) -> Written | None:
    """The configuration of the agent `id`, or None and problems."""
    found = record(reader, node, kind.Config, f"agents.{id}", f"`{id}`", also)
    for fault in kind.faults(found) if found is not None else ():
        reader.error(_place(node, fault.path), fault.sentence, fault.code)
    return found


def _place(node: Node, path: tuple[str, ...]) -> Place:
    """Where the value of a path stands, or the nearest thing that it would stand in."""
    place = node.place
    for step in path:
        if not isinstance(node, Table) or step not in node.items:
            break
        place, node = node.at(step), node.items[step]
    return node.place if isinstance(node, Scalar) else place


def record(
    reader: Reader,
    node: Node,
    model: type[Written],
    path: str,
    owner: str,
    also: tuple[str, ...] = (),
) -> Written | None:
    """One thing of a declared shape; None if anything in it is wrong."""
    before = len(reader.problems)
    table = reader.table(node, f"the keys of {owner}")
    reader.keys(table, _asked(model), owner, also)
    found: dict[str, object] = {}
    for key, (name, what) in declarations(model).items():
        item = table.items.get(key)
        if item is not None:
            found[name] = parameter(reader, item, what, f"{path}.{key}")
    if len(reader.problems) > before and any(not p.warning for p in reader.problems[before:]):
        return None
    return _made(reader, table, model, found)


def _made(
    reader: Reader, table: Table, model: type[Written], found: dict[str, object]
) -> Written | None:
    try:
        return model.model_validate(found)
    except ValidationError as error:
        for detail in error.errors():
            name = str(detail["loc"][0]) if detail["loc"] else ""
            place = table.at(key_of(name))
            node = table.items.get(key_of(name))
            place = node.place if isinstance(node, Scalar) else place
            sentence = detail["msg"].removeprefix("Value error, ")
            where = f"`{key_of(name)}`: " if name else ""
            reader.error(place, f"{where}{sentence}", "E-parameter")
        return None


def parameter(reader: Reader, node: Node, what: Declared, path: str) -> object:
    """One parameter by its sort; None if it cannot be read, and a problem says why."""
    return _SORTS[what.sort](reader, node, what, path)


def _posture(reader: Reader, node: Node, what: Declared, path: str) -> dict[str, str]:
    if not isinstance(node, Table):
        return {"everywhere": reader.word(node, what.choices)}
    found: dict[str, str] = {}
    for key, item in node.items.items():
        if key == "everywhere" or reader.named(key, node.at(key), "place", "region"):
            found[key] = reader.word(item, what.choices)
    if "everywhere" not in node.items:
        sentence = "a word by place begins with `everywhere`"
        reader.error(node.place, sentence, "E-missing")
    return found


def _rungs(reader: Reader, node: Node, what: Declared, path: str) -> dict[str, str]:
    table = reader.table(node, "rungs with their texts, lowest first")
    found = {}
    for key, item in table.items.items():
        _local_id(reader, table, key)
        found[key] = reader.text(item)
    return found


def _local_id(reader: Reader, table: Table, key: str) -> None:
    if not is_id(key):
        sentence = f"`{key}` cannot be an id; write small letters, digits and _"
        reader.error(table.at(key), sentence, "E-id")


def _names(*sorts: str) -> Read:
    def read(reader: Reader, node: Node, what: Declared, path: str) -> tuple[str, ...]:
        return tuple(reader.name(item, *sorts) for item in reader.scalars(node))

    return read


def _name(*sorts: str) -> Read:
    def read(reader: Reader, node: Node, what: Declared, path: str) -> str:
        return reader.name(node, *sorts)

    return read


def _ids(reader: Reader, node: Node, what: Declared, path: str) -> tuple[str, ...]:
    found = []
    for item in reader.scalars(node):
        if what.choices:
            found.append(reader.word(item, what.choices))
        elif not is_id(item.text):
            reader.error(item.place, f"expected an id, got `{item.text}`", "E-id")
        else:
            found.append(item.text)
    return tuple(found)


def _lists(reader: Reader, node: Node, what: Declared, path: str) -> dict[str, tuple[str, ...]]:
    table = reader.table(node, "ids with lists of ids")
    sorts = what.ids or ON_THE_MAP
    found: dict[str, tuple[str, ...]] = {}
    for key, item in table.items.items():
        reader.named(key, table.at(key), *sorts)
        found[key] = tuple(reader.name(word, *sorts) for word in reader.scalars(item))
    return found


def _place_table(reader: Reader, node: Node, what: Declared, path: str) -> dict[str, Value]:
    table = reader.table(node, "places or sites with values")
    found: dict[str, Value] = {}
    for key, item in table.items.items():
        reader.named(key, table.at(key), "place", "site", "region")
        read = _number(reader, item, what, f"{path}.{key}")
        if read is not None:
            found[key] = read
    return found


def _agent_table(reader: Reader, node: Node, what: Declared, path: str) -> dict[str, Value]:
    table = reader.table(node, "agents with values")
    found: dict[str, Value] = {}
    for key, item in table.items.items():
        reader.named(key, table.at(key), "agent")
        read = _number(reader, item, what, f"{path}.{key}")
        if read is not None:
            found[key] = read
    return found


def _number(reader: Reader, node: Node, what: Declared, path: str) -> Value | None:
    if what.unit == "*":
        return values.any_value(reader, node, path)
    return values.value(reader, node, what, path)


def _table(reader: Reader, node: Node, what: Declared, path: str) -> dict[str, object]:
    table = reader.table(node, "ids with what belongs to each")
    found: dict[str, object] = {}
    for key, item in table.items.items():
        here = f"{path}.{key}"
        if what.ids:
            reader.named(key, table.at(key), *what.ids)
        if what.choices and key not in what.choices:
            hint = did_you_mean(key, what.choices) or of_these(what.choices)
            reader.error(table.at(key), f"no `{key}` here{hint}", "E-key")
        elif what.of is not None:
            _local_id(reader, table, key)
            found[key] = record(reader, item, what.of, here, f"`{key}`")
        else:
            _local_id(reader, table, key)
            found[key] = _number(reader, item, what, here)
    return found


def _record(reader: Reader, node: Node, what: Declared, path: str) -> object:
    assert what.of is not None
    return record(reader, node, what.of, path, f"`{path.rsplit('.', 1)[-1]}`")


def _text(reader: Reader, node: Node, what: Declared, path: str) -> str:
    return reader.text(node)


def _words(reader: Reader, node: Node, what: Declared, path: str) -> str:
    return reader.word(node, what.choices)


def _flag(reader: Reader, node: Node, what: Declared, path: str) -> bool:
    words = {"always": True, "never": False, "true": True, "false": False}
    return words.get(reader.word(node, words, "always or never"), False)


def _moment(reader: Reader, node: Node, what: Declared, path: str) -> int | None:
    return values.moment(reader, node)


def _point(reader: Reader, node: Node, what: Declared, path: str) -> tuple[float, float] | None:
    return values.point(reader, node)


def _points(reader: Reader, node: Node, what: Declared, path: str) -> object:
    if isinstance(node, Items):
        return values.point(reader, node)
    table = reader.table(node, "ids with [latitude, longitude]")
    return {key: values.point(reader, item) for key, item in table.items.items()}


_SORTS: dict[str, Read] = {
    "value": cast(Read, values.value),
    "varying": cast(Read, values.varying),
    "words": _words,
    "posture": _posture,
    "meter": _name("meter"),
    "agent": _name("agent"),
    "seat": _name("seat"),
    "rungs": _rungs,
    "site_list": _names("site"),
    "seat_list": _names("seat"),
    "area_list": _names("place", "region"),
    "text": _text,
    "table": _table,
    "record": _record,
    "moment": _moment,
    "flag": _flag,
    "point": _point,
    "points": _points,
    "place_table": _place_table,
    "agent_table": _agent_table,
    "lists": _lists,
    "ids": _ids,
}

SORTS = tuple(_SORTS)
"""The sorts that a kind may declare."""
