import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.rules import fatigue, relief, reserve

AMOUNTS = st.lists(st.floats(0, 5000), min_size=3, max_size=3).map(np.array)
SHARES = st.lists(st.floats(0, 1), min_size=3, max_size=3).map(np.array)


@pytest.mark.parametrize(("duty", "steady"), [(0.5, 0.2174), (0.75, 0.4545)])
def test_fatigue_settles_where_duty_and_rest_balance(duty, steady):
    tired = fatigue.tired(np.array([0.0, 1.0]), np.array([duty, duty]), 2000.0, 36.0, 10.0)
    assert tired == pytest.approx([steady, steady], abs=5e-5)


@settings(max_examples=20)
@given(start=st.floats(0.0, 1.0), duty=st.floats(0.0, 1.0))
def test_fatigue_does_not_depend_on_how_time_is_cut(start, duty):
    row = np.array([duty])
    half = fatigue.tired(np.array([start]), row, 3.0, 36.0, 10.0)
    whole = fatigue.tired(np.array([start]), row, 6.0, 36.0, 10.0)
    assert fatigue.tired(half, row, 3.0, 36.0, 10.0) == pytest.approx(whole, abs=1e-12)


def test_rest_restores_and_tired_men_do_less():
    rested = fatigue.tired(np.ones(1), np.zeros(1), 10.0, 36.0, 10.0)
    assert rested == pytest.approx(np.exp(-1.0))
    assert fatigue.effectiveness(0.5) == pytest.approx(0.8)


def test_outside_troops_free_the_known_numbers_of_men():
    posts = relief.posts_manned(2030, 0.7, 3.0)
    assert posts == pytest.approx(473.7, abs=0.05)
    assert relief.men_for(473, 0.7, 3) == 2028
    assert relief.freed(posts, 5000.0, 2.0) == pytest.approx(947.3, abs=0.05)


def test_nobody_is_freed_from_posts_that_do_not_exist():
    assert relief.freed(473.7, 400.0, 2.0) == 800.0


def split(garrison=1000.0, reserve=200.0, loyal=0.9, nation=0.8, wanted=300.0, ties=0.0, down=0.0):
    row = np.array
    return relief.split(
        row([garrison]), row([reserve]), row([loyal]), nation, row([wanted]), row([ties]),
        row([down]),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("open_hours", "each", "factor"), [(168.0, 40.0, 4.2), (8760.0, 1850.0, 4.735)]
)
def test_a_post_takes_as_many_men_as_its_hours_take_of_theirs(open_hours, each, factor):
    """A22: men at the relief factor, all of them on posts, serve their hours, no more or less."""
    wanted = relief.men_wanted(np.array([100.0]), factor, 0.0)
    men = float(wanted[0])
    guards = split(garrison=men, reserve=0.0, loyal=1.0, wanted=men)
    assert guards.fill == [1.0]
    served = relief.on_duty(np.zeros(1), guards, factor, men) * open_hours
    assert served == pytest.approx(each, rel=2e-4)


def test_posts_are_manned_before_the_street():
    thin = split(garrison=100.0, loyal=1.0, nation=1.0, wanted=300.0)
    assert thin.guards == [100.0]
    assert thin.street == [200.0]
    assert thin.fill == pytest.approx([1 / 3])
    assert relief.men_wanted(np.array([10.0, 10.0]), 3.0, np.array([12.0, 99.0])).tolist() == [
        18,
        0,
    ]


@settings(max_examples=50)
@given(AMOUNTS, AMOUNTS, SHARES, st.floats(0, 1), AMOUNTS, AMOUNTS, SHARES)
def test_every_man_is_somewhere(garrison, reserve, loyal, nation, wanted, ties, down):
    found = relief.split(garrison, reserve, loyal, nation, wanted, ties, down)
    there = found.guards + found.others + found.resting + found.street + found.absent
    assert there == pytest.approx(garrison + reserve, abs=1e-6)
    assert (found.street >= 0).all()


def test_a_small_crowd_is_faced_by_few_and_a_large_one_by_all():
    faced = relief.facing(np.array([500.0, 500.0]), np.array([0.0, 90_000.0]), 0.41)
    assert faced == pytest.approx([0.41 * 30, 500.0])


def test_a_reserve_without_need_is_spread_and_with_need_follows_it():
    base = np.array([0.5, 0.3, 0.2])
    assert reserve.targets(100.0, 0.7, base, np.zeros(3)) == pytest.approx([50.0, 30.0, 20.0])
    called = reserve.targets(1.0, 0.7, base, np.array([0.0, 10.0, 0.0]))
    assert called == pytest.approx([0.15, 0.79, 0.06])


def test_violence_and_posture_call_louder():
    quiet = reserve.need(np.array([100.0]), np.array([0.0]), np.array([0.0]))
    loud = reserve.need(np.array([100.0]), np.array([100.0]), np.array([1.0]))
    assert quiet[0] == pytest.approx(10.0)
    assert loud[0] == pytest.approx(400.0)


@settings(max_examples=50)
@given(st.lists(st.floats(0.001, 1), min_size=1, max_size=6), st.integers(0, 10_000))
def test_whole_parts_lose_nobody(parts, total):
    found = reserve.whole(np.array(parts), total)
    assert sum(found) == total
    assert min(found) >= 0


def test_the_greatest_shortage_is_filled_first_and_from_the_nearest():
    km = np.array([[0.0, 10.0, 99.0], [10.0, 0.0, 50.0], [99.0, 50.0, 0.0]])
    spare, short = np.array([0.0, 60.0, 100.0]), np.array([90.0, 0.0, 0.0])
    assert reserve.moves(spare, short, km, 20) == [(1, 0, 60), (2, 0, 30)]
    assert reserve.moves(spare, short, km, 40) == [(1, 0, 60)]
