"""Numbers as events and digests carry them: nine significant digits."""

from collections.abc import Sequence
from typing import overload

import numpy as np

from engine.rules.fields import FloatArray


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
    return np.array(_nines(x.ravel()), dtype=np.float64).reshape(x.shape)


def nines(values: Sequence[float] | FloatArray) -> tuple[float, ...]:
    """A row of numbers rounded as by `nine`, as the plain tuple that an event carries."""
    return tuple(_nines(values))


_MANY = 64
"""From this many numbers on, arrays are faster than texts."""
_LEAST_POWER, _MOST_POWER = -13, 8
_POWERS = np.array([float(f"1e{power}") for power in range(_LEAST_POWER, _MOST_POWER + 1)])
_SCALES = np.array([float(f"1e{8 - power}") for power in range(_LEAST_POWER, _MOST_POWER + 1)])
_NEAR_TIE = 1e-5


def _nines(values: Sequence[float] | FloatArray) -> list[float]:
    if len(values) >= _MANY:
        return _many(np.asarray(values, dtype=np.float64))
    return _few(values.tolist() if isinstance(values, np.ndarray) else values)


def _few(values: Sequence[float]) -> list[float]:
    return [float(f"{value:.9g}") + 0.0 if value else 0.0 for value in values]


def _many(values: FloatArray) -> list[float]:
    """The same without texts, wherever doubles cannot mistake a digit.

    A number times a power of ten is its nine digits and a rest, wrong by a ten-millionth at most:
    where the rest is that near to one half, and outside of 1e-13 to 1e9, texts decide. Powers up
    to 1e22 are exact, so that the division back rounds once, as reading a decimal does.
    """
    size = np.abs(values)
    if not size.max() < 1e9:
        return _few(values.tolist())
    power = np.searchsorted(_POWERS, size, side="right") - 1
    scale = _SCALES[power]
    scaled = size * scale
    digits = np.rint(scaled)
    found = np.copysign(digits / scale, values) + 0.0
    unsure = (np.abs(np.abs(scaled - digits) - 0.5) < _NEAR_TIE) | (power < 0)
    rounded: list[float] = found.tolist()
    for index in np.flatnonzero(unsure & (values != 0.0)).tolist():
        rounded[index] = float(f"{values[index]:.9g}") + 0.0
    return rounded
