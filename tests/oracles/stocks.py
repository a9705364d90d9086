"""Stocks that grow and fade at constant rates (models.md 9)."""

import math


def sovereignty_cost_after(
    stock: float,
    men: float,
    overstaying: bool,
    days: float,
    per_thousand_day: float = 0.002,
    overstay_per_day: float = 0.01,
    fade_days: float = 180.0,
) -> float:
    """Cost to sovereignty after some days of constant presence, exactly for any `days`.

    dSov/dt = c1 X/1000 + c2 [beyond the announced date] - Sov/tau_S.
    """
    growth = per_thousand_day * men / 1000.0
    if overstaying and men > 0.0:
        growth += overstay_per_day
    settled = growth * fade_days
    return settled + (stock - settled) * math.exp(-days / fade_days)
