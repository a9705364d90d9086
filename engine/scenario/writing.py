"""Texts as YAML writes them, so that what is read back is what was meant."""

import json

from engine.scenario.source import Scalar, Table, Unreadable, parse


def scalar(text: str) -> str:
    """A text on one line as a value: plain where that reads back the same, else in quotes."""
    # In a flow mapping too, since authors move values there.
    plain = _reads(f"key: {text}", text) and _reads(f"{{key: {text}}}", text)
    return text if plain else json.dumps(text, ensure_ascii=False)


def _reads(line: str, text: str) -> bool:
    if text != text.strip() or "\n" in text:
        return False
    try:
        tree, problems = parse(line.encode(), "")
    except (Unreadable, UnicodeEncodeError):
        return False
    if problems or not isinstance(tree, Table) or list(tree.items) != ["key"]:
        return False
    value = tree.items["key"]
    return isinstance(value, Scalar) and value.text == text != "" and not value.deletes
