"""The kind that the developers' guide sketches has the shape that the engine asks for."""

import ast
import inspect
import re
from pathlib import Path

from engine.kinds import Kind

GUIDE = (Path(__file__).parents[2] / "docs" / "developer.md").read_text(encoding="utf-8")


def sketched() -> ast.ClassDef:
    """The class in the guide's block of Python."""
    (block,) = re.findall(r"^```python\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
    (found,) = ast.parse(block).body
    assert isinstance(found, ast.ClassDef)
    return found


def test_its_methods_are_those_of_a_kind():
    methods = [item for item in sketched().body if isinstance(item, ast.FunctionDef)]
    shown = {item.name: [argument.arg for argument in item.args.args] for item in methods}
    asked = {name: list(inspect.signature(getattr(Kind, name)).parameters) for name in shown}
    assert shown == asked
    assert set(shown) >= {"begin", "next_due", "due", "judge", "apply", "read"}


def test_what_it_declares_is_what_a_kind_declares():
    targets = {
        target.id
        for item in sketched().body
        if isinstance(item, ast.Assign)
        for target in item.targets
        if isinstance(target, ast.Name)
    }
    assert targets
    assert targets <= set(Kind.__annotations__)
