"""`whitecell verify`, `replay` and `export`: what can be done with a save."""

import json
from itertools import zip_longest
from pathlib import Path

import click

from engine.report import report_of
from engine.saves import Save
from engine.setup import check_version, replayed
from tui.commands.common import say_json
from tui.commands.running import print_report


def verify_it(path: Path, as_json: bool) -> None:
    """Replay and compare line by line; exit status 1 at the first difference."""
    save = Save.open(path)
    check_version(save)
    game = replayed(save)
    kept = list(save.lines())
    difference = next(
        (
            number
            for number, (a, b) in enumerate(zip_longest(kept, game.journal.lines()))
            if a != b and number < len(kept)
        ),
        None,
    )
    same = difference is None and save.progress().digest in ("", game.journal.digest())
    if as_json:
        say_json({"same": same, "events": len(kept), "first_difference": difference})
    elif same:
        click.echo(f"{path}: {len(kept)} events, every one as it was.")
    else:
        where = "its digest differs" if difference is None else f"event {difference} differs"
        click.echo(
            f"{path}: {where}; the save was altered, or this engine is not the same", err=True
        )
    if not same:
        raise SystemExit(1)


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
    if seat not in json.loads(save.manifest.scenario)["tree"].get("seats", {}):
        raise click.UsageError(f"no seat `{seat}` in this save")
    number = 0
    for line in save.lines():
        row = json.loads(line)
        if seat in row["to"] or row["to"] == ["all"]:
            told = {key: row[key] for key in ("at", "agent", "event", "place", "fields")}
            click.echo(json.dumps({"number": number} | told, ensure_ascii=False, sort_keys=True))
            number += 1
