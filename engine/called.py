"""What an author calls the things inside an agent, for the events that name them by their ids."""

from collections.abc import Mapping

from engine.written import Written

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
    return {field: words for field, words in found.items() if words}


def reading_called(config: Written, reading: str) -> str:
    """The author's words for a reading that the author named; empty for those of the kind."""
    levels, marks = getattr(config, "levels", {}), getattr(config, "marks", {})
    whole = reading.removesuffix("_in_all")
    if whole in levels:
        title = str(levels[whole].title)
        return title if whole == reading else f"{title}, in all"
    mark = marks.get(reading.removeprefix("is_")) if reading.startswith("is_") else None
    words = "" if mark is None else str(mark.text)
    return words[:1].upper() + words[1:]
