"""When foreign troops had better leave (models.md 9)."""

import math

from engine.rules.exact import log


def best_stay_hours(
    resurgence_per_hour: float,
    loss: float,
    cost_per_man_hour: float,
    men: float,
    fade_hours: float,
) -> float:
    """Hours after order at which leaving is best: t* = ln(h0 Loss / (c X)) / zeta_r.

    0 where presence costs more than resurgence threatens from the start; infinite where presence
    costs nothing.
    """
    cost = cost_per_man_hour * men
    gain = resurgence_per_hour * loss
    if gain <= cost or gain <= 0.0:
        return 0.0
    if cost <= 0.0:
        return math.inf
    return log(gain / cost) * fade_hours
