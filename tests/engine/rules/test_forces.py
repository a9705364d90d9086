import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.rules import fatigue, relief, reserve


@pytest.mark.parametrize(("duty", "steady"), [(0.5, 0.2174), (0.75, 0.4545)])
def test_averaged_duty_leads_to_its_fatigue(duty, steady):
    assert fatigue.steady_fatigue(duty) == pytest.approx(steady, abs=1e-4)
    assert fatigue.fatigue_after(0.0, duty, 1000.0) == pytest.approx(steady, abs=1e-4)


@settings(max_examples=20)
@given(start=st.floats(0.0, 1.0), duty=st.floats(0.0, 1.0))
def test_fatigue_does_not_depend_on_how_time_is_cut(start, duty):
    halves = fatigue.fatigue_after(fatigue.fatigue_after(start, duty, 3.0), duty, 3.0)
    assert halves == pytest.approx(fatigue.fatigue_after(start, duty, 6.0), abs=1e-12)


def test_rest_restores_and_tired_men_do_less():
    assert fatigue.fatigue_after(1.0, 0.0, 10.0) == pytest.approx(np.exp(-1.0))
    assert fatigue.effectiveness(0.5) == pytest.approx(0.8)


def test_outside_troops_free_the_known_numbers_of_men():
    assert relief.posts_manned(2030, 0.7, 3.0) == pytest.approx(473.7, abs=0.05)
    assert relief.freed(2030, 5000.0, 0.7, 3.0, 2.0) == pytest.approx(947.3, abs=0.05)
    assert relief.freed(2030, 5000.0, 0.79, 3.0, 3.0) == pytest.approx(1603.7, abs=0.05)


def test_nobody_is_freed_from_posts_that_do_not_exist():
    assert relief.freed(2030, 100.0, 0.7, 3.0, 2.0) == pytest.approx(200.0)


def test_open_posts_take_their_relief_factor():
    assert relief.relief_factor(168, 40) == pytest.approx(4.2)
    assert relief.relief_factor(8760, 1850) == pytest.approx(4.735, abs=5e-4)


def test_leverage_is_that_of_the_worked_example():
    assert relief.leverage(6000, 2000, 0.7, 3, 2) == pytest.approx(1.4)


def test_posts_are_given_in_order_of_priority():
    needs = np.array([120.0, 40.0, 25.0])
    assert relief.by_priority(150.0, needs).tolist() == [120.0, 30.0, 0.0]
    assert relief.by_priority(1e6, needs).tolist() == needs.tolist()


def test_a_garrison_guards_first_and_walks_after():
    loyal, tied = np.array([300.0, 100.0]), np.array([120.0, 200.0])
    assert relief.fill(loyal, tied).tolist() == [1.0, 0.5]
    assert relief.mobile(loyal, tied, 10.0).tolist() == [190.0, 10.0]
    assert relief.guards_tied(np.array([40.0]), 15.0, 3.0).tolist() == [75.0]
    assert relief.fill(np.zeros(1), 0.0).tolist() == [0.0]
    assert relief.per_thousand(40_000, 2e6) == pytest.approx(20.0)


def test_shares_follow_base_until_somebody_calls():
    base = np.array([0.5, 0.3, 0.2])
    assert reserve.shares(base, np.zeros(3)) == pytest.approx(base)
    called = reserve.shares(base, np.array([0.0, 10.0, 0.0]), 0.7)
    assert called == pytest.approx([0.15, 0.79, 0.06])


def test_violence_and_posture_call_louder():
    quiet = reserve.need(np.array([100]), np.array([0]), np.array([0.0]))
    loud = reserve.need(np.array([100]), np.array([100]), np.array([1.0]))
    assert quiet[0] == pytest.approx(10.0)
    assert loud[0] == pytest.approx(400.0)


@settings(max_examples=30)
@given(seed=st.integers(0, 2**32), hours=st.floats(0.1, 100.0))
def test_the_reserve_moves_but_keeps_its_men(seed, hours):
    dice = np.random.default_rng(seed)
    present, wanted = dice.random(8) * 500, dice.random(8) * 500
    travel = reserve.travel_hours(dice.random(8) * 1000)
    there = reserve.moved(present, wanted, travel, hours)
    assert there.sum() == pytest.approx(present.sum())
    assert (there >= -1e-9).all()
    nearer = np.abs(wanted - there) <= np.abs(wanted - present) + 1e-9
    assert nearer.all()


def test_the_reserve_arrives_in_the_end():
    present, wanted = np.array([100.0, 0.0]), np.array([0.0, 100.0])
    assert reserve.moved(present, wanted, 5.0, 1000.0) == pytest.approx(wanted)
    assert reserve.travel_hours(800.0, 4.0, 160.0) == pytest.approx(9.0)
    km = np.array([[0.0, 10.0], [10.0, 0.0]])
    assert reserve.mean_distance(km, np.array([0.75, 0.25])).tolist() == [2.5, 7.5]
