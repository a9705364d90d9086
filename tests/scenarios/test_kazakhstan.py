"""The main facts of January 2022 in the median of a few seeds; no agent reads the record."""

from collections.abc import Sequence
from functools import cache

import pytest

from engine.bots.casting import cast
from engine.game import Game, Settings
from engine.scenario.load import check, load
from engine.setup import Wanted, prepare, start
from lab.runs import Job, Run, median, run_one

NAME = "kazakhstan-2022"
ORIGIN = ("zhanaozen", "aktau")


pytestmark = pytest.mark.xdist_group("flagship")


@cache
def runs(variant: str | None = None, bots: str = "history", seeds: int = 5) -> tuple[Run, ...]:
    """The first few seeds under a variant, played once for all tests of this file."""
    return tuple(
        run_one(Job("x", Wanted(NAME, seed=seed, bots=bots, variant=variant)))
        for seed in range(1, seeds + 1)
    )


def value(metric: str, date: str, scope: str = "national", of: Sequence[Run] = ()) -> float:
    """The median of an outcome over the runs; a huge number where it did not happen."""
    found = median([run.outcomes[metric, scope, date] for run in of or runs()])
    return float("inf") if found is None else found


def test_the_scenario_has_no_mistakes() -> None:
    assert [str(p) for p in check(NAME) if not p.warning] == []


def test_all_eighteen_systems_are_at_work() -> None:
    found = load(NAME).systems
    assert len(found) == 18
    assert {
        system: runs()[0].systems[system] for system in found if not runs()[0].systems[system]
    } == {}


def test_protest_spreads_from_the_west_to_the_whole_country_by_the_fifth() -> None:
    first = {
        scope: median([run.outcomes["first_protest", scope, "2022-01-31"] for run in runs()])
        for metric, scope, _ in runs()[0].outcomes
        if metric == "first_protest" and scope != "national"
    }
    west = [first[place] or 1e9 for place in (*ORIGIN, "atyrau")]
    others = [first[place] or 1e9 for place in ("almaty", "nur_sultan", "karaganda", "semey")]
    assert max(west) < min(others)
    reached = sum(1 for hours in first.values() if hours is not None and hours <= 120)
    assert reached >= 15


def test_the_origin_stays_peaceful_while_other_regions_turn_violent() -> None:
    for place in ORIGIN:
        assert value("killed_total", "2022-01-19", place) == 0
    assert 5 <= value("regions_with_violence", "2022-01-05") <= 12


def test_the_alliance_decides_within_hours_and_comes_on_the_sixth() -> None:
    assert 3 <= value("csto_request_to_decision", "2022-01-31") <= 6
    assert value("csto_flights", "2022-01-05") == 0
    assert value("csto_flights", "2022-01-06") >= 1


def test_about_two_thousand_men_are_there_within_four_days() -> None:
    assert 1800 <= value("csto_personnel_in_country", "2022-01-10") <= 2500


def test_thousands_are_held_by_the_ninth_to_the_eleventh() -> None:
    assert 3000 <= value("detained", "2022-01-09") <= value("detained", "2022-01-11") <= 15000


def test_the_troops_leave_from_the_thirteenth_and_are_gone_by_the_twenty_third() -> None:
    assert value("csto_return_flights_total", "2022-01-12") == 0
    assert value("csto_personnel_in_country", "2022-01-13") < value(
        "csto_personnel_in_country", "2022-01-12"
    )
    ends = [run.last / 24 for run in runs()]
    assert value("csto_mission_length", "2022-01-31") <= 17
    assert median(ends) is not None


def clearing_and_landing(seed: int) -> tuple[int | None, int | None]:
    """The first second at which forces clear after the request, and that of the first landing."""
    game = start(prepare(Wanted(NAME, seed=seed, bots="history")), keep=False)
    game.play(until=7 * 86_400)
    asked = game.world.tallies.get("aid.asked")
    landed = game.world.tallies.get("airlift.unloaded")
    cleared = [
        entry.at
        for entry in game.journal
        if asked is not None
        and entry.at >= asked.first
        and entry.name in ("security.posture_ordered", "incidents.retaken")
    ]
    return (min(cleared) if cleared else None, landed.first if landed else None)


def test_clearing_begins_before_the_first_landing() -> None:
    found = [clearing_and_landing(seed) for seed in (1, 2, 3)]
    before = [clear < land for clear, land in found if clear is not None and land is not None]
    assert before.count(True) > before.count(False)


@pytest.mark.parametrize("variant", ["precedent-2010", "precedent-2020", "precedent-2021"])
def test_the_alliance_declines_under_the_precedents(variant: str) -> None:
    assert value("csto_flights", "2022-01-19", of=runs(variant, seeds=3)) == 0


def game(*sets: str, seed: int = 1) -> Game:
    scenario = load(NAME, sets=sets)
    return Game(scenario, Settings(seed, bots=cast(scenario, "history", {}), keep=False))


def test_moving_one_order_changes_what_follows_and_nothing_before() -> None:
    whole, moved = game(), game("history.president_asks.at=2022-01-06 12:00")
    whole.play(until=7 * 86_400)
    moved.play(until=7 * 86_400)
    ours, theirs = list(whole.journal.lines()), list(moved.journal.lines())
    differs = next(i for i, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b)
    first = whole.journal.entries[differs]
    assert first.at >= (4 * 24 + 23) * 3600
    assert whole.world.tallies["aid.asked"].first != moved.world.tallies["aid.asked"].first


def test_without_orders_the_record_does_not_come_about() -> None:
    idle = runs(None, "idle", 2)
    assert value("csto_flights", "2022-01-19", of=idle) == 0
    assert value("detained", "2022-01-11", of=idle) < value("detained", "2022-01-11") / 2


def violence(place: str, *sets: str) -> tuple[float, float]:
    """The largest crowd and the most violent people of a place by 8 January, with nobody ordering."""
    scenario = load(NAME, sets=("agents.unrest.organised=0 %", *sets))
    found = Game(scenario, Settings(1, bots=cast(scenario, "idle", {}), keep=False))
    here = found.scene.place_at[place]
    crowd = violent = 0.0
    while found.now < 7 * 86_400 and not found.over:
        found.advance(3)
        crowd = max(crowd, float(found.world.field_of("crowd")[here]))
        violent = max(violent, float(found.world.field_of("violent")[here]))
    return crowd, violent


def test_where_police_stand_aside_even_the_largest_crowd_stays_peaceful() -> None:
    crowd, violent = violence("almaty", "agents.security.posture.almaty=tolerate")
    assert crowd > 5000
    assert violent == 0


def test_too_few_men_who_disperse_make_the_same_square_violent() -> None:
    few = "agents.security.officers={everywhere: 0.18 %, aktau: 0.03 %}"
    thin = ("agents.security.posture.aktau=disperse", few)
    assert violence("aktau")[1] == 0
    assert violence("aktau", *thin)[1] > 20
