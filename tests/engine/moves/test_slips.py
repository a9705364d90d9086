"""Slips: a few probabilities a move, scored when the next one opens, told when all is over."""

from pathlib import Path

import pytest

from engine.catalogue import refusal, story
from engine.game import Game, replay
from engine.moves.events import SlipFilled, SlipScored, SlipsTold
from engine.moves.slips import brier, probability
from engine.orders import FieldGiven
from tests.engine.moves.stage import harbour_in_formats, in_format
from tests.engine.small import HOUR, entries, ordered

QUESTIONS = """
forecasts:
  any_dry: null
  long_line: null
  one:   {ask: Is it past noon?, when: now >= day 1 12:00}
  two:   {ask: Is it the third day?, when: now >= day 3 00:00}
  three: {ask: Was the gate opened?, when: done(open_gate)}
  four:  {ask: Will it never be?, when: never}
"""


def asked_game(folder: Path, format: str = "two") -> Game:
    return in_format(harbour_in_formats(folder, QUESTIONS), format)


def move(game: Game, seat: str = "union") -> dict[str, object]:
    found = game.view(seat).move
    assert found is not None
    return found


def test_a_slip_asks_three_questions_which_take_turns(tmp_path: Path):
    game = asked_game(tmp_path)
    assert move(game)["asked"] == ["one", "two", "three"]
    assert move(game, "port")["asked"] == ["one", "two", "three"]
    game.play(until=12 * HOUR)
    assert move(game)["asked"] == ["four", "one", "two"]


def test_what_a_seat_knows_to_be_settled_is_not_asked_of_it_and_nothing_in_the_last_move(
    tmp_path: Path,
):
    settled = QUESTIONS.replace("12:00}", "12:00, open: now < day 1 12:00}")
    game = in_format(harbour_in_formats(tmp_path, settled), "two")
    assert move(game)["asked"] == ["one", "two", "three"]
    game.play(until=12 * HOUR)
    assert move(game)["asked"] == ["four", "two", "three"]
    game.play(until=36 * HOUR)
    assert game.schedule.after(game.now) is None
    assert move(game)["asked"] == []
    assert ordered(game, "union", "forecast", {"one": 0.5}).code == "slip_closed"


def test_a_slip_is_shown_to_its_own_seat_and_uses_up_no_order(tmp_path: Path):
    game = asked_game(tmp_path)
    assert ordered(game, "union", "forecast", {"one": 0.9, "two": "20 %"}).accepted
    assert move(game)["slip"] == {"one": 0.9, "two": 0.2}
    assert move(game)["left"] == 1
    assert move(game, "port")["slip"] == {}
    (entry,) = entries(game, SlipFilled)
    assert entry.event.to == ("union",)


def test_a_slip_filled_in_again_replaces_what_it_names(tmp_path: Path):
    game = asked_game(tmp_path)
    ordered(game, "union", "forecast", {"one": 0.9, "two": 0.5})
    ordered(game, "union", "forecast", {"two": 0.1})
    assert move(game)["slip"] == {"one": 0.9, "two": 0.1}


def test_the_score_is_what_it_missed_by_squared_and_nobody_is_told_before_the_end(tmp_path: Path):
    game = asked_game(tmp_path)
    ordered(game, "union", "forecast", {"one": 0.9, "two": 0.2, "three": 0.5})
    game.play(until=12 * HOUR)
    (scored,) = entries(game, SlipScored)
    assert scored.event.to == ()
    assert isinstance(scored.event, SlipScored)
    assert [row[2:] for row in scored.event.rows] == [(1, 0.01), (0, 0.25), (0, 0.04)]
    assert move(game)["slip"] == {}
    assert "SlipScored" not in repr(game.seen("union"))
    assert entries(game, SlipsTold) == []


def test_when_all_is_over_each_seat_is_told_its_mean(tmp_path: Path):
    game = asked_game(tmp_path)
    ordered(game, "union", "forecast", {"one": 0.9, "two": 0.2, "three": 0.5})
    game.play(until=12 * HOUR)
    ordered(game, "union", "forecast", {"four": 0})
    ordered(game, "port", "forecast", {"four": 1})
    game.play()
    told = {e.event.to: e.event for e in entries(game, SlipsTold)}
    assert set(told) == {("union",), ("port",)}
    union = told["union",]
    assert isinstance(union, SlipsTold)
    assert union.questions == 4
    assert union.mean == pytest.approx(0.3 / 4)
    said = story(game.scenario, game.seen("union")[-1])
    assert said.text.startswith("Over 4 questions your mean score is 0.07")


REFUSED: list[tuple[dict[str, FieldGiven], str]] = [
    ({}, "missing_field"),
    ({"four": 0.5}, "unknown_field"),
    ({"nonsense": 0.5}, "unknown_field"),
    ({"one": 1.01}, "wrong_field"),
    ({"one": -0.01}, "wrong_field"),
    ({"one": "often"}, "wrong_field"),
    ({"one": True}, "wrong_field"),
    ({"one": "3 h"}, "wrong_field"),
]


@pytest.mark.parametrize(("fields", "code"), REFUSED, ids=str)
def test_a_slip_that_makes_no_sense_is_refused(
    tmp_path: Path, fields: dict[str, FieldGiven], code: str
):
    game = asked_game(tmp_path)
    assert ordered(game, "union", "forecast", fields).code == code
    assert move(game)["slip"] == {}


def test_once_time_goes_on_no_slip_is_taken(tmp_path: Path):
    game = asked_game(tmp_path)
    game.advance()
    assert move(game)["slip_open"] is False
    answer = ordered(game, "union", "forecast", {"one": 0.5})
    assert answer.code == "slip_closed"
    assert "while a move opens" in refusal(game.scenario, answer.code, {})


def test_without_a_format_nobody_is_asked(tmp_path: Path):
    game = in_format(harbour_in_formats(tmp_path, QUESTIONS), "")
    assert ordered(game, "union", "forecast", {"one": 0.5}).code == "not_playable"


def test_a_game_with_slips_replays_and_branches(tmp_path: Path):
    first = asked_game(tmp_path)
    ordered(first, "union", "forecast", {"one": 0.9})
    first.play(until=12 * HOUR)
    ordered(first, "union", "forecast", {"four": 0.3})
    first.play()
    again = in_format(first.scenario, "two")
    assert replay(again, first.orders, first.opened) == []
    assert again.journal.digest() == first.journal.digest()
    other = first.branch(13 * HOUR)
    other.play()
    assert other.journal.digest() == first.journal.digest()


def test_probabilities_and_scores():
    assert [probability(given) for given in (0, 1, 0.25, "25 %", "0.25")] == [
        0,
        1,
        0.25,
        0.25,
        0.25,
    ]
    assert [probability(given) for given in (True, 2, "x", "150 %")] == [None] * 4
    assert brier({"a": 0.75, "b": 0.0}, {"a": True, "b": False}) == {"a": 0.0625, "b": 0.0}
