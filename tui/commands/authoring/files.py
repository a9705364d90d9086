"""Writing an author's files: never half of one, and never over another's work unasked."""

import os
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path

from engine.errors import BadScenario, Place, Problem
from engine.scenario.source_folder import find, shipped_root


def own_folder(name: str) -> Path:
    """The folder of an author's scenario, to be written into.

    A shipped scenario is read and never changed. Raises `BadScenario`.
    """
    folder = find(name)
    if folder is None:
        sentence = f"no folder `{name}` with a scenario in it"
        raise BadScenario([Problem(Place(name), sentence, "E-scenario")])
    if not isinstance(folder, Path) or is_shipped(folder):
        sentence = f"`{name}` comes with the program and stays as it is; copy it, and change that"
        raise BadScenario([Problem(Place(name), sentence, "E-shipped")])
    return folder


def is_shipped(folder: Path) -> bool:
    """Whether a folder is one of those that come with the program, whatever it is called."""
    root = shipped_root()
    return isinstance(root, Path) and folder.resolve().is_relative_to(root.resolve())


def written(path: Path, text: str) -> None:
    """Put a text in a file's place, whole or not at all. Raises OSError."""
    written_bytes(path, text.encode())


def written_bytes(path: Path, data: bytes) -> None:
    """Put bytes in a file's place, whole or not at all. Raises OSError."""
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_bytes(data)
        if path.exists():
            beside.chmod(path.stat().st_mode)
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def files_in(folder: Traversable, below: str = "") -> Iterator[tuple[str, str]]:
    """Every text file of a packaged folder: its path in it, and its text."""
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        name = f"{below}{item.name}"
        if item.is_dir():
            if not item.name.startswith((".", "__")):
                yield from files_in(item, f"{name}/")
        elif item.name.endswith((".yaml", ".md")):
            yield name, item.read_text(encoding="utf-8")
