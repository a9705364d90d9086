"""Loyalty as a best response to the loyalty of others: pure functions (models.md 4.3, refit.md 1).

Fields have places on their last axis.
"""

import numpy as np

from engine.rules.exact import exp
from engine.rules.fields import Field, FloatArray
from engine.rules.normal import phi


def response(mind: Field, loyal: Field, conformity: Field, doubt: Field) -> Field:
    """The share that stays loyal when `loyal` others do: Phi((m + b (l - 1/2)) / sigma)."""
    share: Field = phi((mind + conformity * (loyal - 0.5)) / doubt)
    return share


def seen(loyal: FloatArray, nation: Field, local: Field) -> FloatArray:
    """What men take the loyalty of others to be: their own place's and the country's, mixed."""
    mixed: FloatArray = local * loyal + (1.0 - local) * nation
    return mixed


def overwhelmed(crowd: FloatArray, forces: FloatArray) -> FloatArray:
    """How far a crowd outnumbers the men of a place: min(1, A/F), 0 where there is no crowd."""
    share: FloatArray = np.minimum(crowd / np.maximum(forces, 1.0), 1.0)
    return share


def asked_to_shoot(
    posture: FloatArray, peaceful_share: FloatArray, crowd: FloatArray, full: Field
) -> FloatArray:
    """How far men are told to shoot at peaceful people: [u >= 2] (1 - V/A) min(1, A/500)."""
    weight: FloatArray = np.where(
        posture >= 2.0, peaceful_share * np.minimum(crowd / full, 1.0), 0.0
    )
    return weight


def mind(
    base: FloatArray,
    backing: Field,
    overwhelm: FloatArray,
    shooting: FloatArray,
    weariness: FloatArray,
) -> FloatArray:
    """What loyalty is worth, m = m0 + s - r1 Omega - r2 [shooting] - r3 phi; terms by place."""
    worth: FloatArray = base + backing - overwhelm - shooting - weariness
    return worth


def after(loyal: FloatArray, wanted: FloatArray, hours: float, pace: float) -> FloatArray:
    """Loyalty after `hours` on its way to the best response: dl/dt = (l* - l)/tau, solved."""
    share: FloatArray = wanted + (loyal - wanted) * exp(-hours / pace)
    return share


def strength(full: float, now: float, heard: float, fades: float | None, half_life: float) -> float:
    """What a word of backing is worth: nothing before it is heard, half after each half-life.

    Times in h; `fades` None while it does not fade.
    """
    if now < heard:
        return 0.0
    if fades is None or now <= fades:
        return full
    return full * float(exp(-0.6931471805599453 * (now - fades) / half_life))


def settled(
    mind: FloatArray, weights: FloatArray, local: float, conformity: Field, doubt: Field
) -> FloatArray:
    """Where loyalty rests when nothing happens, beginning from everybody loyal."""
    loyal = np.ones_like(mind)
    for _ in range(200):
        nation = (loyal * weights).sum(-1, keepdims=True) / weights.sum(-1, keepdims=True)
        loyal = np.asarray(response(mind, seen(loyal, nation, local), conformity, doubt))
    return loyal
