"""What the rules say is what a game is played by: nothing is there for tests alone."""

import ast
from collections.abc import Iterable, Mapping
from pathlib import Path

ENGINE = Path(__file__).parents[3] / "engine"
RULES = ENGINE / "rules"

Name = tuple[str, str]
"""A module of the rules and a name that it defines."""


def defined(tree: ast.Module) -> dict[str, ast.stmt]:
    """The statements of a module that give each of its own names."""
    found: dict[str, ast.stmt] = {}
    for node in tree.body:
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                found[name] = node
            case ast.Assign(targets=targets):
                found |= {each.id: node for each in targets if isinstance(each, ast.Name)}
            case ast.AnnAssign(target=ast.Name(id=name)):
                found[name] = node
            case _:
                pass
    return found


def imported(tree: ast.AST) -> tuple[dict[str, str], dict[str, Name]]:
    """What a file calls modules of the rules, and names of them."""
    modules: dict[str, str] = {}
    names: dict[str, Name] = {}
    for node in ast.walk(tree):
        if not isinstance(node, ast.ImportFrom) or not node.module:
            continue
        for alias in node.names:
            called = alias.asname or alias.name
            if node.module == "engine.rules":
                modules[called] = alias.name
            elif node.module.startswith("engine.rules."):
                names[called] = (node.module.removeprefix("engine.rules."), alias.name)
    return modules, names


def mentioned(tree: ast.AST, modules: Mapping[str, str], names: Mapping[str, Name]) -> set[Name]:
    """The names of the rules that a piece of code speaks of."""
    found: set[Name] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name) if name in names:
                found.add(names[name])
            case ast.Attribute(value=ast.Name(id=module), attr=name) if module in modules:
                found.add((modules[module], name))
            case _:
                pass
    return found


def unused(rules: Mapping[str, str], others: Iterable[str]) -> set[Name]:
    """Public names of the rules that no other code reaches, directly or through the rules."""
    leads: dict[Name, set[Name]] = {}
    for module, text in rules.items():
        tree = ast.parse(text)
        modules, names = imported(tree)
        own = defined(tree)
        names = {name: (module, name) for name in own} | names
        for name, node in own.items():
            leads[module, name] = mentioned(node, modules, names)
    reached: set[Name] = set()
    trees = [ast.parse(text) for text in others]
    waiting = [name for tree in trees for name in mentioned(tree, *imported(tree))]
    while waiting:
        next_one = waiting.pop()
        if next_one not in reached:
            reached.add(next_one)
            waiting += leads.get(next_one, ())
    return {(module, name) for module, name in leads if name[0] != "_"} - reached


def test_the_game_uses_everything_that_the_rules_offer():
    rules = {path.stem: path.read_text(encoding="utf-8") for path in RULES.glob("*.py")}
    others = [
        path.read_text(encoding="utf-8")
        for path in ENGINE.rglob("*.py")
        if not path.is_relative_to(RULES)
    ]
    assert len(rules) > 15
    assert len(others) > 100
    assert unused(rules, others) == set()


def test_what_only_unused_rules_use_is_unused_too():
    rules = {
        "crowd": "ONE = 1\ndef grow(x):\n    return _more(x)\ndef _more(x):\n    return x + ONE",
        "spare": "from engine.rules import crowd\nHALF = 0.5\ndef shrink(x):\n    return x * HALF",
    }
    using = "from engine.rules.crowd import grow\nprint(grow(1))"
    assert unused(rules, [using]) == {("spare", "HALF"), ("spare", "shrink")}
    assert unused(rules, ["from engine.rules import spare\nspare.shrink(1)"]) == {
        ("crowd", "ONE"),
        ("crowd", "grow"),
    }
    assert unused(rules, ["from engine.rules import crowd"]) == unused(rules, [])
