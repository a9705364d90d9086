"""The record beside the runs: each figure of a scenario's record against what seeds give.

python -m lab.record SCENARIO [--seeds 50] [--bots history] [--drawn] [--json]
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

import click

from engine.errors import BadScenario
from engine.scenario.load import load
from engine.scenario.models import RecordRow
from engine.setup import Wanted
from lab.runs import Job, Run, median, quantile, run_all


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of the record, and the runs' median with the range of nine in ten."""

    date: str
    metric: str
    scope: str
    low: float | None
    high: float | None
    median: float | None
    p5: float | None
    p95: float | None
    unit: str
    source: str
    confidence: str

    @property
    def inside(self) -> bool:
        """Whether the median lies within what the record says."""
        if self.median is None:
            return False
        above = self.low is None or self.median >= self.low
        return above and (self.high is None or self.median <= self.high)


def compared(rows: Sequence[RecordRow], runs: Sequence[Run]) -> list[Line]:
    """Each row of the record beside the runs' outcome of that metric, scope and date."""
    return [_line(row, runs) for row in rows]


def _line(row: RecordRow, runs: Sequence[Run]) -> Line:
    values = [_value(run, row) for run in runs]
    return Line(
        row.date, row.outcome, row.scope, row.low, row.high, median(values),
        quantile(values, 0.05), quantile(values, 0.95), row.unit, row.source, row.confidence,
    )  # fmt: skip


def _value(run: Run, row: RecordRow) -> float | None:
    """The outcome on that date; one that is reported at the end stands under the last date."""
    key = (row.outcome, row.scope, row.date)
    if key in run.outcomes:
        return run.outcomes[key]
    found = [v for (m, s, _), v in run.outcomes.items() if (m, s) == (row.outcome, row.scope)]
    return found[-1] if found else None


def table(lines: Sequence[Line], seeds: int, drawn: bool) -> str:
    """The comparison as a Markdown table."""
    how = "drawn" if drawn else "central"
    head = [
        f"Median of {seeds} seeds at {how} parameters, with the range of nine runs in ten.",
        "",
        "| date | outcome | scope | record | runs | 5-95 % | unit | inside | source |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    return "\n".join(head + [_cells(line) for line in lines])


def _cells(line: Line) -> str:
    record = " to ".join(dict.fromkeys(_n(v) for v in (line.low, line.high) if v is not None))
    span = f"{_n(line.p5)} to {_n(line.p95)}"
    inside = "yes" if line.inside else "no"
    return (
        f"| {line.date} | {line.metric} | {line.scope} | {record} | {_n(line.median)} | {span} "
        f"| {line.unit} | {inside} | {line.source} |"
    )


def _n(value: float | None) -> str:
    return "never" if value is None else f"{value:,.4g}" if abs(value) < 1000 else f"{value:,.0f}"


@click.command()
@click.argument("scenario")
@click.option("--seeds", default=50, show_default=True)
@click.option("--bots", default="history", show_default=True)
@click.option("--variant")
@click.option("--drawn", is_flag=True, help="Draw parameters anew for each seed.")
@click.option("--json", "as_json", is_flag=True)
def main(
    scenario: str, seeds: int, bots: str, variant: str | None, drawn: bool, as_json: bool
) -> None:
    """Compare a scenario's record with runs of many seeds."""
    try:
        rows = load(scenario).record
    except BadScenario as problem:
        click.echo(str(problem), err=True)
        raise SystemExit(1) from None
    jobs = [
        # Hidden causes stay out: the record does not settle them, and is what is compared with.
        Job("record", Wanted(scenario, seed, 0, variant, drawn=drawn, hidden="none", bots=bots))
        for seed in range(1, seeds + 1)
    ]
    lines = compared(rows, list(run_all(jobs)))
    if as_json:
        click.echo(json.dumps([asdict(line) | {"inside": line.inside} for line in lines], indent=2))
    else:
        click.echo(table(lines, seeds, drawn))


if __name__ == "__main__":
    main()
