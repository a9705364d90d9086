"""`whitecell preview`."""

from pathlib import Path

import click

from engine.errors import BadScenario, Place, Problem
from engine.scenario.load import check, load
from tui.commands.authoring.files import written
from tui.commands.authoring.preview.page import MADE_BY, page_of
from tui.commands.common import pairs, say_json

HEAD = 4096
"""Characters of a file in which a page of ours says that it is one."""


def preview_it(
    name: str, to: Path | None, variant: str | None, sets: tuple[str, ...], as_json: bool
) -> None:
    """Write the page; bad input if something else stands where it would."""
    given = pairs(sets, "--set")
    scenario = load(name, variant=variant, sets=given)
    path = to if to is not None else Path(f"{scenario.name}-preview.html")
    if path.exists() and not _ours(path):
        sentence = "this is there already, and no preview; give another name with --to"
        raise BadScenario([Problem(Place(str(path)), sentence, "E-exists")])
    page = page_of(scenario, check(name, variant=variant, sets=given))
    written(path, page)
    if as_json:
        say_json({"file": str(path), "bytes": len(page.encode())})
    else:
        click.echo(f"{path}: open it in a browser; it tells everything, so keep it from players.")


def _ours(path: Path) -> bool:
    return path.is_file() and MADE_BY in path.read_text("utf-8", errors="replace")[:HEAD]
