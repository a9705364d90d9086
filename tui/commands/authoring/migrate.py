"""`whitecell migrate`: a scenario of an older version of the language brought up to this one."""

import difflib
from pathlib import Path

import click

from engine.errors import BadScenario, Place, Problem
from engine.scenario.migration import CURRENT, migrated
from engine.scenario.source import Unreadable
from tui.commands.authoring.files import own_folder, written_bytes
from tui.commands.common import say_json


def migrate_it(name: str, dry: bool, as_json: bool) -> None:
    """Write the files of a folder in the present version, or with `dry` show what would change."""
    folder = own_folder(name)
    files = {path.name: _read(path) for path in sorted(folder.glob("*.yaml")) if path.is_file()}
    try:
        changed = migrated(files)
    except Unreadable as error:
        raise BadScenario([error.problem]) from None
    if not dry:
        for file, text in changed.items():
            written_bytes(folder / file, text.encode())
    if as_json:
        say_json({"version": CURRENT, "changed": sorted(changed), "written": not dry})
        return
    for file, text in changed.items():
        if dry:
            click.echo(_difference(file, files[file], text), nl=False)
        else:
            click.echo(f"{folder / file}: brought up to version {CURRENT}")
    if not changed:
        click.echo(f"{folder} is of version {CURRENT} already.")
    elif not dry:
        click.echo(f"\nLook at it with: whitecell check {name}")


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        problem = Problem(Place(path.name, 1, 1), "not UTF-8; save the file as UTF-8", "E-bytes")
        raise BadScenario([problem]) from None


def _difference(file: str, before: str, after: str) -> str:
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), file, file, n=1
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
