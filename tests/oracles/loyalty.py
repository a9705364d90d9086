"""Where a best response rests, found from the engine's own response (models.md 4.3)."""

import math

import numpy as np

from engine.rules.loyalty import response
from engine.rules.normal import phi

CRITICAL_RATIO = math.sqrt(2.0 * math.pi)
"""Above this b/sigma two loyalties can be stable at once."""


def resting_points(mind: float, conformity: float, doubt: float) -> list[float]:
    """Every loyal share that is its own best response, lowest first; of three the middle repels."""
    grid = np.linspace(0.0, 1.0, 2001)
    gap = np.asarray(response(mind, grid, conformity, doubt)) - grid
    found = []
    for i in range(len(grid) - 1):
        if gap[i] == 0.0:
            found.append(float(grid[i]))
        elif gap[i] * gap[i + 1] < 0.0:
            found.append(_root(mind, conformity, doubt, float(grid[i]), float(grid[i + 1])))
    return found


def _root(mind: float, conformity: float, doubt: float, low: float, high: float) -> float:
    sign = float(response(mind, low, conformity, doubt)) - low
    for _ in range(60):
        middle = 0.5 * (low + high)
        gap = float(response(mind, middle, conformity, doubt)) - middle
        low, high = (middle, high) if gap * sign > 0.0 else (low, middle)
    return 0.5 * (low + high)


def fold(conformity: float, doubt: float = 1.0) -> float:
    """The |m| at which a stable loyalty disappears; 0 where there is only ever one."""
    ratio = conformity / doubt
    if ratio <= CRITICAL_RATIO:
        return 0.0
    z = math.sqrt(2.0 * math.log(ratio / CRITICAL_RATIO))
    return conformity * (phi(z) - 0.5) - doubt * z
