"""What makes people of a place join, stay, turn violent, go home, or be taken or killed.

Equations of models.md 2.2 with the changes of refit.md 1. Arguments are fields: arrays whose last
axis is places, or numbers for everywhere; numbers alone give a number.
Rates are per person and hour.
"""

import numpy as np

from engine.rules.exact import cosine_of_turns, exp, power
from engine.rules.fields import Counts, Field, FloatArray

# An array of no dimensions costs numpy half of what a Python number costs it.
_NONE, _ONE, _TWO = np.array(0.0), np.array(1.0), np.array(2.0)
_TINY, _FEW = np.array(1e-9), np.array(30.0)


def pool(
    population: FloatArray, mobilisable: Field, hardship: Field, gradient: Field
) -> FloatArray:
    """People who can take part at all: N = m pop h^hg, rounded to whole people (refit.md 1)."""
    people: FloatArray = np.rint(population * mobilisable * power(hardship, gradient))
    return people


def rhythm(hour_of_day: Field, amplitude: float, peak_hour: float) -> Field:
    """Activity by local hour of the day relative to its mean: 1 + A cos(2 pi (t - t_pk)/24)."""
    return 1.0 + amplitude * cosine_of_turns((hour_of_day - peak_hour) * (1.0 / 24.0))


def severity(posture: Field, tolerate: float = 0.4) -> FloatArray:
    """How much a posture confronts, r(u): 0 tolerate, .5 contain, 1 disperse and above."""
    return np.minimum(arrest_drive(posture, tolerate), 1.0)


def arrest_drive(posture: Field, tolerate: float = 0.4) -> FloatArray:
    """How much a posture arrests: 0 tolerate, .5 contain, 1 disperse, 2 armed at most."""
    return np.minimum(np.maximum((posture - tolerate) / (1.0 - tolerate), 0.0), 2.0)


def lethality(
    posture: Field,
    disperse_divisor: Field = 60.0,
    disperse_from: float = 1.0,
    armed_from: float = 2.0,
) -> FloatArray:
    """How deadly a posture is: 1 when armed, 1/adr when dispersing, 0 below (refit.md 1)."""
    dispersing = np.where(np.asarray(posture) >= disperse_from, 1.0 / disperse_divisor, 0.0)
    return np.where(np.asarray(posture) >= armed_from, 1.0, dispersing)


def harshness(posture: Field, disperse_from: float = 1.0, armed_from: float = 2.0) -> FloatArray:
    """How a posture is remembered: dispersing counts 1, armed 2, anything below 0."""
    dispersed = np.where(np.asarray(posture) >= disperse_from, 1.0, 0.0)
    return np.where(np.asarray(posture) >= armed_from, 2.0, dispersed)


def deterrence(
    posture: Field,
    officers: FloatArray,
    peaceful: Counts,
    violent: Counts,
    perception: Field = 2.3,
    violent_weight: Field = 1.5,
) -> FloatArray:
    """Chance of arrest as people see it: pi = 1 - exp(-k u E / (1 + P + psi V))."""
    faced = _ONE + peaceful + violent_weight * violent
    seen: FloatArray = _ONE - exp(officers * (-perception * posture) / faced)
    return seen


def grievance(hardship: Field, legitimacy: Field, credit: Field = 0.0) -> FloatArray:
    """g = h (1 - clip(L + credit, 0, 1)); credit is concessions less what backlash costs."""
    felt: FloatArray = hardship * (_ONE - np.minimum(np.maximum(legitimacy + credit, _NONE), _ONE))
    return felt


def willing(grievance: FloatArray, deterrence: FloatArray, threshold: Field = 0.1) -> FloatArray:
    """Share of people whose grievance less the risk they feel passes the threshold.

    f(g, pi) = P(H - R pi > T) with H uniform to g and R uniform to 1 (models.md 1.1, the closed
    form of Epstein's gate).
    """
    margin = np.maximum(grievance - threshold, _NONE)
    doubted = np.minimum(margin, deterrence)
    kept = margin - doubted + doubted * doubted / (_TWO * np.maximum(deterrence, _TINY))
    share: FloatArray = kept / np.maximum(grievance, _TINY)
    return share


def clash(
    severity: Field, officers: FloatArray, crowd: FloatArray, crowd_share: Field = 0.1
) -> FloatArray:
    """How hard forces and crowd are at each other, 0 to 1: r(u) min(1, E / (cc A + 30))."""
    met: FloatArray = severity * np.minimum(_ONE, officers / (crowd_share * crowd + _FEW))
    return met


def radicalisation(
    clash: FloatArray,
    organised: Field,
    backlash: Field,
    deterrence: Field,
    base: Field = 0.018,
    backlash_gain: Field = 2.0,
    silence: Field = 1.0,
    surge: Field = 0.0,
) -> FloatArray:
    """Rate from peaceful to violent: nu0 (o + clash)(1 + chi B + surge)(1 - pi), times `silence`.

    `surge` is eta times the growth of ln A per hour, where sudden expansion is held to provoke.
    """
    calm = _ONE + surge if isinstance(surge, np.ndarray) or surge else _ONE
    anger = calm + backlash_gain * backlash
    rate: FloatArray = (base * silence) * (organised + clash) * anger * (_ONE - deterrence)
    return rate


def silence(reach: Field, blackout_factor: Field) -> Field:
    """What a blackout does to radicalisation: 1 + (nb - 1)(1 - reach).

    `reach` is the share of people whom networks reach; without any, `blackout_factor` holds.
    """
    return _ONE + (blackout_factor - _ONE) * (_ONE - reach)


def arrests(
    drive: Field,
    officers: FloatArray,
    crowd: FloatArray,
    per_officer: Field = 0.01,
    saturation: Field = 0.5,
) -> FloatArray:
    """Rate of arrest of each person in a crowd: amax drive E / (A + theta E)."""
    rate: FloatArray = (
        (per_officer * drive) * officers / np.maximum(crowd + saturation * officers, _TINY)
    )
    return rate


def search_arrests(
    severity: Field,
    free_officers: FloatArray,
    resting: Counts,
    per_officer: Field = 0.005,
    saturation: Field = 0.5,
) -> FloatArray:
    """Rate of arrest at home of each person who took part, for places under an emergency.

    als = srch r(u) Efree / (W + theta Efree + 1), with Efree the men who face no crowd.
    """
    rate: FloatArray = (
        (per_officer * severity) * free_officers / (resting + saturation * free_officers + _ONE)
    )
    return rate


def backlash_source(
    harshness: Field,
    clash: FloatArray,
    deterrence: FloatArray,
    arrest_rate: FloatArray,
    crowd: FloatArray,
    per_clash: Field = 0.1,
    per_arrest: Field = 0.6,
    smallest: Field = 100.0,
) -> FloatArray:
    """Growth of backlash memory, per hour, before it fades (refit.md 1).

    b1 clash (1 - pi) harshness + b2 al, only where a crowd exceeds `smallest`.
    """
    felt = (per_clash * harshness) * clash * (_ONE - deterrence) + per_arrest * arrest_rate
    grown: FloatArray = felt * (crowd > smallest)
    return grown


def injuries_expected(
    clash: FloatArray,
    peaceful: Counts,
    violent: Counts,
    hours: float,
    per_hour: Field = 0.0015,
    violent_weight: Field = 3.0,
) -> FloatArray:
    """Mean number injured in the crowd in a time, of a Poisson count: ico clash (P + 3V) dt."""
    mean: FloatArray = (per_hour * hours) * clash * (peaceful + violent_weight * violent)
    return mean


def force_injuries_expected(
    clash: FloatArray, violent: Counts, hours: float, per_hour: Field = 0.022
) -> FloatArray:
    """Mean number injured among forces in a time: ifo clash V dt."""
    mean: FloatArray = (per_hour * hours) * clash * violent
    return mean


def force_deaths_expected(
    violent: Counts, weapons: Field, hours: float, per_armed_hour: Field = 7e-4
) -> FloatArray:
    """Mean deaths among forces in a time: dfo min(V, weapons held) dt."""
    mean: FloatArray = (per_armed_hour * hours) * np.minimum(violent, weapons)
    return mean
