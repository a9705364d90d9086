"""Conditions and sums: one grammar, checked when a scenario is read and asked while it runs."""

from engine.scenario.expressions.compiling import (
    compile_amount,
    compile_condition,
    compile_shown,
)
from engine.scenario.expressions.errors import ExpressionError
from engine.scenario.expressions.places import sort_found
from engine.scenario.expressions.scope import (
    WORLD,
    Answer,
    Compiled,
    Env,
    FieldType,
    Hold,
    Names,
    Ref,
    Scope,
)

__all__ = [
    "WORLD",
    "Answer",
    "Compiled",
    "Env",
    "ExpressionError",
    "FieldType",
    "Hold",
    "Names",
    "Ref",
    "Scope",
    "compile_amount",
    "compile_condition",
    "compile_shown",
    "sort_found",
]
