"""Incidents that provoke incidents: a self-exciting process by its branching (models.md 1.8)."""

from engine.rules.fields import Dice


def children(dice: Dice, branching: float, mean_lag_hours: float) -> tuple[float, ...]:
    """Lags in hours of the incidents that one incident provokes, as drawn; often none.

    `branching` is the mean number of them, `mean_lag_hours` the mean time until each.
    """
    count = int(dice.poisson(branching))
    return tuple(float(dice.exponential(mean_lag_hours)) for _ in range(count))
