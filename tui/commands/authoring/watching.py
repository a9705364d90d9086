"""The loop of `whitecell watch`: look, say, play, and take what is typed in between."""

import json
import time

import click

from engine.memory import collect_seldom
from engine.scenario.load import sheet_of
from tui.commands.authoring.steps import Steps
from tui.commands.authoring.watch import POLL, Asked, Watch
from tui.commands.authoring.watch_words import say_judged, say_played
from tui.commands.common import seed_of

SETTLES = 0.05
"""Seconds in which an editor that empties a file before it fills it has filled it."""

MOST_WAITS = 10


def watch_it(asked: Asked) -> None:
    """Look, and look again after every save, until it is stopped."""
    collect_seldom()
    sheet_of(asked.name)
    watch = Watch(asked, seed_of(asked.seed))
    steps = Steps(watch) if asked.steps else None
    done = 0
    files = watch.due() or ()
    while True:
        files = _looked(watch, files, first=not done)
        done += 1
        if asked.rounds is not None and done >= asked.rounds:
            return
        saved = files or _waited(watch, steps)
        if saved is None:
            return
        files = _settled(watch, saved)


def _looked(watch: Watch, files: tuple[str, ...], first: bool) -> tuple[str, ...]:
    """One look; the files that were saved while it played, if it was left for them."""
    asked = watch.asked
    look = watch.judged(() if first else files)
    if not asked.as_json:
        say_judged(watch, look, first)
    look = watch.followed(look)
    if look.schema and not asked.as_json:
        click.echo("  schema written")
    if look.good and asked.play:
        look = watch.played(look)
        if not (asked.as_json or look.left):
            say_played(watch, look)
    if asked.as_json:
        click.echo(json.dumps(look.plain(), ensure_ascii=False))
    return (watch.due() or ()) if look.left else ()


def _waited(watch: Watch, steps: Steps | None) -> tuple[str, ...] | None:
    """The files that were saved, when some were; None if somebody asked to stop."""
    while True:
        files = watch.due()
        if files is not None:
            return files
        if steps is None:
            time.sleep(POLL)
        elif not steps.taken(POLL):
            return None


def _settled(watch: Watch, files: tuple[str, ...]) -> tuple[str, ...]:
    """The files of a save that goes on: an editor empties a file before it fills it."""
    for _ in range(MOST_WAITS):
        time.sleep(SETTLES)
        more = watch.due()
        if more is None:
            break
        files = tuple(dict.fromkeys((*files, *more)))
    return files
