"""`whitecell explain-error`: what each code of a message means."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import click
import yaml

from engine.names import nearest
from tui.commands.common import say_json


@dataclass(frozen=True, slots=True)
class Code:
    """A code: when it is said, why, and an example of a mistake and of what is right.

    An example stands in `file`, or in any file of a scenario; one that begins with `whitecell`
    is a command.
    """

    code: str
    when: str
    why: str
    wrong: str
    right: str
    file: str = ""
    right_file: str = ""

    def plain(self) -> dict[str, str]:
        """As JSON."""
        return {
            "code": self.code,
            "when": self.when,
            "why": self.why,
            "wrong": self.wrong,
            "right": self.right,
        }


@cache
def codes() -> Mapping[str, Code]:
    """Every code, in order."""
    text = (files("tui") / "codes.yaml").read_text(encoding="utf-8")
    found = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return {code: Code(code, **parts) for code, parts in found.items()}


def explain_error(code: str | None, as_json: bool) -> None:
    """Print one code, or the list of them; bad usage if there is no such code."""
    if code is None:
        _list(as_json)
        return
    short = code.strip("[]").lower()
    found = next((codes()[name] for name in codes() if short in (name.lower(), name[2:])), None)
    if found is None:
        meant = nearest(short if short[1:2] == "-" else f"e-{short}", codes())
        hint = f"did you mean `{meant}`?" if meant else "`whitecell explain-error` lists all"
        raise click.UsageError(f"no code `{code}`; {hint}")
    if as_json:
        say_json(found.plain())
        return
    click.echo(f"{found.code}: {found.when}.\n\n{found.why}\n")
    _example("Wrong", found.wrong, found.file)
    _example("Right", found.right, found.right_file or found.file)


def _list(as_json: bool) -> None:
    if as_json:
        say_json([found.plain() for found in codes().values()])
        return
    for found in codes().values():
        click.echo(f"{found.code:16} {found.when}")
    click.echo("\nMore of one: whitecell explain-error CODE")


def _example(head: str, text: str, file: str) -> None:
    click.echo(f"{head}, in {file}:" if file else f"{head}:")
    for line in text.rstrip("\n").split("\n"):
        click.echo(f"    {shown(line)}")


def shown(line: str) -> str:
    """A line as a terminal can show it: what is invisible is written out."""
    line = line.replace("\t", "\\t")
    return "".join(letter if letter.isprintable() else f"\\x{ord(letter):02x}" for letter in line)
