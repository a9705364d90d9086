"""Numbers as events and digests carry them: nine significant digits, and rows of them."""

from collections.abc import Sequence
from typing import Any, overload

import numpy as np
import numpy.typing as npt

from engine.rules.fields import CountArray, Counts, FloatArray


@overload
def nine(x: float) -> float: ...
@overload
def nine(x: FloatArray) -> FloatArray: ...
def nine(x: float | FloatArray) -> float | FloatArray:
    """`x` rounded once to 9 significant digits, ties to even in decimal, never minus zero.

    Infinities and not-a-number pass unchanged.
    """
    if not isinstance(x, np.ndarray):
        return float(f"{x:.9g}") + 0.0
    return _all(x)


def nines(values: Sequence[float] | FloatArray) -> tuple[float, ...]:
    """A row of numbers rounded as by `nine`, as the plain tuple that an event carries."""
    if isinstance(values, np.ndarray):
        return row_of(_all(values)) if values.size >= _MANY else tuple(_few(values.tolist()))
    return tuple(_few(values))


def nines_of(rows: FloatArray) -> list[tuple[float, ...]]:
    """The same for several rows at once, shape (rows, places): rounding them together is cheap."""
    return [row_of(row) for row in _all(rows)]


def row_of(numbers: FloatArray) -> tuple[float, ...]:
    """A row of an event as a plain tuple, whose array is remembered for whoever writes it."""
    row = tuple(numbers.tolist())
    _keep(row, numbers)
    return row


def counts_of(numbers: Counts) -> tuple[int, ...]:
    """The same for whole numbers."""
    whole: CountArray = np.asarray(numbers, dtype=np.int64)
    row = tuple(whole.tolist())
    _keep(row, whole)
    return row


def array_of(row: tuple[float, ...]) -> npt.NDArray[Any]:
    """The numbers of an event's row, or of one that a state keeps, to read and not to write to.

    A row of whole numbers gives int64. Rows met lately need not be gone through again.
    """
    kept = _MET.get(id(row))
    if kept is not None and kept[0] is row:
        return kept[1]
    numbers = np.array(row)
    _keep(row, numbers)
    return numbers


_MET: dict[int, tuple[tuple[float, ...], npt.NDArray[Any]]] = {}
_MOST_MET = 64


def _keep(row: tuple[float, ...], numbers: npt.NDArray[Any]) -> None:
    if len(_MET) >= _MOST_MET:
        _MET.clear()
    numbers.setflags(write=False)
    # The row is kept as well, so that no other can come to have its id.
    _MET[id(row)] = row, numbers


_MANY = 28
"""From this many numbers on, arrays are faster than texts."""
_LEAST_POWER, _MOST_POWER = -13, 8
_POWERS = np.array([float(f"1e{power}") for power in range(_LEAST_POWER, _MOST_POWER + 1)])
# The first is for what is below all powers, which texts decide.
_SCALES = np.array([1.0, *(float(f"1e{8 - p}") for p in range(_LEAST_POWER, _MOST_POWER + 1))])
_LEAST, _NEVER_MINUS = np.array(_POWERS[0]), np.array(0.0)
_NEAR_TIE = np.array(0.5 - 1e-5)


def _few(values: Sequence[float]) -> list[float]:
    return [float(f"{value:.9g}") + 0.0 if value else 0.0 for value in values]


def _all(values: FloatArray) -> FloatArray:
    """An array rounded without texts, wherever doubles cannot mistake a digit.

    A number times a power of ten is its nine digits and a rest, wrong by a ten-millionth at most:
    where the rest is that near to one half, and outside of 1e-13 to 1e9, texts decide. Powers up
    to 1e22 are exact, so that the division back rounds once, as reading a decimal does.
    """
    size = np.abs(values)
    if not np.maximum.reduce(size, None, initial=0.0) < 1e9:
        return np.array(_few(values.ravel().tolist())).reshape(values.shape)
    scale = _SCALES.take(_POWERS.searchsorted(size, side="right"))
    scaled = values * scale
    digits = np.rint(scaled)
    found: FloatArray = digits / scale
    found += _NEVER_MINUS
    unsure = np.abs(scaled - digits) > _NEAR_TIE
    unsure |= size < _LEAST
    unsure &= size > _NEVER_MINUS
    if np.count_nonzero(unsure):
        for at in zip(*np.nonzero(unsure), strict=True):
            found[at] = float(f"{values[at]:.9g}") + 0.0
    return found
