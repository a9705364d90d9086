"""Rules over fields treat leading axes as so many worlds side by side."""

from dataclasses import fields, is_dataclass

import numpy as np
import pytest

from engine.rules import (
    concession,
    contest,
    crowd,
    exact,
    fatigue,
    geography,
    loyalty,
    normal,
    relief,
    reporting,
    reserve,
)
from engine.rules.contagion import Conditions, Crowds, Stance
from engine.rules.hazards import hazards, hill, saturating, threshold
from engine.rules.stepping import expected, step
from tests.engine.rules import central

ONE = np.array([0.2, 0.5, 0.9])
NEAR = np.array([[0.0, 0.5, 0.5], [0.3, 0.0, 0.7], [0.6, 0.4, 0.0]])

FUNCTIONS = {
    "exp": exact.exp,
    "log": exact.log,
    "power": lambda x: exact.power(x, 1.8),
    "cosine": exact.cosine_of_turns,
    "phi": normal.phi,
    "audience": geography.audience,
    "influence": lambda x: geography.influence(x, NEAR, ONE / ONE.sum(), 0.05, 0.5),
    "pool": lambda x: crowd.pool(1000 * x, 0.01, 1.0 + x, 2.8),
    "rhythm": lambda x: crowd.rhythm(24 * x, 0.7, 21.0),
    "severity": crowd.severity,
    "arrest_drive": crowd.arrest_drive,
    "lethality": lambda x: crowd.lethality(3 * x),
    "harshness": lambda x: crowd.harshness(3 * x),
    "deterrence": lambda x: crowd.deterrence(x, 9 * x, 7 * x, x),
    "grievance": lambda x: crowd.grievance(1.0, x, 0.1 * x),
    "willing": lambda x: crowd.willing(x, 0.5 * x),
    "clash": lambda x: crowd.clash(x, 90 * x, 400 * x),
    "radicalisation": lambda x: crowd.radicalisation(x, 0.1, x, x),
    "arrests": lambda x: crowd.arrests(x, 10 * x, 100 * x),
    "search_arrests": lambda x: crowd.search_arrests(x, 10 * x, 100 * x),
    "backlash_source": lambda x: crowd.backlash_source(x, x, x, x, 200 * x),
    "injuries": lambda x: crowd.injuries_expected(x, 9 * x, x, 0.5),
    "force_injuries": lambda x: crowd.force_injuries_expected(x, x, 0.5),
    "force_deaths": lambda x: crowd.force_deaths_expected(9 * x, 3.0, 0.5),
    "fit": lambda x: concession.fit(2.0, 4 * x),
    "credit": lambda x: concession.credit(0.06, x, x, 9 * x, x),
    "weakness": concession.weakness,
    "rung_after": lambda x: concession.rung_after(4 * x, 100 * x, 5.0),
    "fatigue_after": lambda x: fatigue.fatigue_after(x, x, 5.0),
    "effectiveness": fatigue.effectiveness,
    "freed": lambda x: relief.freed(1000 * x, 500 * x),
    "by_priority": lambda x: relief.by_priority(0.8, x),
    "guards_tied": lambda x: relief.guards_tied(x, 0.4),
    "fill": lambda x: relief.fill(x, 0.4),
    "mobile": lambda x: relief.mobile(x, 0.4, 0.1),
    "need": lambda x: reserve.need(100 * x, 10 * x, x),
    "shares": lambda x: reserve.shares(ONE / ONE.sum(), x),
    "mean_distance": lambda x: reserve.mean_distance(NEAR, x),
    "moved": lambda x: reserve.moved(x, x[..., ::-1], 5 * x, 2.0),
    "overwhelm": lambda x: loyalty.overwhelm(9 * x, 5.0),
    "standing": lambda x: loyalty.standing(x, 0.1, x, x, 900 * x, 90 * x),
    "best_response": lambda x: loyalty.best_response(x, x, 0.5),
    "loyal_after": lambda x: loyalty.loyal_after(x, 0.5 * x, 3.0),
    "mean_loyal": lambda x: loyalty.mean_loyal(x, ONE),
    "falls_chance": lambda x: contest.falls_chance(x, 0.5 * x * x),
    "defence": lambda x: contest.defence_strength(x, x, x, x),
    "target_shares": contest.target_shares,
    "cautious_targets": lambda x: contest.target_shares(x, 9 * x, 3.0, 0.5),
    "retake_rate": lambda x: contest.retake_rate(9 * x, x, 1.0, 2 * x),
    "lagged": lambda x: reporting.lagged(x, 2 * x, 1.0, 3.0),
    "rumour": reporting.rumour_factor,
    "hill": hill(0.3, 2.0),
    "saturating": saturating(0.3),
    "threshold": threshold(0.3),
}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_two_worlds_side_by_side_are_each_as_alone(name):
    worlds = np.stack([ONE, ONE[::-1] * 0.9])
    together = FUNCTIONS[name](worlds)
    for world, row in zip(worlds, together, strict=True):
        assert np.array_equal(FUNCTIONS[name](world), row)


def test_two_contagions_side_by_side_are_each_as_alone():
    where = central.land()
    alone = [steps[-1].crowds for steps in (central.run(0.5, 4.0), central.run(0.5, 3.0))]
    both = Crowds(*(np.stack(rows) for rows in zip(*map(parts, alone), strict=True)))
    now = central.conditions(where, 97.0)
    together = step(both, where.places, now, central.RATES, 0.5, expected)
    for index, crowds in enumerate(alone):
        single = step(crowds, where.places, now, central.RATES, 0.5, expected)
        for whole, part in ((together.crowds, single.crowds), (together.flows, single.flows)):
            for a, b in zip(parts(whole), parts(part), strict=True):
                assert np.array_equal(a[index], b)


def test_postures_may_differ_from_world_to_world():
    where = central.land()
    crowds = central.run(0.5, 4.0)[-1].crowds
    both = Crowds(*(np.stack([row, row]) for row in parts(crowds)))
    postures = np.stack([np.full(21, 0.7), np.full(21, 3.0)])
    now = Conditions(
        Stance.of(postures, 1.0, central.RATES), np.full(21, 300.0), np.array([[0.5], [0.4]])
    )
    together = hazards(both, where.places, now, central.RATES)
    for index, posture in enumerate(postures):
        alone = Conditions(
            Stance.of(posture, 1.0, central.RATES), np.full(21, 300.0), 0.5 - 0.1 * index
        )
        single = hazards(crowds, where.places, alone, central.RATES)
        assert np.array_equal(together.recruit[index], single.recruit)
        assert np.array_equal(together.violent_death[index], single.violent_death)


def parts(record) -> list[np.ndarray]:
    names = [field.name for field in fields(record)] if is_dataclass(record) else record._fields
    return [getattr(record, name) for name in names]
