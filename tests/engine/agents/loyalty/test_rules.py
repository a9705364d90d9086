"""Loyalty as a best response: resting points, folds and steps."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.agents.loyalty import rules


@pytest.mark.parametrize(
    ("mind", "conformity", "points"),
    [
        (0.0, 2.5, [0.5]),
        (0.0, 3.0, [0.1402, 0.5, 0.8598]),
        (0.0, 4.0, [0.0301, 0.5, 0.9699]),
        (0.2, 4.0, [0.0588, 0.3612, 0.9836]),
        (-0.5, 4.0, [0.0067]),
    ],
)
def test_loyalty_rests_at_the_points_of_the_global_game(mind, conformity, points):
    assert rules.resting_points(mind, conformity, 1.0) == pytest.approx(points, abs=1e-4)


def test_the_loyal_branch_is_gone_beyond_the_fold():
    assert len(rules.resting_points(-0.3658, 4.0, 1.0)) == 3
    assert len(rules.resting_points(-0.3660, 4.0, 1.0)) == 1
    assert len(rules.resting_points(0.3660, 4.0, 1.0)) == 1


def test_conformity_tips_only_above_the_root_of_two_pi_times_doubt():
    assert pytest.approx(math.sqrt(2 * math.pi)) == rules.TIPPING
    assert len(rules.resting_points(0.0, rules.TIPPING * 0.6 * 0.99, 0.6)) == 1
    assert len(rules.resting_points(0.0, rules.TIPPING * 0.6 * 1.05, 0.6)) == 3


@settings(max_examples=50)
@given(st.floats(0, 1), st.floats(0, 1), st.floats(0.01, 50), st.floats(1, 100))
def test_two_steps_are_one_and_loyalty_stays_a_share(start, goal, hours, pace):
    one = rules.after(np.array([start]), np.array([goal]), 2 * hours, pace)
    two = np.array([start])
    for _ in range(2):
        two = rules.after(two, np.array([goal]), hours, pace)
    assert two == pytest.approx(one, abs=1e-12)
    assert 0 <= one[0] <= 1


def test_a_word_is_worth_nothing_before_it_is_heard_and_halves_after_it_fades():
    def worth(now: float, fades: float | None = 14.0) -> float:
        return rules.strength(0.5, now, 2.0, fades, 24.0)

    assert [worth(1.9), worth(2.0), worth(14.0)] == [0.0, 0.5, 0.5]
    assert worth(38.0) == pytest.approx(0.25)
    assert worth(1000.0, None) == 0.5


def test_shooting_weighs_only_when_armed_before_a_large_and_peaceful_crowd():
    posture = np.array([1.0, 3.0, 3.0, 3.0])
    peaceful, crowd = np.array([1.0, 1.0, 0.0, 1.0]), np.array([900.0, 900.0, 900.0, 50.0])
    weight = rules.asked_to_shoot(posture, peaceful, crowd, 500.0)
    assert weight == pytest.approx([0.0, 1.0, 0.0, 0.1])


def test_fields_of_many_runs_give_what_each_run_gives():
    mind = np.array([[1.0, 0.2, -0.1], [0.5, 0.5, 0.5]])
    loyal = np.array([[0.9, 0.4, 0.2], [0.5, 0.6, 0.7]])
    both = rules.response(mind, loyal, 1.0, 0.6)
    assert both[1] == pytest.approx(rules.response(mind[1], loyal[1], 1.0, 0.6))
    weights = np.array([1.0, 2.0, 3.0])
    settled = rules.settled(mind, weights, 0.65, 1.0, 0.6)
    assert settled[0] == pytest.approx(rules.settled(mind[0], weights, 0.65, 1.0, 0.6))
