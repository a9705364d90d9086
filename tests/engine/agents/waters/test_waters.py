"""Claims about water that comes down a river, dikes that hold or break, and pumps."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.agents.waters import KIND
from engine.agents.waters.config import WatersConfig
from engine.agents.waters.rules import breaks, chance_within, filled, routed, sources
from engine.begin import begin
from engine.written import Steps, Value, Varying
from tests.engine.stage import HOUR, Stage, replayed, stage_of

METRE = 0.001


def places(everywhere: float, **by: float) -> Varying:
    return Varying(
        Steps(((0, Value(everywhere)),)),
        {place: Steps(((0, Value(number)),)) for place, number in by.items()},
    )


def waters(**changed: object) -> Stage:
    written: dict[str, object] = {
        "course": {"harbour": ("north",), "north": ("south",)},
        "source": places(3 * METRE),
        "dikes": places(10 * METRE),
        "lag": places(6.0),
    }
    return stage_of({"river": (KIND, WatersConfig.model_validate(written | changed))})


def at(stage: Stage, name: str, place: str) -> float:
    return float(np.asarray(stage.read("river", name))[stage.world.scene.place_at[place]])


def test_the_first_place_follows_the_wave_as_a_linear_reservoir_does() -> None:
    stage = waters().until(12.5)
    expected = 3 * METRE * (1 - math.exp(-12 / 6))
    assert at(stage, "height", "harbour") == pytest.approx(expected, rel=1e-6)


def test_in_the_end_every_place_stands_as_high_as_what_comes_in() -> None:
    stage = waters().until(200)
    assert stage.read("river", "height") == pytest.approx(np.full(3, 3 * METRE), rel=1e-4)


def test_the_wave_reaches_the_lower_places_later() -> None:
    stage = waters().until(10)
    levels = [at(stage, "height", place) for place in ("harbour", "north", "south")]
    assert levels == sorted(levels, reverse=True)
    assert levels[0] > levels[2] * 2


def test_a_dike_far_above_the_water_never_breaks_and_one_far_below_does() -> None:
    assert not waters().until(300).events("river.broke")
    low = waters(dikes=places(10 * METRE, north=1 * METRE)).until(300)
    broke = low.events("river.broke")
    assert [entry.event.place for entry in broke] == ["north"]
    assert low.events("river.endangered")[0].at <= broke[0].at
    assert at(low, "flooded", "north") > 0.9
    assert at(low, "in_water", "north") == pytest.approx(
        low.world.scene.people[low.world.scene.place_at["north"]] * at(low, "flooded", "north"),
        abs=1,
    )


def test_a_dike_raised_in_time_is_never_in_danger():
    stage = waters(dikes=places(10 * METRE, south=3.2 * METRE), seeps=Value(1.0))
    stage.do("river", "lay", at=("south",), by=2 * METRE, **{"for": 4.0}).until(300)
    assert [entry.at for entry in stage.events("river.raised")] == [4 * HOUR]
    assert not stage.events("river.endangered")


def test_a_dike_cut_on_purpose_spares_the_place_below_it() -> None:
    left = waters(spares=Value(0.3)).until(100)
    cut = waters(spares=Value(0.3))
    cut.do("river", "cut", at=("harbour",)).until(100)
    assert at(cut, "height", "south") < 0.75 * at(left, "height", "south")
    assert at(cut, "flooded", "harbour") > 0.9 > at(left, "flooded", "harbour")
    assert cut.events("river.broke")[0].event.cause == "order:test"


def test_only_pumps_clear_what_stands_behind_a_gap_that_is_closed() -> None:
    def cleared(pumps: float) -> float:
        stage = waters(source=places(0.5 * METRE), deep=Value(0.5 * METRE))
        stage.do("river", "cut", at=("harbour",)).until(60)
        stage.do("river", "close", at=("harbour",))
        stage.do("river", "pump", at=("harbour",), by=pumps).until(160)
        return at(stage, "flooded", "harbour")

    assert cleared(0) > 0.9
    assert cleared(20) < 0.01


def test_a_gap_cannot_be_closed_while_the_water_is_high() -> None:
    stage = waters(dikes=places(4 * METRE)).until(60)
    stage.do("river", "cut", at=("harbour",)).do("river", "close", at=("harbour",))
    assert not stage.events("river.closed")


def test_what_was_written_down_can_be_read_back():
    stage = waters(dikes=places(10 * METRE, north=1 * METRE))
    stage.do("river", "lay", at=("north",), by=METRE, **{"for": 9.0}).until(80)
    assert replayed(stage, begin(stage.world.scene)).agents == stage.world.agents


@settings(max_examples=30)
@given(st.floats(0, 10), st.floats(0, 10), st.floats(0.5, 48))
def test_two_hours_in_one_step_are_two_steps_of_one_hour(
    level: float, above: float, lag: float
) -> None:
    twice = routed(routed(level, above, lag, 1.0), above, lag, 1.0)
    assert twice == pytest.approx(routed(level, above, lag, 2.0), abs=1e-9)


def test_the_hazard_of_a_dike_rises_from_nothing_to_its_top() -> None:
    hazards = [breaks(level, 4.0, 0.5, 0.01, 0.3) for level in (3.4, 3.5, 3.75, 3.999, 4.0, 9.0)]
    assert hazards == pytest.approx([0, 0, 0.005, 0.00998, 0.3, 0.3])
    assert chance_within(0.3, 2.0) == pytest.approx(1 - math.exp(-0.6))


def test_a_place_fills_with_its_time_and_never_below_its_goal() -> None:
    assert filled(0.0, 0.8, 6.0, 0.0, 6.0) == pytest.approx(0.8 * (1 - math.exp(-1)))
    assert filled(0.9, 0.5, 6.0, 10.0, 6.0) == 0.5
    assert sources([(0, (1,)), (1, (2,))], 3) == [[], [0], [1]]
