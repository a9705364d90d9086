"""`whitecell run`: a headless run, with progress on a terminal and JSON on request."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import groupby
from pathlib import Path

import click

from engine.game import Game
from engine.memory import collect_seldom
from engine.report import Item, Report, report_of
from engine.saves import Save
from engine.setup import Wanted, start
from tui.commands import ledger
from tui.commands.common import hidden_of, pairs, prepared, say_json, second_of, seed_of
from tui.words import phrase

FEW = 3
"""As many lines of one sort at one instant are still told one by one."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for at the shell."""

    scenario: str
    seed: int | None
    bots: str
    bot_of: tuple[str, ...]
    until: str | None
    variant: str | None
    sets: tuple[str, ...]
    drawn: bool
    save: Path | None
    as_json: bool
    hidden: tuple[str, ...] = ()
    format: str | None = None
    why: tuple[str, ...] = ()
    """Meters whose ledgers are asked for."""


def run_it(asked: Asked) -> None:
    """Run, save if asked, and print what came of it."""
    wanted = Wanted(
        scenario=asked.scenario,
        seed=seed_of(asked.seed),
        variant=asked.variant,
        sets=pairs(asked.sets, "--set"),
        drawn=asked.drawn,
        hidden=hidden_of(asked.hidden),
        bots=asked.bots,
        bot_of=pairs(asked.bot_of, "--bot"),
        format=asked.format,
    )
    collect_seldom()
    ready = prepared(wanted)
    until = None if asked.until is None else second_of(ready.scenario, asked.until)
    save = None if asked.save is None else Save.create(asked.save, ready.manifest)
    game = start(ready, None if save is None else save.log, keep=False)
    for meter in asked.why:
        ledger.known(game, meter)
    with kept(game, save), progress(game, until) as advance:
        advance()
    report = report_of(game, ready.manifest)
    if asked.as_json:
        more = {meter: list(map(asdict, ledger.causes(game, meter))) for meter in asked.why}
        say_json(report.plain() | ({"why": more} if more else {}))
    else:
        print_report(report)
        for line in (line for meter in asked.why for line in ledger.told(game, meter)):
            click.echo(line)


@contextmanager
def kept(game: Game, save: Save | None) -> Iterator[None]:
    """A game that is played inside is sealed in its save; one that is stopped is kept so far."""
    if save is None:
        yield
        return
    try:
        yield
        save.seal(game.journal, game.opened)
    except BaseException:
        # Somewhere inside a beat: what is written is a beginning of that beat, and no digest fits.
        save.keep(game.journal, game.opened)
        click.echo(phrase("Kept as far as it was played: {path}", path=save.path), err=True)
        raise
    finally:
        save.close()


@contextmanager
def progress(game: Game, until: int | None) -> Iterator[Callable[[], None]]:
    """Something that plays a game to its end, with a bar on the terminal if there is one."""
    if not sys.stderr.isatty():
        yield lambda: game.play(until)
        return
    from rich.console import Console
    from rich.progress import Progress

    total = until or game.scene.end_second
    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(phrase("Running"), total=total)

        def advance() -> None:
            while not game.over and (until is None or game.now < until):
                game.advance(12)
                bar.update(task, completed=game.now)

        yield advance


def told_together(items: Sequence[Item]) -> Iterator[tuple[str, str]]:
    """A timeline's lines; what happens in many places at one instant is told once."""
    for (at, _, said), group in groupby(items, key=lambda i: (i.at, i.kind, _beyond_place(i))):
        found = list(group)
        if len(found) > FEW and said != found[0].text:
            yield at, phrase("{found} places: {said}", found=len(found), said=said)
        else:
            yield from ((item.at, item.text) for item in found)


def _beyond_place(item: Item) -> str:
    """What a line says but for the name of its place, which it begins with."""
    return item.text.partition(": ")[2] or item.text if item.place else item.text


def print_report(report: Report) -> None:
    """The run for people: its ending, its timeline, and the outcomes of its last day."""
    format = phrase(", format {format}", format=report.format) if report.format else ""
    click.echo(
        phrase(
            "{title}, seed {seed}{format}, bots: {bots_text}",
            title=report.title,
            seed=report.seed,
            format=format,
            bots_text=report.bots_text(),
        )
    )
    click.echo(
        phrase("Ending: {ending_title}", ending_title=report.ending_title or phrase("not reached"))
    )
    if report.hidden:
        drawn = ", ".join(f"{question}={answer}" for question, answer in report.hidden.items())
        click.echo(phrase("Hidden: {drawn}", drawn=drawn))
    click.echo("")
    for at, text in told_together(report.timeline):
        click.echo(f"  {at[:16].replace('T', ' ')}  {text}")
    click.echo(phrase("\nOutcomes:"))
    for row in report.last_rows():
        value = (
            phrase("did not happen")
            if row.value is None
            else f"{row.value:,.6g} {row.unit}".rstrip()
        )
        click.echo(f"  {row.metric:40} {row.scope:16} {value}")
    if report.systems:
        click.echo(phrase("\nEvents by system:"))
    for system, count in report.systems.items():
        click.echo(f"  {system:30} {count}")
    click.echo(phrase("\nDigest {digest}", digest=report.digest[:16]))
