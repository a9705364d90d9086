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
    return np.array(_nines(x.ravel().tolist()), dtype=np.float64).reshape(x.shape)


def nines(values: Sequence[float] | FloatArray) -> tuple[float, ...]:
    """A row of numbers rounded as by `nine`, as the plain tuple that an event carries."""
    return tuple(_nines(values.tolist() if isinstance(values, np.ndarray) else values))


def _nines(values: Sequence[float]) -> list[float]:
    return [float(f"{value:.9g}") + 0.0 for value in values]
