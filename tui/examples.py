"""The examples of `--help`, filled with names of a shipped scenario, which stand in its files."""

from functools import cache
from inspect import cleandoc
from typing import TYPE_CHECKING

import click

from tui.words import phrase

# Files are read for help alone: nothing that starts waits for what reads them.
if TYPE_CHECKING:
    from engine.scenario.source import Node

NEEDED = ("seats", "variants", "hidden", "plans", "temperaments", "formats")


class Command(click.Command):
    """A command whose help is in the player's language, and names what a shipped scenario has.

    `{scenario}`, `{seat}` and their kin stand for such names.
    """

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The description, with names in place of the words between braces."""
        self.help = filled(described(self))
        super().format_help_text(ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What each option is for."""
        for option in self.get_params(ctx):
            if isinstance(option, click.Option) and option.help:
                option.help = phrase(option.help)
        super().format_options(ctx, formatter)

    def get_short_help_str(self, limit: int = 45) -> str:
        """The first sentence, for the list of all commands."""
        self.help = described(self)
        return super().get_short_help_str(limit)


class Group(click.Group):
    """A group of such commands, with help of the same kind."""

    command_class = Command

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The description, with names in place of the words between braces."""
        self.help = filled(described(self))
        super().format_help_text(ctx, formatter)

    def get_short_help_str(self, limit: int = 45) -> str:
        """The first sentence, for the list of all commands."""
        self.help = described(self)
        return super().get_short_help_str(limit)


def described(command: click.Command) -> str:
    """What a command says of itself: its docstring, as catalogues have it."""
    return phrase(cleandoc(command.help or ""))


def filled(text: str) -> str:
    """A text with the names of the example; a word that it lacks stands as it is."""
    if "{" not in text:
        return text
    for word, name in _names().items():
        text = text.replace(f"{{{word}}}", name)
    return text


@cache
def _names() -> dict[str, str]:
    """The smallest shipped scenario that has a thing of each sort, and the first of each."""
    from engine.scenario.source_folder import names, shipped_root

    sizes = {
        name: sum(
            len(item.read_bytes())
            for item in (shipped_root() / name).iterdir()
            if item.name.endswith(".yaml")
        )
        for name in names()
    }
    for name in sorted(sizes, key=lambda name: (sizes[name], name)):
        found = _of(name)
        if found:
            return found
    return {}


def _of(name: str) -> dict[str, str]:
    from engine.scenario.source_folder import read

    folder = read(name)
    tree = folder.layers.tree
    sections = {key: _items(tree.items.get(key)) for key in (*NEEDED, "agents", "meters")}
    seats = list(sections["seats"])
    if folder.read > 1 or len(seats) < 2 or not all(sections.values()):
        return {}
    question, asked = next(iter(sections["hidden"].items()))
    plan, planned = next(iter(sections["plans"].items()))
    seat = _word(_items(planned).get("seat")) or seats[0]
    path, value = _number(sections["agents"])
    return {
        "scenario": name,
        "seat": seat,
        "other": next(other for other in seats if other != seat),
        "variant": next(iter(sections["variants"])),
        "format": next(iter(sections["formats"])),
        "question": question,
        "answer": next(iter(_items(_items(asked).get("answers"))), ""),
        "plan": plan,
        "temperament": next(iter(sections["temperaments"])),
        "path": path,
        "value": value,
        "meter": next(iter(sections["meters"])),
        "day": _word(tree.items.get("start"))[:10],
    }


def _number(agents: "dict[str, Node]") -> tuple[str, str]:
    """The shortest number of an agent, with its path."""
    from engine.scenario.source import Scalar

    found = [
        (f"agents.{agent}.{key}", value.text)
        for agent, item in agents.items()
        for key, value in _items(item).items()
        if isinstance(value, Scalar) and value.text[:1].isdigit()
    ]
    return min(found, key=lambda row: len("".join(row)), default=("agents.AGENT.NUMBER", "1 h"))


def _items(node: "Node | None") -> "dict[str, Node]":
    from engine.scenario.source import Table

    return dict(node.items) if isinstance(node, Table) else {}


def _word(node: "Node | None") -> str:
    from engine.scenario.source import Scalar

    return node.text if isinstance(node, Scalar) else ""
