"""How late, partial and noisy reports differ from what is (models.md 10.3)."""

from engine.rules.exact import exp
from engine.rules.fields import Dice, Field, FloatArray


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
