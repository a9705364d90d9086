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
# Towns so large, and losses so many, that luck does not hide what the step does.
PEOPLE = {name: 4e9 / (rank + 2) for rank, name in enumerate(NAMES)}
LIT = over_time(h0=0.0, h12=0.01, h18=0.0).everywhere
SITES = tuple(
    Site(f"house_{sort}_{number}", number, posts=40)
    for number in range(len(NAMES))
    for sort in range(30)
)


def figures(step: float, seed: int) -> tuple[float, float, float]:
    """Peak, detained and sites lost of ten days, with steps of so many hours."""
    lit = Varying(Steps(((0, Value(0.0)),)), {"town_3": LIT, "town_6": LIT})
    men = varying(0.0, **{name: 0.0006 * people for name, people in PEOPLE.items()})
    forces = ForcesConfig(
        street=men,
        posture=over_time(h0=0.7, h48=1.0, h72=3.0),
        emergency=over_time(h0=0.0, h60=1.0),
        fill=400.0,
    )
    unrest = UnrestConfig(spark=lit, step=Value(step), death_cost=Value(0.0))
    sites = IncidentsConfig(
        step=Value(step),
        attacks=varying(0.00003),
        follow_on=Value(0.0),
        retake=varying(0.5),
    )
    stage = stage_of(
        {
            "streets": (STREETS_KIND, unrest),
            "forces": (FORCES, forces),
            "sites": (SITES_KIND, sites),
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
        np.median([figures(step, seed) for seed in range(3)], axis=0) for step in (0.5, 0.25)
    )
    assert whole[2] > 300
    assert half[0] == pytest.approx(whole[0], rel=0.05)
    assert half[1] == pytest.approx(whole[1], rel=0.01)
    assert half[2] == pytest.approx(whole[2], rel=0.05)
