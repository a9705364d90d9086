"""`whitecell check`."""

from collections.abc import Sequence

import click

from engine.errors import BadScenario, Problem
from engine.scenario.load import load, warnings
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
        try:
            scenario = load(path, variant=variant, sets=given)
        except BadScenario as problem:
            bad = True
            rows += _show(path, problem.problems, as_json)
            continue
        rows += _show(path, warnings(scenario), as_json)
        if not as_json:
            click.echo(f"{path}: can be played.")
        if disclosures:
            _disclose(path, scenario)
    if as_json:
        say_json(rows)
    if bad:
        raise SystemExit(1)


def _disclose(path: str, scenario: object) -> None:
    from engine.scenario.disclosures import disclosures as listed
    from engine.scenario.scenario import Scenario

    assert isinstance(scenario, Scenario)
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
