"""Conditions, sums and names, from text to something a game can be asked."""

from dataclasses import replace

from engine.dimensions import PLAIN, SHARE
from engine.scenario.expressions.build import Builder
from engine.scenario.expressions.errors import ExpressionError
from engine.scenario.expressions.look import Look
from engine.scenario.expressions.parser import parse
from engine.scenario.expressions.places import found_by
from engine.scenario.expressions.scope import Compiled, Names, Scope
from engine.scenario.expressions.tree import Name
from engine.scenario.expressions.types import Type, alike, number_of, said, wanted


def compile_condition(text: str, names: Names, scope: Scope) -> Compiled:
    """Something that is true, false or unknown. Raises `ExpressionError`."""
    node = parse(text, names.counts)
    builder = Builder(Look(names, scope))
    compiled = builder.compiled(text, builder.truth(node))
    found = found_by(node)
    return compiled if found is None else replace(compiled, rows=builder.found[found.column])


def compile_amount(
    text: str, names: Names, scope: Scope, unit: str | None = None, *, factor: bool = False
) -> Compiled:
    """A number, in the dimension of `unit` where one is given. Raises `ExpressionError`.

    `Compiled.unit` is the unit asked for, or else the unit in which the sum is shown. A number
    that came of dividing like by like may stand for a share. With `factor` a plain number and a
    share will both do, as after `times:`. A range such as `(6 to 18)` is not read here.
    """
    node = parse(text, names.counts)
    builder = Builder(Look(names, scope))
    part = builder.build(node)
    if part.type.sort != "number":
        raise ExpressionError(f"expected a number, got {said(part.type)}", node.column, "E-type")
    if factor and part.type.dimension in (PLAIN, SHARE):
        return builder.compiled(text, part)
    if unit is None:
        return builder.compiled(text, part)
    asked: Type = number_of(unit)
    if alike(part.type, asked) and (asked.dimension != PLAIN or part.type.dimension == PLAIN):
        return builder.compiled(text, part, unit)
    raise wanted(node, asked, part.type)


def compile_shown(text: str, names: Names, scope: Scope) -> Compiled:
    """A single name of any sort, as between the braces of a text. Raises `ExpressionError`."""
    node = parse(text, names.counts)
    if not isinstance(node, Name):
        raise ExpressionError("this is not a name; a text shows names alone", 0, "E-name")
    builder = Builder(Look(names, scope))
    return builder.compiled(text, builder.build(node))
