import numpy as np
import pytest

from engine.rules import contest


@pytest.mark.parametrize(
    ("ratio", "decisiveness", "chance"),
    [(1.0, 1.0, 0.5), (2.0, 1.0, 0.6667), (2.0, 2.0, 0.8)],
)
def test_the_contest_has_its_known_chances(ratio, decisiveness, chance):
    assert contest.falls_chance(ratio, 1.0, decisiveness) == pytest.approx(chance, abs=1e-4)


def test_an_open_site_falls_and_one_left_alone_does_not():
    attack, defence = np.array([10.0, 0.0, 0.0]), np.array([0.0, 10.0, 0.0])
    assert contest.falls_chance(attack, defence).tolist() == [1.0, 0.0, 0.0]
    assert contest.falls_chance(0.0, 0.0) == 0.0


def test_defence_counts_guards_help_fire_and_fatigue():
    assert contest.defence_strength(40.0, 0.5, 100.0) == pytest.approx(120.0)
    assert contest.defence_strength(40.0, 0.5, 100.0, armed=1.0) == pytest.approx(360.0)
    assert contest.defence_strength(40.0, 0.5, 100.0, fatigue=0.5) == pytest.approx(96.0)
    assert contest.attack_strength(100.0, 0.5) == pytest.approx(125.0)
    assert contest.group(1000.0, 0.0) == pytest.approx(50.0)
    assert contest.group(1000.0, 1.0) == pytest.approx(500.0)
    assert contest.assault_rate(np.array([500]))[0] == pytest.approx(0.6)


def test_targets_are_drawn_by_value_and_shunned_by_the_cautious():
    value = np.array([3.0, 1.0, 0.0])
    assert contest.target_shares(value).tolist() == [0.75, 0.25, 0.0]
    shy = contest.target_shares(value, np.array([100.0, 0.0, 0.0]), 10.0, caution=1.0)
    assert shy[0] < 0.01
    assert contest.target_shares(np.zeros(2)).tolist() == [0.0, 0.0]


def test_a_roll_picks_by_share_and_nothing_from_nothing():
    shares = np.array([0.75, 0.25, 0.0])
    assert [contest.pick(shares, roll) for roll in (0.0, 0.7499, 0.76, 0.9999999)] == [0, 0, 1, 1]
    assert contest.pick(np.zeros(2), 0.5) is None


def test_sites_are_retaken_only_under_dispersal():
    rate = contest.retake_rate(1e6, 10.0, 1.0, np.array([0.5, 1.0]))
    assert rate[0] == 0.0
    assert rate[1] == pytest.approx(0.2, abs=1e-4)
    assert contest.retake_rate(0.0, 10.0, 1.0, 1.0) == 0.0
