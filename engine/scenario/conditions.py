"""Conditions, sums and texts with names in braces, compiled where they stand."""

import re
from collections.abc import Callable

from engine.dimensions import PLAIN, SHARE, describe, example
from engine.errors import Place
from engine.quantities import QuantityError, parse_unit
from engine.scenario import values
from engine.scenario.amounts import Amount, Shown, Text
from engine.scenario.expressions import (
    WORLD,
    Compiled,
    ExpressionError,
    Scope,
    compile_amount,
    compile_condition,
    compile_shown,
)
from engine.scenario.expressions.build import Builder
from engine.scenario.expressions.look import Look
from engine.scenario.expressions.parser import parse
from engine.scenario.reader import Reader, shape_of
from engine.scenario.source import Node, Scalar
from engine.written import Declared

FACTOR = "factor"
"""Asked of `times`: a plain number or a share."""

_LITERAL = re.compile(r"[-+]?[\d.][\d.,]*( *[^\s\d(*+-][^\s()*+-]*)?( *\(.*\))?")
_BRACE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
_NAME = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*")


def condition(reader: Reader, node: Node, scope: Scope) -> Compiled | None:
    """A compiled `when`; None if it cannot be read or names are not checked."""
    if not isinstance(node, Scalar):
        reader.error(node.place, f"expected a condition, got {shape_of(node)}", "E-shape")
        return None
    if reader.names is None:
        return None
    try:
        return compile_condition(node.text, reader.names, scope)
    except ExpressionError as error:
        reader.error(node.inside(error.column), error.sentence, error.code)
        return None


def total(
    reader: Reader, node: Node, scope: Scope, unit: str | None = None, *, factor: bool = False
) -> Compiled | None:
    """A compiled sum of names; with `factor` a plain number or a share."""
    if not isinstance(node, Scalar):
        reader.error(node.place, f"expected a sum, got {shape_of(node)}", "E-shape")
        return None
    if reader.names is None:
        return None
    try:
        return compile_amount(node.text, reader.names, scope, unit, factor=factor)
    except ExpressionError as error:
        reader.error(node.inside(error.column), error.sentence, error.code)
        return None


def amount(reader: Reader, node: Node, scope: Scope, what: Declared, path: str) -> Amount | None:
    """A value with its range, or a sum, in the declared unit; `factor` is plain or a share."""
    if not isinstance(node, Scalar):
        sentence = f"expected an amount such as 12 h, got {shape_of(node)}"
        reader.error(node.place, sentence, "E-shape")
        return None
    if _LITERAL.fullmatch(node.text) or not node.text:
        return _literal(reader, node, what, path)
    if what.unit != FACTOR:
        found = total(reader, node, scope, what.unit)
    else:
        found = total(reader, node, scope, "", factor=True)
    return None if found is None else Amount(found.unit, sum=found)


def figure(reader: Reader, node: Node) -> Compiled | None:
    """What an outcome is of: a number, or the moment of an event."""
    if not isinstance(node, Scalar):
        reader.error(node.place, f"expected a sum, got {shape_of(node)}", "E-shape")
        return None
    if reader.names is None:
        return None
    try:
        tree = parse(node.text, reader.names.counts)
        builder = Builder(Look(reader.names, WORLD))
        part = builder.build(tree)
        if part.type.sort not in ("number", "moment"):
            sentence = "an outcome is a number, or the moment of an event such as first(x)"
            raise ExpressionError(sentence, 0, "E-type")
        return builder.compiled(node.text, part)
    except ExpressionError as error:
        reader.error(node.inside(error.column), error.sentence, error.code)
        return None


def _literal(reader: Reader, node: Scalar, what: Declared, path: str) -> Amount | None:
    if what.unit != FACTOR:
        found = values.value(reader, node, what, path)
        return None if found is None else Amount(found.unit, value=found)
    found = values.any_value(reader, node, path)
    if found is None:
        return None
    if values.dimension(found.unit) not in (PLAIN, SHARE):
        sentence = f"`times` takes a plain number or a share such as 80 %, got `{node.text}`"
        reader.error(node.place, sentence, "E-unit")
        return None
    if found.number < 0:
        reader.error(node.place, f"`{node.text}`: a factor must be at least 0", "E-bound")
        return None
    return Amount(found.unit, value=found)


def text(reader: Reader, node: Node, scope: Scope) -> Text:
    """A text with names in braces, each within the scope."""
    words = reader.text(node)
    place = node.place
    inside = node.inside if isinstance(node, Scalar) else lambda column: place
    return template(reader, words, inside, scope)


def template(reader: Reader, words: str, inside: Callable[[int], Place], scope: Scope) -> Text:
    """A text cut at its braces; `inside` gives the place of a character."""
    pieces: list[str | Shown] = []
    at = 0
    for found in _BRACE.finditer(words):
        pieces.append(words[at : found.start()])
        at = found.end()
        if found[0] in ("{{", "}}"):
            pieces.append(found[0][0])
            continue
        shown = _shown(reader, found, inside, scope)
        if shown is not None:
            pieces.append(shown)
    pieces.append(words[at:])
    return Text(words, _pressed(pieces))


def _shown(
    reader: Reader, found: re.Match[str], inside: Callable[[int], Place], scope: Scope
) -> Shown | None:
    name = found[1]
    if name is None:
        sentence = f"`{found[0]}` stands alone; for the sign itself write `{found[0] * 2}`"
        reader.error(inside(found.start()), sentence, "E-brace")
        return None
    if not _NAME.fullmatch(name.strip()):
        sentence = f"`{found[0]}`: a name alone stands in braces; no sums and no formats"
        inner = re.search(r"\w+\.\w+", name)
        hint = _of_one_place(reader, inner[0]) if inner is not None else ""
        sentence += f"; write a reading of one place, such as {hint}" if hint else ""
        reader.error(inside(found.start(1)), sentence, "E-brace")
        return None
    if reader.names is None:
        return None
    try:
        return Shown(name.strip(), compile_shown(name, reader.names, scope))
    except ExpressionError as error:
        sentence, hint = error.sentence, _of_one_place(reader, name.strip())
        if hint and error.code in ("E-name", "E-each"):
            what = name.strip().rpartition(".")[2]
            sentence = (
                f"`{what}` is a reading of places; in a text write that of one, such as {hint}"
            )
        reader.error(inside(found.start(1) + error.column), sentence, error.code)
        return None


def _of_one_place(reader: Reader, name: str) -> str:
    """A reading of one place in place of one of all of them; empty where a name is none of all."""
    owner, _, reading = name.rpartition(".")
    names = reader.names
    place = next((id for id, sort in names.sorts.items() if sort == "place"), "") if names else ""
    if names is None or not place or owner not in ("", "places", *names.readings):
        return ""
    givers = [
        agent
        for agent, readings in names.readings.items()
        if owner in ("", "places", agent) and reading in readings
        and readings[reading].of == "place"
    ]  # fmt: skip
    if not givers:
        return ""
    alone = sum(reading in readings for readings in names.readings.values()) == 1
    return f"`{place}.{reading}`" if alone else f"`{place}.{givers[0]}.{reading}`"


def _pressed(pieces: list[str | Shown]) -> tuple[str | Shown, ...]:
    """Neighbouring words as one piece, empty ones left out."""
    pressed: list[str | Shown] = []
    for piece in pieces:
        if isinstance(piece, str) and pressed and isinstance(pressed[-1], str):
            pressed[-1] += piece
        elif piece:
            pressed.append(piece)
    return tuple(pressed)


def unit_known(reader: Reader, node: Scalar) -> bool:
    """Whether a text is a unit of this scenario; a problem if not."""
    try:
        parse_unit(node.text, reader.index.counts)
    except QuantityError as error:
        reader.error(node.place, error.sentence, "E-unit")
        return False
    return True


def wanted(unit: str) -> str:
    """What a unit asks for, in words with an example."""
    measured = parse_unit(unit, None).dimension
    return f"{describe(measured)} such as {example(measured)}"
