import math

import numpy as np
import pytest

from engine.rules import hawkes


def counts_in_windows(seed: int, hours: float, window: float):
    """Counts of a simulated process at .5/h and n .6, and how many began outside."""
    dice = np.random.default_rng(seed)
    waiting = [hours * dice.random() for _ in range(dice.poisson(0.5 * hours))]
    begun, times = len(waiting), []
    while waiting:
        at = waiting.pop()
        times.append(at)
        waiting.extend(at + lag for lag in hawkes.children(dice, 0.6, 0.1))
    inside = np.array([at for at in times if at < hours])
    return np.bincount((inside / window).astype(int), minlength=int(hours / window)), begun, times


def test_incidents_have_their_rate_clusters_and_clumping():
    counts, begun, times = counts_in_windows(3, 100_000.0, 25.0)
    assert counts.sum() / 1e5 == pytest.approx(1.25, rel=0.02)
    assert len(times) / begun == pytest.approx(2.5, rel=0.02)
    assert counts.var(ddof=1) / counts.mean() == pytest.approx(6.25, rel=0.05)


def test_the_closed_forms_agree():
    assert hawkes.mean_rate(0.5, 0.6) == pytest.approx(1.25)
    assert hawkes.cluster_size(0.6) == pytest.approx(2.5)
    assert hawkes.fano(0.6) == pytest.approx(6.25)


def test_children_come_in_order_and_may_be_none():
    dice = np.random.default_rng(1)
    families = [hawkes.children(dice) for _ in range(200)]
    assert () in families
    assert all(list(lags) == sorted(lags) for lags in families)
    assert np.mean([len(lags) for lags in families]) == pytest.approx(0.6, abs=0.15)


def test_nothing_happens_at_no_rate_but_the_dice_are_thrown():
    dice, twin = np.random.default_rng(1), np.random.default_rng(1)
    assert hawkes.waiting_hours(dice, 0.0) == math.inf
    twin.exponential(1.0)
    assert dice.random() == twin.random()
    assert hawkes.thinned_chance(1.0, 4.0) == 0.25
    assert hawkes.thinned_chance(0.0, 0.0) == 0.0
