"""How often members who are asked together all agree (models.md 6)."""

import math
from collections.abc import Sequence

from engine.rules.normal import phi, probit


def unanimity_chance(chances: Sequence[float], correlation: float = 0.0) -> float:
    """Chance that all say yes, by the common-shock probit.

    Without correlation this is the product; with it, a sum over 401 values of the shared shock.
    """
    if correlation <= 0.0:
        return math.prod(chances)
    cuts = [probit(min(max(chance, 1e-12), 1.0 - 1e-12)) for chance in chances]
    own = math.sqrt(1.0 - min(correlation, 0.999999))
    total = weight = 0.0
    for index in range(-200, 201):
        shock = index * 0.04
        density = math.exp(-0.5 * shock * shock)
        pull = math.sqrt(correlation) * shock
        total += density * math.prod(phi((cut - pull) / own) for cut in cuts)
        weight += density
    return total / weight


def mean_parallel_hours(members: int, mean_hours: float) -> float:
    """Mean time of exponential answers to one call: tau (1 + 1/2 + ... + 1/n)."""
    return mean_hours * math.fsum(1.0 / (index + 1) for index in range(members))
