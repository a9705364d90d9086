"""Loyalty in a running world: crowds wear it down, a word steadies it, chiefs end it."""

from dataclasses import dataclass

import numpy as np
import pytest

from engine.agents.loyalty import KIND
from engine.begin import begin
from engine.events import Event
from engine.scene import Site
from tests.engine.agents.security.doubles import always, crowds, figure, number, scripted
from tests.engine.stage import Stage, replayed, stage_of

PLACES = {"north": 100_000.0, "south": 400_000.0, "harbour": 50_000.0}
HALL, GATE = Site("hall", 0, posts=20), Site("gate", 1, posts=30)
PRESSED = {"unrest": crowds([900, 3000, 300], [90, 300, 30], since=6)}
MEN = {"security": scripted("security", forces=always(600, 2000, 200), posture=always(1, 1, 1))}


@dataclass(frozen=True, slots=True)
class Decided(Event):
    """An alliance said yes or no."""


@dataclass(frozen=True, slots=True)
class Arrived(Event):
    """Men came."""


@dataclass(frozen=True, slots=True)
class Left(Event):
    """Men left."""


def answer(agreed: bool, hour: float = 12.0):
    """An alliance that decides at an hour."""
    return {
        "alliance": scripted(
            "alliance",
            [(hour, Decided())],
            agreed=("self", lambda now: float(agreed and now >= hour)),
            decision=("self", lambda now: "event:7" if now >= hour else ""),
        )
    }


def troops(since: float, until: float = 1e9):
    """A contingent that is in the country between two hours."""
    told = [(since, Arrived()), (until, Left())] if until < 1e9 else [(since, Arrived())]
    here = ("self", lambda now: 500.0 if since <= now < until else 0.0)
    return {"contingents": scripted("contingents", told, in_country=here)}


def loyalty(*others, order=None, **config) -> Stage:
    agents = {**PRESSED, **MEN}
    for more in others:
        agents |= more
    agents["loyalty"] = (KIND, KIND.Config(**config))
    return stage_of(agents, places=PLACES, sites=(HALL, GATE), order=order)


def nation(stage: Stage) -> float:
    return figure(stage, "loyalty", "loyal_nation")


def test_nothing_changes_while_nothing_happens():
    stage = stage_of({"loyalty": (KIND, KIND.Config())}, places=PLACES)
    start = np.array(stage.read("loyalty", "loyal"))
    assert np.array(stage.until(100).read("loyalty", "loyal")) == pytest.approx(start, abs=1e-6)
    assert start.min() > 0.99


def test_men_who_are_outnumbered_waver_and_are_steady_when_the_crowd_has_gone():
    crowd = scripted("unrest", crowd=("place", lambda h: [900, 0, 0] if h < 40 else [0, 0, 0]))
    stage = loyalty({"unrest": crowd}, pace=number(6))
    assert [e.event.place for e in stage.until(40).events("wavered")] == ["north"]
    assert [e.event.place for e in stage.until(120).events("recovered")] == ["north"]


def test_a_yes_steadies_the_ranks_before_a_single_man_has_landed():
    alone, backed = loyalty(), loyalty(answer(True), troops(40))
    assert nation(alone.until(14)) == nation(backed.until(14))
    heard = backed.until(15).events("backing_heard")
    assert [entry.at for entry in heard] == [14 * 3600]
    alone.until(39), backed.until(39)
    assert backed.world.number_of("in_country") == 0
    assert nation(backed) > nation(alone) + 0.1


def test_a_promise_that_nobody_keeps_fades_and_one_that_is_kept_does_not():
    unkept, kept = loyalty(answer(True)), loyalty(answer(True), troops(30))
    assert unkept.until(26).read("loyalty", "backing") == pytest.approx(0.5)
    assert unkept.until(50).read("loyalty", "backing") == pytest.approx(0.25)
    assert kept.until(200).read("loyalty", "backing") == pytest.approx(0.5)
    assert [entry.at for entry in kept.events("backing_honoured")] == [30 * 3600]
    assert nation(kept) > nation(unkept.until(200)) + 0.05


def test_what_kept_men_steady_fades_once_they_have_left():
    stage = loyalty(answer(True), troops(30, 100))
    assert stage.until(99).read("loyalty", "backing") == pytest.approx(0.5)
    assert stage.until(124).read("loyalty", "backing") == pytest.approx(0.25)


def test_a_refusal_costs_loyalty_for_a_time():
    stage = loyalty(answer(False))
    assert stage.until(14).read("loyalty", "backing") == pytest.approx(-0.2)
    assert stage.until(38).read("loyalty", "backing") == pytest.approx(-0.1)


def test_an_order_to_shoot_at_peaceful_people_costs_loyalty():
    armed = scripted("security", forces=always(600, 2000, 200), posture=always(3, 3, 3))
    peaceful = {"unrest": crowds([600, 2000, 200])}
    violent = {"unrest": crowds([0, 0, 0], [600, 2000, 200])}
    base = nation(loyalty(peaceful).until(30))
    assert nation(loyalty(peaceful, {"security": armed}).until(30)) < base - 0.02
    assert nation(loyalty(violent, {"security": armed}).until(30)) == pytest.approx(base)


def test_a_word_from_a_seat_holds_for_its_time():
    stage = loyalty().until(1)
    stage.do("loyalty", "back", strength=0.15, heard=1.0, **{"for": 10.0})
    assert stage.read("loyalty", "backing") == 0
    assert stage.until(3).read("loyalty", "backing") == pytest.approx(0.15)
    assert stage.until(13).read("loyalty", "backing") == 0


def test_doubt_is_felt_only_where_it_is_sown():
    one, other = loyalty().until(8), loyalty().until(8)
    other.do("loyalty", "doubt", strength=0.5, at=("harbour",), **{"for": 24.0})
    one.until(20), other.until(20)
    change = np.array(other.read("loyalty", "loyal")) - np.array(one.read("loyalty", "loyal"))
    assert change[2] < -0.05
    assert abs(change[1]) < 0.02


def test_guards_leave_on_a_word_of_their_chiefs_only_where_they_are_pressed():
    calm = {"unrest": crowds([900, 0, 0], since=6)}
    stage = loyalty(calm, departures=("hall", "gate"), departs=number(1)).until(100)
    assert [entry.event.place for entry in stage.events("departed")] == ["hall"]
    assert np.array(stage.read("loyalty", "abandoned")).tolist() == [1, 0]
    assert stage.events("departed")[0].at > 6 * 3600
    assert stage.read("loyalty", "departed") == 1


def test_a_chief_who_is_replaced_in_time_keeps_the_guards_at_their_posts():
    stage = loyalty(departures=("hall", "gate"), departs=number(1)).until(0.1)
    stage.do("loyalty", "replace_chief", who="guard").until(100)
    assert stage.events("departed") == []
    assert [entry for entry in stage.events("word_given") if entry.at > 7 * 3600] == []
    assert stage.events("chief_replaced")[0].event.obeyed == 360 + 6 * 3600


def test_a_new_chief_brings_back_the_guards_that_left():
    stage = loyalty(departures=("hall",), departs=number(1)).until(60)
    assert np.array(stage.read("loyalty", "abandoned"))[0] == 1
    stage.do("loyalty", "replace_chief").until(67)
    assert np.array(stage.read("loyalty", "abandoned"))[0] == 0


def test_a_new_chief_helps_where_departures_are_organised_and_hurts_where_they_are_not():
    def change(who: str = "", hours: float = 40.0, **config) -> float:
        one, other = loyalty(**config).until(10), loyalty(**config).until(10)
        other.do("loyalty", "replace_chief", who=who)
        return nation(other.until(hours)) - nation(one.until(hours))

    organised = {"departures": ("hall",), "chief": "guard"}
    assert change("guard", **organised) > 0.01
    assert change("police", 20, **organised) < -0.005
    assert change(hours=20) < -0.005


def test_the_journal_alone_rebuilds_loyalty():
    stage = loyalty(answer(True), troops(40), departures=("hall", "gate")).until(30)
    stage.do("loyalty", "doubt", strength=0.2, at=("north",), **{"for": 5.0}).until(60)
    stage.do("loyalty", "replace_chief").until(90)
    fresh = replayed(stage, begin(stage.world.scene))
    assert fresh.agents["loyalty"] == stage.world.agents["loyalty"]


def test_the_order_in_which_agents_begin_does_not_matter():
    def run(order):
        others = (answer(True), troops(40))
        return loyalty(*others, order=order, departures=("hall",)).until(60).journal.digest()

    ids = ["unrest", "security", "alliance", "contingents", "loyalty"]
    assert run(ids) == run(list(reversed(ids)))


def test_a_yes_changes_nothing_before_it():
    one, other = loyalty(answer(True)).until(40), loyalty(answer(False)).until(40)
    lines = [[e.line() for e in s.journal if e.at < 12 * 3600] for s in (one, other)]
    assert lines[0] == lines[1]
    assert one.journal.digest() != other.journal.digest()


def test_an_agent_that_does_nothing_changes_nothing():
    alone = loyalty(departures=("hall",)).until(60).journal.digest()
    idle = {"idle": scripted("idle")}
    assert loyalty(idle, departures=("hall",)).until(60).journal.digest() == alone


def test_loyalty_does_not_depend_on_the_step():
    coarse, fine = loyalty(step=number(0.5)).until(48), loyalty(step=number(0.125)).until(48)
    found = np.array(coarse.read("loyalty", "loyal"))
    assert found == pytest.approx(np.array(fine.read("loyalty", "loyal")), abs=0.01)
