"""What sort of thing a part of a condition is, and which sorts go together."""

from dataclasses import dataclass, replace

from engine.dimensions import PLAIN, SHARE, TIME, Dimension, describe, example, nameable
from engine.quantities import QuantityError, parse_quantity, parse_unit
from engine.scenario.expressions.errors import ExpressionError
from engine.scenario.expressions.tree import Node, Number


@dataclass(frozen=True, slots=True)
class Type:
    """A sort: `number truth moment ladder words id text`.

    A ladder's `words` are its rungs, lowest first, and `of` its agent; an id's `of` is its sort.
    A `ratio` is a plain number that came of dividing like by like, and may stand for a share.
    """

    sort: str
    dimension: Dimension = PLAIN
    unit: str = ""
    ratio: bool = False
    words: tuple[str, ...] = ()
    of: str = ""


TRUTH = Type("truth")
MOMENT = Type("moment")
COUNT = Type("number")
HOURS = Type("number", TIME, "h")


def number_of(unit: str) -> Type:
    """A number shown in this unit."""
    return Type("number", parse_unit(unit, None).dimension, unit)


def said(kind: Type) -> str:
    """A type in words."""
    if kind.sort == "number":
        return describe(kind.dimension)
    return {"truth": "a condition", "moment": "a time", "ladder": "a rung", "id": "an id"}.get(
        kind.sort, "a text" if kind.sort == "text" else "a word"
    )


def canonical_unit(dimension: Dimension) -> str:
    """The unit in which numbers of a dimension are kept."""
    names = {"time": "h", "length": "km", "mass": "t", "volume": "l", "share": "%"}
    above = next((base for base, count in dimension.powers if count > 0), "")
    below = next((base for base, count in dimension.powers if count < 0), "")
    over = names.get(below, below.split()[-1] if below else "")
    return names.get(above, above.split()[-1] if above else "") + (f"/{over}" if below else "")


def alike(left: Type, right: Type) -> bool:
    """True if two numbers may be compared or added."""
    if left.dimension == right.dimension:
        return True
    pair = {left.dimension: left, right.dimension: right}
    return set(pair) == {PLAIN, SHARE} and pair[PLAIN].ratio


def together(verb: str, left: Node, first: Type, right: Node, second: Type) -> None:
    """An error unless two numbers may be compared or added (`verb` says which)."""
    if alike(first, second):
        return
    for node, other in ((left, second), (right, first)):
        if isinstance(node, Number) and not node.unit:
            raise wanted(node, other)
    word = "to" if verb == "adds" else "from" if verb == "takes" else "with"
    pair = (second, first) if verb == "takes" else (first, second)
    names = [describe(kind.dimension) for kind in pair]
    if names[0] == names[1]:
        names = [f"{canonical_unit(kind.dimension)}" for kind in pair]
    sentence = f"{verb} {names[0]} {word} {names[1]}"
    raise ExpressionError(sentence, left.column, "E-unit")


def wanted(node: Node, kind: Type, got: Type | None = None) -> ExpressionError:
    """The error for a number where another dimension is wanted; a literal is quoted."""
    if isinstance(node, Number):
        try:
            parse_quantity(node.text, canonical_unit(kind.dimension), None)
        except QuantityError as problem:
            return ExpressionError(str(problem), node.column, "E-unit")
    sentence = f"expected {describe(kind.dimension)} such as {example(kind.dimension)}"
    sentence += f", got {said(got)}" if got else ""
    return ExpressionError(sentence, node.column, "E-unit")


def product(sign: str, at: int, left: Type, right: Type) -> Type:
    """The type of a product or quotient; `at` is the column of its sign.

    A share scales what stands beside it; time times a rate is what the rate is of.
    """
    first, second = left.dimension, right.dimension
    if second == SHARE and first not in (PLAIN, SHARE):
        return left
    if first == SHARE and second != PLAIN and sign == "*":
        return replace(right, ratio=False)
    found = first.times(second) if sign == "*" else first.over(second)
    over = [item for item in found.powers if item[0] == "share"]
    rest = Dimension(tuple(item for item in found.powers if item[0] != "share"))
    if not nameable(rest):
        verb = "multiplies" if sign == "*" else "divides"
        sentence = f"{verb} {said(left)} by {said(right)}; one side must be plain"
        raise ExpressionError(sentence, at, "E-unit")
    scales = over and over[0][1] > 0 and not any(count > 0 for _, count in rest.powers)
    kept = Dimension(tuple(sorted([("share", 1), *rest.powers]))) if scales else rest
    ratio = kept == PLAIN and (left.ratio or right.ratio or first != PLAIN)
    same = second == PLAIN and kept == first
    return Type("number", kept, left.unit if same else canonical_unit(kept), ratio)
