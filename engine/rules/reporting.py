"""How late, partial and noisy reports differ from what is (models.md 10.3)."""

import math

from engine.rules.exact import exp
from engine.rules.fields import Dice, Field, FloatArray


def seen_share(growth_per_hour: float, mean_delay_hours: float) -> float:
    """Reported over true while things grow at a rate, for exponential delays: 1 / (1 + r tau)."""
    return 1.0 / (1.0 + growth_per_hour * mean_delay_hours)


def lagged(reported: FloatArray, true: Field, hours: float, mean_delay_hours: Field) -> FloatArray:
    """The delayed picture after a time in which the truth was constant: an exponential filter."""
    kept = exp(-hours / mean_delay_hours)
    picture: FloatArray = true + (reported - true) * kept
    return picture


def rumour_factor(normal: Field, spread: Field = 0.4) -> Field:
    """Factor of mean 1 on a count told by rumour, lognormal, from a standard normal draw."""
    return exp(spread * normal - 0.5 * spread * spread)


def estimate(counted: Field, seen: Field = 0.7) -> Field:
    """The count that an observer infers who knows which share of people is counted."""
    return counted / seen


def delay_hours(dice: Dice, mean_hours: float, shape: float = 2.0) -> float:
    """Time until a report arrives, gamma."""
    return float(dice.gamma(shape, mean_hours / shape))


def believed(shape: float, rate: float, counted: float, seen: float = 0.7) -> tuple[float, float]:
    """A gamma belief about a number after a partial count of it; its mean is shape / rate."""
    return shape + counted, rate + seen


def belief_error(shape: float, rate: float) -> float:
    """Standard deviation of such a belief."""
    return math.sqrt(shape) / rate
