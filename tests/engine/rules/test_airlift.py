import math

import pytest

from engine.rules import airlift
from tests.oracles import queues


@pytest.mark.parametrize(
    ("sorties", "aircraft", "stands", "times", "hours"),
    [
        (108, 75, 6, (3.0, 4.41, 2.5), 52.41),
        (108, 75, 3, (3.0, 4.41, 2.5), 97.41),
        (108, 10, 20, (3.0, 4.41, 2.5), 153.11),
        (12, 4, 4, (2.0, 3.0, 1.0), 24.0),
        (40, 75, 2, (2.0, 4.0, 2.0), 46.0),
    ],
)
def test_lifts_close_when_the_closed_form_says(sorties, aircraft, stands, times, hours):
    least = airlift.least_closure(sorties, aircraft, stands, *times)
    assert least == pytest.approx(hours, abs=1e-9)
    last, _ = queues.closure(queues.Lift(sorties, aircraft, stands, *times))
    assert last == pytest.approx(hours, abs=1e-9)


def test_mixed_limits_bound_from_below():
    assert airlift.closure_by_airfield(40, 4, 3.0, 4.0, 2.5) == pytest.approx(32.0)
    assert airlift.closure_by_fleet(40, 10, 3.0, 4.0, 2.5) == pytest.approx(50.0)
    last, _ = queues.closure(queues.Lift(40, 10, 4, 3.0, 4.0, 2.5))
    assert last == pytest.approx(55.0)
    assert airlift.least_closure(40, 10, 4, 3.0, 4.0, 2.5) == pytest.approx(50.0)


def test_loads_are_whole():
    assert airlift.sorties_needed(2030, 145) == 14
    assert airlift.sorties_needed(290, 145) == 2
    assert airlift.sorties_needed(0, 145) == 0


@pytest.mark.parametrize(("stands", "hours"), [(6, 0.2527), (5, 0.9236), (4, 8.650)])
def test_the_queue_formula_has_its_known_waits(stands, hours):
    assert queues.mean_wait_hours(1.5, 2.5, stands) == pytest.approx(hours, rel=1e-3)
    assert queues.mean_wait_hours(1.5, 2.5, 3) == math.inf
    assert queues.wait_chance(1.5, 2.5, 6) == pytest.approx(0.2274, abs=1e-4)


def test_flights_take_their_time():
    assert airlift.block_hours(3080.0, 700.0) == pytest.approx(4.4)
    assert airlift.cycle_hours(4.41, 3.0, 2.5) == pytest.approx(14.32)
