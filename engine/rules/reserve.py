"""Where a national reserve should be, and who goes there (models.md 4.1, refit.md 1).

Fields have places on their last axis.
"""

import numpy as np

from engine.rules.fields import Field, FloatArray


def need(peaceful: FloatArray, violent: FloatArray, severity: Field) -> FloatArray:
    """What a place asks of the reserve: (P + 3V)(.1 + .9 r(u))."""
    asked: FloatArray = (peaceful + 3.0 * violent) * (0.1 + 0.9 * severity)
    return asked


def targets(total: float, follows: float, base: FloatArray, need: FloatArray) -> FloatArray:
    """Where the reserve should be: (1 - s) of it as `base` spreads it, s as need asks.

    `base` sums to 1. Without any need all of it is spread.
    """
    asked = need.sum(-1, keepdims=True)
    by_need = np.where(asked > 0.0, need / np.where(asked > 0.0, asked, 1.0), base)
    wanted: FloatArray = total * ((1.0 - follows) * base + follows * by_need)
    return wanted


def whole(parts: FloatArray, total: int) -> tuple[int, ...]:
    """Parts as whole numbers that sum to `total`: the largest remainders are rounded up."""
    scaled = parts * (total / max(float(parts.sum()), 1e-12))
    floors = np.floor(scaled)
    short = total - int(floors.sum())
    order = sorted(range(len(parts)), key=lambda i: (-(scaled[i] - floors[i]), i))
    counts = floors.astype(int).tolist()
    for place in order[:short]:
        counts[place] += 1
    return tuple(counts)


def moves(
    spare: FloatArray, short: FloatArray, km: FloatArray, smallest: int
) -> list[tuple[int, int, int]]:
    """Detachments (from, to, men) that fill the greatest shortage first, each from the nearest.

    None is smaller than `smallest`.
    """
    left = [int(men) for men in np.floor(spare).tolist()]
    can = np.flatnonzero(spare >= smallest)
    found = []
    for place in np.argsort(-short, kind="stable").tolist():
        wanted = int(short[place])
        if wanted < smallest:
            break
        # A stable order: of two as near, the first in the order of places.
        for origin in can[np.argsort(km[place, can], kind="stable")].tolist():
            if wanted < smallest:
                break
            men = min(wanted, left[origin])
            if origin == place or men < smallest:
                continue
            found.append((origin, place, men))
            left[origin] -= men
            wanted -= men
    return found
