"""The few shapes that a schema is made of."""

from collections.abc import Iterable, Mapping

Schema = dict[str, object]

ANY_TEXT: Schema = {"type": ["string", "number", "boolean"]}
NULL: Schema = {"type": "null"}
OPEN: Schema = {"type": "object"}


def one_of(words: Iterable[str]) -> Schema:
    """One of these words; any text while there is none."""
    known = list(words)
    return {"enum": known} if known else ANY_TEXT


def any_of(*schemas: Schema) -> Schema:
    """One of several shapes."""
    return {"anyOf": list(schemas)}


def or_list(item: Schema) -> Schema:
    """One thing, or a list of such."""
    return any_of(item, {"type": "array", "items": item})


def each(item: Schema, known: Iterable[str] = ()) -> Schema:
    """A mapping from ids to things; known ids are offered."""
    inside = any_of(item, NULL)
    return {
        "type": "object",
        "properties": dict.fromkeys(known, inside),
        "additionalProperties": inside,
    }


def only(keys: Mapping[str, object]) -> Schema:
    """These keys and no others."""
    # Editors read the keys `true` and `false` as truths, and find them by patterns alone.
    truths = {f"^{key}$": keys[key] for key in ("true", "false") if key in keys}
    found: Schema = {"properties": dict(keys), "additionalProperties": False}
    return {**found, "patternProperties": truths} if truths else found


def case(told_by: Schema, keys: Mapping[str, Schema]) -> Schema:
    """The keys of what is told by some of them."""
    return {
        "if": {"properties": told_by, "required": list(told_by)},
        "then": only(keys),
    }
