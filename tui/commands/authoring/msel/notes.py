"""Who runs an inject and how far it is, as an imported list said: a comment behind its id."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from tui.commands.authoring.msel.rows import Row

LINE = re.compile(r"^  (\w+):[ ]*#[ ]*((?:controller|status): .*)$", re.MULTILINE)
NOTE = re.compile(r"(controller|status): ([^;]+)")


def noted(rows: Sequence[Row], texts: Iterable[str]) -> list[Row]:
    """The rows with the controller and the status that comments of the scenario's files say."""
    found: dict[str, Mapping[str, str]] = {
        id: {name: value.strip() for name, value in NOTE.findall(said)}
        for text in texts
        for id, said in LINE.findall(text)
    }
    return [_with(row, found.get(row.id, {})) for row in rows]


def _with(row: Row, said: Mapping[str, str]) -> Row:
    return replace(
        row, controller=said.get("controller", row.controller),
        status=said.get("status", row.status),
    )  # fmt: skip


def texts_of(scenario: str) -> list[str]:
    """The files of a folder; a shipped scenario has no such comments."""
    folder = Path(scenario)
    files = sorted(folder.glob("*.yaml")) if folder.is_dir() else []
    return [file.read_bytes().decode("utf-8", "replace") for file in files]
