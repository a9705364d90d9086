"""Two small models with known answers, against which the crowd's options are judged.

Granovetter's thresholds (models.md 1.2) and the one-city model of Lang and De Sterck (1.5).
"""

import numpy as np

from engine.rules.exact import exp
from engine.rules.fields import FloatArray
from engine.rules.normal import phi


def settled(thresholds: FloatArray) -> int:
    """How many join in the end when each joins once as many as their threshold have joined."""
    joined = 0
    while (more := int(np.count_nonzero(thresholds <= joined))) > joined:
        joined = more
    return joined


def settled_normal(mean: float, spread: float, people: float = 100.0) -> float:
    """How many of a continuum with normal thresholds join in the end, from nobody."""
    joined = 0.0
    for _ in range(200_000):
        more = people * phi((joined - mean) / spread)
        if more - joined < 1e-10:
            break
        joined = more
    return joined


def unrest_after(
    share: float,
    hours: float,
    growth: float,
    policing: float,
    hidden_below: float,
    overwhelmed_margin: float,
    step_hours: float = 0.02,
) -> float:
    """Share on the street after a time: dr/dt = c1 v(r)(1-r) - c2 p(r) r.

    Nobody joins up to `hidden_below` (alpha), and police give up above 1 - `overwhelmed_margin`
    (beta). Each step solves the linear equation that holds in its region exactly.
    """
    for _ in range(round(hours / step_hours)):
        joining = growth if share > hidden_below else 0.0
        leaving = policing if share < 1.0 - overwhelmed_margin else 0.0
        total = joining + leaving
        if total > 0.0:
            rest = joining / total
            share = rest + (share - rest) * exp(-total * step_hours)
    return share
