"""`whitecell msel`: a scenario's injects to a list, and a list into a scenario."""

from pathlib import Path

import click

from engine.errors import BadScenario, Place, Problem
from engine.scenario.assemble import reading
from engine.scenario.load import load, sheet_of
from engine.scenario.reader import Reader
from engine.scenario.sheet import topped
from tui.commands.authoring.files import own_folder, written, written_bytes
from tui.commands.authoring.msel.cexf import as_cexf, read_cexf
from tui.commands.authoring.msel.notes import noted, texts_of
from tui.commands.authoring.msel.plan import planned
from tui.commands.authoring.msel.rows import Row, rows_of
from tui.commands.authoring.msel.sheets import as_csv, as_xlsx, read_rows
from tui.commands.common import say_json

ENDINGS = (".csv", ".xlsx", ".json")


def export_them(name: str, to: Path, variant: str | None, force: bool, as_json: bool) -> None:
    """Write the list; bad input if something is there already."""
    _known(to)
    if to.exists() and not force:
        sentence = "this is there already; give another name, or --force to write over it"
        raise BadScenario([Problem(Place(str(to)), sentence, "E-exists")])
    scenario = load(name, variant=variant)
    rows = noted(rows_of(scenario), texts_of(name))
    if to.suffix.lower() == ".csv":
        data = as_csv(rows)
    elif to.suffix.lower() == ".xlsx":
        data = as_xlsx(rows, scenario.title)
    else:
        data = as_cexf(scenario, rows)
    written_bytes(to, data)
    silent = len(scenario.injects) - len(rows)
    if as_json:
        say_json({"file": str(to), "rows": len(rows), "left_out": silent})
        return
    click.echo(f"{to}: {len(rows)} injects.")
    if silent:
        click.echo(f"Left out: {silent} triggers without a text.")


def import_them(path: Path, into: str, dry: bool, as_json: bool) -> None:
    """Bring the rows of a list into a folder; nothing is written if one of them is wrong."""
    _known(path)
    folder = own_folder(into)
    reader = _reader(folder)
    files = {
        item.name: item.read_bytes().decode("utf-8")
        for item in sorted(folder.glob("*.yaml"))
        if item.is_file()
    }
    left: list[str] = []
    if path.suffix.lower() == ".json":
        rows, left = read_cexf(path, reader)
    else:
        rows = read_rows(path)
    plan = planned(str(path), rows, _before(folder), files, reader)
    if plan.problems:
        raise BadScenario(plan.problems)
    if not dry:
        for name, text in plan.files.items():
            written(folder / name, text)
    if as_json:
        say_json({
            "added": plan.added, "changed": plan.changed, "files": sorted(plan.files),
            "left_out": left, "written": not dry,
        })  # fmt: skip
        return
    for name in plan.files:
        click.echo(f"{folder / name}: {'would be written' if dry else 'written'}")
    new = len(plan.added)
    click.echo(f"{new} new inject{'s' * (new != 1)}, {len(plan.changed)} changed.")
    for what in left:
        click.echo(f"Left out: {what}.")
    if plan.files and not dry:
        click.echo(f"\nLook at it with: whitecell check {into}")


def _known(path: Path) -> None:
    if path.suffix.lower() not in ENDINGS:
        raise click.UsageError(f"`{path}`: a list ends in .csv, .xlsx or .json (CEXF)")


def _reader(folder: Path) -> Reader:
    """What the folder's names are, its mistakes notwithstanding. Raises BadScenario."""
    sheet = sheet_of(folder)
    layers = topped(sheet)
    found = reading(sheet, layers)
    if found is None or sheet.unreadable:
        raise BadScenario(layers.problems)
    return found


def _before(folder: Path) -> dict[str, Row]:
    """The rows of the injects that are there, by id; none while the scenario has mistakes."""
    try:
        return {row.id: row for row in rows_of(load(folder))}
    except BadScenario as error:
        first = error.problems[0]
        sentence = f"put its mistakes right first, so that injects are known again: {first}"
        raise BadScenario([Problem(Place(str(folder)), sentence, first.code)]) from None
