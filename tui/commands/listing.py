"""`whitecell list`."""

import click

from engine.scenario.load import shipped
from tui.commands.common import say_json


def list_them(as_json: bool) -> None:
    """Print the shipped scenarios: name, title, summary."""
    found = shipped()
    if as_json:
        say_json([{"name": n, "title": t, "summary": s} for n, t, s in found])
        return
    for name, title, summary in found:
        click.echo(f"{name}\n  {title}\n  {summary}\n")
    click.echo("Play one with: whitecell play NAME")
