"""What an offer to the street is worth, and how demands rise while it waits (models.md 5)."""

import numpy as np

from engine.rules.exact import exp
from engine.rules.fields import Counts, Field, FloatArray

LAST_RUNG = 5.0
"""Demands run from 1 (price) by pay, cabinet and old posts to 5 (elections)."""


def fit(offered_rung: Field, present_rung: Field) -> FloatArray:
    """How well an offer meets demands: 1 at the present rung, .4 one rung below, .1 lower.

    Rungs count as their whole part, since demands climb continuously.
    """
    short = np.floor(present_rung) - np.floor(offered_rung)
    return np.where(short <= 0.0, 1.0, np.where(short <= 1.0, 0.4, 0.1))


def credit(
    worth: Field,
    fit: Field,
    reach: Field,
    age_hours: Field,
    violent_share: FloatArray,
    fade_hours: Field = 18.0,
) -> FloatArray:
    """Legitimacy lent by an offer: c0 fit reach exp(-age/tau_c)(1 - V/A).

    `worth` is c0 (.02 to .15 of L); `reach` the share of people who hear of it. An offer not yet
    made (negative age) is worth 0.
    """
    heard = np.where(np.asarray(age_hours) >= 0.0, 1.0, 0.0)
    fading = exp(-np.maximum(age_hours, 0.0) / fade_hours)
    lent: FloatArray = worth * fit * reach * fading * heard * (1.0 - violent_share)
    return lent


def weakness(fit: Field, penalty: Field = 0.075) -> FloatArray:
    """What a late or low offer takes from the standing of the forces' command, m of models.md 5."""
    return np.where(np.asarray(fit) < 1.0, 1.0, 0.0) * penalty


def rung_after(
    rung: FloatArray,
    active: Counts,
    hours: float,
    rise_hours: Field = 18.0,
    least: float = 50.0,
    shocks: Field = 0.0,
) -> FloatArray:
    """Demands after a time: one rung up for each `rise_hours` with more than `least` on the street.

    `shocks` are rungs added at once by deaths or broken pledges. Demands never fall by themselves
    and stop at the fifth rung (refit.md 1).
    """
    climbed = np.where(active > least, hours / np.asarray(rise_hours), 0.0) + shocks
    return np.minimum(rung + climbed, LAST_RUNG)
