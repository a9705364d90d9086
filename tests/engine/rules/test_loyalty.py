import math

import numpy as np
import pytest

from engine.rules import loyalty
from engine.rules.normal import phi


@pytest.mark.parametrize(
    ("standing", "bond", "points"),
    [
        (0.0, 2.5, (0.5,)),
        (0.0, 3.0, (0.1402, 0.5, 0.8598)),
        (0.0, 4.0, (0.0301, 0.5, 0.9699)),
        (0.2, 4.0, (0.0588, 0.3612, 0.9836)),
        (-0.5, 4.0, (0.0067,)),
    ],
)
def test_the_loyalty_map_has_its_fixed_points(standing, bond, points):
    assert loyalty.fixed_points(standing, bond) == pytest.approx(points, abs=1e-4)


def test_the_map_folds_where_it_must():
    assert loyalty.fold(4.0) == pytest.approx(0.3659, abs=1e-4)
    assert loyalty.fold(2.5) == 0.0
    assert len(loyalty.fixed_points(-0.365, 4.0)) == 3
    assert len(loyalty.fixed_points(-0.367, 4.0)) == 1


@pytest.mark.parametrize(
    ("cost", "prior", "prior_precision", "strength"),
    [
        (0.3, 0.5, 0.0, 0.7),
        (0.5, 0.5, 0.0, 0.5),
        (0.5, 0.6, 1.0, 0.4341),
        (0.5, 0.4, 1.0, 0.5659),
    ],
)
def test_the_global_game_has_its_critical_strength(cost, prior, prior_precision, strength):
    got = loyalty.critical_strength(cost, prior, prior_precision, 1.0)
    assert got == pytest.approx(strength, abs=1e-3)


def test_loyalty_settles_on_the_fixed_point_of_its_side():
    loyal = np.array([0.52, 0.48])
    for _ in range(2000):
        best = loyalty.best_response(np.zeros(2), loyal, 0.0, 4.0, 1.0, 1.0)
        loyal = loyalty.loyal_after(loyal, best, 0.5, 0.06)
    assert loyal == pytest.approx([0.9699, 0.0301], abs=1e-4)


def test_best_responses_weigh_neighbours_and_nation():
    standing, local = np.array([0.1]), np.array([0.2])
    best = loyalty.best_response(standing, local, 0.8, 1.0, 0.65, 0.5)
    others = 0.65 * 0.2 + 0.35 * 0.8 - 0.5
    assert best[0] == pytest.approx(phi((0.1 + others) / 0.5))


def test_men_who_are_all_alike_do_all_the_same():
    standing, local = np.array([0.1, -0.1]), np.array([0.5, 0.5])
    best = loyalty.best_response(standing, local, 0.5, 1.0, 1.0, 0.0)
    assert best == pytest.approx([1.0, 0.0], abs=1e-15)


def test_loyalty_moves_the_same_however_time_is_cut():
    start, best = np.array([0.9]), np.array([0.1])
    once = loyalty.loyal_after(start, best, 6.0)
    twice = loyalty.loyal_after(loyalty.loyal_after(start, best, 3.0), best, 3.0)
    assert once == pytest.approx(twice)
    assert once[0] == pytest.approx(0.1 + 0.8 * math.exp(-0.36))


def test_orders_to_shoot_cost_loyalty_only_before_the_peaceful():
    people = np.array([1000, 1000, 50, 0])
    violent = np.array([0, 1000, 0, 1000])
    spoken = loyalty.standing(1.4, 0.0, 0.0, 1.0, people, violent)
    assert spoken == pytest.approx([0.9, 1.15, 1.35, 1.4])


def test_being_outnumbered_and_tired_speaks_against_loyalty():
    outnumbered = loyalty.overwhelm(np.array([50, 500]), np.array([100.0, 100.0]))
    assert outnumbered.tolist() == [0.5, 1.0]
    none = np.array([0, 0])
    spoken = loyalty.standing(1.4, 0.67, outnumbered, 0.0, none, none, fatigue=0.5)
    assert spoken == pytest.approx([2.07 - 1.15 - 0.15, 2.07 - 2.3 - 0.15])


def test_a_patrons_word_is_believed_later_and_must_be_honoured():
    assert loyalty.backing(0.67, -5.0) == 0.0
    assert loyalty.backing(0.67, 1.9) == 0.0
    assert loyalty.backing(0.67, 2.0) == pytest.approx(0.67)
    assert loyalty.backing(0.67, 48.0) == pytest.approx(0.335)
    assert loyalty.backing(0.67, 48.0, honoured=1.0) == pytest.approx(0.67)
    assert loyalty.backing(0.67, 30.0, honoured=1.0, overstayed=True) == pytest.approx(0.37)


def test_the_nation_counts_men_not_places():
    assert loyalty.mean_loyal(np.array([1.0, 0.0]), np.array([300.0, 100.0])) == 0.75


def test_deserters_go_home_or_over():
    home, over = loyalty.deserters(np.array([200.0]))
    assert (home[0], over[0]) == (pytest.approx(180.0), pytest.approx(20.0))
