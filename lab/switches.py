"""Each system switched off in turn: what that changes, under the same luck.

python -m lab.switches SCENARIO [--seeds 10] [--bots history]
"""

from collections.abc import Mapping, Sequence

import click

from engine.errors import BadScenario
from engine.scenario.load import load
from engine.scenario.scenario import Scenario
from engine.setup import Wanted
from lab.runs import Job, Run, median, run_all

NOTABLE = 0.02
"""A median that moves by less than this share of itself is not listed."""


def jobs_for(scenario: Scenario, name: str, seeds: int, bots: str) -> list[Job]:
    """The record's arm, and one arm for each system that can be switched off."""
    arms: list[str | None] = [None]
    arms += [f"without-{id}" for id, system in scenario.systems.items() if system.off]
    return [
        Job(arm or "whole", Wanted(name, seed=seed, bots=bots, variant=arm))
        for arm in arms
        for seed in range(1, seeds + 1)
    ]


def medians(runs: Sequence[Run]) -> dict[str, float | None]:
    """The national median of each outcome, on its last day or at its highest."""
    found: dict[str, list[float | None]] = {}
    for run in runs:
        last: dict[str, float | None] = {}
        for (metric, scope, _), value in run.outcomes.items():
            if scope == "national":
                known = [v for v in (last.get(metric), value) if v is not None]
                last[metric] = max(known) if known else None
        for metric, value in last.items():
            found.setdefault(metric, []).append(value)
    return {metric: median(values) for metric, values in found.items()}


def changes(whole: Mapping[str, float | None], without: Mapping[str, float | None]) -> list[str]:
    """What moved, the largest first, in words."""
    moved = []
    for metric, before in whole.items():
        after = without.get(metric)
        size = _size(before, after)
        if size > NOTABLE:
            moved.append((size, f"{metric} {_n(before)} → {_n(after)}"))
    return [text for _, text in sorted(moved, key=lambda item: -item[0])]


def _size(before: float | None, after: float | None) -> float:
    if before is None or after is None:
        return 0.0 if before is after else 10.0
    return abs(after - before) / max(abs(before), abs(after), 1e-9)


def _n(value: float | None) -> str:
    return "never" if value is None else f"{value:,.3g}" if abs(value) < 1000 else f"{value:,.0f}"


def table(scenario: Scenario, runs: Sequence[Run], seeds: int) -> str:
    """The whole table in Markdown: a row for each system."""
    by_arm: dict[str, list[Run]] = {}
    for run in runs:
        by_arm.setdefault(run.name, []).append(run)
    whole = medians(by_arm["whole"])
    rows = [
        f"Medians of {seeds} seeds, each system switched off in turn under the same luck.",
        "",
        "| system | switched off by | events | what changes |",
        "| --- | --- | --- | --- |",
    ]
    for id, system in scenario.systems.items():
        arm = by_arm.get(f"without-{id}")
        events = median([float(run.systems[id]) for run in by_arm["whole"]])
        if arm is None:
            rows.append(f"| {system.title} | cannot be | {_n(events)} | |")
            continue
        moved = changes(whole, medians(arm))[:4]
        off = ", ".join(f"`{path}`" for path in system.off)
        rows.append(f"| {system.title} | {off} | {_n(events)} | {'; '.join(moved) or 'nothing'} |")
    return "\n".join(rows)


@click.command()
@click.argument("scenario")
@click.option("--seeds", default=10, show_default=True)
@click.option("--bots", default="history", show_default=True)
def main(scenario: str, seeds: int, bots: str) -> None:
    """Switch each system of a scenario off and print what that changes."""
    try:
        found = load(scenario)
    except BadScenario as problem:
        click.echo(str(problem), err=True)
        raise SystemExit(1) from None
    runs = list(run_all(jobs_for(found, scenario, seeds, bots)))
    click.echo(table(found, runs, seeds))


if __name__ == "__main__":
    main()
