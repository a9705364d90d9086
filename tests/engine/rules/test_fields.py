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
from engine.rules.hazards import hazards
from engine.rules.stepping import step
from tests.engine.rules import central
from tests.oracles.draws import expected

ONE = np.array([0.2, 0.5, 0.9])
NEAR = np.array([[0.0, 0.5, 0.5], [0.3, 0.0, 0.7], [0.6, 0.4, 0.0]])


def _split(x):
    return relief.split(900 * x, 90 * x, x, 0.9, 200 * x, 20 * x, 0.1 * x)


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
    "lent": lambda x: concession.lent(0.06, x, x),
    "faded": lambda x: concession.faded(x, 9.0, 18 * x),
    "credit": lambda x: concession.credit(x, x),
    "rung_after": lambda x: concession.rung_after(4 * x, 100 * x, 5.0, 18.0, 50.0),
    "tired": lambda x: fatigue.tired(x, x, 5.0, 36.0, 10.0),
    "effectiveness": fatigue.effectiveness,
    "men_wanted": lambda x: relief.men_wanted(100 * x, 3.0, 50 * x),
    "street": lambda x: _split(x).street,
    "on_duty": lambda x: relief.on_duty(9 * x, _split(x), 3.0, 100.0),
    "facing": lambda x: relief.facing(100 * x, 90 * x, 0.41),
    "need": lambda x: reserve.need(100 * x, 10 * x, x),
    "targets": lambda x: reserve.targets(1000.0, 0.7, ONE / ONE.sum(), x),
    "overwhelmed": lambda x: loyalty.overwhelmed(9 * x, 5.0 * ONE),
    "shooting": lambda x: loyalty.asked_to_shoot(3 * x, x, 900 * x, 500.0),
    "mind": lambda x: loyalty.mind(x, 0.1, x, x, x),
    "seen": lambda x: loyalty.seen(x, 0.5, 0.65),
    "response": lambda x: loyalty.response(x, x, 1.0, 0.5),
    "after": lambda x: loyalty.after(x, 0.5 * x, 3.0, 17.0),
    "settled": lambda x: loyalty.settled(x, ONE, 0.65, 1.0, 0.6),
    "falls_chance": lambda x: contest.falls_chance(x, 0.5 * x * x),
    "defence": lambda x: contest.defence_strength(x, x, x, x),
    "target_shares": contest.target_shares,
    "cautious_targets": lambda x: contest.target_shares(x, 9 * x, 3.0, 0.5),
    "retake_rate": lambda x: contest.retake_rate(9 * x, x, 1.0, 2 * x),
    "lagged": lambda x: reporting.lagged(x, 2 * x, 1.0, 3.0),
    "rumour": reporting.rumour_factor,
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
