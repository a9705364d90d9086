"""`whitecell verify`, `replay` and `export`: what can be done with a save."""

import json
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from pathlib import Path

import click

from engine.events import EVERYONE
from engine.report import report_of
from engine.saves import BadSave, Save
from engine.setup import check_version, replayed
from tui.commands.common import say_json
from tui.commands.running import print_report
from tui.words import phrase


def verify_it(path: Path, as_json: bool) -> None:
    """Replay and compare line by line; exit status 1 at the first difference."""
    save = Save.open(path)
    check_version(save)
    game = replayed(save)
    kept = list(save.lines())
    digest = save.progress().digest
    difference = first_difference(kept, list(game.journal.lines()), whole=bool(digest))
    same = difference is None and digest in ("", game.journal.digest())
    if as_json:
        say_json({"same": same, "events": len(kept), "first_difference": difference})
    elif same:
        click.echo(phrase("{path}: {kept} events, every one as it was.", path=path, kept=len(kept)))
    else:
        where = (
            phrase("its digest differs")
            if difference is None
            else phrase("event {difference} differs", difference=difference)
        )
        click.echo(
            phrase(
                "{path}: {where}; the save was altered, or this engine is not the same",
                path=path,
                where=where,
            ),
            err=True,
        )
    if not same:
        raise SystemExit(1)


def first_difference(kept: Sequence[str], again: Sequence[str], whole: bool) -> int | None:
    """The number of the first line that differs; a save that is not `whole` may end sooner."""
    for number, (one, other) in enumerate(zip_longest(kept, again)):
        if one != other:
            return None if one is None and not whole else number
    return None


def replay_it(path: Path, as_json: bool) -> None:
    """Play it again and print the report of the run."""
    save = Save.open(path)
    check_version(save)
    report = report_of(replayed(save), save.manifest)
    if as_json:
        say_json(report.plain())
    else:
        print_report(report)


def export_it(path: Path, seat: str | None) -> None:
    """Print the kept journal; with a seat, only what that seat was told, numbered as it saw it."""
    save = Save.open(path)
    if seat is None:
        for line in save.lines():
            click.echo(line)
        return
    try:
        seats = json.loads(save.manifest.scenario)["tree"].get("seats", {})
        if seat not in seats:
            raise click.UsageError(
                phrase(
                    "no seat `{seat}` in this save; there are {seats}",
                    seat=seat,
                    seats=", ".join(seats),
                )
            )
        told = [row for row in map(json.loads, save.lines()) if _told(row, seat)]
        for number, row in enumerate(told):
            shown = {key: row[key] for key in ("at", "agent", "event", "place", "fields")}
            click.echo(json.dumps({"number": number} | shown, ensure_ascii=False, sort_keys=True))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise BadSave(str(path), phrase("its journal is damaged"), "E-save-damaged") from None


def _told(row: Mapping[str, object], seat: str) -> bool:
    to = row["to"]
    return isinstance(to, list) and (seat in to or to == [EVERYONE])
