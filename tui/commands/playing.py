"""`whitecell play`: on the screen, or line by line."""

import os
import sys
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
from platformdirs import user_data_path

from tui.commands.common import hidden_of, seed_of
from tui.front import Front
from tui.seed_words import of_the_day
from tui.settings import BadSettings, Settings, palette, settings
from tui.words import phrase

# What reads and plays scenarios is heavy, and the lobby stands before any is read.
if TYPE_CHECKING:
    from engine.scenario.scenario import Scenario
    from engine.setup import Wanted

USUAL_BOTS = "doctrine"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was asked for at the shell; what is missing is asked for later."""

    scenario: str | None
    seat: str | None
    seed: int | None
    variant: str | None
    resume: Path | None
    save: Path | None
    bots: str
    plain: bool
    ascii_only: bool
    hidden: tuple[str, ...] = ()
    format: str | None = None
    settings: Settings = field(default_factory=Settings)
    others: tuple[str, ...] = ()
    """Seats that other persons play at the same keyboard."""
    daily: bool = False
    """The seed of the day is wanted."""


def saves_folder() -> Path:
    """Where games are kept unless somebody says otherwise."""
    return user_data_path("whitecell", appauthor=False) / "saves"


def new_save_path(scenario: str, seat: str, seed: int) -> Path:
    """A free name for a new game's save."""
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
    return saves_folder() / f"{Path(scenario).name}-{seat}-{seed}-{stamp}.wcsave"


def wanted_of(chosen: Chosen, scenario: str, seat: str, *others: str) -> "Wanted":
    """The game as people play it: parameters and hidden causes are drawn, unless told otherwise.

    `others` are seats that other persons play at the same keyboard.
    """
    from engine.moves.schedule import FIRST
    from engine.setup import Wanted

    return Wanted(
        scenario=scenario,
        seed=seed_of(chosen.seed),
        variant=chosen.variant,
        drawn=True,
        hidden=hidden_of(chosen.hidden),
        bots=chosen.bots,
        people=dict.fromkeys((seat, *others), "player"),
        format=chosen.format or FIRST,
    )


def play_it(chosen: Chosen) -> None:
    """Open the screen, or play line by line where there is none or it is not wanted."""
    if chosen.bots != USUAL_BOTS:
        _check_bots(chosen)
    hidden_of(chosen.hidden)
    given = (chosen.scenario, chosen.seat, chosen.variant, chosen.hidden, chosen.format)
    if chosen.others and (chosen.scenario is None or chosen.seat is None):
        raise click.UsageError(phrase("--with adds persons to a scenario and a --seat"))
    if chosen.resume is not None and any(given):
        raise click.UsageError(
            phrase("--resume goes on with a save as it is: name no scenario or seat")
        )
    if line_by_line(chosen):
        from tui.plain import play_plainly

        play_plainly(_checked(chosen))
        return
    try:
        chosen = replace(chosen, settings=settings())
    except BadSettings as problem:
        raise click.ClickException(str(problem)) from None
    with Front(palette(chosen.settings)):
        from tui.app import app_of

        app = app_of(_checked(chosen))
    app.alone = True
    app.run()
    if app.farewell:
        click.echo(app.farewell)


def line_by_line(chosen: Chosen) -> bool:
    """Whether to play without a screen: wanted so, or there is none that could show one."""
    there_is_one = sys.stdin.isatty() and sys.stdout.isatty()
    return chosen.plain or not there_is_one or os.environ.get("TERM") == "dumb"


def _checked(chosen: Chosen) -> Chosen:
    if chosen.scenario is not None:
        check_choice(chosen)
    return with_seed_of_the_day(chosen) if chosen.daily else chosen


def _check_bots(chosen: Chosen) -> None:
    from engine.bots.casting import KINDS, NAMES

    if chosen.bots not in KINDS and (chosen.scenario is None or ":" not in chosen.bots):
        raise click.UsageError(
            phrase("no bot `{bots}`; there are {names}", bots=chosen.bots, names=", ".join(NAMES))
        )


def with_seed_of_the_day(chosen: Chosen) -> Chosen:
    """What was chosen, with today's seed. Bad usage where there can be none."""
    if chosen.scenario is None or chosen.seed is not None:
        raise click.UsageError(phrase("--daily gives the seed to a scenario that is named"))
    from engine.scenario.load import load

    scenario = load(chosen.scenario, variant=chosen.variant)
    if scenario.real_events:
        raise click.UsageError(phrase("--daily: real events have no seed of the day"))
    return replace(chosen, seed=of_the_day(scenario.name, datetime.now(UTC).date()))


def check_choice(chosen: Chosen) -> None:
    """Bad usage for a seat, a format or a bot that the scenario has not; bad input if none."""
    from engine.bots.casting import cast
    from engine.scenario.load import load

    assert chosen.scenario is not None
    scenario = load(chosen.scenario, variant=chosen.variant)
    check_format(scenario, chosen.format)
    people = (*((chosen.seat,) if chosen.seat is not None else ()), *chosen.others)
    for seat in people:
        if seat not in scenario.seats:
            raise click.UsageError(
                phrase(
                    "no seat `{seat}`; there are {seats}",
                    seat=seat,
                    seats=", ".join(scenario.seats),
                )
            )
    try:
        cast(scenario, chosen.bots, {}, people)
    except LookupError as problem:
        raise click.UsageError(str(problem.args[0])) from None


def check_format(scenario: "Scenario", format: str | None) -> None:
    """Bad usage for a format that the scenario has not."""
    from engine.moves.schedule import named

    try:
        named(scenario, format)
    except LookupError as problem:
        raise click.UsageError(str(problem.args[0])) from None
