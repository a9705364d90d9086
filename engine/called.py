"""What an author calls the things inside an agent, for the events that name them by their ids."""

from collections.abc import Mapping

from engine.quantities import show
from engine.written import Varying, Written

TITLES = (("level", "levels", "title"), ("mark", "marks", "text"), ("flow", "flows", "title"))
"""Fields of events that name such a thing: the table it stands in, and its text there."""


def called(config: Written, fields: Mapping[str, object]) -> dict[str, str]:
    """The author's words for what an event's fields name; nothing where there are none."""
    found: dict[str, str] = {}
    for field, table, text in TITLES:
        known = getattr(config, table, {})
        if fields.get(field) in known:
            found[field] = str(getattr(known[fields[field]], text))
    rungs = getattr(config, "rungs", {})
    if isinstance(rungs, Mapping) and fields.get("rung") in rungs:
        found["rung"] = str(rungs[fields["rung"]])
    return {field: words for field, words in (found | _amounts(config, fields)).items() if words}


def _amounts(config: Written, fields: Mapping[str, object]) -> dict[str, str]:
    """Amounts with the units that the kind or its author has for them, and what they are of."""
    units: Mapping[str, str] = getattr(config, "told_in", {})
    found = {
        field: show(float(str(fields[field])), unit)
        for field, unit in units.items()
        if field in fields
    }
    title: str = getattr(config, "title", "")
    if units and title:
        found["goods"] = f"({title})"
    levels: Mapping[object, Written] = getattr(config, "levels", {})
    level = levels.get(fields.get("level"))
    if level is not None and "amount" in fields:
        amount = float(str(fields["amount"])) * (-1 if fields.get("into") else 1)
        unit = _unit(getattr(level, "start", None))
        found["amount"] = f"{'+' if amount > 0 else ''}{show(amount, unit)}"
    return found


def _unit(value: object) -> str:
    """The unit that a level is written in."""
    steps = (value.everywhere, *value.by.values()) if isinstance(value, Varying) else ()
    units = [each.unit for one in steps for _, each in one.steps]
    return next((unit for unit in units if unit), "")


def reading_called(config: Written, reading: str) -> str:
    """The author's words for a reading that the author named; empty for those of the kind."""
    levels, marks = getattr(config, "levels", {}), getattr(config, "marks", {})
    named: Mapping[str, str] = getattr(config, "readings_called", {})
    if reading in named:
        return named[reading]
    whole = reading.removesuffix("_in_all")
    if whole in levels:
        title = str(levels[whole].title)
        return title if whole == reading else f"{title}, in all"
    mark = marks.get(reading.removeprefix("is_")) if reading.startswith("is_") else None
    words = "" if mark is None else str(mark.text)
    return words[:1].upper() + words[1:]
