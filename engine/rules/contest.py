"""Attacks on sites, and taking them back (models.md 8.2, refit.md 1)."""

import numpy as np

from engine.rules.exact import exp, power
from engine.rules.fatigue import effectiveness
from engine.rules.fields import Counts, Field, FloatArray


def falls_chance(attack: Field, defence: Field, decisiveness: Field = 1.8) -> Field:
    """Chance that the attack wins: x^M / (x^M + y^M), Tullock's contest.

    Without defence any attack wins; without attack none does.
    """
    if isinstance(attack, float) and isinstance(defence, float):
        ratio: Field = defence / max(attack, 1e-9)
    else:
        ratio = defence / np.maximum(attack, 1e-9)
    return (attack > 0.0) / (1.0 + power(ratio, decisiveness))


def group(violent: float, roll: float, least: float = 0.05, most: float = 0.5) -> float:
    """People who attack one site: a share of the violent from `least` to `most`, by a roll."""
    return violent * (least + max(most - least, 0.0) * roll)


def attack_strength(people: Field, armed_share: Field = 0.0, gain: Field = 1.5) -> Field:
    """Strength of an attack; captured weapons make armed people `gain` times as strong."""
    return people * (1.0 + (gain - 1.0) * armed_share)


def defence_strength(
    posts: Field,
    fill: Field,
    officers: Field,
    fatigue: Field = 0.0,
    armed: Field = 0.0,
    support: Field = 0.1,
    worth: Field = 4.0,
    live_fire: Field = 3.0,
    fatigue_cost: Field = 0.4,
) -> Field:
    """Strength of a site's defence: (posts fill + sup E) e_g (1 - .4 phi), x `live_fire` if armed.

    `worth` is e_g, one guard against one unarmed attacker (4 police, 8 armed troops); `support`
    the share of street officers who come to help; `armed` 1 under orders to shoot.
    """
    guards = posts * fill + support * officers
    return guards * worth * (1.0 + (live_fire - 1.0) * armed) * effectiveness(fatigue, fatigue_cost)


def assault_rate(violent: Counts, per_hour: Field = 0.0012) -> FloatArray:
    """Attacks on sites of a place, per hour, besides those that follow others: mu1 V."""
    rate: FloatArray = np.multiply(violent, per_hour, dtype=np.float64)
    return rate


def target_shares(
    value: FloatArray, guards: Field = 0.0, attackers: Field = 1.0, caution: float = 0.0
) -> FloatArray:
    """Chance that each site of the last axis is the next target; they sum to 1, or to 0.

    Proportional to value, times exp(-caution guards/attackers); give value 0 to sites that cannot
    be attacked.
    """
    drawn = value
    if caution:
        odds = np.asarray(guards / np.maximum(attackers, 1.0), dtype=np.float64)
        drawn = value * exp(odds * -caution)
    shares: FloatArray = drawn / np.maximum(drawn.sum(-1, keepdims=True), 1e-12)
    return shares


def pick(shares: FloatArray, roll: float) -> int | None:
    """The index that a roll from 0 to 1 falls on among shares of one axis; None where all are 0."""
    reached = 0.0
    last = None
    for index in np.flatnonzero(shares > 0.0).tolist():
        reached, last = reached + float(shares[index]), index
        if roll < reached:
            return last
    return last


def retake_rate(
    officers: Field,
    violent: Field,
    lost: Field,
    severity: Field,
    armed: Field = 0.0,
    decisiveness: Field = 1.8,
    mean_hours: Field = 5.0,
    worth: Field = 4.0,
    live_fire: Field = 3.0,
) -> Field:
    """Rate at which each lost site of a place is retaken, per hour, under dispersal or more.

    (1/tret) x^M/(x^M + y^M), x = .5 E e_g live, y = V/lost (1 + .5 armed) + 3, where `armed` is 1
    under orders to shoot; 0 where `severity` is below 1.
    """
    strength = 0.5 * officers * worth * (1.0 + (live_fire - 1.0) * armed)
    holders = violent / np.maximum(lost, 1.0) * (1.0 + 0.5 * armed) + 3.0
    dispersing = np.where(np.asarray(severity) >= 1.0, 1.0, 0.0)
    return falls_chance(strength, holders, decisiveness) * dispersing / mean_hours
