import numpy as np
import pytest

from engine.rules import cascade


def test_one_person_decides_whether_all_follow():
    thresholds = np.arange(100.0)
    assert cascade.settled(thresholds) == 100
    thresholds[1] = 2.0
    assert cascade.settled(thresholds) == 1


@pytest.mark.parametrize(("spread", "joined"), [(12.0, 4.02), (12.1, 4.55), (12.2, 5.48)])
def test_a_little_less_variety_keeps_the_crowd_small(spread, joined):
    assert cascade.settled_normal(25.0, spread) == pytest.approx(joined, abs=0.05)


def test_a_little_more_variety_brings_everybody_out():
    assert cascade.settled_normal(25.0, 12.25) > 99.9


@pytest.mark.parametrize(("start", "end"), [(0.05, 0.0), (0.2, 0.5), (0.65, 0.5), (0.75, 1.0)])
def test_one_city_has_three_fates(start, end):
    assert cascade.unrest_after(start, 20.0, 1.0, 1.0, 0.1, 0.3) == pytest.approx(end, abs=1e-3)


@pytest.mark.parametrize(("start", "end"), [(0.05, 0.0), (0.2, 1.0)])
def test_fast_growth_leaves_only_calm_and_failure(start, end):
    assert cascade.unrest_after(start, 20.0, 3.0, 1.0, 0.1, 0.3) == pytest.approx(end, abs=1e-3)
