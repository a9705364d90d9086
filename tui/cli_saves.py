"""Commands on saves and seats; heavy modules are imported inside them, so that help is quick."""

from pathlib import Path

import click

from tui.shell import AS_JSON, VARIANT, people_read_errors


@click.command()
@click.argument("save", type=click.Path(path_type=Path))
@click.option("--at", metavar="DATE", required=True, help="From then on: '2022-01-05 12:00'.")
@click.option("--luck", default="same", show_default=True, help="`same`, or a number for another.")
@click.option("--out", type=click.Path(path_type=Path), help="Where to keep it.")
@AS_JSON
@people_read_errors
def branch(save: Path, at: str, luck: str, out: Path | None, as_json: bool) -> None:
    """Begin again from a date of a save: what if you had decided otherwise?

    \b
    Examples:
      whitecell branch my-game.wcsave --at '2031-11-04 12:00'
      whitecell branch my-game.wcsave --at 2031-11-05 --luck 3 --out what-if.wcsave
    """
    from tui.commands.branching import branch_it

    branch_it(save, at, luck, out, as_json)


@click.command("print")
@click.argument("scenario")
@click.option("--seat", required=True, help="Whose briefing.")
@click.option("--format", "format_", metavar="NAME", help="One of the scenario's formats.")
@VARIANT
@people_read_errors
def print_brief(scenario: str, seat: str, format_: str | None, variant: str | None) -> None:
    """Print a seat's briefing on one page, in Markdown.

    \b
    Examples:
      whitecell print harbour --seat union
      whitecell print harbour --seat port --format short > port.md
    """
    from tui.commands.printing import print_it

    print_it(scenario, seat, format_, variant)


COMMANDS = (branch, print_brief)
