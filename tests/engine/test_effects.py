"""What effects do: shifts come and go, stocks stop at nothing, and every meter's ledger sums."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import facts
from engine.events import MeterMoved
from engine.game import Game
from tests.engine.small import HOUR, brought_in, changed, entries, game_of, ordered, told_to_play
from tests.properties.games import game as harbour_game
from tests.properties.games import harbour


def lorries(game: Game) -> list[float]:
    """What the lorries can carry now, in t/h at each place."""
    return [float(value) for value in game.world.values("fuel", "lorries")]


def shifted(tmp_path: Path, effect: str, hours: int) -> Game:
    return told_to_play(
        tmp_path, f"injects: {{push: {{at: day 1 08:00, effects: [{effect}]}}}}", hours
    )


BASE = 90 / 24


def test_a_shift_for_a_time_ends_when_it_is_over(tmp_path: Path):
    game = shifted(tmp_path, "{shift: fuel.lorries, times: 0.5, for: 6 h}", 3)
    assert lorries(game) == pytest.approx([BASE / 2] * 6)
    game.play(7 * HOUR)
    assert lorries(game) == pytest.approx([BASE / 2] * 6)
    game.play(9 * HOUR)
    assert lorries(game) == pytest.approx([BASE] * 6)
    assert not game.world.shifts


def test_a_shift_by_an_amount_is_added(tmp_path: Path):
    game = shifted(tmp_path, "{shift: fuel.lorries, by: 24 t/d}", 3)
    assert lorries(game) == pytest.approx([BASE + 1] * 6)


def test_a_fading_shift_loses_half_in_each_half_life(tmp_path: Path):
    game = shifted(tmp_path, "{shift: fuel.lorries, by: 24 t/d, fading: 6 h}", 8)
    assert lorries(game) == pytest.approx([BASE + 0.5] * 6)
    game.play(14 * HOUR)
    assert lorries(game) == pytest.approx([BASE + 0.25] * 6)


@pytest.mark.parametrize(
    ("area", "bent"),
    [
        ("old_town", [0, 0, 1, 0, 0, 0]),
        ("uplands", [0, 0, 0, 1, 1, 1]),
        ("everywhere", [1, 1, 1, 1, 1, 1]),
        ("[old_town, high_farms]", [0, 0, 1, 0, 1, 0]),
        ("not shore", [0, 0, 0, 1, 1, 1]),
    ],
)
def test_a_shift_bends_its_area_alone(tmp_path: Path, area: str, bent: list[int]):
    game = shifted(tmp_path, f"{{shift: fuel.lorries, at: {area}, times: 2}}", 3)
    assert lorries(game) == pytest.approx([BASE * (1 + one) for one in bent])


def test_two_shifts_give_the_same_in_either_order(tmp_path: Path):
    both = ["{shift: fuel.lorries, by: 24 t/d}", "{shift: fuel.lorries, times: 0.5}"]
    first = shifted(tmp_path, ", ".join(both), 3)
    (tmp_path / "other").mkdir()
    second = shifted(tmp_path / "other", ", ".join(reversed(both)), 3)
    assert lorries(first) == pytest.approx(lorries(second))


def test_a_shift_never_leaves_the_bounds_of_its_parameter(tmp_path: Path):
    game = shifted(tmp_path, "{shift: fuel.lorries, by: -2400 t/d}", 3)
    assert lorries(game) == [0.0] * 6


def test_a_stock_stops_at_nothing(tmp_path: Path):
    game = shifted(tmp_path, "{shift: union.solidarity, by: -250 %}", 3)
    assert game.world.stocks["union"] == {"solidarity": 0.0}
    (moved,) = entries(game, facts.StockMoved, stock="solidarity")
    assert isinstance(moved.event, facts.StockMoved)
    assert moved.event.by == -1.0
    assert ordered(game, "union", "open_gate").code == "cannot_afford"


def test_an_effect_sees_the_one_before_it(tmp_path: Path):
    game = shifted(
        tmp_path,
        "{shift: patience, by: -30 %}, {shift: union.solidarity, by: -50 %, when: patience < 40 %}",
        3,
    )
    assert game.world.stocks["union"] == {"solidarity": 0.5}


STILL = """
    meters: {patience: {start: 60 %, drift: 0 %/d}}
    injects:
      push: {at: day 1 08:00, effects: [EFFECT]}
    """


def patience(tmp_path: Path, effect: str, *hours: int) -> list[float]:
    """The meter just after the beats at these hours, nothing else moving it."""
    game = game_of(changed(tmp_path, STILL.replace("EFFECT", effect)))
    found = []
    for hour in hours:
        game.play((hour + 1) * HOUR)
        found.append(round(game.world.meters["patience"], 9))
    return found


def test_what_is_lent_to_a_meter_for_a_time_is_given_back_whole(tmp_path: Path):
    lent = patience(tmp_path, "{shift: patience, by: 10 %, for: 5 h}", 1, 2, 6, 7, 20)
    assert lent == [0.6, 0.7, 0.7, 0.6, 0.6]


def test_what_fades_from_a_meter_is_half_gone_after_its_half_life(tmp_path: Path):
    lent = patience(tmp_path, "{shift: patience, by: 8 %, fading: 6 h}", 2, 8, 14)
    assert lent == pytest.approx([0.68, 0.64, 0.62], abs=1e-6)


def test_what_fades_for_a_time_fades_until_then_and_is_then_gone(tmp_path: Path):
    lent = patience(
        tmp_path, "{shift: patience, by: 8 %, for: 12 h, fading: 6 h}", 2, 8, 13, 14, 30
    )
    assert lent == pytest.approx([0.68, 0.64, 0.6 + 0.08 * 2 ** (-11 / 6), 0.6, 0.6], abs=1e-6)


def test_a_meter_gives_back_only_what_it_took(tmp_path: Path):
    lent = patience(tmp_path, "{shift: patience, by: 70 %, for: 5 h}", 2, 7)
    assert lent == [1.0, 0.6]


def ledger(game: Game) -> None:
    """Every change of every meter is the sum of its terms, and all of them make the meter."""
    meters = {id: meter.start for id, meter in game.scene.meters.items() if not meter.reading}
    for entry in game.journal:
        event = entry.event
        if not isinstance(event, MeterMoved):
            continue
        assert sum(term.amount for term in event.terms) == pytest.approx(event.by, abs=1e-9)
        assert all(term.cause for term in event.terms)
        meters[event.meter] += event.by
        assert -1e-9 <= meters[event.meter] <= 1 + 1e-9
    for id, value in meters.items():
        assert game.world.meters[id] == pytest.approx(value, abs=1e-9)
        assert 0 <= value <= 1


@settings(max_examples=10)
@given(seed=st.integers(0, 2**32))
def test_the_terms_of_a_whole_game_sum_to_its_meters(seed: int):
    found = harbour_game(harbour(), seed=seed, bots="random", keep=False)
    found.play()
    assert entries(found, MeterMoved)
    ledger(found)


def test_the_terms_of_a_meter_pushed_against_both_ends_still_sum(tmp_path: Path):
    game = game_of(
        changed(
            tmp_path,
            """
            injects:
              up:   {effects: [{shift: patience, by: 77 %, fading: 3 h}], text: Up, to: all}
              down: {effects: [{shift: patience, times: 0.01, for: 4 h}], text: Down, to: all}
            """,
        )
    )
    for inject in ("up", "down", "up", "down", "down", "up"):
        brought_in(game, inject)
        game.advance(2)
    game.play()
    ledger(game)
