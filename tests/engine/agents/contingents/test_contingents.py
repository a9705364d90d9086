"""Contingents in a running world: they land, march, guard, hand back and leave."""

import numpy as np
import pytest

from engine.begin import begin
from engine.scene import Force, Site
from tests.engine.agents.contingents.landings import (
    CONVOY,
    FIRST,
    SMALL,
    alliance,
    contingents,
    withdrawal,
)
from tests.engine.agents.security.doubles import always, figure, scripted
from tests.engine.stage import Stage, replayed


def covered(stage: Stage) -> list[float]:
    return [float(posts) for posts in np.asarray(stage.read("contingents", "posts_covered"))]


def men(stage: Stage, what: str = "in_country") -> float:
    return figure(stage, "contingents", what)


def test_men_form_up_for_an_hour_and_march_to_the_first_site_on_their_list():
    stage = contingents().until(12)
    assert [(e.at, e.event.place) for e in stage.events("took_over")] == [
        (11 * 3600 + 1, "tower"),
        (11 * 3600 + 1, "gate"),
    ]
    assert covered(stage) == pytest.approx([30, 40, 0], abs=0.5)


def test_a_march_takes_its_distance_at_the_speed_of_a_march():
    plant_only = Force("first", of="lead", men=600, guards=("plant",), by="plane")
    stage = contingents(forces=(plant_only, SMALL)).until(40)
    there = [entry.at for entry in stage.events("took_over") if entry.event.place == "plant"]
    hours = there[0] / 3600 - 11
    assert hours == pytest.approx(428 / 40, rel=0.02)


def test_a_thin_force_holds_only_part_of_a_site():
    stage = contingents([(10, "small", 30, 0)], forces=(FIRST, SMALL)).until(40)
    assert covered(stage) == pytest.approx([0, 0, 30 * 0.79 / 3])


def test_what_a_force_has_left_goes_to_other_sites_and_never_beyond_their_posts():
    stage = contingents([(10, "first", 600, 60)]).until(60)
    assert covered(stage) == pytest.approx([30, 40, 25], abs=0.5)
    assert men(stage, "standing_by") == 600 - men(stage, "guarding")
    assert men(stage, "standing_by") > 200


def test_small_loads_add_up_at_the_same_site():
    loads = [(10 + i, "first", 20, 2) for i in range(6)]
    stage = contingents(loads).until(20)
    assert covered(stage) == pytest.approx([0, 120 * 0.79 / 3, 0])
    assert men(stage) == 120


def test_nobody_is_sent_to_a_lost_site_until_it_is_held_again():
    lost = scripted("incidents", lost=("site", lambda h: [0.0, float(h < 30), 0.0]))
    listed = {"eligible": ("tower",)}
    only = Force("first", of="lead", men=60, guards=("tower",), by="plane")
    late = [(10, "first", 60, 0), (35, "small", 9, 0)]
    stage = contingents(late, forces=(only, SMALL), agents={"incidents": lost}, **listed)
    assert covered(stage.until(29)) == [0, 0, 0]
    assert men(stage, "standing_by") == 60
    assert covered(stage.until(40))[1] > 15


def test_men_whose_site_is_lost_while_they_march_stand_by_and_do_not_fight_for_it():
    lost = scripted("incidents", lost=("site", lambda h: [0.0, 0.0, float(h > 15)]))
    only = Force("first", of="lead", men=60, guards=("plant",), by="plane")
    late = {"eligible": ("plant",), "agents": {"incidents": lost}}
    stage = contingents([(10, "first", 60, 0)], forces=(only, SMALL), **late).until(40)
    assert stage.events("took_over") == []
    assert men(stage, "standing_by") == 60


def test_a_site_that_the_host_keeps_is_not_guarded_until_it_is_offered():
    stage = contingents(kept=("tower",)).until(12)
    assert covered(stage)[1] == 0
    stage.do("contingents", "offer", at="tower").until(14)
    assert covered(stage)[1] == pytest.approx(40, abs=0.5)


def test_a_force_goes_first_where_it_is_told_to():
    stage = contingents().until(5).do("contingents", "assign", force="first", at="gate").until(12)
    assert [e.event.place for e in stage.events("set_out")][:2] == ["gate", "tower"]


def test_a_force_that_comes_by_road_sets_out_after_the_decision_and_needs_no_airfield():
    stage = contingents([], forces=(CONVOY,), agents={"alliance": alliance(5)}).until(60)
    assert stage.events("convoy_left")[0].at == 5 * 3600
    assert stage.events("contingents.arrived")[0].at == (5 + 6 + 24) * 3600
    assert covered(stage)[2] == pytest.approx(25, abs=0.5)
    assert stage.read("contingents", "flags") == 1


def test_guarding_alone_never_costs_a_life():
    fight = {"unrest": scripted("unrest", clash=always(1, 1, 1)),
             "incidents": scripted("incidents", armed_here=always(1, 1, 1))}  # fmt: skip
    stage = contingents(agents=fight, casualties=value(0.05)).until(200)
    assert men(stage, "killed_contingent") == 0
    assert stage.events("assisted") == []
    stage.do("contingents", "rules", level="assist").until(250)
    killed = men(stage, "killed_contingent")
    assert killed > 0
    assert men(stage) == 600 - killed


def value(number: float):
    from tests.engine.stage import number as plain

    return plain(number)


def test_men_help_on_the_street_only_when_rules_say_so():
    stage = contingents().until(20)
    assert np.asarray(stage.read("contingents", "assisting")).sum() == 0
    stage.do("contingents", "rules", level="assist")
    helping = np.asarray(stage.read("contingents", "assisting")).sum()
    assert helping == pytest.approx(0.3 * men(stage, "guarding"))


def test_sites_go_back_one_by_one_and_the_men_wait_for_the_way_home():
    away = [(120, "first", 600, 60)]
    back = {"gate": 70.0, "tower": 90.0, "plant": 90.0}
    stage = contingents(away=away, agents={"withdrawal": withdrawal(back)})
    assert covered(stage.until(69)) == pytest.approx([30, 40, 25], abs=0.5)
    assert covered(stage.until(71)) == pytest.approx([0, 40, 25], abs=0.5)
    assert covered(stage.until(91)) == [0, 0, 0]
    assert men(stage.until(119), "ready") == 600
    assert np.asarray(stage.read("contingents", "ready_men")).tolist() == [600, 0]
    assert np.asarray(stage.read("contingents", "ready_vehicles")).tolist() == [60, 0]
    assert np.asarray(stage.read("contingents", "ready_at")).tolist() == [0, -1]
    assert men(stage.until(121)) == 0
    assert men(stage, "gone_home") == 600
    assert men(stage, "flags") == 0


def test_a_force_that_is_sent_home_early_leaves_its_posts_empty():
    stage = contingents().until(20).do("contingents", "send_home", force="first").until(60)
    assert covered(stage) == [0, 0, 0]
    assert men(stage, "ready") == 600


def test_one_site_given_back_is_not_taken_again():
    stage = contingents().until(20).do("contingents", "hand_back", at="gate").until(60)
    assert covered(stage)[0] == 0
    assert covered(stage)[1] == pytest.approx(40, abs=0.5)
    assert men(stage, "standing_by") > 114
    after = [entry.event.place for entry in stage.events("set_out") if entry.at > 20 * 3600]
    assert "gate" not in after


def test_a_convoy_drives_home_by_itself():
    agents = {"alliance": alliance(5), "withdrawal": withdrawal({"plant": 100.0})}
    stage = contingents([], forces=(CONVOY,), agents=agents, eligible=("plant",)).until(112)
    assert men(stage) == 0
    assert men(stage, "gone_home") == 200


def test_every_man_who_came_is_here_gone_or_dead():
    fight = {"unrest": scripted("unrest", clash=always(1, 1, 1)),
             "incidents": scripted("incidents", armed_here=always(1, 1, 1)),
             "withdrawal": withdrawal({"gate": 70.0, "tower": 90.0, "plant": 110.0})}  # fmt: skip
    loads = [(10 + i, "first", 37, 3) for i in range(12)]
    away = [(130, "first", 100, 11)]
    stage = contingents(loads, away=away, agents=fight, casualties=value(0.02)).until(15)
    stage.do("contingents", "rules", level="self_defence")
    for hour in range(16, 150):
        stage.until(hour)
        here, gone, dead = (men(stage, n) for n in ("in_country", "gone_home", "killed_contingent"))
        assert here + gone + dead == men(stage, "arrived_men")
        assert sum(c.vehicles for c in stage.world.agents["contingents"].here()) == (
            36 * (hour > 21) + 3 * min(hour - 10, 12) * (hour <= 21) - 11 * (hour > 130)
        )


def run(order=None, agents=None) -> Stage:
    loads = [(10 + i, "first", 37, 3) for i in range(12)]
    more = {"withdrawal": withdrawal({"gate": 70.0, "tower": 90.0, "plant": 110.0})}
    return contingents(loads, order=order, agents={**more, **(agents or {})}, forces=(FIRST, SMALL))


def test_the_journal_alone_rebuilds_the_contingents():
    stage = run().until(30).do("contingents", "hand_back", at="gate").until(200)
    fresh = replayed(stage, begin(stage.world.scene))
    assert fresh.agents["contingents"] == stage.world.agents["contingents"]


def test_the_order_in_which_agents_begin_does_not_matter():
    ids = ["airlift", "withdrawal", "contingents"]
    assert run(ids).until(150).journal.digest() == run(ids[::-1]).until(150).journal.digest()


def test_an_order_changes_nothing_before_it_and_an_idle_agent_nothing_at_all():
    one, other = run().until(30), run(agents={"idle": scripted("idle")}).until(30)
    assert one.journal.digest() == other.journal.digest()
    other.do("contingents", "send_home", force="first")
    one.until(100), other.until(100)
    lines = [[e.line() for e in s.journal if e.at < 30 * 3600] for s in (one, other)]
    assert lines[0] == lines[1]
    assert one.journal.digest() != other.journal.digest()


def test_the_nearest_site_comes_first_when_nobody_lists_any():
    anybody = Force("first", of="lead", men=120, by="plane")
    sites = (Site("remote", 2, posts=40), Site("close", 0, posts=20))
    stage = contingents([(10, "first", 120, 0)], forces=(anybody, SMALL), sites=sites).until(60)
    assert covered(stage) == pytest.approx([120 * 0.79 / 3 - 20, 20], abs=0.5)


def places(stage: Stage, event: str) -> list[str]:
    return [entry.event.place for entry in stage.events(event)]


def test_a_site_that_is_offered_waits_until_somebody_takes_it():
    stage = contingents().do("contingents", "offer", at="plant")
    assert np.asarray(stage.read("contingents", "on_offer")).tolist() == [0, 0, 1]
    stage.do("contingents", "take", force="small", at="plant")
    assert np.asarray(stage.read("contingents", "on_offer")).tolist() == [0, 0, 0]
    assert men(stage, "on_offer_count") == 0


def test_only_what_is_offered_is_taken_and_once():
    stage = contingents().do("contingents", "take", force="first", at="plant")
    assert places(stage, "site_taken") == []
    stage.do("contingents", "offer", at="plant")
    for force in ("first", "small"):
        stage.do("contingents", "take", force=force, at="plant")
    assert [e.event.force for e in stage.events("site_taken")] == ["first"]


def test_who_takes_a_site_goes_there_and_not_to_what_it_was_sent_for():
    stage = contingents([(10, "small", 90, 0)], forces=(FIRST, SMALL))
    stage.do("contingents", "offer", at="tower")
    stage.do("contingents", "take", force="small", at="tower").until(40)
    assert places(stage, "took_over") == ["tower"]


def test_a_force_never_goes_to_a_site_that_was_declined_for_it():
    stage = contingents().do("contingents", "decline", force="first", at="tower").until(40)
    assert "tower" not in places(stage, "took_over")
    assert "gate" in places(stage, "took_over")


def test_what_was_declined_may_be_taken_after_all():
    stage = contingents().do("contingents", "decline", force="first", at="tower")
    stage.do("contingents", "offer", at="tower").do(
        "contingents", "take", force="first", at="tower"
    )
    assert "tower" in places(stage.until(40), "took_over")
