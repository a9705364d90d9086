"""Ways to draw the moves of a step other than a game's, which addresses each draw."""

import numpy as np

from engine.rules.fields import Counts, Draw, FloatArray


def expected(flow: str, people: Counts, chance: FloatArray) -> Counts:
    """The mean, no luck: with it and a state of real numbers a step is the mean-field model."""
    return people * chance


def from_dice(dice: np.random.Generator) -> Draw:
    """A draw that takes all flows from one dice in turn."""
    return lambda flow, people, chance: dice.binomial(np.asarray(people, np.int64), chance)
