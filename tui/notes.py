"""Bookmarks and notes of a player, kept in a file beside the save; the game never reads them."""

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

LONGEST = 400


@dataclass(frozen=True, slots=True)
class Mark:
    """A second of the game that somebody marked, and what was noted there, if anything."""

    at: int
    text: str = ""


class Notes:
    """The marks of one save. Without a path they last as long as the program runs."""

    def __init__(self, path: Path | None = None, seat: str = "") -> None:
        """`path` is that of the save; with a `seat` they are that seat's alone.

        A file of notes that cannot be read counts as empty.
        """
        self._seat = seat
        self._file = None if path is None else file_beside(path, seat)
        self.marks: tuple[Mark, ...] = ()
        if self._file is not None and self._file.is_file():
            with suppress(OSError, ValueError, TypeError, KeyError):
                rows = json.loads(self._file.read_text(encoding="utf-8"))["marks"]
                self.marks = tuple(Mark(int(row["at"]), str(row["text"])) for row in rows)

    def toggle(self, at: int) -> bool:
        """Set a bookmark at a second, or take all marks there away; whether there is one now."""
        if any(mark.at == at for mark in self.marks):
            self._keep(mark for mark in self.marks if mark.at != at)
            return False
        self._keep((*self.marks, Mark(at)))
        return True

    def note(self, at: int, text: str) -> None:
        """Note something at a second; an empty text takes the note away."""
        others = tuple(mark for mark in self.marks if mark.at != at)
        self._keep((*others, Mark(at, text.strip()[:LONGEST])) if text.strip() else others)

    def copy_to(self, path: Path, until: int) -> None:
        """Give a branch the marks of the time that it shares."""
        other = Notes(path, self._seat)
        other._keep(mark for mark in self.marks if mark.at <= until)

    def _keep(self, marks: Iterable[Mark]) -> None:
        self.marks = tuple(sorted(marks, key=lambda mark: mark.at))
        if self._file is not None:
            rows = [{"at": mark.at, "text": mark.text} for mark in self.marks]
            text = json.dumps({"marks": rows}, ensure_ascii=False, indent=1)
            self._file.write_text(text, encoding="utf-8")


def file_beside(path: Path, seat: str = "") -> Path:
    """Where the notes of a save are kept."""
    return path.with_name(f"{path.name}.{seat}.notes.json" if seat else f"{path.name}.notes.json")
