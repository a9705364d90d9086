"""Posts, the men who man them, and the men whom others free (models.md 4.1, refit.md 1).

Fields have places on their last axis.
"""

from dataclasses import dataclass

import numpy as np

from engine.rules.fields import Field, FloatArray
from engine.rules.quick import quick

_RESERVE_SUPPORT = 30.0


def posts_manned(men: float, tooth: float, relief: float) -> float:
    """Posts that outside troops keep manned, X tooth / r_ext; `tooth` is the share who guard."""
    return men * tooth / relief


def men_for(posts: float, tooth: float, relief: float) -> int:
    """The fewest outside troops that keep so many posts manned."""
    needed = posts * relief / max(tooth, 1e-9)
    return -int(-(needed - 1e-6) // 1) if posts > 0.0 else 0


def posts_relieved(covered: float, own_posts: float) -> float:
    """Posts whose own guards can go: those that others hold, never more than own men held."""
    return min(covered, own_posts)


def freed(covered: float, own_posts: float, own_relief: float) -> float:
    """Own men freed by outside troops: min(posts covered, own posts) r_own."""
    return posts_relieved(covered, own_posts) * own_relief


def men_wanted(posts: FloatArray, own_relief: Field, freed: Field) -> FloatArray:
    """Own men who man all posts of a place: posts times r_own, less those freed."""
    wanted: FloatArray = np.maximum(own_relief * posts - freed, 0.0)
    return wanted


@quick
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


def on_duty(out: FloatArray, split: Split, own_relief: Field, present: Field) -> FloatArray:
    """Share of the time that men of a place are on duty, 0 to 1, `out` of them before a crowd.

    Of the r_own men whom a post ties one at a time stands on it: a post open 168 h a week takes
    4.2 men of 40 h each.
    """
    share: FloatArray = np.minimum((out + split.guards / own_relief + split.others) / present, 1.0)
    return share


def facing(worth: FloatArray, crowd: FloatArray, density: Field) -> FloatArray:
    """Men's worth before a crowd, E = min(street (1 - .4 phi), rhod (A + 30))."""
    faced: FloatArray = np.minimum(worth, density * (crowd + _RESERVE_SUPPORT))
    return faced
