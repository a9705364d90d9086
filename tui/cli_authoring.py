"""The commands of authors. Heavy modules are imported inside commands, so that help is quick."""

import sys
from pathlib import Path

import click

from tui.examples import Command, Group
from tui.shell import AS_JSON, PLUG_INS, SEED, SETS, VARIANT, people_read_errors


@click.command(cls=Command)
@click.argument("name")
@click.option("--title", help="What it is called; by default made from the name.")
@click.option("--plugin", is_flag=True, help="Make NAME.py instead: a kind of agent in Python.")
@AS_JSON
@people_read_errors
def new(name: str, title: str | None, plugin: bool, as_json: bool) -> None:
    """Make a folder with a small complete scenario, with comments that teach.

    NAME is the folder: small letters, digits, - and _.

    \b
    Examples:
      whitecell new dry-week
      whitecell new games/dry-week --title "The dry week"
      whitecell new --plugin tide
    """
    from tui.commands.authoring.new import begin_it

    begin_it(name, title, as_json, plugin)


@click.command(cls=Command)
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@VARIANT
@SETS
@click.option("--disclosures", is_flag=True, help="List what each text tells its readers.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    show_default=True,
    help="What is printed; SARIF is for editors and code hosts.",
)
@click.option(
    "--context/--no-context",
    default=None,
    help="Show the line in question; by default on a terminal.",
)
@AS_JSON
@PLUG_INS
@people_read_errors
def check(
    paths: tuple[str, ...],
    variant: str | None,
    sets: tuple[str, ...],
    disclosures: bool,
    form: str,
    context: bool | None,
    as_json: bool,
) -> None:
    """Find every mistake in scenarios, each with its file, line and column.

    \b
    Examples:
      whitecell check {scenario}
      whitecell check ./my-scenario --context
      whitecell check ./my-scenario --format sarif > problems.sarif
      whitecell check {scenario} --variant {variant} --json
    """
    from tui.commands.checking import Asked, check_them

    form = "json" if as_json else form
    check_them(Asked(paths, variant, sets, disclosures, form, context))


@click.command("explain-error", cls=Command)
@click.argument("code", required=False)
@AS_JSON
@people_read_errors
def explain_error(code: str | None, as_json: bool) -> None:
    """Say what the code of a message means, with an example; without a code, list them.

    \b
    Examples:
      whitecell explain-error E-key
      whitecell explain-error --json
    """
    from tui.commands.authoring.codes import explain_error as explain_it

    explain_it(code, as_json)


@click.command(cls=Command)
@click.argument("scenario", required=False)
@click.option(
    "--install",
    is_flag=True,
    help="Write it into the folder, and name it in the first line of each file.",
)
@PLUG_INS
@AS_JSON
@people_read_errors
def schema(scenario: str | None, install: bool, as_json: bool) -> None:
    """Print the JSON Schema of a scenario: its seats, places and verbs, for editors.

    Without SCENARIO it is that of any scenario; with --install, of the folder you are in.

    \b
    Examples:
      whitecell schema {scenario} > schema.json
      whitecell schema my-scenario --install
    """
    from tui.commands.authoring.schema import install_it, print_it

    if install:
        install_it(scenario or ".", as_json)
    else:
        print_it(scenario)


@click.command("format", cls=Command)
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--check", "only_check", is_flag=True, help="Change nothing; status 1 if it would.")
@AS_JSON
@people_read_errors
def lay_out(paths: tuple[str, ...], only_check: bool, as_json: bool) -> None:
    """Bring the files of a scenario into one layout; comments and what is said stay.

    PATH is a folder or a .yaml file. Two spaces a level, one after a colon, none inside brackets,
    no spaces at the ends of lines; columns that were aligned stay aligned.

    \b
    Examples:
      whitecell format my-scenario
      whitecell format my-scenario --check
    """
    from tui.commands.authoring.layout import format_them

    format_them(paths, only_check, as_json)


@click.command(cls=Command)
@click.argument("scenario", metavar="PATH")
@click.option("--dry-run", "dry", is_flag=True, help="Show what would change, and write nothing.")
@AS_JSON
@people_read_errors
def migrate(scenario: str, dry: bool, as_json: bool) -> None:
    """Bring a scenario of an older version of the language up to this one; comments stay.

    \b
    Examples:
      whitecell migrate my-scenario --dry-run
      whitecell migrate my-scenario
    """
    from tui.commands.authoring.migrate import migrate_it

    migrate_it(scenario, dry, as_json)


@click.group(cls=Group)
def msel() -> None:
    """Lists of injects to and from other programs: CSV, XLSX and CEXF.

    \b
    Examples:
      whitecell msel export {scenario} --to {scenario}.xlsx
      whitecell msel import plan.csv --into my-scenario
    """


@msel.command("export")
@click.argument("scenario")
@click.option("--to", type=click.Path(path_type=Path), required=True, metavar="FILE")
@VARIANT
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@PLUG_INS
@AS_JSON
@people_read_errors
def export_msel(scenario: str, to: Path, variant: str | None, force: bool, as_json: bool) -> None:
    """Write the injects of a scenario as a list: .csv, .xlsx, or .json for CEXF.

    \b
    Examples:
      whitecell msel export {scenario} --to {scenario}.xlsx
      whitecell msel export {scenario} --to {scenario}.json
    """
    from tui.commands.authoring.msel.commands import export_them

    export_them(scenario, to, variant, force, as_json)


@msel.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--into", required=True, metavar="PATH", help="The folder of a scenario.")
@click.option("--dry-run", "dry", is_flag=True, help="Say what would change, and write nothing.")
@PLUG_INS
@AS_JSON
@people_read_errors
def import_msel(file: Path, into: str, dry: bool, as_json: bool) -> None:
    """Bring a list of injects into a scenario: .csv, .xlsx, or .json for CEXF.

    Rows with the id of an inject change it, comments and all else staying; others are new.

    \b
    Examples:
      whitecell msel import plan.csv --into my-scenario
      whitecell msel import plan.xlsx --into my-scenario --dry-run
    """
    from tui.commands.authoring.msel.commands import import_them

    import_them(file, into, dry, as_json)


@click.command(cls=Command)
@click.argument("scenario")
@SEED
@VARIANT
@click.option("--bots", default="doctrine", show_default=True, help="The bot in every seat.")
@click.option("--until", metavar="DATE", help="Play to there: 2031-11-06 or 2031-11-06 12:00.")
@click.option("--no-play", is_flag=True, help="Only check.")
@click.option("--rounds", type=click.IntRange(1), help="Stop after so many looks.")
@PLUG_INS
@AS_JSON
@people_read_errors
def watch(
    scenario: str,
    seed: int | None,
    variant: str | None,
    bots: str,
    until: str | None,
    no_play: bool,
    rounds: int | None,
    as_json: bool,
) -> None:
    """Check a scenario on every save, and play the same game again as far as it was.

    What is new and what is gone is said, and how the game differs: its ending, its outcomes, its
    events. An installed schema is written anew after every good check. With --json, one line
    for each look.

    On a terminal it takes lines in between: `next` plays to the next move, `to day 2 18:00` to a
    time, `see SEAT` shows what a seat knows; `help` lists them.

    \b
    Examples:
      whitecell watch my-scenario --seed 7
      whitecell watch my-scenario --until 2031-08-05 --bots idle
      whitecell watch my-scenario --no-play
    """
    from tui.commands.authoring.watch import Asked
    from tui.commands.authoring.watching import watch_it

    steps = sys.stdin.isatty() and not (as_json or no_play) and rounds is None
    watch_it(Asked(scenario, seed, variant, bots, until, not no_play, rounds, as_json, steps))


@click.command(cls=Command)
@click.argument("scenario")
@click.option("--to", type=click.Path(path_type=Path), metavar="FILE", help="Where to write it.")
@VARIANT
@SETS
@PLUG_INS
@AS_JSON
@people_read_errors
def preview(
    scenario: str, to: Path | None, variant: str | None, sets: tuple[str, ...], as_json: bool
) -> None:
    """Write a scenario on one page: map, times, agents, seats with their briefs and cards.

    The page is one HTML file without scripts, for the author: it tells what players must not know.

    \b
    Examples:
      whitecell preview {scenario}
      whitecell preview my-scenario --to page.html
    """
    from tui.commands.authoring.preview.command import preview_it

    preview_it(scenario, to, variant, sets, as_json)


COMMANDS: tuple[click.Command, ...] = (
    new,
    check,
    explain_error,
    schema,
    watch,
    preview,
    lay_out,
    migrate,
    msel,
)
"""Every command of this module, in the order in which an author meets them."""
