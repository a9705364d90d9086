import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.rules import crowd
from engine.rules.contagion import Contagion, Stance


def gate(legitimacy: float, cops_per_active: float) -> float:
    nobody = np.zeros(1)
    risk = crowd.deterrence(1.0, nobody + cops_per_active, nobody, nobody)
    return float(crowd.willing(crowd.grievance(1.0, legitimacy), risk)[0])


@pytest.mark.parametrize(
    ("legitimacy", "shares"),
    [
        (0.82, (0.4444, 0.0198, 0.0260, 0.0865)),
        (0.80, (0.5, 0.0278, 0.0366, 0.1217)),
        (0.50, (0.8, 0.1778, 0.2341, 0.5945)),
        (0.90, (0.0, 0.0, 0.0, 0.0)),
    ],
)
def test_the_gate_lets_the_known_shares_through(legitimacy, shares):
    got = [gate(legitimacy, ratio) for ratio in (0.0, 1.0, 0.5, 0.1)]
    assert got == pytest.approx(shares, abs=1e-4)


def test_one_officer_for_one_person_makes_arrest_nine_tenths_likely():
    one, none = np.array([1.0]), np.array([0.0])
    assert crowd.deterrence(1.0, one, none, none)[0] == pytest.approx(0.89974, abs=1e-5)


@settings(max_examples=30)
@given(grievance=st.floats(0.0, 1.3), risk=st.floats(0.0, 1.0))
def test_the_gate_is_the_share_whose_grievance_beats_their_risk(grievance, risk):
    ease = (np.arange(400) + 0.5) / 400.0
    felt = grievance * ease[:, None] - risk * ease[None, :]
    share = float(crowd.willing(np.array([grievance]), np.array([risk]))[0])
    assert 0.0 <= share <= 1.0
    if grievance > 0.15:
        assert share == pytest.approx((felt > 0.1).mean(), abs=0.01)


@pytest.mark.parametrize(("amplitude", "share"), [(0.6, 0.4987), (1.0, 0.6090)])
def test_the_night_has_its_share_of_activity(amplitude, share):
    hours = 20.0 + (np.arange(8000) + 0.5) / 1000.0
    night = crowd.rhythm(hours % 24.0, amplitude, 0.0).sum() / 1000.0
    assert night / 24.0 == pytest.approx(share, abs=1e-4)


def test_activity_peaks_at_its_hour_and_averages_one():
    assert crowd.rhythm(21.0, 0.7, 21.0) == pytest.approx(1.7)
    assert crowd.rhythm(9.0, 0.7, 21.0) == pytest.approx(0.3)
    assert crowd.rhythm(np.arange(24.0), 0.7, 21.0).mean() == pytest.approx(1.0)


def test_one_ramp_orders_the_postures():
    posture = np.array([0.2, 0.4, 0.7, 1.0, 3.0])
    assert crowd.severity(posture) == pytest.approx([0.0, 0.0, 0.5, 1.0, 1.0])
    assert crowd.arrest_drive(posture) == pytest.approx([0.0, 0.0, 0.5, 1.0, 2.0])
    assert crowd.lethality(posture) == pytest.approx([0.0, 0.0, 0.0, 1 / 60, 1.0])
    assert crowd.harshness(posture) == pytest.approx([0.0, 0.0, 0.0, 1.0, 2.0])


def test_a_place_where_police_stand_aside_stays_peaceful_whatever_its_size():
    stance = Stance.of(np.array([0.4, 1.0]), 1.0, Contagion())
    officers, active = np.array([50.0, 50.0]), np.array([50_000.0, 50_000.0])
    fight = crowd.clash(stance.severity, officers, active)
    risk = crowd.deterrence(stance.level, officers, active, np.zeros(2))
    turning = crowd.radicalisation(fight, 0.0, np.zeros(2), risk)
    assert turning[0] == 0.0
    assert turning[1] > 0.0


def test_an_organised_wing_turns_violent_even_where_nobody_clashes():
    idle = np.array([0.0])
    assert crowd.radicalisation(idle, 0.05, idle, idle)[0] == pytest.approx(0.018 * 0.05)


def test_blackout_and_memory_raise_radicalisation():
    half = np.array([0.5])
    calm = crowd.radicalisation(half, 0.0, 0.0 * half, 0.0 * half)
    angry = crowd.radicalisation(half, 0.0, half, 0.0 * half, backlash_gain=2.0)
    assert angry == pytest.approx(2.0 * calm)
    assert crowd.silence(0.0, 1.3) == pytest.approx(1.3)
    assert crowd.silence(1.0, 1.3) == 1.0


def test_arrests_saturate_at_what_officers_can_do():
    officers, crowds = np.array([100.0, 100.0, 0.0]), np.array([1e6, 10.0, 0.0])
    taken = crowd.arrests(1.0, officers, crowds, 0.01, 0.5) * crowds
    assert taken[0] == pytest.approx(1.0, rel=1e-3)
    assert taken[1] == pytest.approx(10.0 / 60.0)
    assert taken[2] == 0.0


def test_nobody_is_searched_for_by_nobody():
    none, some = np.array([0.0]), np.array([40.0])
    assert crowd.search_arrests(1.0, none, none)[0] == 0.0
    assert crowd.search_arrests(0.0, some, some)[0] == 0.0
    assert crowd.search_arrests(1.0, some, some)[0] == pytest.approx(0.2 / 61.0)


def test_only_crowds_of_some_size_are_remembered():
    one = np.array([1.0, 1.0])
    felt = crowd.backlash_source(1.0, one, 0.0 * one, 0.0 * one, np.array([100.0, 101.0]))
    assert felt.tolist() == [0.0, pytest.approx(0.1)]


def test_casualties_are_means_of_what_is_exposed():
    fight, one = np.array([0.5]), np.array([100.0])
    assert crowd.injuries_expected(fight, one, one, 2.0)[0] == pytest.approx(0.6)
    assert crowd.force_injuries_expected(fight, one, 2.0)[0] == pytest.approx(2.2)
    assert crowd.force_deaths_expected(one, 30.0, 2.0)[0] == pytest.approx(0.042)


def test_pools_follow_population_and_hardship():
    people = crowd.pool(np.array([1e6, 1e6]), 0.01, np.array([1.0, 1.2]), 2.8)
    assert people.tolist() == [10_000.0, round(10_000 * math.pow(1.2, 2.8))]
