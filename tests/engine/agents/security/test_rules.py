"""The equations of forces: posts, fatigue, shares, detachments and obedience."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.agents.security import rules

AMOUNTS = st.lists(st.floats(0, 5000), min_size=3, max_size=3).map(np.array)
SHARES = st.lists(st.floats(0, 1), min_size=3, max_size=3).map(np.array)


def test_a_post_around_the_clock_takes_4_2_men_of_40_hours_and_4_735_of_1850():
    assert rules.posts_manned(168, 40) == pytest.approx(4.2)
    assert rules.posts_manned(8760, 1850) == pytest.approx(4.735, abs=5e-4)


@pytest.mark.parametrize(("duty", "steady"), [(0.5, 0.2174), (0.75, 0.4545)])
def test_fatigue_settles_where_duty_and_rest_balance(duty: float, steady: float):
    tired = rules.tired(np.array([0.0, 1.0]), np.array([duty, duty]), 2000.0, 36.0, 10.0)
    assert tired == pytest.approx([steady, steady], abs=5e-5)


def test_fatigue_after_one_hour_and_another_is_fatigue_after_two():
    start, duty = np.array([0.1, 0.6]), np.array([0.3, 0.9])
    twice = rules.tired(rules.tired(start, duty, 1.0, 36.0, 10.0), duty, 1.0, 36.0, 10.0)
    assert twice == pytest.approx(rules.tired(start, duty, 2.0, 36.0, 10.0), abs=1e-14)


def split(garrison=1000.0, reserve=200.0, loyal=0.9, nation=0.8, wanted=300.0, ties=0.0, down=0.0):
    row = np.array
    return rules.split(
        row([garrison]), row([reserve]), row([loyal]), nation, row([wanted]), row([ties]),
        row([down]),
    )  # fmt: skip


def test_posts_are_manned_before_the_street():
    thin = split(garrison=100.0, loyal=1.0, nation=1.0, wanted=300.0)
    assert thin.guards == [100.0]
    assert thin.street == [200.0]
    assert thin.fill == pytest.approx([1 / 3])


@settings(max_examples=50)
@given(AMOUNTS, AMOUNTS, SHARES, st.floats(0, 1), AMOUNTS, AMOUNTS, SHARES)
def test_every_man_is_somewhere(garrison, reserve, loyal, nation, wanted, ties, down):
    found = rules.split(garrison, reserve, loyal, nation, wanted, ties, down)
    there = found.guards + found.others + found.resting + found.street + found.absent
    assert there == pytest.approx(garrison + reserve, abs=1e-6)
    assert (found.street >= 0).all()


def test_a_small_crowd_is_faced_by_few_and_a_large_one_by_all():
    faced = rules.facing(np.array([500.0, 500.0]), np.array([0.0, 90_000.0]), 0.41)
    assert faced == pytest.approx([0.41 * 30, 500.0])


def test_fields_of_many_runs_give_what_each_run_gives():
    one = np.array([100.0, 300.0, 50.0])
    two = np.stack([one, one * 2])
    duty = np.array([0.2, 0.5, 0.9])
    both = rules.tired(two / 1000, np.stack([duty, duty]), 1.0, 36.0, 10.0)
    assert both[0] == pytest.approx(rules.tired(one / 1000, duty, 1.0, 36.0, 10.0))
    base = np.array([0.5, 0.3, 0.2])
    spread = rules.targets(1000.0, 0.7, base, two)
    assert spread[1] == pytest.approx(rules.targets(1000.0, 0.7, base, two[1]))
    assert spread.sum(-1) == pytest.approx([1000.0, 1000.0])


def test_a_reserve_without_need_is_spread_and_with_need_follows_it():
    base = np.array([0.5, 0.5])
    assert rules.targets(100.0, 0.7, base, np.zeros(2)) == pytest.approx([50.0, 50.0])
    assert rules.targets(100.0, 0.7, base, np.array([0.0, 9.0])) == pytest.approx([15.0, 85.0])


@settings(max_examples=50)
@given(st.lists(st.floats(0.001, 1), min_size=1, max_size=6), st.integers(0, 10_000))
def test_whole_parts_lose_nobody(parts, total):
    found = rules.whole(np.array(parts), total)
    assert sum(found) == total
    assert min(found) >= 0


def test_the_greatest_shortage_is_filled_first_and_from_the_nearest():
    km = np.array([[0.0, 10.0, 99.0], [10.0, 0.0, 50.0], [99.0, 50.0, 0.0]])
    spare, short = np.array([0.0, 60.0, 100.0]), np.array([90.0, 0.0, 0.0])
    assert rules.moves(spare, short, km, 20) == [(1, 0, 60), (2, 0, 30)]
    assert rules.moves(spare, short, km, 40) == [(1, 0, 60)]


OBEDIENCE = rules.Obedience(fails=0.5, partly=0.4, late=0.1, refuses=0.2)


def results(loyal: float, lethal: float = 0.0, fatigue: float = 0.0) -> list[str]:
    return [
        rules.execution(loyal, fatigue, lethal, 1.0, roll / 1000, OBEDIENCE) for roll in range(1000)
    ]


def test_loyal_men_never_fail_an_order_that_hurts_nobody():
    found = results(1.0)
    assert sorted(set(found)) == ["as_ordered", "late"]
    assert found.count("late") == 100


def test_the_less_loyal_men_are_the_fewer_orders_are_done():
    done = [results(loyal).count("as_ordered") for loyal in (1.0, 0.8, 0.5, 0.2, 0.0)]
    assert done == sorted(done, reverse=True)
    assert results(0.0).count("no_answer") == 150


def test_an_order_to_shoot_at_peaceful_people_is_refused_by_some_loyal_men():
    assert results(1.0, lethal=1.0).count("failed") == 200
