"""The path that somebody meant who left out a step on the way."""

from engine.scenario.source import Node, Table

NUMBERS = ("amount", "share")
"""Where a flow holds its number."""


def deeper(node: Node, steps: list[str], at: int) -> str:
    """The whole path that was meant where a step between was left out; empty if there is none."""
    path, left = [*steps[:at]], steps[at:]
    while left:
        way = _way(node, left[0], 3)
        if way is None:
            break
        path, left = [*path, *way], left[1:]
        for step in way:
            assert isinstance(node, Table)
            node = node.items[step]
    if len(path) <= at:
        return ""
    if isinstance(node, Table) and left == []:
        inner = next((key for key in NUMBERS if key in node.items), "")
        path += [inner] if inner else []
    return f"; did you mean `{'.'.join([*path, *left])}`?"


def _way(node: Node, step: str, depth: int) -> list[str] | None:
    """The shortest way down to a key of this name."""
    if not isinstance(node, Table):
        return None
    if step in node.items:
        return [step]
    for key, child in node.items.items() if depth else ():
        way = _way(child, step, depth - 1)
        if way is not None:
            return [key, *way]
    return None
