"""Streets and sites together: halving the step changes nothing that matters (models.md A30)."""

import numpy as np
import pytest

from engine.agents.incidents import KIND as SITES_KIND
from engine.agents.incidents.config import IncidentsConfig
from engine.agents.unrest import KIND as STREETS_KIND
from engine.agents.unrest.config import UnrestConfig
from engine.scene import Site
from engine.written import Steps, Value, Varying
from tests.engine.agents.unrest.forces import FORCES, ForcesConfig, over_time, varying
from tests.engine.stage import stage_of

NAMES = tuple(f"town_{number}" for number in range(12))
# Large towns, so that luck in the first hours does not hide what the step does.
PEOPLE = {name: 40e6 / (rank + 2) for rank, name in enumerate(NAMES)}
LIT = over_time(h0=0.0, h12=0.01, h18=0.0).everywhere
SITES = tuple(
    Site(f"{sort}_{number}", number, posts=40, draws=draws)
    for number in range(len(NAMES))
    for sort, draws in (("hall", 3.0), ("police", 1.5), ("tower", 0.6), ("depot", 1.0))
)


def figures(step: float, seed: int) -> tuple[float, float, float]:
    """Peak, detained and sites lost of ten days, with steps of so many hours."""
    lit = Varying(Steps(((0, Value(0.0)),)), {"town_3": LIT, "town_6": LIT})
    men = varying(0.0, **{name: 0.0006 * people for name, people in PEOPLE.items()})
    forces = ForcesConfig(
        street=men,
        posture=over_time(h0=0.7, h48=1.0, h72=3.0),
        emergency=over_time(h0=0.0, h60=1.0),
        fill=4.0,
    )
    unrest = UnrestConfig(spark=lit, step=Value(step), death_cost=Value(0.0))
    stage = stage_of(
        {
            "streets": (STREETS_KIND, unrest),
            "forces": (FORCES, forces),
            "sites": (SITES_KIND, IncidentsConfig(step=Value(step), attacks=varying(0.0003))),
        },
        places=PEOPLE,
        sites=SITES,
        meters={"legitimacy": 0.5},
        seed=seed,
    ).until(240)
    detained = np.asarray(stage.read("streets", "detained")).sum()
    peak = np.asarray(stage.read("streets", "peak"))
    lost = np.asarray(stage.read("sites", "sites_lost"))
    return float(peak), float(detained), float(lost)


def test_halving_the_step_moves_peak_detained_and_lost_sites_little():
    whole, half = (
        np.median([figures(step, seed) for seed in range(7)], axis=0) for step in (0.5, 0.25)
    )
    assert whole[2] > 30
    assert half[0] == pytest.approx(whole[0], rel=0.05)
    assert half[1] == pytest.approx(whole[1], rel=0.01)
    assert half[2] == pytest.approx(whole[2], rel=0.05)
