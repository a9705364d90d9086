"""Claims about ships that wait for a stand."""

from dataclasses import replace

from engine.agents.queue import KIND
from engine.agents.queue.config import QueueConfig
from engine.begin import begin
from engine.shifts import Shift
from engine.written import Value
from tests.engine.stage import HOUR, Stage, replayed, stage_of


def config(**changed: object) -> QueueConfig:
    written: dict[str, object] = {
        "arrivals": Value(5 / 24),
        "stands": {"harbour": Value(2.0), "south": Value(1.0)},
    }
    return QueueConfig.model_validate(written | changed)


def queue(seed: int = 1, order: tuple[str, ...] | None = None, **changed: object) -> Stage:
    return stage_of({"ships": (KIND, config(**changed))}, seed=seed, order=order)


def lines(stage: Stage, name: str = "ships.") -> list[str]:
    return [entry.line() for entry in stage.journal if name in entry.name]


def test_ships_come_wait_berth_and_land():
    stage = queue().until(20 * 24)
    assert 70 < len(stage.events("arrived")) < 130
    landed = len(stage.events("landed"))
    assert stage.read("ships", "landed") == landed > 60
    waiting = stage.read("ships", "waiting")
    unloading = stage.read("ships", "unloading").sum()
    assert len(stage.events("arrived")) == landed + waiting + unloading


def test_no_more_ships_unload_than_there_are_stands():
    stage = queue(arrivals=Value(2.0))
    for hour in range(1, 100):
        stage.until(hour)
        assert (stage.read("ships", "unloading") <= [0, 1, 2]).all()


def test_ships_come_for_the_first_place_unless_sent_elsewhere():
    stage = queue(arrivals=Value(1.0)).until(48)
    assert stage.read("ships", "queued")[stage.world.scene.place_at["south"]] == 0
    before = stage.read("ships", "waiting")
    stage.do("ships", "divert", to="south", ships=3.0).until(48.1)
    assert stage.read("ships", "unloading").sum() == 3
    assert stage.read("ships", "waiting") == before - 1
    assert [e.event.ship for e in stage.events("diverted")] == sorted(
        (e.event.ship for e in stage.events("diverted")), key=lambda ship: int(ship.split("_")[1])
    )


def test_a_fixed_service_takes_exactly_its_time():
    stage = queue(arrivals=Value(0.0), at_anchor=Value(1.0), varies=Value(0.0),
                  breakdown=Value(0.0), service=Value(9.0))  # fmt: skip
    stage.until(20)
    assert [entry.at for entry in stage.events("landed")] == [9 * HOUR]


def test_a_faster_pace_counts_for_the_hours_in_which_it_holds():
    stage = queue(arrivals=Value(0.0), at_anchor=Value(1.0), varies=Value(0.0),
                  breakdown=Value(0.0), service=Value(9.0))  # fmt: skip
    stage.until(1).do("ships", "hurry", at="harbour", times=2.0, **{"for": 2.0}).until(20)
    # One hour of work before, four in the two hours of haste, four after.
    assert [entry.at for entry in stage.events("landed")] == [7 * HOUR]
    assert len(stage.events("pace_ended")) == 1


def test_the_latest_word_on_a_pace_holds():
    stage = queue().until(5)
    stage.do("ships", "hurry", at="everywhere", times=0.4, **{"for": 24.0}).until(6)
    stage.do("ships", "hurry", at="everywhere", times=1.0, **{"for": 1.0}).until(8)
    assert stage.read("ships", "pace").tolist() == [1.0, 1.0, 1.0]
    assert stage.world.agents["ships"].paces == {}


def test_work_that_stops_begins_again_where_it_stood():
    stage = queue(arrivals=Value(0.0), at_anchor=Value(1.0), varies=Value(0.0),
                  breakdown=Value(0.0), service=Value(9.0))  # fmt: skip
    stage.until(3).do("ships", "hurry", at="harbour", times=0.0, **{"for": 10.0}).until(30)
    assert [entry.at for entry in stage.events("landed")] == [19 * HOUR]


def test_a_broken_ship_holds_her_stand_until_she_is_mended():
    stage = queue(breakdown=Value(1.0)).until(100)
    landed = [e.event.ship for e in stage.events("landed")]
    broken = [e.event.ship for e in stage.events("broke_down")]
    mended = [e.event.ship for e in stage.events("mended")]
    assert landed
    assert set(landed) <= set(mended) <= set(broken)
    until = {e.event.ship: e.event.until for e in stage.events("broke_down")}
    assert all(e.at == until[e.event.ship] for e in stage.events("mended"))


def test_arrivals_are_poisson_in_number_and_spread():
    counts = [len(queue(seed=s).until(10 * 24).events("arrived")) for s in range(60)]
    mean = sum(counts) / len(counts)
    spread = sum((count - mean) ** 2 for count in counts) / (len(counts) - 1)
    assert 50 - 3 * (50 / 60) ** 0.5 < mean < 50 + 3 * (50 / 60) ** 0.5
    assert 0.5 < spread / mean < 1.7


def test_one_stand_waits_as_the_queue_of_one_server_does():
    """With exponential service at two thirds of capacity, one server is busy two thirds of the
    time, whatever else holds."""
    stage = queue(arrivals=Value(0.1), stands={"harbour": Value(1.0)}, service=Value(20 / 3),
                  varies=Value(1.0), breakdown=Value(0.0))  # fmt: skip
    busy = []
    for hour in range(1, 900):
        busy.append(stage.until(hour).read("ships", "unloading").sum())
    assert 0.5 < sum(busy) / len(busy) < 0.83


def shifted(stage: Stage, amount: float, since: float, until: float) -> Stage:
    stage.world.shifts["storm"] = Shift(
        "storm", "ships.arrivals", True, amount, int(since * HOUR), int(until * HOUR)
    )
    stage.world.cache.clear()
    return stage


def test_a_storm_delays_ships_and_leaves_their_luck_as_it_was():
    calm, rough = queue(seed=4).until(240), queue(seed=4).until(48)
    shifted(rough, 0.1, 48, 96).until(240)
    assert lines(calm)[:8] == lines(rough)[:8]
    assert len(rough.events("arrived")) < len(calm.events("arrived"))
    service = {e.event.ship: e.event.work for e in calm.events("berthed")}
    assert all(service.get(e.event.ship, e.event.work) == e.event.work
               for e in rough.events("berthed"))  # fmt: skip


def test_a_ship_that_was_sent_for_changes_nobody_elses_luck():
    plain, asked = queue(seed=2).until(200), queue(seed=2).until(50)
    asked.do("ships", "add", ships=2.0, at="south").until(200)
    # All but the number in the journal, which counts what else happened.
    assert [replace(e.event, known_as="") for e in plain.events("arrived")] == [
        replace(e.event, known_as="")
        for e in asked.events("arrived")
        if "extra" not in e.event.ship
    ]
    assert sum("extra" in e.event.ship for e in asked.events("landed")) == 2
    assert all(e.event.cause == "order:test" for e in asked.events("arrived")
               if "extra" in e.event.ship)  # fmt: skip


def test_what_becomes_of_a_ship_names_how_she_came():
    stage = queue(seed=2, breakdown=Value(1.0)).do("ships", "add", ships=1.0, at="south")
    stage.until(100)
    came = {e.event.ship: f"event:{e.number}" for e in stage.events("arrived")}
    for name in ("berthed", "broke_down", "mended", "landed"):
        found = [e for e in stage.events(name) if e.name == f"ships.{name}"]
        assert found, name
        # Those at anchor when it all began have no such line.
        assert all(e.event.cause == came.get(e.event.ship, "drift") for e in found), name


def test_the_journal_alone_rebuilds_the_queue():
    stage = queue(seed=3, breakdown=Value(0.3)).until(30)
    stage.do("ships", "hurry", at="everywhere", times=0.4, **{"for": 30.0}).until(100)
    stage.do("ships", "divert", to="south", ships=2.0).until(200)
    fresh = replayed(stage, begin(stage.world.scene))
    assert fresh.agents == stage.world.agents


def test_two_queues_with_one_name_each_do_not_touch_each_other():
    one = queue(seed=5).until(100)
    both = {"ships": (KIND, config()), "barges": (KIND, config(arrivals=Value(1.0)))}
    for order in (("ships", "barges"), ("barges", "ships")):
        two = stage_of(both, seed=5, order=order).until(100)
        mine = [e for e in two.journal if e.agent == "ships"]
        assert [(e.at, e.name, e.event.place) for e in mine] == [
            (e.at, e.name, e.event.place) for e in one.journal
        ]


def test_a_copied_world_goes_on_as_the_first_does():
    from engine.chance import Chance
    from engine.journal import Journal
    from engine.kernel import Kernel

    stage = queue(seed=6).until(60)
    kept = stage.world.copy()
    other = Stage(kept, Journal(), Kernel(kept, Journal(), Chance(6)))
    other.kernel.journal = other.journal
    mark = len(stage.journal)
    assert lines(stage.until(160))[mark:] == lines(other.until(160))


def test_a_queue_without_stands_only_waits():
    stage = stage_of({"ships": (KIND, config(stands={}))}).until(48)
    assert stage.events("berthed") == []
    assert stage.read("ships", "waiting") == len(stage.events("arrived")) > 0
