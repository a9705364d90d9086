"""Comparisons: numbers and times by size, rungs by their order, words by `is`."""

from typing import TYPE_CHECKING

from engine.names import did_you_mean, listed
from engine.scenario.expressions import run
from engine.scenario.expressions.errors import ExpressionError
from engine.scenario.expressions.part import Part
from engine.scenario.expressions.scope import Run
from engine.scenario.expressions.tree import Comparison, Name, Node
from engine.scenario.expressions.types import TRUTH, Type, said, together

if TYPE_CHECKING:
    from engine.scenario.expressions.build import Builder

WORDS = ("words", "ladder", "id")


def compare(builder: "Builder", node: Comparison) -> Part:
    """A checked comparison. Raises `ExpressionError`."""
    left = builder.build(node.left)
    if left.type.sort in WORDS:
        return Part(TRUTH, _words(builder, node, left))
    if left.type.sort in ("truth", "text"):
        raise ExpressionError(_alone(left.type, node), node.column, "E-type")
    right = builder.build(node.right)
    if right.type.sort in WORDS:
        sentence = f"compares {said(left.type)} with {said(right.type)}"
        raise ExpressionError(sentence, node.column, "E-type")
    if left.type.sort != right.type.sort:
        raise ExpressionError(_unlike(left.type, right.type), node.column, "E-unit")
    if left.type.sort == "number":
        together("compares", node.left, left.type, node.right, right.type)
    return Part(TRUTH, _sized(node.sign, left, right))


def _sized(sign: str, left: Part, right: Part) -> Run:
    apply = run.COMPARE[sign]
    if right.fixed is not None:
        return run.with_constant(apply, left.run, right.fixed)
    return run.pair(apply, left.run, right.run)


def _alone(kind: Type, node: Comparison) -> str:
    if kind.sort == "text":
        return "a text cannot be compared"
    hint = "write it alone, or with `not` before it"
    return f"a condition is not compared; {hint}, and put brackets where they are meant"


def _unlike(left: Type, right: Type) -> str:
    if "truth" in (left.sort, right.sort):
        return f"compares {said(left)} with {said(right)}; join conditions with `and` or `or`"
    if "moment" in (left.sort, right.sort):
        return (
            f"compares {said(left)} with {said(right)};"
            " a time is `day 2 18:00`, a length of time after x is `since(x)`"
        )
    return f"compares {said(left)} with {said(right)}"


def _words(builder: "Builder", node: Comparison, left: Part) -> Run:
    ordered = node.sign not in ("is", "is not")
    if ordered and left.type.sort != "ladder":
        sentence = f"`{node.sign}` needs an order, and these words have none; write `is`"
        raise ExpressionError(sentence, node.at, "E-type")
    word = _choice(builder, left.type, node.right)
    if word is not None:
        if not ordered:
            return run.same_word(left.run, word, node.sign == "is")
        rung = left.type.words.index(word)
        return run.with_constant(run.COMPARE[node.sign], run.rank(left.run, left.type.words), rung)
    right = _other(builder, left.type, node.right)
    if not ordered:
        return run.same(left.run, right.run, node.sign == "is")
    if (right.type.sort, right.type.of) != ("ladder", left.type.of):
        sentence = f"compares a rung with {said(right.type)}; only rungs of one ladder are ordered"
        raise ExpressionError(sentence, node.right.column, "E-type")
    ranks = [run.rank(part.run, left.type.words) for part in (left, right)]
    return run.pair(run.COMPARE[node.sign], *ranks)


def _choice(builder: "Builder", kind: Type, node: Node) -> str | None:
    """The word that stands there, looked for among the choices first; None if it is none."""
    if not isinstance(node, Name):
        return None
    if kind.sort != "id":
        return node.text if node.text in kind.words else None
    found = builder.look.names.sorts.get(node.text)
    if found == kind.of or (node.text == "everywhere" and kind.of in ("place", "region")):
        return node.text
    return None


def _other(builder: "Builder", kind: Type, node: Node) -> Part:
    """The right side where it is no choice: a field or a reading of words that may be the same."""
    if not isinstance(node, Name):
        part = builder.build(node)
        sentence = f"compares {said(kind)} with {said(part.type)}"
        raise ExpressionError(sentence, node.column, "E-type")
    if node.text not in builder.look.scope.fields and len(node.parts) == 1:
        raise _none_such(builder, kind, node)
    part = builder.build(node)
    shared = set(part.type.words) & set(kind.words) if kind.sort != "id" else ()
    if part.type.sort in WORDS and (
        shared or (kind.sort, kind.of) == (part.type.sort, part.type.of)
    ):
        return part
    raise ExpressionError(f"compares {said(kind)} with {said(part.type)}", node.column, "E-type")


def _none_such(builder: "Builder", kind: Type, node: Name) -> ExpressionError:
    names = builder.look.names
    if kind.sort == "id":
        known = [id for id, sort in names.sorts.items() if sort == kind.of]
        return builder.look.missing(node.text, node.column, known, kind.of)
    words = [word for word in kind.words if word]
    hint = did_you_mean(node.text, words)
    if not hint and 0 < len(words) <= 8:
        hint = f"; write one of {listed(words)}"
    return ExpressionError(f"`{node.text}` is not one of its values{hint}", node.column, "E-choice")
