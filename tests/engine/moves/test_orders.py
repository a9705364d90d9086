"""Orders a move: as many as the format says, counted in the world, given back when taken back."""

from pathlib import Path

from engine.catalogue import refusal
from engine.game import Game
from engine.orders import Order
from tests.engine.moves.stage import harbour_in_formats, in_format
from tests.engine.small import HOUR, brought_in, ordered


def game_of_two(folder: Path) -> Game:
    return in_format(harbour_in_formats(folder), "two")


def test_an_order_more_than_the_move_has_is_refused_and_says_when_the_next_opens(tmp_path: Path):
    game = game_of_two(tmp_path)
    assert ordered(game, "union", "open_gate").accepted
    answer = ordered(game, "union", "open_gate")
    assert (answer.code, dict(answer.about)) == (
        "no_orders_left",
        {"most": 1, "opens": 12 * HOUR},
    )
    said = refusal(game.scenario, answer.code, dict(answer.about))
    assert said == "you have 1 order a move, and none is left; the next opens 03 Nov 18:00"


def test_each_seat_has_its_own_number(tmp_path: Path):
    game = game_of_two(tmp_path)
    cards = ("publish_stock", "night_shift", "publish_stock")
    assert [ordered(game, "port", card).accepted for card in cards] == [True, True, False]
    assert ordered(game, "union", "open_gate").accepted


def test_after_the_last_move_no_other_is_promised(tmp_path: Path):
    game = game_of_two(tmp_path)
    game.play(until=50 * HOUR)
    ordered(game, "union", "open_gate")
    answer = ordered(game, "union", "open_gate")
    assert dict(answer.about)["opens"] is None
    assert refusal(game.scenario, answer.code, dict(answer.about)).endswith("no move follows")


def test_what_is_taken_back_may_be_ordered_again(tmp_path: Path):
    game = game_of_two(tmp_path)
    first = ordered(game, "union", "open_gate")
    assert game.view("union").orders_left == 0
    assert ordered(game, "union", "withdraw", {"order": first.order}).accepted
    assert game.view("union").orders_left == 1
    assert ordered(game, "union", "open_gate").accepted


def test_an_order_of_an_earlier_move_taken_back_gives_nothing_in_this_one(tmp_path: Path):
    game = game_of_two(tmp_path)
    first = ordered(game, "union", "open_gate", beat=20)
    game.play(until=12 * HOUR)
    assert ordered(game, "union", "open_gate").accepted
    assert ordered(game, "union", "withdraw", {"order": first.order}).accepted
    assert game.view("union").orders_left == 0


def test_a_refused_order_uses_nothing_up(tmp_path: Path):
    game = game_of_two(tmp_path)
    assert not ordered(game, "union", "raise_demand", {"rung": "nothing"}).accepted
    assert game.view("union").orders_left == 1


def test_the_same_order_again_is_not_counted_twice(tmp_path: Path):
    game = game_of_two(tmp_path)
    order = Order(id="one", seat="port", card="publish_stock")
    assert game.submit(order) == game.submit(order)
    assert game.view("port").orders_left == 1


def test_a_move_that_opens_gives_orders_anew_and_beats_do_not(tmp_path: Path):
    game = game_of_two(tmp_path)
    ordered(game, "union", "open_gate")
    game.advance(11)
    assert game.view("union").orders_left == 0
    game.advance(1)
    assert game.view("union").orders_left == 1


def test_what_was_counted_survives_a_branch(tmp_path: Path):
    game = game_of_two(tmp_path)
    ordered(game, "union", "open_gate")
    game.play(until=30 * HOUR)
    assert game.branch(0).view("union").orders_left == 1
    assert game.branch(5 * HOUR).view("union").orders_left == 0
    assert ordered(game.branch(5 * HOUR), "union", "open_gate").code == "no_orders_left"


def test_bots_go_through_the_same_door(tmp_path: Path):
    rows = "".join(f"        n{n}: {{at: day 1 0{6 + n}:00, order: open_gate}}\n" for n in range(3))
    scenario = harbour_in_formats(tmp_path, f"    history:\n{rows}")
    limited, free = (in_format(scenario, name, "history") for name in ("two", ""))
    for game in (limited, free):
        game.play(until=10 * HOUR)
    assert [line.answer.code for line in limited.orders] == ["", *["no_orders_left"] * 2]
    assert [line.answer.accepted for line in free.orders] == [True] * 3


def test_doctrine_gives_no_order_that_the_move_has_not(tmp_path: Path):
    game = in_format(harbour_in_formats(tmp_path), "lesson", "doctrine")
    game.play()
    assert "no_orders_left" not in {line.answer.code for line in game.orders}
    slips = "forecast"  # One says what it expects beside its order: that is none of the move's.
    beats = [(line.beat, line.order.seat) for line in game.orders if line.order.card != slips]
    assert len(beats) == len(set(beats))


def test_the_facilitator_is_not_limited(tmp_path: Path):
    game = game_of_two(tmp_path)
    assert [brought_in(game, "minister_visits").accepted for _ in range(3)] == [True] * 3
    assert game.world.turn.counted == {}
