"""The line that a message is about, as it stands in its file."""

import re
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from pathlib import Path

from engine.errors import Place
from engine.scenario.source_folder import MOST_BESIDE, find

WORD = re.compile(r"[\w.%/-]+|\"[^\"]*\"|'[^']*'")


@dataclass
class Lines:
    """The files of one scenario and of what it extends, found again by how messages name them."""

    name: str | Path
    _kept: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def path(self, file: str) -> Path | None:
        """The file on this machine that a message calls so; None where there is none."""
        found = self._found(file)
        return found if isinstance(found, Path) and found.is_file() else None

    def line(self, place: Place) -> str | None:
        """The whole line of a place; None where a place has no line, or its file cannot be read."""
        if place.file not in self._kept:
            self._kept[place.file] = self._read(place.file)
        lines = self._kept[place.file]
        return lines[place.line - 1] if 0 < place.line <= len(lines) else None

    def width(self, place: Place) -> int:
        """How many characters the word at a place has; 1 where there is no word."""
        line = self.line(place)
        word = WORD.match(line, place.column - 1) if line and place.column else None
        return len(word.group()) if word else 1

    def _found(self, file: str) -> Traversable | None:
        own = find(self.name)
        label, _, inside = file.partition("/")
        if own is None or not inside:
            return None
        root = own.resolve().parent if isinstance(own, Path) else None
        mine = own.name or Path(str(self.name)).resolve().name
        folder = own if label == mine else find(label, root)
        return None if folder is None else folder.joinpath(*inside.split("/"))

    def _read(self, file: str) -> tuple[str, ...]:
        found = self._found(file)
        if found is None or not found.is_file():
            return ()
        try:
            with found.open("rb") as stream:
                data = stream.read(MOST_BESIDE)
        except OSError:
            return ()
        return tuple(data.decode("utf-8-sig", errors="replace").split("\n"))
