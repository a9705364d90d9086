import math
from dataclasses import replace

import numpy as np
import pytest

from engine.rules.contagion import Conditions, Contagion, Crowds, Places, Stance
from engine.rules.hazards import Hazards, hazards
from engine.rules.stepping import step
from tests.oracles.draws import expected

RATES = Contagion()
ONE = np.ones(1)
PLACE = Places(np.array([10_000.0]), np.array([1.1]), ONE[:, None], ONE)
CROWDS = Crowds(
    available=np.array([7_000]),
    peaceful=np.array([900]),
    violent=np.array([100]),
    resting=np.array([1_500]),
    detained=np.array([480]),
    killed=np.array([20]),
    backlash=np.array([0.5]),
)


def under(posture: float, officers: float = 600.0) -> Conditions:
    return Conditions(
        stance=Stance.of(np.array([posture]), 1.0, RATES),
        officers=np.array([officers]),
        legitimacy=0.5,
        concession=0.02,
        organised=0.05,
        reach=0.3,
        spontaneous_per_hour=1e-3,
        rhythm=1.4,
    )


def rates_under(posture: float, officers: float = 600.0) -> Hazards:
    return hazards(CROWDS, PLACE, under(posture, officers), RATES)


def test_every_rate_is_what_its_equation_says():
    """One place worked by hand from models.md 2.2 and refit.md 1, with armed forces."""
    got = rates_under(3.0)
    officers = 0.41 * 1030
    risk = 1 - math.exp(-2.3 * 3 * officers / (1 + 900 + 150))
    standing = 0.5 + 0.02 - 0.092 * 0.5
    grievance = 1.1 * (1 - standing)
    margin = grievance - 0.1
    share = margin**2 / (2 * grievance * risk)
    fight = 1.0
    arrest = 0.01 * 2 * officers / (1000 + 0.5 * officers)
    free = 600 - officers
    assert got.officers[0] == pytest.approx(officers)
    assert got.free_officers[0] == pytest.approx(free)
    assert got.deterrence[0] == pytest.approx(risk)
    assert got.willing[0] == pytest.approx(share)
    assert got.clash[0] == fight
    seen = (900 + 2.5 * 100) / 10_000
    assert got.recruit[0] == pytest.approx(1.4 * (1e-3 + 0.81 * share * seen))
    silence = 1 + 0.3 * 0.7
    assert got.turn[0] == pytest.approx(0.018 * (0.05 + fight) * 2 * (1 - risk) * silence)
    assert got.peaceful_home[0] == pytest.approx((1 + 0.82 * risk) / 17)
    assert got.violent_home[0] == pytest.approx((1 + 0.82 * risk) / 9.6)
    assert got.arrest[0] == pytest.approx(arrest)
    assert got.search[0] == pytest.approx(0.005 * free / (1500 + 0.5 * free + 1))
    assert got.peaceful_death[0] == pytest.approx(4.8e-4 * fight)
    assert got.violent_death[0] == pytest.approx(13 * 4.8e-4 * fight)
    assert (got.recover, got.release) == (pytest.approx(1 / 85), pytest.approx(1 / 120))
    growth = 0.1 * fight * (1 - risk) * 2 + 0.6 * arrest
    assert got.backlash_growth[0] == pytest.approx(growth)


def test_few_officers_all_face_the_crowd():
    got = rates_under(1.0, 50.0)
    assert got.officers[0] == 50.0
    assert got.free_officers[0] == 0.0
    assert got.search[0] == 0.0
    assert got.clash[0] == pytest.approx(50 / 130)
    assert got.peaceful_death[0] == pytest.approx(4.8e-4 / 60 * 50 / 130)


def test_tolerance_arrests_searches_and_kills_nobody():
    got = rates_under(0.4)
    assert got.arrest[0] == got.search[0] == got.violent_death[0] == 0.0


def test_there_are_no_searches_without_an_emergency():
    conditions = replace(under(1.0), stance=Stance.of(np.ones(1), 0.0, RATES))
    assert hazards(CROWDS, PLACE, conditions, RATES).search[0] == 0.0


def test_backlash_grows_towards_its_source_and_fades():
    done = step(CROWDS, PLACE, under(3.0), RATES, 0.5, expected_whole)
    source = done.hazards.backlash_growth[0] * 24.0
    expected_memory = source + (0.5 - source) * math.exp(-0.5 / 24.0)
    assert done.crowds.backlash[0] == pytest.approx(expected_memory)
    calm = step(CROWDS, PLACE, under(0.4), RATES, 0.5, expected_whole)
    assert calm.crowds.backlash[0] == pytest.approx(0.5 * math.exp(-0.5 / 24.0))


def expected_whole(flow, people, chance):
    return np.rint(expected(flow, people, chance)).astype(np.int64)
