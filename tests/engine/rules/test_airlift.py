import math

import pytest

from engine.rules import airlift


@pytest.mark.parametrize(
    ("sorties", "aircraft", "stands", "times", "hours"),
    [
        (108, 75, 6, (3.0, 4.41, 2.5), 52.41),
        (108, 75, 3, (3.0, 4.41, 2.5), 97.41),
        (108, 10, 20, (3.0, 4.41, 2.5), 153.11),
        (12, 4, 4, (2.0, 3.0, 1.0), 24.0),
        (40, 75, 2, (2.0, 4.0, 2.0), 46.0),
        (40, 10, 4, (3.0, 4.0, 2.5), 50.0),
    ],
)
def test_lifts_close_when_the_closed_form_says(sorties, aircraft, stands, times, hours):
    assert airlift.least_closure(sorties, aircraft, stands, *times) == pytest.approx(
        hours, abs=1e-9
    )


def test_mixed_limits_bound_from_below():
    assert airlift.closure_by_airfield(40, 4, 3.0, 4.0, 2.5) == pytest.approx(32.0)
    assert airlift.closure_by_fleet(40, 10, 3.0, 4.0, 2.5) == pytest.approx(50.0)


def test_throughput_follows_the_planning_formula():
    assert airlift.airfield_sorties_per_day(4, 2.25) == pytest.approx(36.27, abs=0.005)
    assert airlift.airfield_sorties_per_day(4, 2.25) * 59.0 == pytest.approx(2139.7, abs=0.1)
    assert airlift.airfield_sorties_per_day(6, 2.5) == pytest.approx(48.96)
    assert airlift.airfield_sorties_per_day(3, 2.5) == pytest.approx(24.48)
    assert airlift.fleet_sorties_per_day(75, 8.0, 8.81) == pytest.approx(68.1, abs=0.05)


def test_loads_are_limited_by_whichever_needs_more():
    assert airlift.sorties_needed(2030, 145) == 14
    assert airlift.sorties_needed(290, 145) == 2
    assert airlift.sorties_needed(0, 145) == 0
    assert airlift.sorties_for(2030, 250, 145, 2.31) == 109


@pytest.mark.parametrize(("stands", "hours"), [(6, 0.2527), (5, 0.9236), (4, 8.650)])
def test_holding_time_is_that_of_the_queue(stands, hours):
    assert airlift.mean_wait_hours(1.5, 2.5, stands) == pytest.approx(hours, rel=1e-3)


def test_an_overloaded_field_holds_for_ever():
    assert airlift.mean_wait_hours(1.5, 2.5, 3) == math.inf
    assert airlift.wait_chance(1.5, 2.5, 3) == 1.0
    assert airlift.wait_chance(1.5, 2.5, 6) == pytest.approx(0.2274, abs=1e-4)


def test_flights_and_marches_take_their_time():
    assert airlift.block_hours(3080.0, 700.0) == pytest.approx(4.4)
    assert airlift.cycle_hours(4.41, 3.0, 2.5) == pytest.approx(14.32)
    assert airlift.march_hours(20.0) == pytest.approx(1.5)
