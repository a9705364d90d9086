"""A checked part of a condition."""

from dataclasses import dataclass

from engine.scenario.expressions import leaves
from engine.scenario.expressions.scope import Run
from engine.scenario.expressions.types import Type


@dataclass(frozen=True, slots=True)
class Part:
    """A type and how to ask it; `fixed` is its number where that never changes."""

    type: Type
    run: Run
    fixed: float | None = None


def fixed(kind: Type, number: float) -> Part:
    """A part that always answers the same."""
    return Part(kind, leaves.constant(number), None if kind.sort == "truth" else number)
