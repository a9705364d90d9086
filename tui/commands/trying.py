"""`whitecell test`: bots play a scenario many times; what breaks and what is never reached."""

from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

import click

from engine.agents.registry import plugged_in
from engine.bots.casting import bot_of
from engine.moves.schedule import named
from engine.scenario.load import load
from engine.scenario.scenario import Scenario
from lab.pool import play_all
from lab.trying import telling
from lab.trying.against import Earlier, NotComparable, compared, earlier_from
from lab.trying.asking import Asked, jobs_of
from lab.trying.figures import Figures, figures_of
from lab.trying.junit import junit
from lab.trying.playing import Row, play
from tui.commands.choosing import progress
from tui.commands.common import hidden_of, pairs, say_json
from tui.commands.trying_so_far import SoFar
from tui.words import phrase

STOPPED = 130
"""Status of a trial that did not come to its end."""


@dataclass(frozen=True, slots=True)
class Wished:
    """What was asked for at the shell."""

    scenario: str
    plays: int
    seed: int
    bots: str
    format: str | None
    variant: str | None
    sets: tuple[str, ...]
    hidden: tuple[str, ...]
    drawn: bool
    workers: int | None
    fail_under: float | None
    against: Path | None
    junit: Path | None
    as_json: bool


def try_it(wished: Wished) -> None:
    """Play, report, and end with status 1 if plays broke off or too little was reached."""
    earlier = None if wished.against is None else _earlier(wished.against)
    scenario = load(wished.scenario, variant=wished.variant, sets=pairs(wished.sets, "--set"))
    asked = _asked(wished, scenario)
    rows, stopped = _played(wished, asked, scenario)
    if rows:
        figures = figures_of(asked, scenario, rows)
        failures = _failures(figures, wished.fail_under)
        _report(wished, scenario, figures, failures, earlier)
        for failure in failures:
            click.echo(failure, err=True)
        if failures and not stopped:
            raise SystemExit(1)
    if stopped:
        raise SystemExit(STOPPED)


def _earlier(path: Path) -> Earlier:
    try:
        return earlier_from(path)
    except NotComparable as problem:
        raise click.UsageError(str(problem)) from None


def _played(wished: Wished, asked: Asked, scenario: Scenario) -> tuple[list[Row], bool]:
    """What was played, by seed, and whether somebody stopped it."""
    jobs = jobs_of(asked, scenario)
    so_far = SoFar(asked, scenario, lambda line: click.echo(line, err=True))
    stopped = False
    try:
        with progress(len(jobs), 0) as tick:

            def done(row: Row) -> None:
                so_far.heard(row)
                tick({"key": row["key"]})

            play_all(jobs, play, wished.workers, done)
    except KeyboardInterrupt:
        stopped = True
        click.echo(phrase("Stopped: what was played is reported."), err=True)
    except BrokenProcessPool:
        stopped = True
        sentence = phrase("A worker died in the middle of a play, as one without memory does.")
        click.echo(
            phrase("{sentence} What was played before is reported.", sentence=sentence), err=True
        )
    return sorted(so_far.rows, key=lambda row: row["seed"]), stopped


def _asked(wished: Wished, scenario: Scenario) -> Asked:
    bots = tuple(name.strip() for name in wished.bots.split(",") if name.strip())
    if not bots:
        raise click.UsageError(phrase("--bots takes names of bots with commas between them"))
    try:
        for name in bots:
            bot_of(name, scenario)
        format = named(scenario, wished.format) or None
    except LookupError as problem:
        raise click.UsageError(str(problem.args[0])) from None
    return Asked(
        scenario=wished.scenario,
        plays=wished.plays,
        seed=wished.seed,
        bots=bots,
        format=format,
        hidden=hidden_of(wished.hidden),
        drawn=wished.drawn,
        variant=wished.variant,
        sets=pairs(wished.sets, "--set"),
        plug_ins=plugged_in(),
    )


def _failures(figures: Figures, least: float | None) -> list[str]:
    broken = figures.played - figures.finished
    found = (
        [phrase("{broken} of {played} plays broke off.", broken=broken, played=figures.played)]
        if broken
        else []
    )
    reached = 100 * figures.coverage
    if least is not None and reached < least:
        found.append(
            phrase(
                "{reached:.1f} % was reached, less than the {least:g} % asked for.",
                reached=reached,
                least=least,
            )
        )
    return found


def _report(
    wished: Wished,
    scenario: Scenario,
    figures: Figures,
    failures: list[str],
    earlier: Earlier | None,
) -> None:
    if wished.junit is not None:
        wished.junit.write_text(junit(figures, failures), encoding="utf-8")
    change = None if earlier is None else compared(earlier, figures)
    if wished.as_json:
        against = {} if change is None else {"against": change.plain()}
        say_json({**figures.plain(), "failures": failures, **against})
        return
    click.echo(telling.text(figures, scenario))
    if change is not None:
        click.echo("\n".join(("", *change.lines())))
