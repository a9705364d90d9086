"""The main facts of January 2022 in the median of a few seeds; no agent reads the record."""

import pytest

from engine.bots.casting import cast
from engine.game import Game, Settings
from engine.scenario.load import check, load
from lab.runs import median
from tests.scenarios.flagship import NAME, SEEDS, latest, recorded, run, value

ORIGIN = ("zhanaozen", "aktau")
END = "2022-01-31"
HOUR, DAY = 3_600, 86_400

pytestmark = pytest.mark.xdist_group("flagship")


def test_the_scenario_has_no_mistakes() -> None:
    assert [str(p) for p in check(NAME) if not p.warning] == []


def test_all_eighteen_systems_are_at_work_wherever_the_alliance_comes() -> None:
    assert len(load(NAME).systems) == 18
    came = [one for one in recorded() if latest(one, "csto_flights")]
    assert len(came) >= 4
    for one in came:
        assert [system for system, events in one.systems.items() if events == 0] == []


def test_the_press_is_not_told_what_only_the_world_knows() -> None:
    told = load(NAME).seats["press"].told
    assert "killed" in told
    assert "falsehoods_published" not in told


def first_protests() -> dict[str, float]:
    """The median hour of the first protest, by place; places that never had one are left out."""
    found = {}
    for metric, scope, date in recorded()[0].outcomes:
        if metric == "first_protest" and scope != "national":
            hour = median([one.outcomes[metric, scope, date] for one in recorded()])
            if hour is not None:
                found[scope] = hour
    return found


def test_the_first_rally_is_in_zhanaozen_on_the_second_and_aktau_follows_the_same_day() -> None:
    first = first_protests()
    assert min(first, key=lambda place: first[place]) == "zhanaozen"
    assert 36 <= first["zhanaozen"] <= 40
    assert first["zhanaozen"] < first["aktau"] <= 48


def test_protest_spreads_from_the_west_to_the_whole_country_by_the_fifth() -> None:
    first = first_protests()
    west = [first[place] for place in (*ORIGIN, "atyrau")]
    others = [first[place] for place in ("almaty", "nur_sultan", "karaganda", "semey")]
    assert max(west) <= 72
    assert max(west) < min(others)
    assert sum(1 for hour in first.values() if hour <= 72) <= 10
    assert sum(1 for hour in first.values() if hour <= 120) >= 15


def test_crowds_are_of_the_order_that_the_record_gives() -> None:
    assert 500 <= value("participants", "2022-01-03", "zhanaozen") <= 2_000
    assert 19_000 <= value("participants", "2022-01-05") <= 100_000


def test_the_origin_stays_peaceful_while_other_regions_turn_violent() -> None:
    for place in ORIGIN:
        assert [one.outcomes["killed_total", place, "2022-01-13"] for one in recorded()] == [0] * 5
    assert value("regions_with_violence", "2022-01-03") == 0
    assert 7 <= value("regions_with_violence", "2022-01-05") <= 11


def first_times(seed: int) -> dict[str, int]:
    """The first second of each event by 7 January, and of clearing after the request."""
    scenario = load(NAME)
    found = Game(scenario, Settings(seed, bots=cast(scenario, "history", {}), keep=False))
    found.play(until=6 * DAY)
    times = {name: tally.first for name, tally in found.world.tallies.items()}
    taken = [
        entry.at
        for entry in found.journal
        if entry.name in ("incidents.retaken", "incidents.storm_began")
        and entry.at > times.get("aid.asked", 6 * DAY)
    ]
    return times | ({"clearing": taken[0]} if taken else {})


def test_help_is_asked_for_late_on_the_fifth_and_clearing_begins_before_the_first_landing() -> None:
    found = [first_times(seed) for seed in (1, 2, 3)]
    for times in found:
        assert 4 * DAY + 18 * HOUR <= times["aid.asked"] < 5 * DAY
    assert [times["clearing"] < times["airlift.unloaded"] for times in found] == [True] * 3


def test_the_alliance_decides_within_hours_and_comes_on_the_sixth() -> None:
    assert 3 <= value("csto_request_to_decision", END) <= 6
    assert 8 <= value("csto_decision_to_first_arrival", END) <= 18
    assert value("csto_flights", "2022-01-05") == 0
    assert value("csto_flights", "2022-01-06") >= 1


def test_about_two_thousand_men_are_there_within_four_days() -> None:
    assert 2_030 <= value("csto_personnel_in_country", "2022-01-10") <= 2_500
    assert value("csto_flights", "2022-01-10") >= 100


def test_thousands_are_held_by_the_ninth_to_the_eleventh() -> None:
    assert 4_000 <= value("detained", "2022-01-09") <= 6_500
    assert 6_000 <= value("detained", "2022-01-11") <= 11_000
    assert 7_000 <= value("detained", "2022-01-13") <= 12_000


def test_the_troops_leave_from_the_13th_and_are_gone_between_the_18th_and_the_23rd() -> None:
    assert value("csto_return_flights_total", "2022-01-12") == 0
    assert value("csto_return_flights_total", "2022-01-13") >= 1
    assert value("csto_personnel_in_country", "2022-01-17") > 0
    assert value("csto_personnel_in_country", "2022-01-19") <= 100
    assert 12 <= value("csto_mission_length", END) <= 17
    for one in recorded():
        begun = one.outcomes["csto_return_flights_total", "national", "2022-01-13"]
        if begun:
            assert 17 + 2 <= one.last / 24 <= 23 + 2


@pytest.mark.parametrize("variant", ["precedent-2010", "precedent-2020", "precedent-2021"])
def test_the_alliance_declines_under_the_precedents(variant: str) -> None:
    runs = [run(seed, variant, days=7) for seed in SEEDS[:3]]
    assert None not in [latest(one, "csto_request_to_decision") for one in runs]
    assert [latest(one, "csto_flights") for one in runs] == [0] * 3


def test_a_day_later_the_alliance_comes_a_day_later() -> None:
    late = [run(seed, "late-aid", days=9) for seed in SEEDS[:3]]
    assert value("csto_flights", "2022-01-06", of=late) == 0
    assert value("csto_flights", "2022-01-07", of=late) >= 1


def game(*sets: str, seed: int = 1) -> Game:
    scenario = load(NAME, sets=sets)
    return Game(scenario, Settings(seed, bots=cast(scenario, "history", {}), keep=False))


def test_moving_one_order_changes_what_follows_and_nothing_before() -> None:
    whole, moved = game(), game("history.president_asks.at=2022-01-06 12:00")
    whole.play(until=6 * DAY)
    moved.play(until=6 * DAY)
    ours, theirs = list(whole.journal.lines()), list(moved.journal.lines())
    differs = next(i for i, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b)
    first = whole.journal.entries[differs]
    assert first.at == (4 * 24 + 23) * HOUR
    assert whole.world.tallies["aid.asked"].first == (4 * 24 + 23) * HOUR
    assert moved.world.tallies["aid.asked"].first == (5 * 24 + 12) * HOUR


def test_without_orders_the_record_does_not_come_about() -> None:
    idle = [run(seed, bots="idle", days=11) for seed in SEEDS[:2]]
    assert value("csto_flights", "2022-01-11", of=idle) == 0
    assert value("detained", "2022-01-11", of=idle) < value("detained", "2022-01-11") / 2


def violence(place: str, *sets: str) -> tuple[float, float]:
    """The largest crowd and the most violent people of a place by 8 January, with no orders."""
    scenario = load(NAME, sets=("agents.unrest.organised=0 %", *sets))
    found = Game(scenario, Settings(1, bots=cast(scenario, "idle", {}), keep=False))
    here = found.scene.place_at[place]
    crowd = violent = 0.0
    while found.now < 7 * DAY and not found.over:
        found.advance(3)
        crowd = max(crowd, float(found.world.field_of("crowd")[here]))
        violent = max(violent, float(found.world.field_of("violent")[here]))
    return crowd, violent


def test_where_police_stand_aside_even_the_largest_crowd_stays_peaceful() -> None:
    crowd, violent = violence("almaty", "agents.security.posture.almaty=tolerate")
    assert crowd > 5_000
    assert violent == 0


def test_too_few_men_who_disperse_make_the_same_square_violent() -> None:
    few = "agents.security.officers={everywhere: 0.18 %, aktau: 0.03 %}"
    thin = ("agents.security.posture.aktau=disperse", few)
    assert violence("aktau")[1] == 0
    assert violence("aktau", *thin)[1] > 20
