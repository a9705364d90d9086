"""`whitecell luck`: a finished game's decisions again under other luck, and one of them swapped."""

import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import click

from engine.game import Game
from engine.orders import FieldGiven
from engine.results import results_of
from engine.saves import Save
from host.debrief import decisions_of
from lab.again import Played, Swap
from lab.again_crew import Again, Processes
from lab.luck import Luck
from tui.commands.common import ended, say_json
from tui.ink import plains
from tui.picture.data_of_luck import LuckFound, OwnDecision
from tui.picture.ending import when
from tui.picture.luck import whole_luck_lines
from tui.shell import BAD_INPUT
from tui.words import phrase

WIDTH = 78
LOOK = 0.5
"""Seconds between two looks at what has come."""

STOPPED = 130


def play_luck(
    path: Path,
    seat: str | None,
    runs: int,
    swap: str | None,
    instead: Sequence[str],
    workers: int | None,
    as_json: bool,
) -> None:
    """Play the futures and tell what they come to. Raises BadSave for a game that goes on."""
    save = Save.open(path)
    with closing(save):
        game = ended(path, save, phrase("luck is told when it has"))
        chosen = _seat(game, tuple(save.manifest.seats), seat)
        played = Played(save.manifest, tuple(save.orders()), chosen)
    mine = [OwnDecision.model_validate(row) for row in decisions_of(game, chosen)]
    wanted = _swap(mine, swap, instead)
    luck = Luck(game.scenario, chosen, results_of(game))
    stopped = _watched(luck, Processes(played, workers), runs, wanted)
    found = luck.summary()
    if as_json:
        say_json(found | {"seat": chosen, "stopped": stopped})
    else:
        words = "" if wanted is None else _words(mine, wanted)
        _tell(LuckFound.model_validate(found), words, stopped)
        if wanted is None:
            _list(mine)
    if luck.trouble:
        click.echo(
            phrase(
                "{path}: it could not be played again: {trouble}", path=path, trouble=luck.trouble
            ),
            err=True,
        )
        raise SystemExit(BAD_INPUT)
    if stopped:
        raise SystemExit(STOPPED)


def _seat(game: Game, people: Sequence[str], seat: str | None) -> str:
    known = tuple(game.scenario.seats)
    found = seat or next(iter(people or known))
    if found not in known:
        raise click.UsageError(
            phrase("no seat `{found}`; there are {known}", found=found, known=", ".join(known))
        )
    return found


def _swap(mine: Sequence[OwnDecision], swap: str | None, instead: Sequence[str]) -> Swap | None:
    """The swap that was asked for: a decision by its number or its id, and other fields."""
    if swap is None:
        if instead:
            raise click.UsageError(
                phrase("--instead says what is ordered in the place of a --swap")
            )
        return None
    by_number = {str(number): each for number, each in enumerate(mine, start=1)}
    found = by_number.get(swap) or next((each for each in mine if each.order == swap), None)
    if found is None:
        count = len(mine)
        raise click.UsageError(
            phrase(
                "no decision `{swap}`; `whitecell luck SAVE` lists the {count}",
                swap=swap,
                count=count,
            )
        )
    if not instead:
        return Swap(found.order)
    given = dict(_pair(text) for text in instead)
    first = next((other for other in found.instead if other.card and _gives(other.fields, given)),
                 None)  # fmt: skip
    if first is None:
        known = "; ".join(other.words for other in found.instead if other.card) or "nothing"
        raise click.UsageError(
            phrase("no such choice; instead of it there could be {known}", known=known)
        )
    return Swap(found.order, first.card, tuple(sorted(first.fields.items())))


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise click.UsageError(phrase("expected FIELD=VALUE, got `{text}`", text=text))
    return name, value


def _gives(fields: dict[str, FieldGiven], given: dict[str, str]) -> bool:
    return all(name in fields and _same(fields[name], value) for name, value in given.items())


def _same(field: FieldGiven, value: str) -> bool:
    if isinstance(field, float | int) and not isinstance(field, bool):
        try:
            return float(value) == float(field)
        except ValueError:
            return False
    return str(field) == value


def _watched(luck: Luck, crew: Again, runs: int, swap: Swap | None) -> bool:
    """Wait for the futures; whether somebody stopped it, in which case what came is kept."""
    shown = sys.stderr.isatty()
    try:
        crew.tell(luck.wanted(runs, swap, par=False))
        while not luck.finished:
            crew.wait(LOOK)
            luck.hear(crew.heard())
            if shown:
                click.echo(
                    phrase("\r{same} of {runs} futures", same=len(luck.same), runs=runs),
                    err=True,
                    nl=False,
                )
    except KeyboardInterrupt:
        luck.hear(crew.heard())
        luck.stopped = True
        return True
    finally:
        crew.close()
        if shown:
            click.echo("\r\033[K", err=True, nl=False)
    return False


def _words(mine: Sequence[OwnDecision], swap: Swap) -> str:
    found = next(each for each in mine if each.order == swap.order)
    for other in found.instead:
        if (other.card, tuple(sorted(other.fields.items()))) == (swap.card, swap.fields):
            return f"{found.words} → {other.words}"
    return found.words


def _tell(found: LuckFound, words: str, stopped: bool) -> None:
    if stopped:
        click.echo(phrase("Stopped after {same} of {of} futures.", same=found.same, of=found.of))
    for text in plains(whole_luck_lines(found, words, WIDTH)):
        click.echo(text.rstrip())


def _list(mine: Sequence[OwnDecision]) -> None:
    if mine:
        click.echo(phrase("\nDecisions that can be swapped, with --swap NUMBER:"))
    for number, each in enumerate(mine, start=1):
        click.echo(f"  {number:2} {when(each.at):<13} {each.words}")
