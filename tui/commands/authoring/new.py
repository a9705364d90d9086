"""`whitecell new`: a folder with a small complete scenario that teaches."""

import re
from importlib.resources import files
from pathlib import Path

import click

from engine.errors import BadScenario, Place, Problem
from engine.names import SHELL_NAME
from engine.scenario.source_folder import names
from engine.scenario.writing import scalar
from tui.commands.authoring.files import files_in
from tui.commands.authoring.schema import WHERE, installed
from tui.commands.common import say_json
from tui.examples import filled

KIND_NAME = re.compile(r"[a-z][a-z0-9_]*\Z")
TITLE = re.compile(r"^title: .*$", re.MULTILINE)


def begin_it(name: str, title: str | None, as_json: bool, plug_in: bool = False) -> None:
    """Make the folder and say what to do next. Bad input if it is there already."""
    if plug_in:
        _begin_plug_in(Path(name), as_json)
        return
    folder = Path(name)
    made = [str(path) for path in begun(folder, title or _titled(folder.name))]
    if as_json:
        say_json({"folder": str(folder), "files": made})
        return
    click.echo(f"{folder}: a scenario of {len(made)} files, to be changed into yours.\n")
    for line in ("check", "watch", "play", "test"):
        click.echo(f"  whitecell {line} {_at_shell(folder)}")


def _begin_plug_in(path: Path, as_json: bool) -> None:
    """Write a kind of agent in Python, to be changed into another."""
    file = path if path.suffix == ".py" else path.with_name(f"{path.name}.py")
    kind = file.stem.replace("-", "_")
    if not KIND_NAME.match(kind):
        raise click.UsageError(f"`{file.stem}`: a kind is called with small letters, digits and _")
    if file.exists():
        sentence = "this is there already, and nothing in it was touched; give another name"
        raise BadScenario([Problem(Place(str(file)), sentence, "E-exists")])
    text = (files("tui") / "plug_in_template.py").read_text(encoding="utf-8")
    text = text.replace('name = "tide"', f'name = "{kind}"').replace('"tide.py"', f'"{file.name}"')
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
    if as_json:
        say_json({"folder": str(file.parent), "files": [str(file)]})
        return
    click.echo(f"{file}: a kind of agent, to be changed into yours.\n")
    run = filled("whitecell run {scenario}")
    click.echo(f"  {run} --plugin {_at_shell(file)} --set {_set_for(kind)}")


def _set_for(kind: str) -> str:
    return f"'agents.{kind}={{kind: {kind}}}'"


def begun(folder: Path, title: str) -> list[Path]:
    """Write the template under a title into a folder that is new or empty; what was written."""
    _allowed(folder)
    if not title.isprintable() or not title.strip():
        raise click.UsageError("--title takes one line of text")
    made = []
    for inside, text in files_in(files("tui") / "template"):
        path = folder / inside
        if inside == "scenario.yaml":
            text = TITLE.sub(lambda _: f"title: {scalar(title.strip())}", text, count=1)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        made.append(path)
    installed(folder)
    return [*made, folder / WHERE]


def _allowed(folder: Path) -> None:
    name = folder.name
    if not SHELL_NAME.match(name):
        sentence = "a scenario is called with small letters, digits, - and _, such as `dry-week`"
        raise click.UsageError(f"`{name or folder}`: {sentence}")
    if name in names():
        raise click.UsageError(f"`{name}` comes with the program; give yours another name")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        sentence = "this is there already, and nothing in it was touched; give another name"
        raise BadScenario([Problem(Place(str(folder)), sentence, "E-exists")])


def _titled(name: str) -> str:
    """`dry-week` is called `Dry week` until somebody says otherwise."""
    words = re.sub(r"[-_]+", " ", name).strip()
    return words[:1].upper() + words[1:]


def _at_shell(folder: Path) -> str:
    """How commands find the folder from here: a path that is no mere name holds a slash."""
    path = folder.as_posix()
    return f"'{path}'" if re.search(r"[^\w./-]", path) else path
