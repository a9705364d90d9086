import numpy as np
import pytest

from engine.rules.geography import (
    audience,
    distances_km,
    great_circle_km,
    influence,
    nearness,
)
from tests.oracles.influence import influence_matrix

# Reference points of airports, as latitude and longitude in degrees; A28 without their names.
WEST = {"a": (55.878, 38.062), "b": (56.939, 40.941), "c": (54.401, 48.803)}
EAST = {"x": (43.352, 77.041), "y": (51.022, 71.467)}


@pytest.mark.parametrize(
    ("start", "end", "km"),
    [
        ("a", "x", 3080),
        ("b", "x", 2934),
        ("c", "x", 2379),
        ("a", "y", 2253),
        ("b", "y", 2081),
        ("c", "y", 1565),
    ],
)
def test_great_circles_agree_with_known_flights(start, end, km):
    assert great_circle_km(*WEST[start], *EAST[end]) == pytest.approx(km, rel=0.01)


def test_a_quarter_of_the_earth_is_ten_thousand_kilometres():
    assert great_circle_km(0.0, 0.0, 90.0, 0.0) == pytest.approx(10_007.5, abs=0.1)
    assert great_circle_km(0.0, 179.0, 0.0, -179.0) == pytest.approx(222.39, abs=0.01)


def places(count: int):
    dice = np.random.default_rng(3)
    km = distances_km(40 + 10 * dice.random(count), 50 + 30 * dice.random(count))
    return nearness(km, 150.0, 2.0), audience(1e5 * (1 + dice.random(count)))


def test_distances_are_symmetric_with_zero_diagonal():
    km = distances_km(np.array([43.0, 51.0, 47.0]), np.array([77.0, 71.0, 52.0]))
    assert (km == km.T).all()
    assert (np.diag(km) == 0.0).all()


def test_nearness_gives_nothing_to_oneself_and_one_in_all():
    near, _ = places(6)
    assert (np.diag(near) == 0.0).all()
    assert near.sum(-1) == pytest.approx(np.ones(6))


@pytest.mark.parametrize("openness", [1.0, 0.15, np.linspace(0.0, 1.0, 7)])
def test_influence_is_the_matrix_times_what_is_seen(openness):
    near, media = places(7)
    seen = np.random.default_rng(1).random(7)
    matrix = influence_matrix(near, media, 0.05, openness)
    assert matrix.sum(-1) == pytest.approx(np.ones(7))
    assert influence(seen, near, media, 0.05, openness) == pytest.approx((matrix * seen).sum(-1))
    told = 0.5 * np.broadcast_to(openness, 7)[:, None]
    spelled = 0.95 * np.eye(7) + 0.05 * (told * media + (1 - told) * near)
    assert matrix == pytest.approx(spelled)


def test_a_lone_place_sees_only_itself():
    near = nearness(np.zeros((1, 1)), 150.0, 2.0)
    assert influence(np.array([0.3]), near, np.ones(1), 0.05, 1.0) == pytest.approx([0.3])


def test_blackout_cuts_only_the_media_part():
    near, media = places(5)
    open_, silent = (influence_matrix(near, media, 0.1, kappa) for kappa in (1.0, 0.0))
    assert silent == pytest.approx(0.9 * np.eye(5) + 0.1 * near)
    assert open_ == pytest.approx(0.9 * np.eye(5) + 0.05 * near + 0.05 * media)
