"""Loyalty as a best response: resting points, folds, cascades and steps."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.rules import loyalty as rules
from tests.oracles.loyalty import CRITICAL_RATIO, fold, resting_points


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
def test_loyalty_rests_at_its_known_points(mind, conformity, points):
    assert resting_points(mind, conformity, 1.0) == pytest.approx(points, abs=1e-4)


def test_the_loyal_branch_is_gone_beyond_the_fold():
    assert fold(4.0) == pytest.approx(0.3659, abs=1e-4)
    assert fold(2.5) == 0.0
    assert len(resting_points(-0.3658, 4.0, 1.0)) == 3
    assert len(resting_points(-0.3660, 4.0, 1.0)) == 1
    assert len(resting_points(0.3660, 4.0, 1.0)) == 1


def test_conformity_tips_only_above_the_root_of_two_pi_times_doubt():
    assert len(resting_points(0.0, CRITICAL_RATIO * 0.6 * 0.99, 0.6)) == 1
    assert len(resting_points(0.0, CRITICAL_RATIO * 0.6 * 1.05, 0.6)) == 3


def test_loyalty_settles_on_the_resting_point_of_its_side():
    loyal = np.array([0.52, 0.48])
    for _ in range(2000):
        wanted = np.asarray(rules.response(0.0, loyal, 4.0, 1.0))
        loyal = rules.after(loyal, wanted, 0.5, 1 / 0.06)
    assert loyal == pytest.approx([0.9699, 0.0301], abs=1e-4)


def disloyal(spread: float) -> float:
    """Of a hundred men, all loyal at first, who leave at thresholds of mean 25, those who go."""
    loyal = 1.0
    for _ in range(20_000):
        loyal = float(rules.response(-0.25, loyal, 1.0, spread / 100.0))
    return 100.0 * (1.0 - loyal)


@pytest.mark.parametrize(("spread", "gone"), [(12.0, 4.02), (12.1, 4.55), (12.2, 5.48)])
def test_a_little_less_variety_keeps_a_desertion_small(spread, gone):
    """A9: with a bond of 1 the response is Granovetter's count of thresholds passed."""
    assert disloyal(spread) == pytest.approx(gone, abs=0.05)


def test_a_little_more_variety_takes_everybody():
    assert disloyal(12.25) > 99.9


def test_being_outnumbered_and_tired_speaks_against_loyalty():
    outnumbered = rules.overwhelmed(np.array([50.0, 500.0]), np.array([100.0, 100.0]))
    assert outnumbered.tolist() == [0.5, 1.0]
    nothing = np.zeros(2)
    spoken = rules.mind(np.full(2, 1.4), 0.67, 2.3 * outnumbered, nothing, np.full(2, 0.15))
    assert spoken == pytest.approx([2.07 - 1.15 - 0.15, 2.07 - 2.3 - 0.15])


def test_men_look_at_their_neighbours_and_at_the_nation():
    assert rules.seen(np.array([0.2]), 0.8, 0.65) == pytest.approx([0.65 * 0.2 + 0.35 * 0.8])


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
