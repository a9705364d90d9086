"""Exponential, logarithm, power and cosine, the same bits on every machine.

numpy chooses its own `exp`, `log` and `cos` by processor, and they differ in the last place, which
is enough to part two runs of one game. These use only operations that IEEE 754 rounds one way.
"""

import math
from typing import overload

import numpy as np

from engine.rules.fields import Field, FloatArray

_BITS = 11
_CELLS = 1 << _BITS
_GUARD = 160


def _binary_roots() -> list[float]:
    """2^(j/2048) for j from 0 to 2047, correctly rounded, by integer square roots."""
    root = 2 << _GUARD
    for _ in range(_BITS):
        root = math.isqrt(root << _GUARD)
    powers, power = [], 1 << _GUARD
    for _ in range(_CELLS):
        powers.append(power / (1 << _GUARD))
        power = (power * root) >> _GUARD
    return powers


_ROOTS = _binary_roots()
_ROOT_TABLE = np.array(_ROOTS)
_MASK = _CELLS - 1

_LN2_HIGH = float.fromhex("0x1.62e42feep-1")
_LN2_LOW = float.fromhex("0x1.a39ef35793c76p-33")
_PER_CELL = float.fromhex("0x1.71547652b82fep+0") * _CELLS
_CELL_HIGH = _LN2_HIGH / _CELLS
_CELL_LOW = _LN2_LOW / _CELLS
_HIGHEST = 709.78
_LOWEST = -745.2
_SIXTH = 1 / 6

# numpy takes twice as long over a Python number as over an array of no dimensions.
_AT_MOST, _AT_LEAST = np.array(_HIGHEST), np.array(_LOWEST)
_CELLS_OF_ONE, _HIGH, _LOW = np.array(_PER_CELL), np.array(_CELL_HIGH), np.array(_CELL_LOW)
_SECOND_TERM, _THIRD_TERM = np.array(0.5), np.array(_SIXTH)
_IN_TABLE, _SHIFT = np.array(_MASK, dtype=np.int32), np.array(_BITS, dtype=np.int32)


@overload
def exp(x: float) -> float: ...
@overload
def exp(x: FloatArray) -> FloatArray: ...
@overload
def exp(x: Field) -> Field: ...
def exp(x: Field) -> Field:
    """e to the power `x`, within 2 units in the last place.

    Saturates near 1.8e308 above 709.78; a number and an array give the same bits.
    """
    if not isinstance(x, np.ndarray) or x.ndim == 0:
        return _exp_number(float(x))
    bounded = np.maximum(np.minimum(x, _AT_MOST), _AT_LEAST)
    cell = bounded * _CELLS_OF_ONE
    np.rint(cell, out=cell)
    rest = bounded - cell * _HIGH
    rest -= cell * _LOW
    whole = cell.astype(np.int32)
    head = _ROOT_TABLE[whole & _IN_TABLE]
    tail = rest * _THIRD_TERM
    tail += _SECOND_TERM
    tail *= rest * rest
    tail += rest
    tail *= head
    head += tail
    result: FloatArray = np.ldexp(head, whole >> _SHIFT)
    return result


def _exp_number(x: float) -> float:
    x = max(min(x, _HIGHEST), _LOWEST)
    whole = round(x * _PER_CELL)
    rest = x - whole * _CELL_HIGH
    rest -= whole * _CELL_LOW
    head = _ROOTS[whole & _MASK]
    tail = (rest * _SIXTH + 0.5) * (rest * rest) + rest
    return math.ldexp(head + tail * head, whole >> _BITS)


_SQRT_HALF = math.sqrt(0.5)
_ODD = tuple(2 / (2 * i + 1) for i in range(11, -1, -1))


@overload
def log(x: float) -> float: ...
@overload
def log(x: FloatArray) -> FloatArray: ...
@overload
def log(x: Field) -> Field: ...
def log(x: Field) -> Field:
    """Natural logarithm of `x` > 0, within 3 units in the last place away from 1."""
    if not isinstance(x, np.ndarray) or x.ndim == 0:
        return _log_number(float(x))
    part, twos = np.frexp(x)
    low = part < _SQRT_HALF
    part = np.ldexp(part, low.astype(np.int64))
    twos = twos - low
    ratio = (part - 1.0) / (part + 1.0)
    square = ratio * ratio
    series = np.full_like(ratio, _ODD[0])
    for coefficient in _ODD[1:]:
        series *= square
        series += coefficient
    series *= ratio
    return twos * _LN2_HIGH + (twos * _LN2_LOW + series)


def _log_number(x: float) -> float:
    part, twos = math.frexp(x)
    if part < _SQRT_HALF:
        part, twos = 2.0 * part, twos - 1
    ratio = (part - 1.0) / (part + 1.0)
    square = ratio * ratio
    series = _ODD[0]
    for coefficient in _ODD[1:]:
        series = series * square + coefficient
    series *= ratio
    return twos * _LN2_HIGH + (twos * _LN2_LOW + series)


@overload
def power(x: float, y: float) -> float: ...
@overload
def power(x: FloatArray, y: Field) -> FloatArray: ...
@overload
def power(x: Field, y: Field) -> Field: ...
def power(x: Field, y: Field) -> Field:
    """`x` >= 0 to the power `y` >= 0 (any `y` where `x` > 0), to about 14 digits."""
    if not isinstance(x, np.ndarray):
        if x <= 0.0 and not isinstance(y, np.ndarray):
            return 1.0 if y == 0.0 else 0.0
        return exp(y * log(x))
    positive = x > 0.0
    raised = exp(y * log(np.where(positive, x, 1.0)))
    return np.where(positive, raised, np.where(np.asarray(y) == 0.0, 1.0, 0.0))


_SINE = tuple((-1.0) ** i / math.factorial(2 * i + 1) for i in range(11, -1, -1))


@overload
def cosine_of_turns(turns: float) -> float: ...
@overload
def cosine_of_turns(turns: FloatArray) -> FloatArray: ...
@overload
def cosine_of_turns(turns: Field) -> Field: ...
def cosine_of_turns(turns: Field) -> Field:
    """Cosine of an angle given in whole turns (1 is 360 degrees), to 15 digits."""
    whole: Field = np.rint(turns) if isinstance(turns, np.ndarray) else float(round(turns))
    half = (turns - whole) * math.pi
    square = half * half
    series = square * 0.0 + _SINE[0]
    for coefficient in _SINE[1:]:
        series = series * square + coefficient
    sine = series * half
    return 1.0 - 2.0 * (sine * sine)
