"""What comes back of a stock with moves and midnights, and how a seat is told when."""

from pathlib import Path

import pytest

from engine.catalogue import refusal
from engine.facts import StockMoved
from engine.game import Game
from engine.stocks import coming, enough_at
from tests.engine.moves.stage import harbour_in_formats, in_format
from tests.engine.small import HOUR, entries, ordered

BACK = """
seats:
  union:
    stocks: {solidarity: {start: 10 %, each_move: 5 %, each_day: 20 %, most: 40 %}}
"""


def played(folder: Path, more: str = BACK) -> Game:
    return in_format(harbour_in_formats(folder, more), "two")


def moved(game: Game) -> list[tuple[int, float]]:
    rows = entries(game, StockMoved, seat="union", stock="solidarity")
    return [(row.at // HOUR, round(row.event.by, 3)) for row in rows]  # type: ignore[attr-defined]


def test_moves_and_midnights_add_before_anybody_orders_and_never_beyond_the_most(tmp_path: Path):
    game = played(tmp_path)
    held = game.view("union").stocks["solidarity"]
    assert held == pytest.approx(0.15), "the first move has opened"
    game.play(2 * 24 * HOUR)
    midnights_and_moves = moved(game)
    assert midnights_and_moves[0] == (0, 0.05)
    assert 0.2 in [by for _, by in midnights_and_moves]
    assert game.world.stocks["union"]["solidarity"] <= 0.4 + 1e-9


def test_a_refusal_says_when_there_is_enough_again_if_nothing_is_spent(tmp_path: Path):
    game = played(tmp_path)
    game.world.stocks["union"]["solidarity"] = 0.0
    view = game.view("union")
    stock = game.scenario.seats["union"].stocks["solidarity"]
    first = coming(game.scenario, game.schedule, view.now, "union")["solidarity"][0]
    assert first[0] > view.now
    assert first[1] > 0
    assert enough_at(game.scenario, game.schedule, view.now, stock, 0.0, 0.05) == first[0]
    assert enough_at(game.scenario, game.schedule, view.now, stock, 0.0, 0.5) is None
    answer = ordered(game, "union", "work_to_rule")
    assert answer.code == "cannot_afford"
    sentence = refusal(game.scenario, answer.code, dict(answer.about))
    assert "you have enough on" in sentence


def test_what_never_comes_back_is_said_to_never_come_back(tmp_path: Path):
    game = played(tmp_path, "")
    game.world.stocks["union"]["solidarity"] = 0.0
    answer = ordered(game, "union", "work_to_rule")
    assert "does not come back by itself" in refusal(game.scenario, answer.code, dict(answer.about))
