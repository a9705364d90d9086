"""Claims about people who leave, who are taken in, who go home, and who stay in danger."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.agents.evacuation import KIND
from engine.agents.evacuation.config import EvacuationConfig
from engine.agents.evacuation.rules import bedded, in_danger, leaving
from engine.begin import begin
from engine.kinds import Kind, Numbers, Reading
from engine.world import World
from engine.written import Steps, Value, Varying, Written
from tests.engine.stage import Stage, replayed, stage_of


@dataclass(slots=True)
class Nothing:
    pass


class Rain(Kind[Written, Nothing]):
    """A danger that is always there in the first place, and nowhere else."""

    name, text, Config = "rain", "Endangers a place.", Written
    readings = {"flooded": Reading("%", "place", "share in danger", "mean")}

    def begin(self, world: World, me: str) -> Nothing:
        return Nothing()

    def read(self, world: World, me: str, name: str) -> Numbers:
        assert name == "flooded", name
        return np.array([0.5, *[0.0] * (len(world.scene.places) - 1)])


def places(everywhere: float, **by: float) -> Varying:
    return Varying(
        Steps(((0, Value(everywhere)),)),
        {place: Steps(((0, Value(number)),)) for place, number in by.items()},
    )


def people_of(rain: bool = False, **changed: object) -> Stage:
    written: dict[str, object] = {"beds": places(0, south=20_000), "perishes": Value(0.0)}
    config = EvacuationConfig.model_validate(written | changed)
    agents: dict[str, tuple[Kind[Any, Any], Written]] = {"people": (KIND, config)}
    if rain:
        agents["rain"] = (Rain(), Written())
    return stage_of(agents)


def at(stage: Stage, name: str, place: str) -> float:
    return float(np.asarray(stage.read("people", name))[stage.world.scene.place_at[place]])


def first(stage: Stage) -> str:
    return stage.world.scene.places[0]


def call(stage: Stage, place: str, hours: float = 500.0) -> Stage:
    given: dict[str, Any] = {"at": (place,), "to": "south", "for": hours}
    return stage.do("people", "call", **given)


def test_nobody_leaves_who_is_neither_called_nor_in_danger():
    assert not people_of().until(50).read("people", "away_total")


def test_those_who_are_called_leave_as_fast_as_there_are_seats():
    stage = call(people_of(), "north").until(10.5)
    assert at(stage, "away", "north") == pytest.approx(10 * 400)
    assert at(stage, "taken_in", "south") == pytest.approx(10 * 400 / 2)


def test_only_the_share_that_heeds_a_call_leaves_in_the_end():
    stage = call(people_of(seats=places(1e6), beds=places(0, south=1e7)), "north").until(30)
    there = stage.world.scene.people[stage.world.scene.place_at["north"]]
    assert at(stage, "away", "north") == pytest.approx(0.7 * there)


def test_where_beds_are_full_only_those_with_kin_leave_and_it_is_said():
    stage = call(people_of(beds=places(0, south=1000)), "north").until(30)
    assert at(stage, "taken_in", "south") == pytest.approx(1000)
    assert at(stage, "beds_free", "south") == 0
    assert [entry.event.place for entry in stage.events("people.full")] == ["south"]
    assert at(stage, "away", "north") < 30 * 400


def test_when_the_call_ends_they_go_home():
    stage = call(people_of(), "north", hours=5).until(400)
    assert stage.events("people.call_ended")
    assert at(stage, "away", "north") < 5
    assert at(stage, "taken_in", "south") < 5


def test_people_in_danger_flee_uncalled_and_some_who_stay_die():
    stage = people_of(rain=True, perishes=Value(0.001)).until(10)
    place = first(stage)
    assert at(stage, "away", place) > 0
    lost = sum(entry.event.people for entry in stage.events("people.lost"))
    assert lost == at(stage, "lost_people", place) > 0
    assert {entry.event.place for entry in stage.events("people.lost")} == {place}


def test_boats_bring_people_out_of_danger():
    left = people_of(rain=True).until(10)
    saved = people_of(rain=True).do(
        "people", "rescue", at=(first(left),), boats=100.0, **{"for": 100.0}
    )
    saved.until(10)
    more = at(left, "in_danger", first(left)) - at(saved, "in_danger", first(left))
    assert more > 5_000


def test_what_was_written_down_can_be_read_back():
    stage = call(people_of(rain=True, perishes=Value(0.001)), "north", hours=6).until(30)
    assert replayed(stage, begin(stage.world.scene)).agents == stage.world.agents


@settings(max_examples=50)
@given(st.floats(0, 1e6), st.floats(-1e5, 1e6), st.floats(0, 1e4), st.floats(0, 1), st.floats(0, 3))
def test_nobody_leaves_twice(staying, called, seats, danger, flees):
    assert 0 <= leaving(staying, called, seats, danger, flees) <= staying


def test_beds_are_never_overfilled_and_danger_counts_those_who_stay():
    assert bedded(100, 0.5, 20) == (70, 20)
    assert bedded(100, 0.5, -5) == (50, 0)
    assert in_danger(100, 30, 0.5, 10) == 30
