"""Claims about a ladder of demands."""

from collections import Counter

import pytest

from engine.agents.demands import KIND
from engine.agents.demands.config import DemandsConfig
from engine.agents.demands.kind import agreement, fate
from engine.begin import begin
from engine.chance import Chance
from engine.kinds import Ordered
from engine.written import Value
from tests.engine.stage import HOUR, Stage, replayed, stage_of

LADDER = {"pay": "Pay", "rota": "The rota ends", "seat": "A seat"}


def config(**changed: object) -> DemandsConfig:
    return DemandsConfig.model_validate({"rungs": LADDER, "rises": Value(36.0)} | changed)


def demands(**changed: object) -> Stage:
    return stage_of({"demands": (KIND, config(**changed))})


def test_unanswered_the_next_rung_is_asked_and_then_the_last():
    stage = demands().until(400)
    rose = stage.events("rose")
    assert [(e.at, e.event.rung) for e in rose] == [(36 * HOUR, "rota"), (72 * HOUR, "seat")]
    assert stage.read("demands", "unanswered") == 400 - 72


def test_an_answer_that_is_enough_stops_the_climb():
    stage = demands().until(10).do("demands", "answer", rung="pay").until(400)
    assert stage.events("rose") == []
    assert stage.events("answered")[0].event.enough
    assert stage.read("demands", "answered") == "pay"
    assert stage.read("demands", "open") == 0


def test_an_answer_one_rung_late_stops_nothing():
    stage = demands().until(40).do("demands", "answer", rung="pay").until(73)
    assert not stage.events("answered")[0].event.enough
    assert stage.read("demands", "rung") == "seat"
    assert stage.read("demands", "answered") == "pay"


def test_nothing_granted_is_no_answer_at_all():
    assert demands().read("demands", "answered") is None


def test_offence_is_the_next_rung_at_once_even_after_an_answer():
    stage = demands().until(5).do("demands", "answer", rung="pay")
    stage.do("demands", "provoke").until(42)
    assert [(e.at, e.event.cause) for e in stage.events("rose")] == [
        (5 * HOUR, "order:test"),
        (41 * HOUR, f"event:{stage.events('rose')[0].number}"),
    ]


def test_above_the_top_rung_there_is_nothing_to_ask():
    stage = demands().until(100).do("demands", "provoke")
    assert len(stage.events("rose")) == 2


def test_calm_holds_the_clock_for_as_long_as_was_agreed():
    stage = demands().until(10).do("demands", "calm", **{"for": 12.0}).until(400)
    assert stage.events("rose")[0].at == (36 + 12) * HOUR


def test_asking_begins_the_clock_anew_and_may_step_down():
    stage = demands().until(40).do("demands", "ask", rung="pay").until(41)
    assert stage.read("demands", "rung") == "pay"
    assert stage.until(77).read("demands", "rung") == "rota"


def test_orders_suffer_more_the_higher_the_open_rung():
    assert agreement(0.9, 0.4, 0.0) == 0.9
    assert agreement(0.9, 0.4, 1.0) == pytest.approx(0.5)
    results = Counter(fate((i + 0.5) / 1000, 0.5) for i in range(1000))
    assert results == {"as_ordered": 500, "in_part": 250, "late": 200, "failed": 50}


def test_people_who_were_answered_carry_more_orders_out():
    def done(stage: Stage) -> int:
        carried = [
            KIND.carry(stage.world, "demands", Ordered(f"order_{i}"), "", Chance(1))
            for i in range(300)
        ]
        assert all(c.share == 0.5 for c in carried if c.result == "in_part")
        assert all(c.after == 3 * HOUR for c in carried if c.result == "late")
        return sum(c.result == "as_ordered" for c in carried)

    angry, content = demands().until(100), demands().until(1)
    content.do("demands", "answer", rung="seat")
    assert done(angry) < 0.6 * 300
    assert done(content) > 0.8 * 300


def test_the_same_order_meets_the_same_luck_whenever_it_is_asked():
    stage = demands()
    first = KIND.carry(stage.world, "demands", Ordered("o1"), "", Chance(3))
    KIND.carry(stage.world, "demands", Ordered("o2"), "", Chance(3))
    assert KIND.carry(stage.world, "demands", Ordered("o1"), "", Chance(3)) == first


def test_the_journal_alone_rebuilds_the_ladder():
    stage = demands().until(20).do("demands", "calm", **{"for": 7.0}).until(90)
    stage.do("demands", "answer", rung="rota").do("demands", "ask", rung="seat").until(200)
    assert replayed(stage, begin(stage.world.scene)).agents == stage.world.agents
