"""What is wrong with what was written: one sentence, one place, one code."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple


class Place(NamedTuple):
    """Where a text was written: a file as people name it, a line and a column from 1."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return (
            f"{self.file}:{self.line}:{self.column}" if self.column else f"{self.file}:{self.line}"
        )


class Problem(NamedTuple):
    """One mistake, or one warning, with its place and a sentence that says what to write."""

    place: Place
    sentence: str
    code: str
    warning: bool = False

    def __str__(self) -> str:
        return f"{self.place}: {self.sentence} [{self.code}]"


class WhitecellError(Exception):
    """Anything that a person can put right; the words are in `str()`."""


class BadScenario(WhitecellError):
    """A scenario that cannot be played; `problems` holds every mistake found, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = gathered(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


MISSING = re.compile(r"no (?:[a-z, ]+ )?(`[a-z0-9_]+`)")
"""A sentence about a name that nothing has."""

MOST_ECHOES = 3
"""How often one sentence is said before the rest are only counted."""


def gathered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems in order; a sentence said more than three times is said once, with a count."""
    ordered = in_order(problems)
    times = Counter(map(_echo, ordered))
    found: list[Problem] = []
    said: set[tuple[str, str]] = set()
    for problem in ordered:
        key = _echo(problem)
        if problem.warning or times[key] <= MOST_ECHOES:
            found.append(problem)
        elif key not in said:
            said.add(key)
            more = f"{problem.sentence} (and so in {times[key] - 1} other places)"
            found.append(problem._replace(sentence=more))
    return tuple(found)


def _echo(problem: Problem) -> tuple[str, str]:
    """What two problems share that are one mistake: their words, or the name that is missing."""
    missing = MISSING.match(problem.sentence) if problem.code == "E-name" else None
    return (missing[1] if missing else problem.sentence), problem.code


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, by file, line and column; those of no file come last."""
    return tuple(sorted(set(problems), key=lambda p: (not p.place.line, p)))
