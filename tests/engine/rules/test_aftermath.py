import math

import numpy as np
import pytest

from engine.agents.aftermath.rules import used
from engine.rules import concession, legitimacy, reporting, withdrawal


def test_leaving_is_best_when_presence_costs_what_resurgence_threatens():
    stay = withdrawal.best_stay_hours(0.02, 1000.0, 0.001, 2030.0, 48.0)
    assert stay == pytest.approx(109.81, abs=0.01)
    # In the last hour resurgence threatens as much as presence costs.
    assert used(0.02, 48.0, stay - 0.5, stay + 0.5) * 1000.0 == pytest.approx(2.03, rel=1e-4)


def test_costly_presence_leaves_at_once_and_free_presence_never():
    assert withdrawal.best_stay_hours(0.02, 1000.0, math.inf, 2030.0, 48.0) == 0.0
    assert withdrawal.best_stay_hours(0.02, 1.0, 0.001, 2030.0, 48.0) == 0.0
    assert withdrawal.best_stay_hours(0.02, 1000.0, 0.0, 2030.0, 48.0) == math.inf


@pytest.mark.parametrize(("delay", "share"), [(3.0, 0.7692), (6.0, 0.6250)])
def test_late_reports_understate_growth(delay, share):
    assert 1.0 / (1.0 + 0.1 * delay) == pytest.approx(share, abs=1e-4)
    true, told = np.array([1.0]), np.array([0.0])
    for index in range(4000):
        true = np.exp(np.array([0.1 * 0.05 * (index + 0.5)]))
        told = reporting.lagged(told, true, 0.05, delay)
    assert told[0] / (true[0] * np.exp(0.1 * 0.025)) == pytest.approx(share, abs=2e-3)


def test_rumour_is_right_on_average():
    factor = reporting.rumour_factor(np.random.default_rng(2).standard_normal(200_000))
    assert factor.mean() == pytest.approx(1.0, abs=0.01)
    assert np.median(factor) < 1.0


def test_a_count_is_read_by_what_share_is_counted_and_comes_late():
    assert reporting.estimate(700.0) == pytest.approx(1000.0)
    mean = np.mean([reporting.delay_hours(np.random.default_rng(i), 3.0) for i in range(2000)])
    assert mean == pytest.approx(3.0, rel=0.06)


def test_an_offer_is_worth_what_it_meets_and_whom_it_reaches():
    met = concession.fit(3.0, np.array([3.9, 4.0, 5.0, 1.0]))
    assert met.tolist() == [1.0, 0.4, 0.1, 1.0]
    unasked = concession.fit(3.0, np.array([3.9, 2.0]), 0.3)
    assert unasked.tolist() == [1.0, 0.3]
    assert concession.lent(0.06, met, 0.5) == pytest.approx([0.03, 0.012, 0.003, 0.03])
    assert concession.lent(0.06, 1.0, 1.0, 0.5) == pytest.approx(0.03)
    later = concession.faded(np.array([0.03, 0.03]), np.array([0.0, 18.0]), 18.0)
    assert later == pytest.approx([0.03, 0.03 / math.e])
    assert concession.credit(np.array([0.06]), np.array([0.25]))[0] == pytest.approx(0.045)


def test_demands_climb_while_nobody_answers_and_never_fall():
    rung = np.array([1.0, 1.0, 4.9, 5.0])
    after = concession.rung_after(rung, np.array([51, 50, 51, 0]), 9.0, 18.0, 50.0)
    assert after.tolist() == [1.5, 1.0, 5.0, 5.0]
    assert concession.rung_after(rung, np.zeros(4), 9.0, 18.0, 50.0, shocks=0.5)[1] == 1.5
    assert concession.rung_after(rung, np.full(4, 99.0), 9.0, 18.0, 50.0, last=3.0)[2] == 3.0
    crowd = np.full(4, 99.0)
    waited = concession.rung_after(rung, crowd, 36.0, 18.0, 50.0, shocks=0.5, waits=2.0)
    # Waiting stops at the second rung, deaths do not, and what was asked already stays.
    assert waited.tolist() == [2.5, 2.5, 5.0, 5.0]


def test_legitimacy_comes_back_however_time_is_cut():
    back = legitimacy.recovery(0.4, 0.5, 1440.0, 1440.0)
    assert back == pytest.approx(0.1 * (1 - 1 / math.e))
    first = legitimacy.recovery(0.4, 0.5, 720.0, 1440.0)
    second = legitimacy.recovery(0.4 + first, 0.5, 720.0, 1440.0)
    assert first + second == pytest.approx(back)
