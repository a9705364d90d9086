"""`whitecell format`: the files of a scenario in one layout, every comment kept."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from engine.errors import BadScenario, Place, Problem
from engine.scenario.layout import laid_out
from engine.scenario.source import Unreadable
from engine.scenario.source_folder import find
from tui.commands.authoring.files import is_shipped, own_folder, written
from tui.commands.common import say_json


def format_them(names: Sequence[str], check: bool, as_json: bool) -> None:
    """Lay files out, or with `check` say which are not; status 1 if any is not, or cannot be."""
    problems: list[Problem] = []
    changed: list[Path] = []
    files = [file for name in names for file in _files(name, check)]
    for path, shown in files:
        before = path.read_bytes()
        try:
            after = laid_out(before, shown)
        except Unreadable as error:
            problems.append(error.problem)
            continue
        if after.encode() != before:
            changed.append(path)
            if not check:
                written(path, after)
    _say(changed, problems, check, as_json, len(files))
    if problems or (check and changed):
        raise SystemExit(1)


def _say(
    changed: Sequence[Path], problems: Sequence[Problem], check: bool, as_json: bool, files: int
) -> None:
    if as_json:
        rows = [{"place": str(p.place), "sentence": p.sentence, "code": p.code} for p in problems]
        say_json({"changed": [str(path) for path in changed], "problems": rows})
        return
    for problem in problems:
        click.echo(str(problem), err=True)
    for path in changed:
        click.echo(f"{path}: {'is laid out otherwise' if check else 'laid out'}", err=check)
    as_is = files - len(changed) - len(problems)
    click.echo(f"{as_is} file{'s' * (as_is != 1)} as {'they' if as_is != 1 else 'it'} should be.")


def _files(name: str, check: bool) -> Iterator[tuple[Path, str]]:
    """The YAML files of a folder, or one file, each with how messages name it."""
    path = Path(name)
    if path.suffix == ".yaml" and path.is_file():
        if not check and is_shipped(path.parent):
            own_folder(str(path.parent))
        yield path, str(path)
        return
    folder = find(name) if check else own_folder(name)
    if not isinstance(folder, Path):
        sentence = f"no folder `{name}` with a scenario in it"
        raise BadScenario([Problem(Place(name), sentence, "E-scenario")])
    label = folder.name or folder.resolve().name
    for inside in sorted([*folder.glob("*.yaml"), *folder.glob("texts/*.yaml")]):
        if inside.is_file():
            yield inside, f"{label}/{inside.relative_to(folder).as_posix()}"
