"""What a form asks: fields told apart by their shape, and what may be chosen in them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from engine.moments import parse_moment
from engine.names import as_id, did_you_mean, is_id, listed
from engine.quantities import QuantityError, parse_quantity, parse_value, show
from engine.scenario.amounts import FieldRef
from engine.scenario.effects import Effect, Show
from engine.scenario.expressions import FieldType
from engine.scenario.models import NEXT, NOTHING, OR_NONE, Chosen, FieldSpec
from engine.scenario.reader import Reader, shape_of
from engine.scenario.source import Items, Node, Scalar, Table

ASKED = ("place", "region", "site", "seat", "force", "report", "exhibit", "moment", "text")
"""The words that ask for any of that sort which the seat knows."""

EXHIBITS = {"exhibit": "at hand", "exhibit or none": OR_NONE}
"""What asks for an exhibit that the seat has at hand."""

NARROWED = ("place", "region", "site")
"""Those of which `site where lost` offers only some."""


def field_type(spec: FieldSpec) -> FieldType:
    """What conditions know of a field."""
    if spec.sort in ("choice", "labelled"):
        return FieldType("words", words=spec.words)
    return FieldType(spec.sort, spec.unit)


def fields(reader: Reader, node: Node | None, path: str) -> dict[str, FieldSpec]:
    """The fields of a card."""
    if node is None:
        return {}
    table = reader.table(node, "fields by name")
    found: dict[str, FieldSpec] = {}
    for name, item in table.items.items():
        place = table.at(name)
        if not is_id(name):
            sentence = f"`{name}` cannot be a field; write small letters, digits and _"
            reader.error(place, sentence, "E-id")
            reader.broken.add(as_id(name))
            continue
        if name in reader.index.sorts:
            sort = reader.index.sorts[name]
            sentence = f"`{name}` is a {sort} already; give the field another name"
            reader.error(place, sentence, "E-field")
            reader.broken.add(name)
            continue
        spec = _field(reader, name, item)
        if spec is not None:
            found[name] = spec
        else:
            reader.broken.add(name)
    return found


def shown_by(specs: Mapping[str, FieldSpec], effects: Iterable[Effect]) -> dict[str, FieldSpec]:
    """The fields of a card; each for an exhibit with those to whom its effects would show it."""
    found = dict(specs)
    for effect in (each for each in effects if isinstance(each, Show)):
        for each in effect.named:
            if isinstance(each, FieldRef) and each.field in found:
                spec = found[each.field]
                found[each.field] = replace(spec, to=tuple(dict.fromkeys((*spec.to, *effect.to))))
    return found


def _field(reader: Reader, name: str, node: Node) -> FieldSpec | None:
    if isinstance(node, Items):
        choices = tuple((item.text, "") for item in reader.scalars(node))
        return _choice(reader, node, FieldSpec(name, "choice", choices=choices))
    if isinstance(node, Table):
        labelled = tuple((key, reader.text(item)) for key, item in node.items.items())
        for key in node.items:
            if not is_id(key):
                reader.error(node.at(key), f"`{key}` cannot be a choice; write an id", "E-id")
        return _choice(reader, node, FieldSpec(name, "labelled", choices=labelled))
    if node.text in EXHIBITS:
        return FieldSpec(name, "exhibit", where=EXHIBITS[node.text])
    sort, _, where = node.text.partition(" where ")
    if sort in NARROWED and where.removeprefix("not "):
        return FieldSpec(name, sort, where=where)
    if node.text in ASKED:
        return FieldSpec(name, node.text)
    if is_id(node.text):
        hint = did_you_mean(node.text, ASKED) or f"; write one of {listed(ASKED)}"
        reader.error(node.place, f"no sort of field `{node.text}`{hint}", "E-field")
        return None
    return _number(reader, name, node)


def _choice(reader: Reader, node: Node, spec: FieldSpec) -> FieldSpec | None:
    words = spec.words
    if not words:
        reader.error(node.place, "a choice needs at least one word", "E-field")
        return None
    twice = sorted({word for word in words if words.count(word) > 1})
    if twice:
        reader.error(node.place, f"`{twice[0]}` is listed twice", "E-twice")
    return spec


def _number(reader: Reader, name: str, node: Scalar) -> FieldSpec | None:
    try:
        found = parse_value(node.text, reader.index.counts)
    except QuantityError as error:
        reader.error(node.place, error.sentence, "E-value")
        return None
    if found.low is None or found.high is None:
        form = f"`{node.text} (low to high)`"
        sentence = f"`{node.text}` needs the range that the form allows: {form}"
        reader.error(node.place, sentence, "E-field")
        return None
    return FieldSpec(name, "number", found.unit, found.number, found.low, found.high)


def chosen(
    reader: Reader, node: Node | None, card: str, specs: dict[str, FieldSpec]
) -> dict[str, Chosen]:
    """A filled-in form: what is written for each field, judged by the field."""
    if node is None:
        return {}
    table = reader.table(node, "fields with what is chosen")
    found: dict[str, Chosen] = {}
    for name, item in table.items.items():
        spec = specs.get(name)
        if spec is None:
            hint = did_you_mean(name, specs)
            reader.error(table.at(name), f"`{card}` has no field `{name}`{hint}", "E-field")
            continue
        value = _chosen(reader, item, spec)
        if value is not None:
            found[name] = value
    return found


def _chosen(reader: Reader, node: Node, spec: FieldSpec) -> Chosen | None:
    if not isinstance(node, Scalar):
        reader.error(node.place, f"expected one choice, got {shape_of(node)}", "E-shape")
        return None
    if spec.choices:
        if node.text in spec.words:
            return node.text
        hint = did_you_mean(node.text, spec.words)
        reader.error(node.place, f"`{node.text}` is not one of its values{hint}", "E-word")
        return None
    try:
        if spec.sort == "number":
            return _within(reader, node, spec)
        if spec.sort == "moment":
            return float(parse_moment(node.text, reader.start, reader.zone))
    except QuantityError as error:
        reader.error(node.place, error.sentence, "E-value")
        return None
    if spec.sort in ("text", "report"):
        return node.text
    if spec.sort == "exhibit" and node.text in (NEXT, *((NOTHING,) * spec.may_be_none)):
        return node.text
    return reader.named(node.text, node.place, spec.sort) or None


def _within(reader: Reader, node: Scalar, spec: FieldSpec) -> float:
    number = parse_quantity(node.text, spec.unit, reader.index.counts).number
    assert spec.low is not None
    assert spec.high is not None
    if not spec.low - 1e-12 <= number <= spec.high + 1e-12:
        ends = f"{show(spec.low, spec.unit)} to {show(spec.high, spec.unit)}"
        sentence = f"`{node.text}` lies outside what the form allows, {ends}"
        reader.error(node.place, sentence, "E-bound")
    return number
