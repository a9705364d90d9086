"""Asking line by line for one of several names."""

import re
from collections.abc import Sequence

import click

from tui.words import phrase

_AMOUNT = re.compile(r"([\d.,]+)\s*([a-z%]*)", re.ASCII)


def amount(said: str, unit: str) -> str:
    """An amount as the engine reads it: `12h` with its space, `12` with the unit of its field."""
    found = _AMOUNT.fullmatch(said)
    return f"{found.group(1)} {found.group(2) or unit}".strip() if found else said


class Left(Exception):
    """The player left a form before it was filled in."""


def choose(
    what: str, names: Sequence[str], may_leave: bool = False, labels: Sequence[str] = ()
) -> str:
    """Ask for one of several names, by number or by name. Raises Left."""
    click.echo(f"{what}:")
    for number, name in enumerate(labels or names, start=1):
        click.echo(f"  {number}  {name}")
    while True:
        said = str(click.prompt(what, default="1")).strip()
        if said in names:
            return said
        if said == "back" and may_leave:
            raise Left
        if said.isdecimal() and 1 <= int(said[:9]) <= len(names):
            return names[int(said[:9]) - 1]
        leave = phrase(", or `back`") if may_leave else ""
        click.echo(
            phrase(
                "Type a number from 1 to {names}, or a name{leave}.", names=len(names), leave=leave
            )
        )
