"""Claims about two sides along a line: stances, incidents that provoke others, and truces."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.agents.frontier import KIND
from engine.agents.frontier.config import FrontierConfig
from engine.agents.frontier.rules import TOUCH, cooled, endangered, kindled, rate
from engine.begin import begin
from engine.written import Steps, Value, Varying
from tests.engine.stage import Stage, replayed, stage_of


def everywhere(number: float) -> Varying:
    return Varying(Steps(((0, Value(number)),)), {})


def line(seed: int = 1, **changed: Any) -> Stage:
    written: dict[str, Any] = {
        "faces": {"north": ("south",)},
        "quiet": everywhere(0.2),
        "kills": Value(0.5),
    }
    config = FrontierConfig.model_validate(written | changed)
    return stage_of({"line": (KIND, config)}, seed=seed)


def at(stage: Stage, name: str, place: str) -> float:
    return float(np.asarray(stage.read("line", name))[stage.world.scene.place_at[place]])


def total(stage: Stage) -> float:
    return float(np.asarray(stage.read("line", "exchanges")).sum())


def test_nothing_ever_happens_away_from_the_line():
    stage = line().until(300)
    assert at(stage, "exchanges", "harbour") == 0
    assert at(stage, "exchanges", "north") > 0
    assert {e.event.across for e in stage.events("line.fired") if e.event.place == "north"} == {
        "south"
    }


def test_the_mean_number_of_incidents_is_what_the_branching_says():
    # Each incident brings `provokes` more in all, so that the mean is rate / (1 - provokes).
    found = np.mean([total(line(seed, provokes=Value(0.5)).until(300)) for seed in range(1, 31)])
    assert found == pytest.approx(2 * 0.2 * 300 / (1 - 0.5), rel=0.15)


def test_men_who_push_meet_more_fire_and_men_who_withdraw_less():
    def after(stance: str) -> float:
        stage = line(provokes=Value(0.0))
        return total(stage.do("line", "stand", at=("north", "south"), stance=stance).until(200))

    found = [after(stance) for stance in TOUCH]
    assert found == sorted(found)
    assert found[0] < found[-1] / 10


def test_a_truce_holds_on_both_sides_and_leaves_a_share_of_the_incidents():
    left = total(line(provokes=Value(0.0)).until(400))
    stage = line(provokes=Value(0.0), breaks=Value(1e6), truce=Value(0.1))
    given: dict[str, Any] = {"at": ("north",), "for": 1000.0}
    stage.do("line", "agree", **given)
    assert at(stage, "on_truce", "north") == at(stage, "on_truce", "south") == 1
    assert at(stage, "on_truce", "harbour") == 0
    assert total(stage.until(400)) == pytest.approx(0.1 * left, rel=0.6)


def test_too_many_incidents_within_a_day_end_a_truce_and_one_runs_out():
    given: dict[str, Any] = {"at": ("north",), "for": 100.0}
    broken = line(truce=Value(1.0), breaks=Value(3.0)).do("line", "agree", **given).until(99)
    assert broken.events("line.truce_broken")
    assert broken.read("line", "truces_broken") == len(broken.events("line.truce_broken"))
    quiet = line(quiet=everywhere(0.0)).do("line", "agree", **given).until(150)
    assert len(quiet.events("line.truce_over")) == 2
    assert not quiet.events("line.truce_broken")


def test_shots_endanger_a_place_for_some_hours():
    dangerous = line(reach=Value(0.2)).until(100)
    assert at(dangerous, "shelled", "north") > 0 == at(dangerous, "shelled", "harbour")


def test_a_truce_can_be_given_up_on_one_side():
    given: dict[str, Any] = {"at": ("north",), "for": 100.0}
    stage = line(quiet=everywhere(0.0)).do("line", "agree", **given)
    stage.do("line", "renounce", at=("north",))
    assert [at(stage, "on_truce", place) for place in ("north", "south")] == [0, 1]


def test_what_was_written_down_can_be_read_back():
    given: dict[str, Any] = {"at": ("north",), "for": 30.0}
    stage = line(kills=Value(1.0)).do("line", "agree", **given).until(100)
    assert replayed(stage, begin(stage.world.scene)).agents == stage.world.agents


@settings(max_examples=30)
@given(st.floats(0, 5), st.floats(0.5, 24))
def test_heat_of_one_incident_brings_what_it_provokes_in_all(provokes, cools):
    heat, brought = kindled(1.0, provokes, cools), 0.0
    step = cools / 50
    for _ in range(1000):
        brought += heat * step
        heat = cooled(heat, cools, step)
    assert brought == pytest.approx(provokes, rel=0.02, abs=1e-9)


def test_rates_and_danger_are_what_their_words_say():
    assert rate(0.2, "watching", "watching", 0.0, 1.0) == pytest.approx(0.2)
    assert rate(0.2, "ready", "ready", 0.1, 0.5) == pytest.approx(0.25)
    assert endangered(0.0, 2, 0.1, 6.0) == pytest.approx(0.19)
    assert endangered(0.5, 0, 0.1, 6.0) < 0.5
