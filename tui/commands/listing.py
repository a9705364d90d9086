"""`whitecell list`."""

import click

from engine.scenario.load import for_beginners, formats_of, shipped
from tui.commands.common import say_json
from tui.words import phrase


def list_them(as_json: bool) -> None:
    """Print the shipped scenarios: name, title, summary, and the formats to play them in."""
    found, first = shipped(), for_beginners()
    if as_json:
        say_json([
            {
                "name": n, "title": t, "summary": s, "begin_here": n in first,
                "formats": _formats(n),
            }
            for n, t, s in found
        ])  # fmt: skip
        return
    for name, title, summary in found:
        here = phrase("  (begin here)") if name in first else ""
        click.echo(f"{name}{here}\n  {title}\n  {summary}")
        played = [
            phrase("{name} ({minutes} min)", name=row["name"], minutes=row["minutes"])
            for row in _formats(name)
        ]
        click.echo(phrase("  Formats: {played}\n", played=", ".join(played)) if played else "")
    click.echo(phrase("Play one with: whitecell play NAME"))


def _formats(scenario: str) -> list[dict[str, object]]:
    """The formats of a scenario, the one that is played unless another is named first."""
    return [
        {"name": name, "title": title or name, "minutes": minutes}
        for name, title, minutes in formats_of(scenario)
    ]
