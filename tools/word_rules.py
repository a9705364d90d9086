"""The rule of the terminal's words: what people read is said through `phrase` or `plural`."""

import ast
import re
from collections.abc import Iterator

from tools.code_rules import Module

APART = (
    "tui/commands/authoring/",
    "tui/commands/explaining.py",
    "tui/commands/kinds.py",
    "tui/examples.py",
    "tui/plug_in_template.py",
    "tui/seed_words.py",
    "tui/themes.py",
    "tui/words.py",
)
"""What authors read and what programs read stays English; and where no words are shown."""

SENTENCE = re.compile(r"[A-Za-z]{2,}[,:;]? [a-zA-Z“]{2,}|^ ?[A-Z][a-z]+( |$)|[a-z]{2,}[.:]$")
"""What reads like a sentence or a title; a lone small word may be an id, so it is let pass."""

STYLE = re.compile(r"(bold|dim|reverse|\$[a-z]+|[ {}])+")
"""What the toolkit reads as a style."""

SIGNS_OF_KEYS = frozenset(
    {"Enter", "Esc", "PgDn", "PgUp", "Tab", "Space", "Space, p", "PgDn PgUp", "Home End"}
)
"""Keys are called alike in every language."""

KEPT = frozenset(
    {
        " Whitecell",
        " will: ",
        " will not: ",
        " will ",
        ", within ",
        " time.",
        "need:",
        ", for ",
        "Whitecell",
        "dismiss((False, None))",
    }
)
"""The program's name, words of the engine that are looked for in its sentences, and two ids."""

TECHNICAL = frozenset(
    "query_one query getattr add_class set_class remove_class strftime strptime cast split "
    "partition version_option option argument command group Choice simulate_key run_action "
    "TextColumn namespace".split()
)
"""Calls whose arguments nobody reads."""

NAMES = frozenset(
    "id classes name group namespace action metavar message style key code sort cls".split()
)
"""Arguments that nobody reads."""

SAY = ("phrase", "plural", "sense")
ASSIGNED = frozenset("CSS DEFAULT_CSS __slots__ __all__".split())


def unmarked(module: Module) -> list[str]:
    """What reads like words for people and is not said through `phrase` or `plural`."""
    if not module.path.startswith("tui/") or module.path.startswith(APART):
        return []
    return [
        module.breach(node.lineno, f"`{text}` is shown and cannot be translated")
        for node, text in _texts(module.tree)
        if SENTENCE.search(text) and not STYLE.fullmatch(text) and text not in KEPT
    ]


def _texts(node: ast.AST) -> Iterator[tuple[ast.expr, str]]:
    """Literals that may be shown, those of f-strings with `{}` for what is filled in."""
    if isinstance(node, ast.JoinedStr):
        parts = [each.value if isinstance(each, ast.Constant) else "{}" for each in node.values]
        yield node, "".join(map(str, parts))
        for each in node.values:
            if isinstance(each, ast.FormattedValue):
                yield from _texts(each.value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        if node.value not in SIGNS_OF_KEYS:
            yield node, node.value
    else:
        for child in _read(node):
            yield from _texts(child)


def _read(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of a piece of code in which something to be read may stand."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Assert() | ast.Compare() | ast.MatchValue():
            return
        case ast.Subscript():
            yield node.value
        case ast.Dict():
            yield from node.values
        case ast.keyword() if node.arg in NAMES:
            return
        case ast.Assign(targets=[ast.Name(id=name)]) if name in ASSIGNED:
            return
        case ast.AnnAssign():
            if node.value is not None and getattr(node.target, "id", "") not in ASSIGNED:
                yield node.value
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            yield from (*node.decorator_list, *node.args.defaults, *node.body)
        case ast.Call():
            name = _name(node.func)
            yield from () if name == "split" else (node.func,)
            if name not in TECHNICAL:
                yield from node.args if name not in SAY else ()
                yield from node.keywords
        case _:
            yield from ast.iter_child_nodes(node)


def _name(called: ast.expr) -> str:
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
