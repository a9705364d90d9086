"""What foreign troops cost as they stay, and when they had better leave (models.md 9)."""

import math

from engine.rules.exact import exp, log

YEAR_DAYS = 365.0


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


def resurgence_rate(
    hours: float, grievance_share: float, first_per_hour: float = 0.02, fade_hours: float = 48.0
) -> float:
    """Rate of new unrest after order was restored: h0 exp(-t/fade) f, f the willing share."""
    return first_per_hour * exp(-hours / fade_hours) * grievance_share


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
    return _relaxed(stock, growth, days, fade_days)


def dependency_after(
    stock: float,
    men: float,
    days: float,
    per_thousand_day: float = 0.002,
    fade_days: float = 3.0 * YEAR_DAYS,
) -> float:
    """Dependency on the patron after some days; an invitation adds to the stock at once."""
    return _relaxed(stock, per_thousand_day * men / 1000.0, days, fade_days)


def _relaxed(stock: float, growth: float, days: float, fade_days: float) -> float:
    settled = growth * fade_days
    return settled + (stock - settled) * exp(-days / fade_days)
