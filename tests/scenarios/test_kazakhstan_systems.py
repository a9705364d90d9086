"""Each of the flagship's systems, switched off, falls silent and changes what it should."""

import pytest

from engine.scenario.load import load
from tests.scenarios.flagship import NAME, latest, run

pytestmark = pytest.mark.xdist_group("flagship_systems")

LEFT = {
    "spread": 0.1, "violence": 0.6, "consultation": 0.25, "clearing": 0.25, "aftermath": 0.5,
}  # fmt: skip
"""Share of its events that a system may still count when it is off; the others count none."""

CHANGES: dict[str, tuple[float, str, str, float, float]] = {
    "trigger": (3, "participants", "zhanaozen", 0, 0.1),
    "spread": (6, "participants", "almaty", 0, 0.1),
    "violence": (7, "injured_security", "national", 0, 0.1),
    "sites": (7, "weapons_stolen", "national", 0, 0),
    "emergency": (9, "participants", "national", 5, 1e9),
    "strain": (9, "detained", "national", 1.03, 2),
    "loyalty": (9, "weapons_stolen", "national", 0, 0.5),
    "request": (7, "csto_flights", "national", 0, 0),
    "consultation": (7, "csto_flights", "national", 0, 0),
    "airlift": (7, "csto_personnel_in_country", "national", 0, 0.5),
    "guarding": (9, "csto_sites_guarded", "national", 0, 0),
    "freeing": (9, "kazakh_personnel_freed", "national", 0, 0),
    "signal": (7, "loyal_share", "national", 0.5, 0.97),
    "clearing": (7, "detained", "national", 0, 0),
    "reaction": (9, "sovereignty_180", "national", 0.5, 0.995),
    "withdrawal": (16, "csto_return_flights_total", "national", 0, 0.5),
    "aftermath": (9, "repression_180", "national", 0, 0.6),
}
"""By system: days to play, an outcome and its scope, and what it is without the system as a
multiple of what it is with it, from and to."""


def test_every_system_is_in_the_table() -> None:
    assert set(load(NAME).systems) - set(CHANGES) == {"concessions"}


@pytest.mark.parametrize("system", CHANGES)
def test_switched_off_it_counts_next_to_nothing_and_changes_what_it_should(system: str) -> None:
    days, metric, scope, low, high = CHANGES[system]
    whole, without = run(1, days=days), run(1, f"without-{system}", days=days)
    assert whole.systems[system] > 0
    assert without.systems[system] <= LEFT.get(system, 0) * whole.systems[system]
    before, after = latest(whole, metric, scope), latest(without, metric, scope)
    assert before
    assert after is not None
    assert low <= after / before <= high


def test_concessions_a_rung_too_late_change_something_but_little() -> None:
    whole, without = run(1, days=6), run(1, "without-concessions", days=6)
    assert whole.systems["concessions"] >= 5
    assert without.systems["concessions"] == 0
    assert whole.outcomes != without.outcomes
    peak = ("participants", "national", "2022-01-05")
    before, after = whole.outcomes[peak], without.outcomes[peak]
    assert before
    assert after
    assert 0.8 <= after / before <= 1.25
