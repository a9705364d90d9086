"""The types of quantities that are known for every place."""

from collections.abc import Callable
from typing import Protocol

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]
CountArray = npt.NDArray[np.int64]

Field = float | FloatArray
"""One number for everywhere, or an array whose last axis is places."""

Counts = CountArray | FloatArray
"""Whole people of one run, or the real-valued mean of many."""

Draw = Callable[[str, Counts, FloatArray], Counts]
"""`draw(flow, people, chance)`: how many of `people` a flow takes, each with that `chance`.

Both arrays have one shape. The flow's name is meant for the address of the dice.
"""


class Dice(Protocol):
    """The part of a random generator that single judgements use; `numpy.random.Generator` fits."""

    def random(self) -> float:
        """A share, uniform from 0 up to 1."""
        ...

    def standard_normal(self) -> float:
        """A number of mean 0 and standard deviation 1."""
        ...

    def exponential(self, scale: float) -> float:
        """A waiting time of mean `scale`."""
        ...

    def gamma(self, shape: float, scale: float) -> float:
        """A waiting time of mean `shape * scale`."""
        ...

    def poisson(self, lam: float) -> int:
        """A count of mean `lam`."""
        ...
