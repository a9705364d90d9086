"""Where a national reserve should be, and how fast it gets there (models.md 4.1, refit.md 1)."""

import numpy as np

from engine.rules.exact import exp
from engine.rules.fields import Counts, Field, FloatArray


def need(peaceful: Counts, violent: Counts, severity: Field) -> FloatArray:
    """Call of each place for men: (P + 3V)(.1 + .9 r(u)); give it the crowds as reported."""
    crowd: FloatArray = np.add(peaceful, 3.0 * violent, dtype=np.float64)
    return crowd * (0.1 + 0.9 * severity)


def shares(base: FloatArray, need: FloatArray, emphasis: Field = 0.7) -> FloatArray:
    """Share of the reserve for each place: (1-s) base + s need / sum, all base where none needs.

    `base` sums to 1 over places, and so does the result.
    """
    total = need.sum(-1, keepdims=True)
    called = np.where(total > 0.0, need / np.maximum(total, 1e-9), base)
    wanted: FloatArray = base + emphasis * (called - base)
    return wanted


def travel_hours(mean_km: Field, muster_hours: Field = 4.0, kmh: Field = 160.0) -> Field:
    """Time to bring reserve to a place: muster + mean distance of the rest / speed."""
    return muster_hours + mean_km / kmh


def mean_distance(km: FloatArray, share: FloatArray) -> FloatArray:
    """Mean distance to each place of men spread by `share`, km."""
    mean: FloatArray = (km * share[..., None, :]).sum(-1)
    return mean


def moved(present: FloatArray, wanted: FloatArray, travel_hours: Field, hours: float) -> FloatArray:
    """Men of the reserve in each place after a time of moving towards where they are wanted.

    Gaps close at the rate 1 / travel; the slower of all who leave and all who arrive sets the
    pace, so that the total of `present` is kept whatever `wanted` sums to.
    """
    closing = (wanted - present) * (1.0 - exp(-hours / np.asarray(travel_hours, np.float64)))
    arriving, leaving = np.maximum(closing, 0.0), np.maximum(-closing, 0.0)
    coming = arriving.sum(-1, keepdims=True)
    going = leaving.sum(-1, keepdims=True)
    moving = np.minimum(coming, going)
    come = arriving * (moving / np.maximum(coming, 1e-9))
    gone = leaving * (moving / np.maximum(going, 1e-9))
    there: FloatArray = present + come - gone
    return there
