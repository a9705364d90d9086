"""Posts, watches and the men they tie; how outside troops free a country's own (models.md 4.1)."""

import numpy as np

from engine.rules.fields import Counts, Field, FloatArray


def relief_factor(hours_open: float, hours_served: float) -> float:
    """Men that one post takes when it is open so long and each serves so long: 168/40 = 4.2."""
    return hours_open / hours_served


def posts_manned(men: Field, tooth: Field = 0.79, relief: Field = 3.0) -> Field:
    """Posts that outside troops can keep, X tooth / r_ext; `tooth` is the share who guard."""
    return men * tooth / relief


def freed(
    men: Field,
    eligible_posts: Field,
    tooth: Field = 0.79,
    relief: Field = 3.0,
    own_relief: Field = 3.0,
) -> FloatArray:
    """Own men freed by outside troops: min(X tooth / r_ext, eligible posts) r_own."""
    relieved: FloatArray = np.minimum(posts_manned(men, tooth, relief), eligible_posts) * own_relief
    return relieved


def by_priority(available: float, needs: FloatArray) -> FloatArray:
    """Posts given to sites in the order of the last axis, each filled before the next."""
    before = needs.cumsum(-1) - needs
    given: FloatArray = np.minimum(np.maximum(available - before, 0.0), needs)
    return given


def guards_tied(posts: FloatArray, external: Field, own_relief: Field = 3.0) -> FloatArray:
    """Own men tied to each site: max(0, posts - posts kept by others) r_own."""
    tied: FloatArray = np.maximum(posts - external, 0.0) * own_relief
    return tied


def fill(loyal_men: FloatArray, tied: Field) -> FloatArray:
    """Share of its guard posts a garrison can man: min(1, F ell / tied); 1 where none is tied."""
    return np.minimum(1.0, loyal_men / np.maximum(tied, 1e-9))


def mobile(loyal_men: FloatArray, tied: Field, reserve: Field = 0.0) -> FloatArray:
    """Men for the street: what guarding leaves of the garrison, and the reserve that has come."""
    men: FloatArray = np.maximum(loyal_men - tied, 0.0) + reserve
    return men


def leverage(
    present: float, mobile: float, tooth: float, relief: float, own_relief: float
) -> float:
    """Relative gain in mobile men per gain in strength: (F/mobile) tooth r_own/r_ext."""
    return present / mobile * tooth * own_relief / relief


def per_thousand(men: Field, people: Counts | float) -> Field:
    """Security ratio: men for each 1,000 inhabitants."""
    return 1000.0 * men / people
