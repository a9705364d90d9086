import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.rules import concession, legitimacy, reporting, withdrawal


def test_leaving_is_best_when_presence_costs_what_resurgence_threatens():
    stay = withdrawal.best_stay_hours(0.02, 1000.0, 0.001, 2030.0, 48.0)
    assert stay == pytest.approx(109.81, abs=0.01)
    assert withdrawal.resurgence_rate(stay, 1.0) * 1000.0 == pytest.approx(2.03)


def test_costly_presence_leaves_at_once_and_free_presence_never():
    assert withdrawal.best_stay_hours(0.02, 1000.0, math.inf, 2030.0, 48.0) == 0.0
    assert withdrawal.best_stay_hours(0.02, 1.0, 0.001, 2030.0, 48.0) == 0.0
    assert withdrawal.best_stay_hours(0.02, 1000.0, 0.0, 2030.0, 48.0) == math.inf


@settings(max_examples=20)
@given(stock=st.floats(0.0, 2.0), late=st.booleans())
def test_stocks_do_not_depend_on_how_time_is_cut(stock, late):
    once = withdrawal.sovereignty_cost_after(stock, 2030.0, late, 10.0)
    half = withdrawal.sovereignty_cost_after(stock, 2030.0, late, 5.0)
    assert withdrawal.sovereignty_cost_after(half, 2030.0, late, 5.0) == pytest.approx(once)


def test_presence_costs_and_overstaying_costs_more():
    in_time = withdrawal.sovereignty_cost_after(0.0, 2000.0, False, 1.0)
    late = withdrawal.sovereignty_cost_after(0.0, 2000.0, True, 1.0)
    assert in_time == pytest.approx(0.004, rel=0.01)
    assert late - in_time == pytest.approx(0.01, rel=0.01)
    assert withdrawal.sovereignty_cost_after(0.0, 0.0, True, 1.0) == 0.0
    assert withdrawal.dependency_after(0.1, 0.0, 1095.0) == pytest.approx(0.1 / math.e)


@pytest.mark.parametrize(("delay", "share"), [(3.0, 0.7692), (6.0, 0.6250)])
def test_late_reports_understate_growth(delay, share):
    assert reporting.seen_share(0.1, delay) == pytest.approx(share, abs=1e-4)
    true, told = np.array([1.0]), np.array([0.0])
    for index in range(4000):
        true = np.exp(np.array([0.1 * 0.05 * (index + 0.5)]))
        told = reporting.lagged(told, true, 0.05, delay)
    assert told[0] / (true[0] * np.exp(0.1 * 0.025)) == pytest.approx(share, abs=2e-3)


def test_rumour_is_right_on_average():
    factor = reporting.rumour_factor(np.random.default_rng(2).standard_normal(200_000))
    assert factor.mean() == pytest.approx(1.0, abs=0.01)
    assert np.median(factor) < 1.0


def test_beliefs_narrow_as_reports_come():
    shape, rate = 1.0, 0.001
    for counted in (700.0, 690.0, 710.0):
        before = reporting.belief_error(shape, rate)
        shape, rate = reporting.believed(shape, rate, counted)
        assert reporting.belief_error(shape, rate) < before
    assert shape / rate == pytest.approx(1000.0, rel=0.01)
    assert reporting.estimate(700.0) == pytest.approx(1000.0)
    mean = np.mean([reporting.delay_hours(np.random.default_rng(i), 3.0) for i in range(2000)])
    assert mean == pytest.approx(3.0, rel=0.06)


def test_an_offer_is_worth_what_it_meets_and_whom_it_reaches():
    met = concession.fit(3.0, np.array([3.9, 4.0, 5.0, 1.0]))
    assert met.tolist() == [1.0, 0.4, 0.1, 1.0]
    lent = concession.credit(0.06, 1.0, 0.5, np.array([0.0, 18.0, -1.0]), np.array([0.0, 0.0, 0.0]))
    assert lent == pytest.approx([0.03, 0.03 / math.e, 0.0])
    assert concession.credit(0.06, 1.0, 1.0, 0.0, np.array([0.25]))[0] == pytest.approx(0.045)
    assert concession.weakness(np.array([1.0, 0.4])).tolist() == [0.0, 0.075]


def test_demands_climb_while_nobody_answers_and_never_fall():
    rung = np.array([1.0, 1.0, 4.9, 5.0])
    after = concession.rung_after(rung, np.array([51, 50, 51, 0]), 9.0)
    assert after.tolist() == [1.5, 1.0, 5.0, 5.0]
    assert concession.rung_after(rung, np.zeros(4), 9.0, shocks=0.5)[1] == 1.5


def test_legitimacy_lost_is_told_by_cause():
    lost = legitimacy.legitimacy_losses(10, 2, 3.0)
    assert lost == pytest.approx({"deaths": -0.01, "sites": -0.008, "armed": -0.00021})
    back = legitimacy.recovery(0.4, 0.5, 1440.0)
    assert back == pytest.approx(0.1 * (1 - 1 / math.e))
    assert (legitimacy.bounded(-0.1), legitimacy.bounded(1.1)) == (0.0, 1.0)
