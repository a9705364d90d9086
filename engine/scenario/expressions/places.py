"""Where a condition holds: the place, region or site that an `any()` in it speaks of."""

from engine.scenario.expressions.errors import ExpressionError
from engine.scenario.expressions.parser import parse
from engine.scenario.expressions.tree import (
    Call,
    Comparison,
    Joined,
    Lasting,
    Name,
    Negative,
    Node,
    Not,
    Sum,
)

COLLECTIONS = {"places": "place", "regions": "region", "sites": "site"}
"""What an aggregate may go over, with the sort of each of them."""


def found_by(node: Node) -> Call | None:
    """The first `any()` without which a condition cannot hold: alone, or one of its `and` parts."""
    match node:
        case Call() if node.name == "any":
            return node
        case Lasting():
            return found_by(node.inner)
        case Joined() if node.word == "and":
            return next(filter(None, map(found_by, node.parts)), None)
        case _:
            return None


def sort_found(text: str, counts: frozenset[str]) -> str:
    """Of which sort is what a condition finds: place, region or site; empty if it finds none."""
    try:
        call = found_by(parse(text, counts))
    except ExpressionError:
        return ""
    return "" if call is None or call.inner is None else _sort(call.inner)


def _sort(node: Node) -> str:
    match node:
        case Name():
            return COLLECTIONS.get(node.parts[0], "")
        case Call():
            return ""
        case Comparison() | Sum():
            return _sort(node.left) or _sort(node.right)
        case Not() | Negative() | Lasting():
            return _sort(node.inner)
        case Joined():
            return next(filter(None, map(_sort, node.parts)), "")
        case _:
            return ""
