"""A file of results, one JSON object a line, that can be added to after a stop."""

import json
from collections.abc import Iterator
from pathlib import Path

from lab.choices.playing import Result


class OtherChoices(Exception):
    """A file holds results of something else than what is asked for."""


class Store:
    """Results by key; in memory alone if there is no path.

    The first line of a file says what its results are of. A line that was cut short is dropped.
    """

    def __init__(self, path: Path | None, head: dict[str, object]) -> None:
        """Raises OtherChoices for a file whose head is another, and OSError."""
        self._path, self._results = path, dict[str, Result]()
        self._head = json.loads(json.dumps(head))
        if path is None:
            return
        if path.exists() and path.stat().st_size:
            self._read(path)
        self._write_anew(path)

    def _read(self, path: Path) -> None:
        lines = list(_objects(path))
        if not lines or "choices" not in lines[0]:
            raise OtherChoices(f"{path}: no file of choices; name another one")
        if lines[0] != self._head:
            theirs, mine = lines[0], self._head
            other = [key for key in mine if theirs.get(key) != mine[key]]
            raise OtherChoices(f"{path}: of other {', '.join(other)}; name another file")
        self._results = {line["key"]: line for line in lines[1:]}

    def _write_anew(self, path: Path) -> None:
        lines = [self._head, *self._results.values()]
        path.write_text("".join(f"{_line(line)}\n" for line in lines), encoding="utf-8")

    def __contains__(self, key: str) -> bool:
        return key in self._results

    def add(self, result: Result) -> None:
        """Keep a result, on disk before anything else happens."""
        self._results[result["key"]] = result
        if self._path is not None:
            with self._path.open("a", encoding="utf-8") as file:
                file.write(f"{_line(result)}\n")

    def all(self) -> list[Result]:
        """Every result, by seed and then by arm, in whatever order they came."""
        return sorted(self._results.values(), key=lambda row: (row["seed"], row["arm"]))


def _objects(path: Path) -> Iterator[Result]:
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            found = json.loads(line)
        except ValueError:
            return
        if not isinstance(found, dict):
            return
        yield found


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
