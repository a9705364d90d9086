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
    """Rate mu / (1 - n), clusters 1 / (1 - n), variance over mean 1 / (1 - n)^2 (models.md A12)."""
    counts, begun, times = counts_in_windows(3, 100_000.0, 25.0)
    assert counts.sum() / 1e5 == pytest.approx(1.25, rel=0.02)
    assert len(times) / begun == pytest.approx(2.5, rel=0.02)
    assert counts.var(ddof=1) / counts.mean() == pytest.approx(6.25, rel=0.05)


def test_each_incident_provokes_so_many_after_so_long():
    dice = np.random.default_rng(1)
    families = [hawkes.children(dice, 0.6, 3.0) for _ in range(20_000)]
    assert () in families
    assert np.mean([len(lags) for lags in families]) == pytest.approx(0.6, rel=0.03)
    assert np.mean([lag for lags in families for lag in lags]) == pytest.approx(3.0, rel=0.03)
