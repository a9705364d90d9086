"""How men are split between posts and the street, tire, travel and obey: pure functions.

Fields have places on their last axis. Equations of models.md 4.1 and 4.2 as changed by refit.md 1.
"""

from dataclasses import dataclass

import numpy as np

from engine.rules.exact import exp
from engine.rules.fields import Field, FloatArray

TOLERATE, CONTAIN, DISPERSE = 0.4, 0.7, 1.0
"""Weights of the postures below armed, the u of the equations."""

_RESERVE_SUPPORT = 30.0


def posts_manned(week_hours: float, duty_hours: float) -> float:
    """Men needed for one post: the hours of a week over those that one man stands on duty."""
    return week_hours / duty_hours


@dataclass(frozen=True, slots=True)
class Split:
    """Where the men of each place are; all but `fill` in people, and they sum to all men there."""

    guards: FloatArray
    others: FloatArray
    resting: FloatArray
    street: FloatArray
    absent: FloatArray
    fill: FloatArray
    """The share of own posts manned at each place."""

    @property
    def tied(self) -> FloatArray:
        """Men on posts, at checks and with arms parties."""
        tied: FloatArray = self.guards + self.others
        return tied


def split(
    garrison: FloatArray,
    reserve: FloatArray,
    loyal: FloatArray,
    loyal_reserve: Field,
    wanted: FloatArray,
    other_ties: FloatArray,
    stood_down: FloatArray,
) -> Split:
    """Men of each place: loyal garrisons man posts first, what is left is for the street.

    `wanted` men man all posts (posts times relief, less those freed); `other_ties` are checks and
    arms parties; `stood_down` is the share of what is left that rests.
    """
    own, mobile = garrison * loyal, reserve * loyal_reserve
    guards = np.minimum(own, wanted)
    left = own - guards + mobile
    others = np.minimum(other_ties, left)
    left = left - others
    resting = left * stood_down
    return Split(
        guards=guards,
        others=others,
        resting=resting,
        street=left - resting,
        absent=garrison - own + reserve - mobile,
        fill=np.where(wanted > 0.0, guards / np.where(wanted > 0.0, wanted, 1.0), 1.0),
    )


def facing(worth: FloatArray, crowd: FloatArray, density: Field) -> FloatArray:
    """Men's worth before a crowd, E = min(street (1 - .4 phi), rhod (A + 30))."""
    faced: FloatArray = np.minimum(worth, density * (crowd + _RESERVE_SUPPORT))
    return faced


def tired(
    fatigue: FloatArray, duty: FloatArray, hours: float, tires_in: float, rests_in: float
) -> FloatArray:
    """Fatigue after `hours` with a share `duty` of the time on: exact for a constant duty.

    dphi/dt = d (1 - phi)/tau_on - (1 - d) phi/tau_off, at rest where it is
    (d/tau_on)/(d/tau_on + (1 - d)/tau_off).
    """
    gain = duty / tires_in
    rate = gain + (1.0 - duty) / rests_in
    steady = gain / rate
    after: FloatArray = steady + (fatigue - steady) * exp(rate * -hours)
    return after


def lagged(seen: FloatArray, now: FloatArray, hours: float, lag: float) -> FloatArray:
    """A picture that follows what is, `lag` hours behind."""
    after: FloatArray = now + (seen - now) * exp(-hours / lag)
    return after


def need_of(peaceful: FloatArray, violent: FloatArray, severity: FloatArray) -> FloatArray:
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


@dataclass(frozen=True, slots=True)
class Obedience:
    """Chances that bear on an order: by a wholly disloyal unit, or by what is asked of it."""

    fails: float
    partly: float
    late: float
    refuses: float


def execution(
    loyal: float, fatigue: float, lethal: float, slow: float, roll: float, of: Obedience
) -> str:
    """What becomes of an order, for a roll from 0 to 1.

    With q disloyal: no answer .3 f q^2; failed .7 f q^2 + refusal times `lethal` (how far it asks
    men to shoot at peaceful people); in part p q + .2 phi; late (l + .3 phi) times `slow`, how
    much slower than usual networks are. Design values.
    """
    doubt = 1.0 - loyal
    lost = of.fails * doubt * doubt
    steps = (
        ("no_answer", 0.3 * lost),
        ("failed", 0.7 * lost + of.refuses * lethal),
        ("in_part", of.partly * doubt + 0.2 * fatigue),
        ("late", (of.late + 0.3 * fatigue) * slow),
    )
    reached = 0.0
    for result, chance in steps:
        reached += chance
        if roll < reached:
            return result
    return "as_ordered"
