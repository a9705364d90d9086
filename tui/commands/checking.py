"""`whitecell check`."""

from collections.abc import Sequence

import click

from engine.errors import BadScenario, Problem
from engine.scenario.disclosures import disclosures as listed
from engine.scenario.load import check, load
from engine.scenario.scenario import Scenario
from tui.commands.common import pairs, say_json


def check_them(
    paths: Sequence[str],
    variant: str | None,
    sets: Sequence[str],
    disclosures: bool,
    as_json: bool,
) -> None:
    """Check each scenario and print every problem; exit status 1 if one is a mistake."""
    given = pairs(sets, "--set")
    bad = False
    rows: list[dict[str, object]] = []
    for path in paths:
        found = problems_of(path, variant, given)
        mistakes = [problem for problem in found if not problem.warning]
        bad = bad or bool(mistakes)
        rows += _show(path, found, as_json)
        if not as_json:
            click.echo(
                _verdict(path, len(mistakes), len(found) - len(mistakes)), err=bool(mistakes)
            )
        if disclosures and not mistakes:
            _disclose(load(path, variant=variant, sets=given))
    if as_json:
        say_json(rows)
    if bad:
        raise SystemExit(1)


def problems_of(path: str, variant: str | None, sets: dict[str, str]) -> Sequence[Problem]:
    """Everything wrong with a scenario, that there is none included."""
    try:
        return check(path, variant=variant, sets=sets)
    except BadScenario as problem:
        return problem.problems


def _verdict(path: str, mistakes: int, warnings: int) -> str:
    beside = f", {warnings} warning{'s' * (warnings != 1)}" if warnings else ""
    if mistakes:
        return f"{path}: {mistakes} mistake{'s' * (mistakes != 1)}{beside}."
    return f"{path}: no mistakes{beside}; it can be played."


def _disclose(scenario: Scenario) -> None:
    for line in listed(scenario):
        click.echo(f"  {line}")


def _show(path: str, problems: Sequence[Problem], as_json: bool) -> list[dict[str, object]]:
    if not as_json:
        for problem in problems:
            click.echo(str(problem), err=not problem.warning)
    return [
        {
            "scenario": path,
            "place": str(problem.place),
            "sentence": problem.sentence,
            "code": problem.code,
            "warning": problem.warning,
        }
        for problem in problems
    ]
