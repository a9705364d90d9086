"""What an order bends ends before its time when its `undo_when` comes true."""

from pathlib import Path

import pytest

from engine import facts
from engine.errors import BadScenario
from engine.game import Game
from tests.engine.small import changed, entries, game_of, hours_of, ordered

AGREED = """
    cards:
      calm_word:
        title: A calm word
        seat: port
        fields: {where: [old_town, millside]}
        effects:
          - {shift: fuel.use, at: where, times: 0.8, for: 30 h}
          - {shift: fuel.lorries, at: where, times: 1.1, for: 30 h}
          - undo_when: hour is 12 and where.stock >= 0 t
            brings: word_broken
        case_for: "Clerk: it is a word."
        case_against: "Cook: it is only a word."
        unknown: Who hears it.
    injects:
      word_broken:
        to: port
        text: It is over.
        effects: [{shift: fuel.use, at: there, times: 1.2, for: 5 h}]
    """


def agreed(folder: Path, text: str = AGREED) -> Game:
    game = game_of(changed(folder, text))
    assert ordered(game, "port", "calm_word", {"where": "old_town"}).accepted
    return game


def lasting(game: Game) -> list[str]:
    return [shift.target for shift in game.world.shifts.values()]


def test_all_that_an_order_bends_ends_at_the_first_beat_at_which_its_undoing_holds(tmp_path: Path):
    game = agreed(tmp_path)
    game.play(5 * 3600)
    assert lasting(game) == ["fuel.use", "fuel.lorries"]
    game.play(7 * 3600)
    assert hours_of(entries(game, facts.ShiftEnded)) == [6, 6]


def test_what_it_brings_comes_once_and_where_that_was_bent(tmp_path: Path):
    game = agreed(tmp_path)
    game.play(40 * 3600)
    assert hours_of(entries(game, facts.InjectFired, inject="word_broken")) == [6]
    began = entries(game, facts.ShiftBegan, target="fuel.use", places=("old_town",))
    assert hours_of(began) == [0, 6]


def test_what_has_run_its_time_is_watched_no_longer(tmp_path: Path):
    game = agreed(tmp_path, AGREED.replace("30 h", "4 h"))
    game.play(40 * 3600)
    assert entries(game, facts.InjectFired, inject="word_broken") == []
    assert [each for each in game.world.pending.values() if each.sort == "watch"] == []


def test_the_orders_of_others_stay_as_they_are(tmp_path: Path):
    game = agreed(
        tmp_path, AGREED.replace("hour is 12 and", "where is old_town and hour is 12 and")
    )
    assert ordered(game, "port", "calm_word", {"where": "millside"}).accepted
    game.play(8 * 3600)
    assert [shift.places for shift in game.world.shifts.values()][:2] == [("millside",)] * 2


def test_a_field_that_may_hold_more_than_places_has_no_readings(tmp_path: Path):
    with pytest.raises(BadScenario) as found:
        agreed(tmp_path, AGREED.replace("millside]", "everywhere]"))
    assert "`where` is a field; it has no readings" in str(found.value)
