"""Incidents that provoke incidents: a self-exciting process by its branching (models.md 1.8)."""

import math

from engine.rules.fields import Dice

BRANCHING = 0.6
"""Mean number of incidents that one provokes directly."""
MEAN_LAG_HOURS = 3.0
"""Mean time from an incident to one that it provoked, h."""


def children(
    dice: Dice, branching: float = BRANCHING, mean_lag_hours: float = MEAN_LAG_HOURS
) -> tuple[float, ...]:
    """Lags in hours of the incidents that one incident provokes, soonest first; often none."""
    count = int(dice.poisson(branching))
    return tuple(sorted(float(dice.exponential(mean_lag_hours)) for _ in range(count)))


def mean_rate(background: float, branching: float = BRANCHING) -> float:
    """Incidents per hour in the long run, mu / (1 - n), for branching below 1."""
    return background / (1.0 - branching)


def cluster_size(branching: float = BRANCHING) -> float:
    """Mean incidents that one from outside ends up causing, itself counted: 1 / (1 - n)."""
    return 1.0 / (1.0 - branching)


def fano(branching: float = BRANCHING) -> float:
    """Variance over mean of counts in long windows: 1 / (1 - n)^2."""
    return 1.0 / (1.0 - branching) ** 2


def thinned_chance(rate: float, bound: float) -> float:
    """Chance to keep an incident drawn at the rate `bound` when the true rate is `rate`."""
    return min(1.0, rate / bound) if bound > 0.0 else 0.0


def waiting_hours(dice: Dice, rate: float) -> float:
    """Time to the next incident at a rate per hour; infinite at 0, but drawn all the same."""
    unit = float(dice.exponential(1.0))
    return unit / rate if rate > 0.0 else math.inf
