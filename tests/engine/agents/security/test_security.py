"""The state's own men in a running world."""

import numpy as np
import pytest

from engine.agents.security import KIND, carrying
from engine.agents.security.config import POSTURES
from engine.agents.security.events import ReserveMoved
from engine.begin import begin
from engine.chance import Chance
from engine.kinds import Ordered
from engine.scene import Site
from engine.written import Steps, Value, Varying
from tests.engine.agents.security.doubles import always, crowds, from_hour, number, scripted
from tests.engine.stage import Stage, replayed, stage_of

HALL, PORT, TOWER = Site("hall", 0, posts=20), Site("port_gate", 1, posts=30), Site("tower", 1)
PLACES = {"north": 100_000.0, "south": 400_000.0, "harbour": 50_000.0}


def forces(*, order=None, sites=(HALL, PORT, TOWER), agents=None, **config) -> Stage:
    others = agents or {}
    given = {"security": (KIND, KIND.Config(**config)), **others}
    return stage_of(given, sites=sites, places=PLACES, order=order)


def row(stage: Stage, name: str) -> np.ndarray:
    return np.asarray(stage.read("security", name))


def test_a_garrison_mans_posts_and_the_rest_is_for_the_street():
    stage = forces(reserve=number(0)).until(1)
    assert row(stage, "garrison").tolist() == [180, 720, 90]
    assert row(stage, "street").tolist() == [120, 630, 90]
    assert stage.read("security", "tied") == 150


def test_a_garrison_too_small_for_its_posts_leaves_them_thin_and_the_street_empty():
    stage = forces(reserve=number(0), sites=(Site("hall", 2, posts=60),)).until(1)
    assert row(stage, "fill") == pytest.approx([0.5])
    assert row(stage, "street")[2] == 0


def test_men_are_never_lost_or_made_whatever_is_ordered():
    agents = {
        "unrest": crowds([3000, 20_000, 100], [50, 900, 0], since=3),
        "loyalty": scripted(
            "loyalty", loyal=from_hour(0, 0.9, 0.6, 1.0), loyal_nation=("self", lambda _: 0.8)
        ),
    }
    stage = forces(agents=agents)
    before = stage.read("security", "men")
    for hour in range(1, 60):
        if hour == 5:
            stage.do("security", "move", to="harbour", men=900.0)
            stage.do("security", "secure_arms", at="port_gate", how="move")
        if hour == 20:
            stage.do("security", "mass", at="north", share=0.5)
            stage.do("security", "relieve", at=("south",))
        stage.until(hour)
        there = sum(row(stage, name).sum() for name in ("garrison", "reserve_here"))
        assert there + stage.read("security", "moving") == before
        state = stage.world.agents["security"]
        doing = sum(state.street) + state.tied + state.resting + state.absent
        if not state.stale:
            assert doing == pytest.approx(row(stage, "forces").sum(), abs=1e-3)


def test_called_up_men_are_added_and_no_others():
    stage = forces().until(1)
    before = stage.read("security", "men")
    stage.do("security", "call_up", men=300.0, after=10.0).until(2)
    assert stage.read("security", "men") == before + 300
    assert stage.read("security", "moving") == 300
    assert stage.until(12).read("security", "moving") == 0


def test_men_off_their_posts_may_join_the_reserve_and_those_on_posts_may_not():
    stage = forces(reserve=number(0)).until(1.1)
    stage.do("security", "detach", at=("north",), men=1000.0).until(1.2)
    assert row(stage, "reserve_here").tolist() == [120, 0, 0]
    assert row(stage, "garrison")[0] == 60
    assert row(stage, "fill")[0] == 1


def test_disloyal_men_are_absent_from_posts_and_street():
    loyalty = scripted("loyalty", loyal=always(0.5, 0.5, 0.5))
    stage = forces(reserve=number(0), agents={"loyalty": loyalty}).until(1)
    assert row(stage, "street").tolist() == [30, 270, 45]
    assert stage.read("security", "absent") == 495


def test_freed_men_go_to_the_street_of_their_place():
    freed = scripted("freed", freed=from_hour(5, 60.0, 0.0, 0.0))
    stage = forces(reserve=number(0), agents={"freed": freed})
    before = row(stage.until(4), "street").copy()
    assert (row(stage.until(6), "street") - before).tolist() == [60, 0, 0]


def test_a_site_left_on_order_frees_its_guard_at_once_and_stands_empty():
    stage = forces(reserve=number(0)).until(1.1)
    stage.do("security", "leave", at="hall").until(1.2)
    assert row(stage, "street")[0] == 180
    assert row(stage, "fill")[:2].tolist() == [0, 1]
    stage.do("security", "hold", at="hall").until(1.3)
    assert row(stage, "street")[0] == 120


def test_a_doubled_guard_ties_twice_the_men_until_its_time():
    stage = forces(reserve=number(0)).until(1)
    stage.do("security", "double", at="hall", **{"for": 6.0}).until(2)
    assert row(stage, "street")[0] == 60
    assert row(stage, "own_posts")[0] * row(stage, "fill")[0] == 40
    assert row(stage.until(8), "street")[0] == 120


def test_posts_that_a_contingent_holds_count_as_manned():
    away = scripted("contingents", posts_covered=("site", lambda _: [20.0, 0.0, 0.0]))
    stage = forces(agents={"contingents": away}).until(1)
    stage.do("security", "leave", at="hall").until(2)
    assert row(stage, "fill")[0] == 0
    assert row(stage, "manned")[0] == 1


def test_a_lost_or_abandoned_site_ties_nobody():
    lost = scripted("incidents", lost=("site", lambda _: [1.0, 0.0, 0.0]))
    gone = scripted("loyalty", abandoned=("site", lambda _: [0.0, 1.0, 0.0]))
    stage = forces(reserve=number(0), agents={"incidents": lost, "loyalty": gone}).until(1)
    assert stage.read("security", "tied") == 0
    assert row(stage, "fill").tolist() == [0, 0, 0]


def test_an_ordered_posture_holds_until_its_time_and_never_above_the_limit():
    stage = forces(limit="disperse").until(1)
    stage.do("security", "posture", at=("north",), level="armed", **{"for": 4.0})
    assert row(stage, "posture").tolist() == [1.0, 0.7, 0.7]
    stage.do("security", "limit", level="armed", at="everywhere", **{"for": 2.0})
    assert row(stage, "posture").tolist() == [3.0, 0.7, 0.7]
    assert row(stage.until(3.5), "posture").tolist() == [1.0, 0.7, 0.7]
    assert row(stage.until(6), "posture").tolist() == [0.7, 0.7, 0.7]


def test_need_draws_the_reserve_after_a_lag_a_muster_and_a_journey():
    stage = forces(agents={"unrest": crowds([0, 0, 5000])})
    start = row(stage, "reserve_here")[2]
    assert row(stage.until(5), "reserve_here")[2] == start
    assert row(stage.until(48), "reserve_here")[2] > 3 * start
    sent = stage.events("security.reserve_sent")[0].event.detachments
    assert all(target == "harbour" for _, _, target, _, _ in sent)


def moved(by: str = "road", **config) -> int:
    stage = forces(reserve=number(600), **config).until(1)
    given = {"from": ("north",), "to": "south", "men": 50.0, "by": by}
    stage.do("security", "move", "order:test", **given)
    event = stage.events("reserve_moved")[0].event
    assert isinstance(event, ReserveMoved)
    return event.due - 3600


def test_a_detachment_takes_its_muster_and_the_road_and_less_by_air():
    by_road = moved()
    assert by_road == pytest.approx(4 * 3600 + 178 / 160 * 3600, rel=0.05)
    assert moved(by="air") < by_road
    assert moved(speed=slow("north")) > by_road


def slow(place: str) -> Varying:
    return Varying(Steps(((0, Value(160.0)),)), {place: Steps(((0, Value(40.0)),))})


def test_ordered_men_stay_where_they_were_sent_though_need_is_elsewhere():
    stage = forces(agents={"unrest": crowds([30_000, 0, 0])}).until(1)
    stage.do("security", "move", to="harbour", men=1000.0, **{"for": 24.0})
    assert row(stage.until(20), "reserve_here")[2] >= 1000
    assert row(stage.until(60), "reserve_here")[2] < 1000


def test_a_journey_tires_in_proportion_to_those_who_made_it():
    never = number(100_000)
    stage = forces(march_tires=number(0.1), tires_in=never, rests_in=never).until(1)
    given = {"from": ("north",), "to": "harbour", "men": 500.0}
    stage.do("security", "move", "order:test", **given)
    stage.until(14)
    there = row(stage, "forces")[2]
    assert row(stage, "fatigue")[2] == pytest.approx(0.1 * 500 / there, rel=0.01)


def test_massing_gathers_the_share_asked_for():
    stage = forces().until(1).do("security", "mass", at="harbour", share=0.6, **{"for": 30.0})
    assert row(stage.until(24), "reserve_here")[2] >= 0.6 * 5200 - 20


def test_men_before_a_large_crowd_tire_and_relief_rests_them():
    busy = {"unrest": crowds([60_000, 0, 0])}
    tired = forces(agents=busy).until(36)
    rested = forces(agents=busy).until(24).do("security", "relieve", at=("north",), watch=12.0)
    rested.until(25)
    assert rested.read("security", "resting") > 0
    assert row(rested.until(36), "fatigue")[0] < row(tired, "fatigue")[0] - 0.15
    assert row(tired, "fatigue")[2] < 0.1


def test_tired_men_are_worth_less_before_a_crowd():
    stage = forces(agents={"unrest": crowds([60_000, 0, 0])}).until(48)
    faced, men, tired = (row(stage, name)[0] for name in ("facing", "street", "fatigue"))
    assert faced == pytest.approx(men * (1 - 0.4 * tired), rel=1e-6)


def test_how_men_arrest_follows_orders_and_the_rules_for_detainees():
    stage = forces().until(1)
    stage.do("security", "arrests", at=("north",), how="on_the_spot", **{"for": 5.0})
    stage.do("security", "arrests", at=("south",), how="by_list")
    assert row(stage, "arrest_rate") == pytest.approx([0.015, 0.01, 0.01])
    assert row(stage, "search_rate") == pytest.approx([0.005, 0.01, 0.005])
    stage.do("security", "detainees", rules="by_the_book").until(7)
    assert row(stage, "arrest_rate") == pytest.approx([0.007, 0.007, 0.007])


def test_securing_an_armoury_takes_men_off_the_street_and_then_its_arms_are_gone():
    stage = forces(reserve=number(0)).until(1)
    stage.do("security", "secure_arms", at="hall", how="disable").until(2)
    assert row(stage, "street")[0] == 60
    assert row(stage, "arms_secured").tolist() == [0, 0, 0]
    stage.until(8)
    assert row(stage, "street")[0] == 120
    assert row(stage, "arms_secured").tolist() == [1, 0, 0]


def test_an_emergency_ties_part_of_the_reserve():
    calm = forces().until(2)
    under = forces(agents={"government": scripted("government", emergency=always(1, 1, 1))})
    tied = under.until(2).read("security", "tied") - calm.read("security", "tied")
    assert tied == pytest.approx(52, abs=1)


def order(stage: Stage, place: str, level: str = "contain", id: str = "a") -> str:
    asked = Ordered(id, (("level", level),))
    return KIND.carry(stage.world, "security", asked, place, Chance(1)).result


def test_loyal_and_rested_men_carry_out_nearly_every_order():
    stage = forces().until(1)
    found = [order(stage, "north", id=f"o{i}") for i in range(200)]
    assert set(found) <= {"as_ordered", "late", "in_part"}
    assert found.count("as_ordered") > 150


def test_men_who_were_never_loyal_answer_few_orders():
    loyalty = scripted("loyalty", loyal=always(0.0, 1.0, 1.0))
    stage = forces(agents={"loyalty": loyalty}).until(1)
    found = [order(stage, "north", id=f"o{i}") for i in range(200)]
    assert found.count("as_ordered") < 60
    assert found.count("failed") > 40
    assert found.count("no_answer") > 10


def test_an_order_that_is_exceeded_is_carried_out_one_step_harder(monkeypatch):
    stage = forces().until(1)
    monkeypatch.setattr(carrying.rules, "execution", lambda *given: "beyond")
    asked = [Ordered("a", (("level", level), ("where", "north"))) for level in POSTURES]
    found = [KIND.carry(stage.world, "security", each, "north", Chance(1)) for each in asked]
    assert [dict(each.instead) for each in found[1:3]] == [
        {"level": "disperse"},
        {"level": "armed"},
    ]
    assert [each.instead for each in (found[0], found[3])] == [(), ()]


def test_an_order_to_shoot_is_refused_before_a_peaceful_crowd_and_not_before_a_violent_one():
    def failed(agents) -> int:
        stage = forces(agents={"unrest": agents}).until(1)
        found = [order(stage, "north", "armed", f"o{i}") for i in range(300)]
        return found.count("failed")

    assert failed(crowds([2000, 0, 0])) > 30
    assert failed(crowds([0, 0, 0], [2000, 0, 0])) == 0


def busy_stage(order=None, extra=None) -> Stage:
    agents = {"unrest": crowds([3000, 20_000, 100], [50, 900, 0], since=3), **(extra or {})}
    return forces(agents=agents, order=order)


def test_the_journal_alone_rebuilds_the_forces():
    stage = busy_stage().until(9)
    stage.do("security", "move", to="harbour", men=400.0).until(11)
    stage.do("security", "posture", at=("south",), level="disperse", **{"for": 3.0})
    stage.do("security", "secure_arms", at="hall", how="move").until(40)
    fresh = replayed(stage, begin(stage.world.scene))
    assert fresh.agents["security"] == stage.world.agents["security"]


def test_the_order_in_which_agents_begin_does_not_matter():
    one, other = busy_stage(["security", "unrest"]), busy_stage(["unrest", "security"])
    assert one.until(30).journal.digest() == other.until(30).journal.digest()


def test_an_order_changes_nothing_before_it():
    one, other = busy_stage().until(10), busy_stage().until(10)
    other.do("security", "mass", at="north", share=0.9)
    one.until(30), other.until(30)
    before = [e.line() for e in one.journal if e.at < 36_000]
    assert before == [e.line() for e in other.journal if e.at < 36_000]
    assert one.journal.digest() != other.journal.digest()


def test_an_agent_that_does_nothing_changes_nothing():
    alone = busy_stage().until(20)
    with_other = busy_stage(extra={"idle": scripted("idle")}).until(20)
    assert alone.journal.digest() == with_other.journal.digest()
