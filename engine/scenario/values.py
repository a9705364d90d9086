"""Numbers, shares, times and values by place, read from their texts."""

import re

from engine.dimensions import Dimension
from engine.moments import parse_moment
from engine.names import did_you_mean
from engine.quantities import QuantityError, parse_quantity, parse_unit, parse_value, show
from engine.scenario.reader import Reader, shape_of
from engine.scenario.source import Items, Node, Scalar, Table
from engine.written import Declared, Steps, Value, Varying

_TIME_KEY = re.compile(r"(day\b|\d{4}-|start$|[Dd]\+)")
NOTHING = Value(0.0)
ANY = "*"
"""A declared unit that the author chooses."""


def value(reader: Reader, node: Node, what: Declared, path: str) -> Value | None:
    """One number of the declared unit, within its limits."""
    if not isinstance(node, Scalar):
        sentence = f"expected a value such as {_example(what.unit)}, got {shape_of(node)}"
        reader.error(node.place, sentence, "E-shape")
        return None
    try:
        found = _quantity(reader, node.text, what)
    except QuantityError as error:
        reader.error(node.place, error.sentence, "E-value")
        return None
    reader.places[path] = node.place
    _within(reader, node, found, what)
    return found


def _quantity(reader: Reader, text: str, what: Declared) -> Value:
    counts = reader.index.counts
    if what.unit == ANY:
        return parse_value(text, counts)
    return parse_quantity(text, what.unit, counts)


def any_value(reader: Reader, node: Node, path: str) -> Value | None:
    """One number of whatever unit it says."""
    if not isinstance(node, Scalar):
        sentence = f"expected a value such as 12 h, got {shape_of(node)}"
        reader.error(node.place, sentence, "E-shape")
        return None
    try:
        found = parse_value(node.text, reader.index.counts)
    except QuantityError as error:
        reader.error(node.place, error.sentence, "E-value")
        return None
    reader.places[path] = node.place
    return found


def dimension(unit: str) -> Dimension:
    """What a unit measures."""
    return parse_unit(unit, None).dimension


def _example(unit: str) -> str:
    return "12 %" if unit == ANY else f"12 {unit}".strip()


def _within(reader: Reader, node: Scalar, found: Value, what: Declared) -> None:
    ends = [end for end in (found.number, found.low, found.high) if end is not None]
    unit = found.unit or what.unit.removeprefix(ANY)
    if what.at_least is not None and min(ends) < what.at_least - 1e-12:
        bound = show(what.at_least, unit)
        reader.error(node.place, f"`{node.text}`: must be at least {bound}", "E-bound")
    elif what.at_most is not None and max(ends) > what.at_most + 1e-12:
        bound = show(what.at_most, unit)
        reader.error(node.place, f"`{node.text}`: must be at most {bound}", "E-bound")


def moment(reader: Reader, node: Node) -> int | None:
    """Seconds from the start to a time as written."""
    if not isinstance(node, Scalar):
        sentence = f"expected a time such as day 2 18:00, got {shape_of(node)}"
        reader.error(node.place, sentence, "E-shape")
        return None
    try:
        return parse_moment(node.text, reader.start, reader.zone)
    except QuantityError as error:
        reader.error(node.place, error.sentence, "E-time")
        return None


def varying(reader: Reader, node: Node, what: Declared, path: str) -> Varying | None:
    """A value by place and over time; a bare value means everywhere."""
    if not isinstance(node, Table):
        found = value(reader, node, what, path)
        return None if found is None else Varying(Steps(((0, found),)))
    everywhere: Steps | None = None
    by: dict[str, Steps] = {}
    for key, item in node.items.items():
        if key != "everywhere" and _TIME_KEY.match(key):
            sentence = f"`{key}`: a value over time stands inside a place, or inside `everywhere:`"
            reader.error(node.at(key), sentence, "E-time")
            return None
        if key == "everywhere":
            everywhere = _steps(reader, item, what, f"{path}.{key}")
            continue
        if reader.named(key, node.at(key), "place", "region"):
            steps = _steps(reader, item, what, f"{path}.{key}")
            if steps is not None:
                by[key] = steps
    reader.spelling[path] = ("everywhere",)
    if "everywhere" in node.items:
        return None if everywhere is None else Varying(everywhere, by)
    return _without_everywhere(reader, node, what, by, path)


def _without_everywhere(
    reader: Reader, node: Table, what: Declared, by: dict[str, Steps], path: str
) -> Varying | None:
    if what.written is not None:
        return Varying(Steps(((0, parse_quantity(what.written, what.unit)),)), by)
    covered = {p for p, r in reader.index.region_of.items() if p in by or r in by}
    if covered == set(reader.index.region_of) and by:
        return Varying(Steps(((0, NOTHING),)), by)
    if reader.names is not None and len(by) == len(node.items):
        without = sorted(set(reader.index.region_of) - covered)
        sentence = (
            f"says nothing of `{without[0]}`; add `everywhere:`"
            if without
            else ("expected a value, or values by place")
        )
        reader.error(node.place, sentence, "E-missing")
    return None


def _steps(reader: Reader, node: Node, what: Declared, path: str) -> Steps | None:
    if not isinstance(node, Table):
        found = value(reader, node, what, path)
        return None if found is None else Steps(((0, found),))
    steps: list[tuple[int, Value]] = []
    for key, item in node.items.items():
        second = 0
        if key != "start":
            time = moment(reader, Scalar(key, node.at(key)))
            if time is None:
                return None
            second = time
        found = value(reader, item, what, f"{path}.{key}")
        if found is None:
            return None
        if steps and second <= steps[-1][0]:
            reader.error(node.at(key), f"`{key}` is not later than the step before it", "E-time")
            return None
        steps.append((second, found))
    if "start" not in node.items:
        hint = did_you_mean("start", node.items)
        reader.error(node.place, f"a value over time begins with `start`{hint}", "E-missing")
        return None
    reader.spelling[path] = tuple(node.items)
    return Steps(tuple(steps))


def point(reader: Reader, node: Node) -> tuple[float, float] | None:
    """`[lat, lon]` in degrees."""
    if isinstance(node, Items) and len(node.items) == 2:
        try:
            lat, lon = (float(item.text) for item in node.items if isinstance(item, Scalar))
        except ValueError:
            pass
        else:
            if -90 <= lat <= 90 and -180 <= lon <= 180:
                return lat, lon
    sentence = "expected [latitude, longitude] in degrees, such as [54.10, -3.20]"
    reader.error(node.place, sentence, "E-point")
    return None


def whole(reader: Reader, node: Node, least: int, most: int) -> int | None:
    """A whole number without a unit."""
    if isinstance(node, Scalar) and re.fullmatch(r"-?\d{1,9}", node.text):
        found = int(node.text)
        if least <= found <= most:
            return found
    sentence = f"expected a whole number from {least} to {most}, got {shape_of(node)}"
    reader.error(node.place, sentence, "E-value")
    return None
