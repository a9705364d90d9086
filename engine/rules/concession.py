"""What an offer to the street is worth, and how demands rise while it waits (models.md 5)."""

import numpy as np

from engine.rules.exact import exp
from engine.rules.fields import Counts, Field, FloatArray


def fit(offered_rung: Field, present_rung: Field, unasked: Field = 1.0) -> FloatArray:
    """How well an offer meets demands: 1 at the present rung, .4 one rung below, .1 lower.

    `unasked` is the fit of an offer of more than is asked. Rungs count as their whole part, since
    demands climb continuously.
    """
    short = np.floor(present_rung) - np.floor(offered_rung)
    below = np.where(short <= 1.0, 0.4, 0.1)
    return np.where(short < 0.0, unasked, np.where(short <= 0.0, 1.0, below))


def lent(worth: Field, fit: Field, reach: Field, new: Field = 1.0) -> Field:
    """Legitimacy lent by an offer at once: c0 fit reach, less where it is not `new`.

    `worth` is c0 (.02 to .15 of L); `reach` the share of people who hear of it.
    """
    return worth * fit * reach * new


def faded(lent: FloatArray, age_hours: Field, fade_hours: Field) -> FloatArray:
    """What is left of it after a time: lent exp(-age/tau_c)."""
    left: FloatArray = lent * exp(-age_hours / fade_hours)
    return left


def credit(lent: FloatArray, violent_share: Field) -> FloatArray:
    """What it counts for in a crowd of which a share is violent: lent (1 - V/A)."""
    counts: FloatArray = lent * (1.0 - violent_share)
    return counts


def rung_after(
    rung: FloatArray,
    active: Counts,
    hours: float,
    rise_hours: Field,
    least: Field,
    shocks: Field = 0.0,
    last: float = 5.0,
    waits: float | None = None,
) -> FloatArray:
    """Demands after a time: one rung up for each `rise_hours` with more than `least` on the street.

    `shocks` are rungs added at once by deaths. Demands never fall by themselves and stop at the
    `last` rung (refit.md 1); waiting alone raises them no higher than rung `waits`.
    """
    climbed = np.where(active > least, hours / np.asarray(rise_hours), 0.0)
    waited = np.minimum(rung + climbed, last if waits is None else max(min(waits, last), 1.0))
    return np.minimum(np.maximum(waited, rung) + shocks, last)
