"""Whether men stay with their command: a best response to how many others do (models.md 4.3)."""

import math

import numpy as np

from engine.rules.exact import exp
from engine.rules.fields import Counts, Field, FloatArray
from engine.rules.normal import phi, probit

CRITICAL_RATIO = math.sqrt(2.0 * math.pi)
"""Above this b/sigma two loyalties can be stable at once."""

_LEAST_SPREAD = 1e-6


def overwhelm(active: Counts, present: Field) -> FloatArray:
    """How outnumbered a garrison is, Omega = min(1, A / F)."""
    return np.minimum(1.0, active / np.maximum(present, 1.0))


def standing(
    base: Field,
    backing: Field,
    overwhelm: Field,
    armed: Field,
    peaceful: Counts,
    violent: Counts,
    fatigue: Field = 0.0,
    pay: Field = 0.0,
    overwhelm_cost: Field = 2.3,
    lethal_cost: Field = 0.5,
    fatigue_cost: Field = 0.3,
) -> FloatArray:
    """What speaks for staying loyal, m = m0 + s + i - r1 Omega - r2 lethal - r3 fatigue.

    The lethal term is `armed` (1 under orders to shoot) times the peaceful share of the crowd,
    and counts in full from 500 people (refit.md 1).
    """
    active = np.add(peaceful, violent, dtype=np.float64)
    faced = peaceful / np.maximum(active, 1.0) * np.minimum(1.0, active * (1.0 / 500.0))
    spoken = base + backing + pay - overwhelm_cost * overwhelm - fatigue_cost * fatigue
    final: FloatArray = spoken - lethal_cost * armed * faced
    return final


def best_response(
    standing: FloatArray,
    loyal: FloatArray,
    national: Field,
    bond: Field = 1.0,
    local_weight: Field = 0.65,
    spread: Field = 0.5,
) -> FloatArray:
    """Share that would stay: Phi((m + b (loc ell + (1-loc) ell_nat - 1/2)) / sigma).

    `spread` is sigma, how much men differ; at 0 all do the same.
    """
    others = national + local_weight * (loyal - national) - 0.5
    return phi((standing + bond * others) / np.maximum(spread, _LEAST_SPREAD))


def loyal_after(
    loyal: FloatArray, best: FloatArray, hours: float, rate_per_hour: Field = 0.06
) -> FloatArray:
    """Loyal share after a time of moving to a constant best response, exactly for any `hours`."""
    kept = exp(-hours * rate_per_hour)
    after: FloatArray = best + (loyal - best) * kept
    return after


def mean_loyal(loyal: FloatArray, present: FloatArray) -> FloatArray:
    """National loyal share, weighted by the men present in each place."""
    mean: FloatArray = (loyal * present).sum(-1) / np.maximum(present.sum(-1), 1e-9)
    return mean


def backing(
    strength: float,
    hours_since: float,
    honoured: float = 0.0,
    delay_hours: float = 2.0,
    deadline_hours: float = 24.0,
    half_life_hours: float = 24.0,
    overstayed: bool = False,
) -> float:
    """The shift s of standing by a patron's word, `hours_since` it was given (below 0: not yet).

    It is believed after `delay_hours`. From the deadline on, the part not `honoured` by troops
    that came (a share) halves every half-life. Troops beyond their announced end cost .3.
    """
    if hours_since < delay_hours:
        return 0.0
    late = max(0.0, hours_since - deadline_hours)
    doubt = exp(-math.log(2.0) * late / half_life_hours)
    believed = strength * (honoured + (1.0 - honoured) * doubt)
    return believed - 0.3 if overstayed else believed


def fixed_points(standing: float, bond: float, spread: float = 1.0) -> tuple[float, ...]:
    """Loyal shares that are their own best response, in order; the middle one of three repels."""
    shares = np.linspace(0.0, 1.0, 4001)
    excess = phi((standing + bond * (shares - 0.5)) / spread) - shares
    points = []
    for index in range(len(shares) - 1):
        if excess[index] == 0.0 or excess[index] * excess[index + 1] < 0.0:
            low, high = float(shares[index]), float(shares[index + 1])
            points.append(_crossing(standing, bond, spread, low, high))
    return tuple(points)


def _crossing(standing: float, bond: float, spread: float, low: float, high: float) -> float:
    def excess(share: float) -> float:
        return phi((standing + bond * (share - 0.5)) / spread) - share

    rising = excess(low) < 0.0
    if excess(low) == 0.0:
        return low
    for _ in range(50):
        middle = 0.5 * (low + high)
        if (excess(middle) < 0.0) == rising:
            low = middle
        else:
            high = middle
    return 0.5 * (low + high)


def fold(bond: float, spread: float = 1.0) -> float:
    """The |m| at which a stable loyalty disappears; 0 where there is only ever one."""
    ratio = bond / spread
    if ratio <= CRITICAL_RATIO:
        return 0.0
    z = math.sqrt(2.0 * math.log(ratio / CRITICAL_RATIO))
    return bond * (phi(z) - 0.5) - spread * z


def critical_strength(
    cost: float, prior: float, prior_precision: float, signal_precision: float
) -> float:
    """The strength below which a regime falls in the static global game of regime change.

    theta* solves a_z (theta - y) - sqrt(a_x) Phi^-1(theta) = sqrt(a_x + a_z) Phi^-1(c), with the
    cost c of attacking strictly between 0 and 1. Where several solve it, one of them is given.
    """
    goal = math.sqrt(signal_precision + prior_precision) * probit(cost)
    root = math.sqrt(signal_precision)
    low, high = -8.0, 8.0
    for _ in range(60):
        z = 0.5 * (low + high)
        if prior_precision * (phi(z) - prior) - root * z > goal:
            low = z
        else:
            high = z
    return phi(0.5 * (low + high))


def deserters(leaving: FloatArray, joining_share: Field = 0.1) -> tuple[FloatArray, FloatArray]:
    """Men who leave their units, as those who go home and those who join the violent."""
    joining: FloatArray = leaving * joining_share
    return leaving - joining, joining
