"""The terminal's own words as a template for translators: `make words` writes whitecell.pot.

Read from the code: what `phrase`, `plural` and `sense` say, and what commands and their options
say of themselves. No catalogue is kept here; a translator makes one from the template with the
tools of gettext.
"""

import ast
import inspect
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
HEAD = r"""# Words of the terminal of Whitecell.
msgid ""
msgstr ""
"Project-Id-Version: whitecell\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
"""
SIGNS = {"\\": r"\\", '"': r"\"", "\n": r"\n", "\t": r"\t", "\b": r"\b", "\r": r"\r"}


@dataclass(frozen=True, order=True, slots=True)
class Message:
    """What may be translated: in English, for more than one if it goes with a number."""

    one: str
    many: str = ""
    of: str = ""
    """What it is said of, where the same English means more than one thing."""

    @property
    def has_fields(self) -> bool:
        """Whether names stand in it that are filled in."""
        return "{" in self.one


Place = tuple[str, int]
"""A file, as a path from the root with `/`, and a line."""


def shipped() -> Iterator[tuple[str, str]]:
    """Every module of the terminal: its path and its text."""
    for path in sorted((ROOT / "tui").rglob("*.py")):
        yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


def messages(modules: Iterable[tuple[str, str]]) -> dict[Message, list[Place]]:
    """Every message with the places where it is said. Raises ValueError for one that is hidden.

    A message is hidden if it is not written where it is said: nobody could translate it.
    """
    found: dict[Message, list[Place]] = {}
    for path, text in modules:
        for line, message in _messages(path, ast.parse(text, path)):
            found.setdefault(message, []).append((path, line))
    return found


def _messages(path: str, tree: ast.Module) -> Iterator[tuple[int, Message]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _said(path, node)
        elif isinstance(node, ast.FunctionDef) and any(map(_is_command, node.decorator_list)):
            yield node.lineno, Message(ast.get_docstring(node) or "")


def _said(path: str, call: ast.Call) -> Iterator[tuple[int, Message]]:
    match call.func:
        # A command and the program's words for its help are looked up when they are shown.
        case ast.Name("phrase") if path != "tui/examples.py":
            yield call.lineno, Message(*_written(path, call, 1))
        case ast.Name("sense"):
            of, one = _written(path, call, 2)
            yield call.lineno, Message(one, of=of)
        case ast.Name("plural"):
            yield call.lineno, Message(*_written(path, call, 2))
        case ast.Attribute(attr="option"):
            for option in call.keywords:
                if option.arg == "help" and isinstance(option.value, ast.Constant):
                    yield call.lineno, Message(inspect.cleandoc(str(option.value.value)))
        case _:
            pass


def _written(path: str, call: ast.Call, count: int) -> Iterator[str]:
    for text in call.args[:count]:
        if not isinstance(text, ast.Constant) or not isinstance(text.value, str):
            raise ValueError(f"{path}:{call.lineno}: what is said must be written here")
        yield text.value


def _is_command(decorator: ast.expr) -> bool:
    call = decorator.func if isinstance(decorator, ast.Call) else decorator
    return isinstance(call, ast.Attribute) and call.attr in ("command", "group")


def template(found: dict[Message, list[Place]]) -> str:
    """The template: messages in the order of the files, each with where it is said."""
    rows = sorted(found.items(), key=lambda row: (row[1][0], row[0]))
    return "\n".join([HEAD, *(_entry(message, places) for message, places in rows)])


def _entry(message: Message, places: list[Place]) -> str:
    lines = [f"#: {path}:{line}" for path, line in places]
    if message.has_fields or message.many:
        lines.append("#, python-brace-format")
    if message.of:
        lines.append(f"msgctxt {quoted(message.of)}")
    lines.append(f"msgid {quoted(message.one)}")
    if message.many:
        lines += [f"msgid_plural {quoted(message.many)}", 'msgstr[0] ""', 'msgstr[1] ""']
    else:
        lines.append('msgstr ""')
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """A text as templates write it, a line of the text to a line."""
    parts = ["".join(SIGNS.get(sign, sign) for sign in part) for part in text.splitlines(True)]
    return "\n".join(f'"{part}"' for part in (parts if len(parts) == 1 else ["", *parts]))


def main(target: str) -> None:
    """Write the template."""
    found = messages(shipped())
    Path(target).write_text(template(found), encoding="utf-8")
    print(f"{target}: {len(found)} messages")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "whitecell.pot")
