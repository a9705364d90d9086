"""Parts of a schema that stand in it more than once, written once."""

import json
from collections import Counter

LEAST = 160
"""Characters of a part that is worth a name."""


def shared(schema: dict[str, object]) -> dict[str, object]:
    """The same schema with every large part that it repeats under `definitions`."""
    sharing = _Sharing()
    sharing.count(schema)
    whole = {key: sharing.named(value) for key, value in schema.items()}
    return {**whole, "definitions": sharing.parts} if sharing.parts else whole


class _Sharing:
    def __init__(self) -> None:
        self.times: Counter[str] = Counter()
        self.texts: dict[int, str] = {}
        """By identity: the schema stays in memory while its parts are counted."""
        self.names: dict[str, str] = {}
        self.parts: dict[str, object] = {}

    def count(self, value: object) -> str:
        """The text of a value, its parts counted on the way."""
        if id(value) in self.texts:
            text = self.texts[id(value)]
            self.times[text] += 1
            return text
        if isinstance(value, dict):
            inner = (f"{json.dumps(key)}:{self.count(item)}" for key, item in value.items())
            text = self.texts[id(value)] = f"{{{','.join(inner)}}}"
            if len(text) >= LEAST:
                self.times[text] += 1
            return text
        if isinstance(value, list):
            return f"[{','.join(self.count(item) for item in value)}]"
        return json.dumps(value)

    def named(self, value: object) -> object:
        """The value with a reference in place of each part that stands elsewhere too."""
        if isinstance(value, list):
            return [self.named(item) for item in value]
        if not isinstance(value, dict):
            return value
        text = self.texts[id(value)]
        if self.times[text] < 2 or not _is_schema(value):
            return {key: self.named(item) for key, item in value.items()}
        if text not in self.names:
            name = self.names[text] = f"part{len(self.names) + 1}"
            self.parts[name] = {key: self.named(item) for key, item in value.items()}
        return {"$ref": f"#/definitions/{self.names[text]}"}


def _is_schema(value: dict[str, object]) -> bool:
    """Whether this is a schema, and no mapping of properties or examples."""
    return isinstance(value.get("type"), str) or any(
        isinstance(value.get(key), list) for key in ("anyOf", "enum", "type")
    )
