"""What a field's author called things: levels with their units, flows and marks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from engine.agents.field.config import FieldConfig, Flow
from engine.dimensions import PLAIN, SHARE, Dimension
from engine.names import is_id
from engine.quantities import QuantityError, parse_unit
from engine.written import Value, Varying

IN_ALL = "_in_all"
"""Behind the id of a level: the reading of it in all places together."""

IS = "is_"
"""Before the id of a mark: the reading of places that are beyond it."""


@dataclass(frozen=True, slots=True)
class Outline:
    """Levels and flows with the units of their numbers as written, and marks, in file order."""

    levels: Mapping[str, str] = field(default_factory=dict)
    flows: Mapping[str, str] = field(default_factory=dict)
    marks: tuple[str, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    """What levels and marks are called, by their ids."""


def outline(given: object) -> Outline:
    """The outline of a configuration, or of the plain mapping behind it with every mistake."""
    if isinstance(given, FieldConfig):
        return Outline(
            {id: unit_of(level.start) for id, level in given.levels.items()},
            {id: _pace_unit(flow) for id, flow in given.flows.items()},
            tuple(given.marks),
            {
                **{id: level.title for id, level in given.levels.items()},
                **{id: mark.text for id, mark in given.marks.items() if mark.text},
            },
        )
    return Outline(
        {id: _unit(_inside(level, "start")) for id, level in _ids(given, "levels")},
        {
            id: _unit(_inside(flow, "amount")) if _inside(flow, "amount") else "%/h"
            for id, flow in _ids(given, "flows")
        },
        tuple(id for id, _ in _ids(given, "marks")),
        {
            **{id: _text(level, "title") for id, level in _ids(given, "levels")},
            **{id: _text(mark, "text") for id, mark in _ids(given, "marks")},
        },
    )


def values_of(value: Value | Varying | None) -> list[Value]:
    """Every single value in one that may differ by place and over time."""
    if value is None:
        return []
    if isinstance(value, Value):
        return [value]
    steps = (value.everywhere, *value.by.values())
    return [each for one in steps for _, each in one.steps]


def unit_of(value: Value | Varying | None) -> str:
    """The unit that a value is written in: the first that says one."""
    return next((each.unit for each in values_of(value) if each.unit), "")


def dimension(unit: str) -> Dimension:
    """What a unit measures; a plain number where it is no unit, which is said elsewhere."""
    try:
        return parse_unit(unit, None).dimension
    except QuantityError:
        return PLAIN


def is_share(unit: str) -> bool:
    """Whether a level of this unit is a share of its place."""
    return dimension(unit) == SHARE


def _pace_unit(flow: Flow) -> str:
    return "%/h" if flow.amount is None else unit_of(flow.amount)


# From the plain mapping of an author, which may be anything.


def _ids(given: object, section: str) -> Iterator[tuple[str, object]]:
    table = _inside(given, section)
    for id, inside in table.items() if isinstance(table, Mapping) else ():
        if isinstance(id, str) and is_id(id):
            yield id, inside


def _inside(given: object, key: str) -> object:
    return given.get(key) if isinstance(given, Mapping) else None


def _text(given: object, key: str) -> str:
    found = _inside(given, key)
    return found if isinstance(found, str) else ""


def _unit(written: object) -> str:
    """The first unit in a value, or in values by place and over time."""
    if isinstance(written, str):
        words = written.split("(")[0].split()
        return words[1] if len(words) == 2 else ""
    if isinstance(written, Mapping):
        return next((unit for each in written.values() if (unit := _unit(each))), "")
    return ""
