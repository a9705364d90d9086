"""Every command that the documentation shows is one that the program knows."""

import re
import shlex
from pathlib import Path

import click
import pytest

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`(whitecell [a-z][^`]*)`")


def shown(text: str) -> list[str]:
    """The command lines of a page, without prompts and comments."""
    fenced = (
        line.strip().removeprefix("$ ")
        for block in FENCE.findall(text)
        for line in block.splitlines()
    )
    inline = INLINE.findall(FENCE.sub("", text))
    return [line for line in (*fenced, *inline) if line.startswith("whitecell ")]


def mistakes(program: click.Command, line: str) -> list[str]:
    """Subcommands and options of a line that the program does not have."""
    command, words = program, shlex.split(line, comments=True)[1:]
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        name = words.pop(0)
        inner = command.get_command(click.Context(command), name)
        if inner is None:
            return [name]
        command = inner
    known = {"--help"}
    for parameter in command.params:
        known.update(parameter.opts, parameter.secondary_opts)
    options = (word.split("=")[0] for word in words if re.match(r"--?[a-z]", word))
    return [option for option in options if option not in known]


LINES = sorted(
    {
        (page.relative_to(ROOT).as_posix(), line)
        for page in PAGES
        for line in shown(page.read_text())
    }
)


@pytest.fixture
def program() -> click.Command:
    from tui.cli import main

    return main


@pytest.mark.parametrize(("page", "line"), LINES)
def test_a_command_shown_is_one_the_program_knows(program: click.Command, page: str, line: str):
    assert mistakes(program, line) == []


def test_the_documentation_shows_commands():
    assert ("README.md", "whitecell play") in LINES


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("whitecell dance", ["dance"]),
        ("whitecell run harbour --sead 1", ["--sead"]),
        ("whitecell run harbour --seed -1 --help  # --nothing", []),
    ],
)
def test_a_command_that_does_not_exist_is_found(line: str, wrong: list[str]):
    run = click.Command("run", params=[click.Option(["--seed"])])
    assert mistakes(click.Group("whitecell", commands=[run]), line) == wrong


def test_commands_are_read_from_fences_and_from_the_text():
    page = "a `whitecell list`\n```sh\n$ whitecell run x\nmake play\n```\n`make test`\n"
    assert shown(page) == ["whitecell run x", "whitecell list"]
