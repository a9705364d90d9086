"""Stocks that grow and fade, and the chance that unrest comes back (models.md 9)."""

import math
from collections.abc import Mapping

from engine.rules.exact import exp, log

NEVER = math.inf


def parted(
    stock: float, growth: Mapping[str, float], days: float, fade_days: float, rest: float = 0.0
) -> dict[str, float]:
    """By what each reason moves a stock in some days, `fades` among them; exact for any `days`.

    dS/dt = sum of growth - (S - rest)/tau. What grows is counted whole, and what fades of it in
    the same days stands with the rest under `fades`, so that the parts sum to the closed form.
    """  # fmt: skip
    rate = sum(growth.values())
    settled = rest + rate * fade_days
    after = settled + (stock - settled) * exp(-days / fade_days)
    parts = {what: each * days for what, each in growth.items() if each}
    parts["fades"] = after - stock - sum(parts.values())
    return parts


def projected(
    stock: float, growth: float, stay_days: float, days: float, fade_days: float, rest: float = 0.0
) -> float:
    """A stock after some days in which it grows for the first `stay_days` and then only fades."""
    first = min(max(stay_days, 0.0), days)
    settled = rest + growth * fade_days
    then = settled + (stock - settled) * exp(-first / fade_days)
    return rest + (then - rest) * exp(-(days - first) / fade_days)


def used(rate: float, fade: float, since: float, until: float) -> float:
    """The integral of h0 f exp(-t/fade) between two times after order was restored, hours.

    `rate` is h0 f: the rate at first, times the share of people whom new unrest would find.
    """
    return rate * fade * (exp(-since / fade) - exp(-until / fade))


def comes_at(hazard: float, rate: float, fade: float, since: float) -> float:
    """When that integral from `since` on reaches `hazard`, hours; endless if it never does."""
    scale = rate * fade
    if scale <= 0.0:
        return NEVER
    left = exp(-since / fade) - hazard / scale
    return -fade * log(left) if left > 0.0 else NEVER


def chance_of_new_unrest(rate: float, fade: float, since: float, until: float = NEVER) -> float:
    """The chance that unrest comes back between two times after order was restored."""
    last = 0.0 if until == NEVER else exp(-until / fade)
    return 1.0 - exp(-rate * fade * (exp(-since / fade) - last))


EASES = {
    "figures": {"none": 0.0, "totals": 0.08, "names": 0.15},
    "inquiry": {"none": 0.0, "internal": 0.05, "mixed": 0.2, "outside": 0.3},
    "detainees": {"trials": 0.0, "review": 0.1, "release": 0.2},
}
"""What share of the legacy of repression an account takes away; design values, no source."""
