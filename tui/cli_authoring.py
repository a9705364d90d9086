"""The commands of authors. Heavy modules are imported inside commands, so that help is quick."""

import click

from tui.shell import AS_JSON, people_read_errors


@click.command()
@click.argument("name")
@click.option("--title", help="What it is called; by default made from the name.")
@AS_JSON
@people_read_errors
def new(name: str, title: str | None, as_json: bool) -> None:
    """Make a folder with a small complete scenario, with comments that teach.

    NAME is the folder: small letters, digits, - and _.

    \b
    Examples:
      whitecell new dry-week
      whitecell new games/dry-week --title "The dry week"
    """
    from tui.commands.authoring.new import begin_it

    begin_it(name, title, as_json)


COMMANDS: tuple[click.Command, ...] = (new,)
"""Every command of this module, in the order in which an author meets them."""
