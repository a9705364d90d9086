"""What an air bridge brings, how long it takes, and what stops it."""

import pytest

from engine.agents.airlift.loads import evenly, loads
from engine.begin import begin
from engine.scene import Force
from tests.engine.agents.airlift.bridge import (
    KM,
    bridge,
    craft,
    everywhere,
    force,
    lift_of,
    tasked,
)
from tests.engine.stage import HOUR, number, replayed
from tests.oracles import queues

CLOSURES = [
    ((108, 75, 6, 3, 4.41, 2.5), 52.41),
    ((108, 75, 3, 3, 4.41, 2.5), 97.41),
    ((108, 10, 20, 3, 4.41, 2.5), 153.11),
    ((12, 4, 4, 2, 3, 1), 24.0),
    ((40, 75, 2, 2, 4, 2), 46.0),
    ((40, 10, 4, 3, 4, 2.5), 55.0),
]


@pytest.mark.parametrize("slots", [True, False])
@pytest.mark.parametrize(("lift", "hours"), CLOSURES)
def test_the_last_load_is_down_when_the_formulas_say(lift, hours, slots):
    flights, planes, stands, load, flight, unload = lift
    config = lift_of(stands, craft(planes, load, flight, unload), slots=slots)
    stage = tasked(config, flights).until(400)
    assert stage.events("airlift.delivered")[0].at / HOUR == pytest.approx(hours, abs=1e-9)
    assert stage.read("airlift", "flights") == flights
    last, half = queues.closure(queues.Lift(flights, planes, stands, load, flight, unload))
    assert last == pytest.approx(hours, abs=1e-9)
    times = [e.at / HOUR for e in stage.events("airlift.unloaded")]
    assert times[flights // 2] == pytest.approx(half, abs=1e-3)


def test_half_the_loads_are_down_at_the_median():
    stage = tasked(lift_of(6), 108).until(400)
    times = [e.at / HOUR for e in stage.events("airlift.unloaded")]
    assert times[54] == pytest.approx(32.41, abs=1e-9)


def test_an_aircraft_that_waits_for_its_hour_never_circles():
    held = tasked(lift_of(3), 60).until(300)
    pressed = tasked(lift_of(3, slots=False), 60).until(300)

    def circling(stage):
        flown = stage.world.agents["airlift"].finished.values()
        return max(s.parked_at - s.arrived_at for s in flown)

    assert circling(held) <= 1
    assert circling(pressed) > 40 * HOUR


def by_chance(jobs, stands, seed=1):
    """Flights that come by chance, 1.5 an hour, and hold a stand for 2.5 hours on average."""
    plane = craft(10_000, 2.5, 1.0, 2.5)
    config = lift_of(stands, plane, slots=False, ground_spread=number(1.0))
    stage = bridge(config, [], seed=seed)
    at, dice = 0.0, stage.kernel.chance
    for job in range(jobs):
        at += float(dice.at("test", "come", job).standard_exponential()) / 1.5
        stage.until(at).do("airlift", "evacuate", flights=1)
    stage.until(at + 500)
    return list(stage.world.agents["airlift"].finished.values()), at


def stand_waits(jobs, stands, seed=1):
    """Mean hours overhead, and mean stands busy."""
    flown, hours = by_chance(jobs, stands, seed)
    waited = sum(s.parked_at - s.arrived_at for s in flown) / HOUR / jobs
    busy = sum(s.left_at - s.parked_at for s in flown) / HOUR / hours
    return waited, busy


@pytest.mark.parametrize("stands", [6, 5, 4])
def test_every_flight_parks_and_leaves_when_it_would_in_simpy(stands):
    """A13: given who comes when and for how long, stands are a SimPy `Resource`, to the second."""
    flown, _ = by_chance(1000, stands)
    flown.sort(key=lambda s: (s.arrived_at, s.number))
    served = queues.queue([(s.arrived_at, s.left_at - s.parked_at) for s in flown], stands)
    assert [(s.parked_at, s.left_at) for s in flown] == [(s.parked, s.left) for s in served]
    assert max(s.parked_at - s.arrived_at for s in flown) > 0.5 * HOUR


def test_stands_are_busy_for_arrivals_times_ground_time_whatever_the_law_of_arrivals():
    """A15, Little: 1.5 an hour for 2.5 h are 3.75 stands, one after another or all at once."""
    for every, together in ((40, 1), (120, 3)):
        config = lift_of(6, craft(10_000, 2.5, 1.0, 2.5), slots=False)
        stage, busy = bridge(config, []), []
        for minute in range(0, 30 * 60, 10):
            stage.until(minute / 60)
            if minute % every == 0:
                stage.do("airlift", "evacuate", flights=together)
            # Changes come every ten minutes; a look between any two of them misses nothing.
            stage.until((minute + 5) / 60)
            if minute >= 6 * 60:
                busy.append(stage.read("airlift", "parked_here")[0])
        assert sum(busy) / len(busy) == pytest.approx(3.75, rel=0.01)


def test_stands_let_through_what_the_planning_formula_says():
    """A16: stands x hours / ground time, less the .85 that planners take off for disorder."""
    assert queues.airfield_sorties_per_day(4, 2.25) == pytest.approx(36.27, abs=0.005)
    assert queues.airfield_sorties_per_day(4, 2.25) * 59.0 == pytest.approx(2139.7, abs=0.1)
    assert queues.fleet_sorties_per_day(75, 8.0, 8.81) == pytest.approx(68.1, abs=0.05)
    stage = tasked(lift_of(4, craft(75, 3.0, 4.41, 2.25)), 200).until(30)
    first = stage.read("airlift", "flights")
    landed = stage.until(30 + 72).read("airlift", "flights") - first
    formula = queues.airfield_sorties_per_day(4, 2.25, efficiency=1.0)
    assert landed / 3 == pytest.approx(formula, rel=0.01)


def test_waits_for_a_stand_are_those_of_the_queue_formula():
    assert queues.mean_wait_hours(1.5, 2.5, 6) == pytest.approx(0.2527, abs=1e-4)
    waited, busy = stand_waits(12_000, 6)
    assert waited == pytest.approx(0.2527, rel=0.10)
    assert busy == pytest.approx(3.75, rel=0.02)


def test_fewer_stands_make_waits_of_an_hour():
    waited, _ = stand_waits(8_000, 5)
    assert waited == pytest.approx(0.9236, rel=0.12)


def ragged(**more):
    """An airlift in which much goes wrong."""
    given: dict[str, object] = {
        "stands": {"strip": number(4), "second_strip": number(2)},
        "plane": craft(12, ready=number(0.8)),
        "ground_spread": number(0.4),
        "flight_spread": number(0.05),
        "holds": number(0.5),
        "fog": everywhere(0.05),
        "fog_lasts": number(3),
        "crews": number(6),
        "slots": False,
    }
    return lift_of(**(given | more))


def test_no_man_vehicle_or_aircraft_is_lost_on_the_way():
    forces = [force(20), Force("others", men=333, vehicles=17, origin="base", by="heavy")]
    for seed in range(5):
        stage = bridge(ragged(), forces, seed=seed).do("airlift", "task")
        state = stage.world.agents["airlift"]
        for hour in range(6, 400, 6):
            stage.until(hour)
            aboard = [s for s in state.sorties.values() if s.phase != "waiting"]
            assert len(aboard) <= 12
            carried = sum(s.men for s in state.inbound())
            assert stage.read("airlift", "delivered") + carried == 20 * 20 + 333
            assert stage.read("airlift", "queued") <= stage.read("airlift", "in_air")
        assert stage.read("airlift", "landed_men").tolist() == [400.0, 333.0]
        assert stage.read("airlift", "landed_vehicles").tolist() == [40.0, 17.0]
        assert len(state.sorties) == 0


def test_never_more_aircraft_on_stands_than_there_are():
    stage = tasked(ragged(fog=everywhere(0.0)), 40).until(400)
    held: dict[tuple[str, int], int] = {}
    for sortie in sorted(
        stage.world.agents["airlift"].finished.values(), key=lambda s: s.parked_at
    ):
        assert sortie.stand < {"strip": 4, "second_strip": 2}[sortie.airfield]
        assert held.get((sortie.airfield, sortie.stand), 0) <= sortie.parked_at
        held[sortie.airfield, sortie.stand] = sortie.left_at


def test_a_captured_airfield_takes_nobody_until_it_is_retaken():
    stage = tasked(lift_of(4, slots=False), 40).until(9)
    parked = stage.read("airlift", "parked_here")[0]
    assert parked == 4.0
    stage.do("incidents", "lose", at="strip").until(30)
    assert stage.read("airlift", "flights") == parked
    assert stage.read("airlift", "open_here")[0] == 0.0
    stage.do("incidents", "retake", at="strip").until(30.001)
    assert stage.read("airlift", "parked_here")[0] == 4.0
    assert stage.until(400).read("airlift", "flights") == 40.0


def test_what_is_captured_for_longer_closes_later():
    def closes(hours):
        stage = tasked(lift_of(4), 40).until(2)
        stage.do("incidents", "lose", at="strip").until(2 + hours)
        stage.do("incidents", "retake", at="strip").until(400)
        return stage.events("airlift.delivered")[0].at / HOUR

    plain = tasked(lift_of(4), 40).until(400).events("airlift.delivered")[0].at / HOUR
    assert closes(0.5) == plain
    assert closes(18.0) == pytest.approx(plain + 17.0, abs=1e-3)


def test_an_aircraft_without_a_stand_goes_to_the_next_field_and_then_back():
    config = lift_of({"strip": number(1), "second_strip": number(1)}, slots=False, holds=number(1))
    stage = tasked(config, 9).do("airlift", "first", what="usual", field="strip").until(300)
    diverted = [e.event.target for e in stage.events("airlift.diverted")]
    assert "second_strip" in diverted
    assert "" in diverted
    again = [e for e in stage.events("airlift.home") if e.event.reloaded]
    assert len(again) == diverted.count("")
    assert stage.read("airlift", "delivered") == 180.0


def test_faults_cost_their_repair_and_hold_the_stand():
    bad = craft(75, ready=number(0.5))
    stage = tasked(lift_of(4, bad, repair=number(10)), 60).until(600)
    broke = stage.events("airlift.broke_down")
    assert 40 < len(broke) < 80
    assert {e.event.where for e in broke} == {"base", "strip"}
    plain = tasked(lift_of(4), 60).until(600).events("airlift.delivered")[0].at
    assert stage.events("airlift.delivered")[0].at > plain + 20 * HOUR


def test_fog_shuts_a_field_for_the_share_of_hours_it_should():
    config = lift_of(1, craft(1, 3, 4, 2), fog=everywhere(0.1), fog_lasts=number(5))
    stage = tasked(config, 200).until(1500)
    turned = stage.events("airlift.airfield_turned")
    shut = 0
    for closed, opened in zip(turned[::2], turned[1::2], strict=False):
        shut += opened.at - closed.at
    # Rates 0.1 and 0.2 an hour, looked at once an hour: .0952 / (.0952 + .1813).
    assert shut / (1500 * HOUR) == pytest.approx(0.344, abs=0.06)


def test_stands_without_lights_stand_empty_at_night():
    stage = tasked(lift_of(4, slots=False, dark=everywhere(0.5)), 30)
    for hour in range(120):
        stage.until(hour + 0.5)
        flown = stage.world.agents["airlift"]
        late = [s for s in flown.on_stands("strip") if s.parked_at == hour * HOUR]
        if not 7 <= hour % 24 < 19:
            assert len(late) == 0 or len(flown.on_stands("strip")) <= 2
    assert stage.until(400).read("airlift", "flights") == 30.0


def test_the_first_take_off_comes_when_the_lag_is_over():
    stage = tasked(lift_of(lag=number(6)), 10).until(100)
    assert stage.events("airlift.took_off")[0].at == 6 * HOUR
    ready = bridge(lift_of(lag=number(6), notice=number(0.5)), [force(10)])
    ready.do("airlift", "notice", level=1).do("airlift", "task").until(100)
    assert ready.events("airlift.took_off")[0].at == 3 * HOUR


def test_crews_at_an_origin_bound_what_loads_there():
    stage = tasked(lift_of(50, crews=number(5)), 20).until(100)
    starts = [e.at / HOUR for e in stage.events("airlift.loading")]
    assert starts == [0.0] * 5 + [3.0] * 5 + [6.0] * 5 + [9.0] * 5


def test_vehicles_set_the_number_of_flights_and_seats_take_the_rest():
    kind = craft(seats=number(145))
    assert len(loads(kind, 1500, 230)) == 115
    assert sum(men for men, _ in loads(kind, 1500, 230)) == 1500
    assert loads(kind, 200, 0) == [(100, 0), (100, 0)]
    assert evenly(7, 3) == [3, 2, 2]


def test_a_size_is_shared_among_forces_and_may_change_on_the_way():
    forces = [
        Force("large", men=1500, vehicles=150, origin="base", by="heavy"),
        Force("small", men=500, vehicles=50, origin="base", by="heavy"),
        Force("drivers", men=100, origin="base", by="road"),
    ]
    stage = bridge(lift_of(lag=number(20)), forces)
    stage.do("airlift", "task", men=1050.0, vehicles=100.0).until(1)
    state = stage.world.agents["airlift"]
    assert state.wanted == {"large": (750, 75), "small": (250, 25)}
    stage.do("airlift", "task", men=420.0, vehicles=40.0).until(400)
    landed = stage.read("airlift", "landed_men")
    assert 420 * 1500 / 2100 <= landed[0] <= 420 * 1500 / 2100 + 20
    assert stage.events("airlift.cancelled")


def test_an_order_of_loading_puts_some_first():
    forces = [
        Force("large", men=200, vehicles=20, origin="base", by="heavy"),
        Force("guards", men=100, origin="base", by="heavy", guards=("strip",)),
    ]
    firsts = {}
    for what in ("usual", "airfield_guard", "vehicles", "command_post"):
        stage = bridge(lift_of(crews=number(1)), forces)
        stage.do("airlift", "first", what=what).do("airlift", "task").until(200)
        by_id = [e.event.sortie.rsplit("_", 1)[0] for e in stage.events("airlift.loading")]
        firsts[what] = by_id[:5]
    assert firsts["airfield_guard"] == ["guards"] * 5
    assert firsts["vehicles"] == ["large"] * 5
    assert set(firsts["command_post"][:2]) == {"large", "guards"}
    assert set(firsts["usual"]) == {"large", "guards"}


def test_closed_stands_slow_the_bridge_and_open_ones_quicken_it():
    stage = tasked(lift_of(6), 60).do("airlift", "close", at="strip", stands=3).until(400)
    slow = stage.events("airlift.delivered")[0].at
    assert slow == tasked(lift_of(3), 60).until(400).events("airlift.delivered")[0].at
    stage = tasked(lift_of(6), 60).do("airlift", "close", at="strip").until(20)
    assert stage.read("airlift", "flights") == 0.0
    stage.do("airlift", "open", at="strip").until(400)
    assert stage.read("airlift", "flights") == 60.0


def test_people_flown_out_take_stands_from_those_who_come():
    plain = tasked(lift_of(2), 30).until(400).events("airlift.delivered")[0].at
    stage = tasked(lift_of(2), 30).do("airlift", "evacuate", flights=6).until(400)
    assert stage.read("airlift", "evacuated") == 900.0
    assert stage.events("airlift.delivered")[0].at > plain


def test_men_who_wait_are_taken_home_and_none_twice():
    stage = tasked(ragged(fog=everywhere(0.0)), 20).until(200)
    for part in range(4):
        stage.do("contingents", "go", force="first", men=100, vehicles=10).until(203 + 3 * part)
    stage.until(600)
    assert stage.read("airlift", "flown_men").tolist() == [400.0]
    assert stage.read("airlift", "flown_vehicles").tolist() == [40.0]
    assert stage.read("airlift", "flights_home") == len(
        [e for e in stage.events("airlift.left") if e.event.way == "home"]
    )
    assert len(stage.world.agents["airlift"].sorties) == 0


def test_the_expected_time_is_the_least_that_the_formulas_allow():
    stage = tasked(lift_of(6), 108).until(0.5)
    assert stage.read("airlift", "expected") <= 52.41
    assert stage.read("airlift", "expected") > 40
    assert stage.until(100).read("airlift", "expected") == 0.0


def rough(seed=2, **more):
    forces = [force(12), Force("others", men=90, origin="base", by="heavy", guards=("strip",))]
    stage = bridge(ragged(), forces, seed=seed, **more).do("airlift", "task").until(12)
    stage.do("incidents", "lose", at="strip").until(17)
    stage.do("airlift", "evacuate", flights=2).do("incidents", "retake", at="strip").until(40)
    stage.do("contingents", "go", force="first", men=60, vehicles=4).until(41)
    return stage.do("airlift", "close", at="second_strip", stands=1).until(300)


def test_the_journal_rebuilds_the_same_world():
    for seed in range(4):
        stage = rough(seed)
        assert replayed(stage, begin(stage.world.scene)).agents == stage.world.agents


def test_the_order_in_which_agents_begin_does_not_matter():
    shuffled = rough(order=["contingents", "airlift", "incidents"])
    assert list(rough().journal) == list(shuffled.journal)


def test_an_order_given_later_leaves_what_came_before_as_it_was():
    plain, other = tasked(ragged(), 40).until(15), tasked(ragged(), 40).until(15)
    plain.until(100)
    other.do("airlift", "close", at="strip", stands=2).until(100)
    before = [entry for entry in plain.journal if entry.at < 15 * HOUR]
    assert before == [entry for entry in other.journal if entry.at < 15 * HOUR]
    assert list(plain.journal) != list(other.journal)


def test_a_flight_keeps_its_luck_whatever_else_flies():
    alone, beside = tasked(ragged(), 10).until(300), tasked(ragged(), 10)
    beside.do("airlift", "evacuate", flights=3).until(300)

    def loading(stage):
        starts = {e.event.sortie: e.event for e in stage.events("airlift.loading")}
        return {
            id: event.until - event.at for id, event in starts.items() if id.startswith("first")
        }

    assert loading(alone) == loading(beside)


def test_the_way_is_the_shortest_over_the_ground():
    assert pytest.approx(740, rel=0.02) == KM
