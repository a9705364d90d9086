"""The normal distribution and its inverse, the same bits on every machine."""

import math
from typing import overload

import numpy as np

from engine.rules.exact import exp
from engine.rules.fields import Field, FloatArray

_PER_UNIT = 16
_EDGE = 8.5
_MIDDLE = int(_EDGE * _PER_UNIT)
_DEGREE = 6
_TAIL_FROM = 3.0


def _shares_below(z: FloatArray, density: FloatArray) -> FloatArray:
    """The normal distribution by its series in the middle and a continued fraction far below."""
    term, total = z.copy(), z.copy()
    for odd in range(3, 420, 2):
        term *= z * z / odd
        total += term
    far = np.maximum(-z, _TAIL_FROM)
    fraction = far
    for step in range(200, 0, -1):
        fraction = far + step / fraction
    return np.where(z < -_TAIL_FROM, density / fraction, np.minimum(0.5 + density * total, 1.0))


def _taylor_table() -> FloatArray:
    """Row d: the d-th derivative over d!, about every sixteenth from -8.5 to 8.5."""
    z = np.arange(-_MIDDLE, _MIDDLE + 1) / _PER_UNIT
    density = exp(-0.5 * z * z) * (1.0 / math.sqrt(2.0 * math.pi))
    hermite = [np.ones_like(z), z]
    for order in range(1, _DEGREE - 1):
        hermite.append(z * hermite[order] - order * hermite[order - 1])
    rows = [_shares_below(z, density)]
    for order, polynomial in enumerate(hermite):
        sign = -1.0 if order % 2 else 1.0
        rows.append(sign * polynomial * density / math.factorial(order + 1))
    return np.array(rows)


_TAYLOR = _taylor_table()
_CELLS: list[list[float]] = _TAYLOR.T[:, ::-1].tolist()


@overload
def phi(z: float) -> float: ...
@overload
def phi(z: FloatArray) -> FloatArray: ...
@overload
def phi(z: Field) -> Field: ...
def phi(z: Field) -> Field:
    """The share of a standard normal quantity that lies below `z`, within 1e-12."""
    if not isinstance(z, np.ndarray) or z.ndim == 0:
        return _phi_number(float(z))
    z = np.minimum(np.maximum(z, -_EDGE), _EDGE)
    cell = np.rint(z * _PER_UNIT)
    rest = z - cell * (1.0 / _PER_UNIT)
    rows = _TAYLOR.take(cell.astype(np.int64) + _MIDDLE, axis=1)
    total: FloatArray = rows[_DEGREE]
    for row in rows[_DEGREE - 1 :: -1]:
        total *= rest
        total += row
    return total


def _phi_number(z: float) -> float:
    z = min(max(z, -_EDGE), _EDGE)
    cell = round(z * _PER_UNIT)
    rest = z - cell * (1.0 / _PER_UNIT)
    total = 0.0
    for coefficient in _CELLS[cell + _MIDDLE]:
        total = total * rest + coefficient
    return total


def probit(share: float) -> float:
    """The `z` with `phi(z) == share`, for a share strictly between 0 and 1, within 1e-9.

    Raises ValueError outside that range.
    """
    if not 0.0 < share < 1.0:
        raise ValueError(f"a share must lie strictly between 0 and 1 (got {share})")
    low, high = -_EDGE, _EDGE
    for _ in range(60):
        middle = 0.5 * (low + high)
        if phi(middle) < share:
            low = middle
        else:
            high = middle
    return 0.5 * (low + high)
