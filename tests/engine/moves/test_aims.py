"""Aims: a seat ticks two of its own, once, at the beginning."""

from pathlib import Path

import pytest

from engine.game import Game
from engine.moves.events import AimsChosen
from engine.orders import FieldGiven
from engine.setup import to_first_move
from tests.engine.moves.stage import harbour_in_formats, in_format
from tests.engine.small import HOUR, entries, ordered

TWO: dict[str, FieldGiven] = {"first": "paid", "second": "gate"}


def fresh(folder: Path, format: str = "two") -> Game:
    return in_format(harbour_in_formats(folder), format)


def test_two_aims_are_chosen_and_told_to_the_seat_alone(tmp_path: Path):
    game = fresh(tmp_path)
    assert game.view("union").plain()["aims"] == {"chosen": [], "open": True}
    assert ordered(game, "union", "aims", TWO).accepted
    assert game.view("union").plain()["aims"] == {"chosen": ["paid", "gate"], "open": False}
    (entry,) = entries(game, AimsChosen)
    assert entry.event.to == ("union",)
    assert game.view("port").aims == ()
    assert game.view("union").orders_left == 1


REFUSED: list[tuple[dict[str, FieldGiven], str, str]] = [
    ({}, "missing_field", "first"),
    ({"first": "paid"}, "missing_field", "second"),
    ({"first": "paid", "second": "paid"}, "wrong_field", "second"),
    ({"first": "clear", "second": "paid"}, "wrong_field", "first"),
    ({"first": "paid", "second": True}, "wrong_field", "second"),
    ({"first": "paid", "second": "gate", "third": "board"}, "unknown_field", "third"),
]


@pytest.mark.parametrize(("fields", "code", "field"), REFUSED, ids=str)
def test_aims_that_are_not_two_of_the_seats_own_are_refused(
    tmp_path: Path, fields: dict[str, FieldGiven], code: str, field: str
):
    answer = ordered(fresh(tmp_path), "union", "aims", fields)
    assert (answer.code, dict(answer.about)) == (code, {"field": field})


def test_aims_are_chosen_once(tmp_path: Path):
    game = fresh(tmp_path)
    ordered(game, "union", "aims", TWO)
    assert ordered(game, "union", "aims", {"first": "board", "second": "blame"}).code == (
        "aims_chosen"
    )


def test_aims_may_be_chosen_all_through_the_first_move(tmp_path: Path):
    game = fresh(tmp_path)
    ordered(game, "union", "open_gate")
    game.play(until=11 * HOUR)
    assert ordered(game, "union", "aims", TWO).accepted


def test_after_the_first_move_whoever_has_ordered_chooses_no_more(tmp_path: Path):
    game = fresh(tmp_path)
    ordered(game, "union", "open_gate")
    game.play(until=12 * HOUR)
    assert ordered(game, "union", "aims", TWO).code == "aims_late"
    assert ordered(game, "port", "aims", {"first": "clear", "second": "cheap"}).accepted


def test_what_the_bot_before_ordered_takes_no_aims_away(tmp_path: Path):
    game = fresh(tmp_path, "late")
    to_first_move(game)
    assert any(line.order.seat == "union" for line in game.orders)
    game.advance(12)
    assert game.world.turn.number == 2
    assert ordered(game, "union", "aims", TWO).accepted


def test_without_a_format_aims_are_chosen_before_the_first_order(tmp_path: Path):
    game = fresh(tmp_path, "")
    game.play(until=3 * HOUR)
    ordered(game, "port", "publish_stock")
    assert ordered(game, "port", "aims", {"first": "clear", "second": "cheap"}).code == "aims_late"
    assert ordered(game, "union", "aims", TWO).accepted
