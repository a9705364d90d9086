"""`whitecell choices`: what choices a scenario really offers, from many plays by its bots."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from engine.bots.casting import cast
from engine.moves.schedule import named
from engine.saves import engine_version
from engine.scenario.canonical import hash_of
from engine.scenario.load import load
from engine.scenario.scenario import Scenario
from lab.choices import telling
from lab.choices.asking import ANY, Asked, jobs_of
from lab.choices.figures import figures_of
from lab.choices.playing import Result
from lab.choices.store import OtherChoices, Store
from lab.choices.working import Done, work
from tui.commands.common import hidden_of, pairs, say_json, second_of
from tui.words import phrase


@dataclass(frozen=True, slots=True)
class Wished:
    """What was asked for at the shell."""

    scenario: str
    runs: int
    seed: int
    bots: str
    format: str | None
    variant: str | None
    sets: tuple[str, ...]
    hidden: tuple[str, ...]
    drawn: bool
    plans: bool
    openings: bool
    before: str | None
    until: str | None
    averts: str
    swaps: int
    workers: int | None
    out: Path | None
    as_json: bool
    as_markdown: bool


def choices_of(wished: Wished) -> None:
    """Play what is missing, then report on all of it."""
    scenario = load(wished.scenario, variant=wished.variant, sets=pairs(wished.sets, "--set"))
    asked = _asked(wished, scenario)
    head = {
        "choices": 1,
        "engine": engine_version(),
        "hash": hash_of(scenario),
        **asked.fixed(),
    }
    try:
        store = Store(wished.out, head)
    except OtherChoices as problem:
        raise click.UsageError(str(problem)) from None
    jobs = jobs_of(asked, scenario)
    missing = [job for job in jobs if job.key not in store]
    stopped = False
    try:
        with progress(len(jobs), len(jobs) - len(missing)) as tick:

            def done(result: Result) -> None:
                store.add(result)
                tick(result)

            work(missing, wished.workers, done)
    except KeyboardInterrupt:
        stopped = True
        click.echo(phrase("Stopped: what was played is reported."), err=True)
    keys = {job.key for job in jobs}
    rows = [row for row in store.all() if row["key"] in keys]
    if rows:
        _report(wished, asked, scenario, rows)
    if stopped:
        raise SystemExit(130)


def _asked(wished: Wished, scenario: Scenario) -> Asked:
    if wished.bots != ANY:
        try:
            cast(scenario, wished.bots, {})
        except LookupError as problem:
            raise click.UsageError(str(problem.args[0])) from None
    if wished.averts and wished.averts not in scenario.endings:
        known = ", ".join(scenario.endings)
        raise click.UsageError(
            phrase("no ending `{averts}`; there are {known}", averts=wished.averts, known=known)
        )
    if wished.openings and wished.before is None:
        raise click.UsageError(phrase("--openings needs --before DATE: which orders are early"))
    return Asked(
        scenario=wished.scenario,
        runs=wished.runs,
        seed=wished.seed,
        bots=wished.bots,
        format=_format(wished, scenario),
        hidden=hidden_of(wished.hidden),
        drawn=wished.drawn,
        plans=wished.plans,
        openings=wished.openings,
        before=0 if wished.before is None else second_of(scenario, wished.before, "--before"),
        until=0 if wished.until is None else second_of(scenario, wished.until, "--until"),
        swaps=wished.swaps,
        variant=wished.variant,
        sets=pairs(wished.sets, "--set"),
    )


def _format(wished: Wished, scenario: Scenario) -> str | None:
    try:
        return named(scenario, wished.format) or None
    except LookupError as problem:
        raise click.UsageError(str(problem.args[0])) from None


def _report(wished: Wished, asked: Asked, scenario: Scenario, rows: list[Result]) -> None:
    figures = figures_of(asked, scenario, rows)
    if wished.as_json:
        say_json(telling.plain(figures, wished.averts))
    elif wished.as_markdown:
        click.echo(telling.markdown(figures, scenario, wished.averts))
    else:
        click.echo(telling.text(figures, scenario, wished.averts))


@contextmanager
def progress(total: int, already: int) -> Iterator[Done]:
    """Something to call with each result, with a bar on the terminal if there is one."""
    if not sys.stderr.isatty():
        yield lambda result: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn(phrase("Playing")), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
        TextColumn("{task.fields[last]}"),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total, completed=already, last="")
        yield lambda result: bar.update(task, advance=1, last=result["key"])
