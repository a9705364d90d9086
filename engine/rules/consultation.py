"""How allies answer a request: consent, its correlation, its rule and its time (models.md 6)."""

import math
from collections.abc import Sequence
from typing import Literal

from engine.rules.exact import exp, log
from engine.rules.fields import Dice
from engine.rules.normal import phi, probit

Answer = Literal["yes", "abstain", "no"]
Rule = Literal["unanimity", "unanimity_with_abstention", "patron"]


def logistic(utility: float) -> float:
    """A chance from a utility: 1 / (1 + e^-U)."""
    return 1.0 / (1.0 + exp(-utility))


def logit(chance: float) -> float:
    """The utility whose chance this is, for a chance strictly between 0 and 1."""
    return log(chance) - log(1.0 - chance)


def consent_utility(
    base: float,
    dependence: float,
    precedent: float,
    attribution: float,
    cost: float,
    fear: float,
    weights: tuple[float, float, float, float, float] = (1.0, 1.0, 1.0, 1.0, 1.0),
) -> float:
    """U = a0 + a_dep dep + a_prec prec + a_threat attribution - a_cost cost + a_fear fear.

    `attribution` is how far the threat is held to come from outside; `weights` in that order.
    """
    dep, prec, threat, price, domino = weights
    gain = dep * dependence + prec * precedent + threat * attribution + domino * fear
    return base + gain - price * cost


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


def parallel_hours(times: Sequence[float]) -> float:
    """Time of a consultation in which all are asked at once; 0 if nobody is asked."""
    return max(times, default=0.0)


def sequential_hours(times: Sequence[float]) -> float:
    """Time of a consultation in which one is asked after the other."""
    return math.fsum(times)


def mean_parallel_hours(members: int, mean_hours: float) -> float:
    """Mean parallel time of exponential answers: tau (1 + 1/2 + ... + 1/n)."""
    return mean_hours * math.fsum(1.0 / (index + 1) for index in range(members))


def agreed(rule: Rule, patron: Answer, others: Sequence[Answer]) -> bool:
    """Whether the answers make a decision.

    Under `patron` the patron must say yes and nobody no, as under unanimity with abstention,
    where the patron too may abstain.
    """
    match rule:
        case "unanimity":
            return patron == "yes" and all(answer == "yes" for answer in others)
        case "unanimity_with_abstention":
            return patron != "no" and all(answer != "no" for answer in others)
        case "patron":
            return patron == "yes" and all(answer != "no" for answer in others)


def unanimity_chance(
    chances: Sequence[float], correlation: float = 0.0, abstentions: Sequence[float] = ()
) -> float:
    """Chance that all say yes (or abstain, with its chances), by the common-shock probit.

    Without correlation this is the product; with it, a sum over 401 values of the shared shock.
    """
    pairs = zip(chances, abstentions, strict=True) if abstentions else ((c, 0.0) for c in chances)
    willing = [min(yes + abstain, 1.0) for yes, abstain in pairs]
    if correlation <= 0.0:
        return math.prod(willing)
    cuts = [probit(min(max(chance, 1e-12), 1.0 - 1e-12)) for chance in willing]
    own = math.sqrt(1.0 - min(correlation, 0.999999))
    total = weight = 0.0
    for index in range(-200, 201):
        shock = index * 0.04
        density = exp(-0.5 * shock * shock)
        pull = math.sqrt(correlation) * shock
        total += density * math.prod(phi((cut - pull) / own) for cut in cuts)
        weight += density
    return total / weight


def precedent_after(precedent: float, outcome: float, weight: float = 0.3) -> float:
    """The precedent after an episode: (1-g) prec + g outcome, the outcome from 0 to 1."""
    return precedent + weight * (outcome - precedent)
