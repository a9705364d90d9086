"""Each ending of the flagship but one is reached by a real run, inside the published ranges."""

import pytest

from engine.scenario.load import load
from tests.scenarios.flagship import NAME, latest, run

pytestmark = pytest.mark.xdist_group("flagship_endings")

OVERWHELM = "agents.loyalty.overwhelm"

REACHED: dict[str, tuple[str, str | None, dict[str, str]]] = {
    "government_falls": ("idle", None, {OVERWHELM: "3"}),
    "replaced_from_within": (
        "history", "no-aid", {OVERWHELM: "2.6", "meters.legitimacy.start": "46 %"}
    ),
    "averted": ("history", "without-spread", {}),
    "occupation_resented": ("history", "without-withdrawal", {}),
    "dependent_order": ("history", None, {"agents.aftermath.invitation": "30 %"}),
    "order_with_alliance": ("history", None, {}),
    "order_alone": ("history", "no-aid", {}),
    "long_conflict": ("idle", None, {}),
}  # fmt: skip
"""By ending: who plays, the variant, and what else is set (within its range)."""


@pytest.mark.parametrize("ending", REACHED)
def test_it_can_end_so(ending: str) -> None:
    bots, variant, sets = REACHED[ending]
    assert run(1, variant, bots, sets=tuple(sets.items())).ending == ending


def test_only_a_settlement_is_left_to_the_players() -> None:
    assert set(load(NAME).endings) - set(REACHED) == {"settlement"}


def test_order_restored_alone_needs_calm_streets() -> None:
    alone, on = run(1, "no-aid"), run(1, bots="idle")
    calm, full = (latest(one, "participants") or 0 for one in (alone, on))
    assert [latest(one, "csto_flights") for one in (alone, on)] == [0, 0]
    assert calm < 300
    assert full > 3_000
