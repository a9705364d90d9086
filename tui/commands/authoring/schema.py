"""`whitecell schema`: what an editor needs to complete, explain and flag a scenario."""

import json
from pathlib import Path

import click

from engine.scenario.schema import schema
from tui.commands.authoring.files import own_folder, written_bytes
from tui.commands.common import say_json

WHERE = Path(".whitecell") / "schema.json"
MODELINE = "# yaml-language-server: $schema="
BOM = b"\xef\xbb\xbf"


def print_it(name: str | None) -> None:
    """Print the schema of a scenario, or of any scenario."""
    say_json(schema(name))


def install_it(name: str, as_json: bool) -> None:
    """Write the schema into the folder, and name it in the first line of each file."""
    folder = own_folder(name)
    changed = installed(folder)
    if as_json:
        say_json({"schema": str(folder / WHERE), "changed": [str(path) for path in changed]})
        return
    click.echo(f"{folder / WHERE}: written")
    for path in changed:
        click.echo(f"{path}: names it in its first line")


def installed(folder: Path) -> list[Path]:
    """Write the schema, and the first lines that were missing; the files that changed."""
    rewritten(folder)
    changed = []
    for path in sorted(folder.glob("*.yaml")):
        before = path.read_bytes()
        after = with_modeline(before)
        if after != before:
            written_bytes(path, after)
            changed.append(path)
    return changed


def rewritten(folder: Path) -> bool:
    """Write the schema anew if it differs; whether it did."""
    path = folder / WHERE
    # Lines of their own, so that a change is seen as one in a repository.
    text = json.dumps(schema(folder), ensure_ascii=False, indent=1) + "\n"
    if path.is_file() and path.read_bytes() == text.encode():
        return False
    path.parent.mkdir(exist_ok=True)
    written_bytes(path, text.encode())
    return True


def with_modeline(data: bytes) -> bytes:
    """A file that names its schema in its first line; all else is as it was."""
    mark, body = (BOM, data[len(BOM) :]) if data.startswith(BOM) else (b"", data)
    first, _, rest = body.partition(b"\n")
    end = b"\r\n" if first.endswith(b"\r") else b"\n"
    line = f"{MODELINE}{WHERE.as_posix()}".encode()
    if first.startswith(MODELINE.encode()):
        return mark + line + end + rest
    return mark + line + end + body
