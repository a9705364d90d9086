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
    return {field: words for field, words in found.items() if words}
