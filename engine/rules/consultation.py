"""How a member answers a request: consent, its correlation and its time (models.md 6)."""

import math

from engine.rules.exact import exp, log
from engine.rules.fields import Dice
from engine.rules.normal import probit


def logistic(utility: float) -> float:
    """A chance from a utility: 1 / (1 + e^-U)."""
    return 1.0 / (1.0 + exp(-utility))


def logit(chance: float) -> float:
    """The utility whose chance this is, for a chance strictly between 0 and 1."""
    return log(chance) - log(1.0 - chance)


def shifted(chance: float, *terms: float) -> float:
    """A chance moved by frame, evidence, precedent or pressure, each a term on the logit scale."""
    bounded = min(max(chance, 1e-6), 1.0 - 1e-6)
    return logistic(logit(bounded) + sum(terms))


def consents(chance: float, shared: float, own: float, correlation: float = 0.6) -> bool:
    """Whether a member says yes; `shared` and `own` are standard normal draws.

    sqrt(rho) Z + sqrt(1-rho) e below the probit of its chance: members agree together more often
    than alone, while each keeps its own chance. Draw `shared` once a request.
    """
    if not 0.0 < chance < 1.0:
        return chance >= 1.0
    pull = math.sqrt(correlation) * shared + math.sqrt(1.0 - correlation) * own
    return pull < probit(chance)


def answer_hours(dice: Dice, mean_hours: float = 1.5, steady: bool = True) -> float:
    """Time a member takes to answer: gamma of shape 2 if `steady`, else exponential."""
    if steady:
        return float(dice.gamma(2.0, mean_hours / 2.0))
    return float(dice.exponential(mean_hours))


def precedent_after(precedent: float, outcome: float, weight: float = 0.3) -> float:
    """The precedent after an episode: (1-g) prec + g outcome, the outcome from 0 to 1."""
    return precedent + weight * (outcome - precedent)
