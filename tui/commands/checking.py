"""`whitecell check`."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import click

from engine.errors import BadScenario, Problem
from engine.memory import undisturbed
from engine.scenario.disclosures import disclosures as listed
from engine.scenario.load import check, load
from engine.scenario.source_lines import Lines
from tui.commands.common import pairs, say_json
from tui.words import phrase, plural

FOLLOWS = "E-unchecked"
"""Says what was not looked at because of another mistake: no mistake of its own."""

WIDEST = 100
"""Characters of a line that are shown; a longer one is cut around the place."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for at the shell; `context` None means on a terminal only."""

    paths: tuple[str, ...]
    variant: str | None
    sets: Sequence[str]
    disclosures: bool
    form: str
    context: bool | None


def check_them(asked: Asked) -> None:
    """Check each scenario and print every problem; exit status 1 if one is a mistake."""
    sets = pairs(asked.sets, "--set")
    with undisturbed():
        paths = dict.fromkeys(asked.paths)
        found = {path: problems_of(path, asked.variant, sets) for path in paths}
    good = [path for path, problems in found.items() if all(p.warning for p in problems)]
    told = {
        path: [str(line) for line in listed(load(path, variant=asked.variant, sets=sets))]
        for path in (good if asked.disclosures else ())
    }
    if asked.form == "sarif":
        from tui.commands.authoring.sarif import sarif

        say_json(sarif((Lines(path), problems) for path, problems in found.items()))
    elif asked.form == "json":
        rows = [row for path, problems in found.items() for row in _rows(path, problems)]
        say_json({"problems": rows, "disclosures": told} if asked.disclosures else rows)
    else:
        for path, problems in found.items():
            _print(path, problems, asked.context)
            for line in told.get(path, ()):
                click.echo(f"  {line}")
    if len(good) < len(found):
        raise SystemExit(1)


def problems_of(path: str, variant: str | None, sets: dict[str, str]) -> Sequence[Problem]:
    """Everything wrong with a scenario, that there is none included."""
    try:
        return check(path, variant=variant, sets=sets)
    except BadScenario as problem:
        return problem.problems


def _print(path: str, problems: Sequence[Problem], context: bool | None) -> None:
    lines = Lines(path)
    mistakes = [p for p in problems if not p.warning and p.code != FOLLOWS]
    for problem in problems:
        stream = sys.stderr if not problem.warning else sys.stdout
        click.echo(str(problem), file=stream)
        if context or (context is None and stream.isatty()):
            for line in shown(lines, problem):
                click.echo(line, file=stream)
    click.echo(_verdict(path, len(mistakes), len(problems) - len(mistakes)), err=bool(mistakes))
    if mistakes and (context or (context is None and sys.stderr.isatty())):
        click.echo(
            phrase("More of a mistake: whitecell explain-error {code}", code=mistakes[0].code),
            err=True,
        )


def shown(lines: Lines, problem: Problem) -> Iterator[str]:
    """The line that a problem is about, and a caret below the word."""
    place = problem.place
    line = lines.line(place)
    if line is None:
        return
    from tui.commands.authoring.codes import shown as printable

    start = max(0, place.column - WIDEST + 20) if len(line) > WIDEST else 0
    part = line[start : start + WIDEST].rstrip("\r")
    head = f"{place.line:>6} | "
    yield f"{head}{printable(part)}"
    if place.column:
        before = len(printable(part[: place.column - 1 - start]))
        carets = max(1, min(lines.width(place), len(part) - (place.column - 1 - start)))
        yield f"{' ' * (len(head) - 2)}| {' ' * before}{'^' * carets}"


def _verdict(path: str, mistakes: int, warnings: int) -> str:
    beside = plural(", {number} warning", ", {number} warnings", warnings) if warnings else ""
    if mistakes:
        return plural(
            "{path}: {number} mistake{beside}.",
            "{path}: {number} mistakes{beside}.",
            mistakes,
            path=path,
            beside=beside,
        )
    return phrase("{path}: no mistakes{beside}; it can be played.", path=path, beside=beside)


def _rows(path: str, problems: Sequence[Problem]) -> list[dict[str, object]]:
    return [
        {
            "scenario": path,
            "place": str(problem.place),
            "file": problem.place.file,
            "line": problem.place.line,
            "column": problem.place.column,
            "sentence": problem.sentence,
            "code": problem.code,
            "warning": problem.warning,
        }
        for problem in problems
    ]
