"""The quarrel of two members: it escalates by itself, and neither orders nor votes settle it."""

from functools import cache

import pytest

from engine.game import Game
from engine.setup import Wanted, prepare, start

SEEDS = (1, 2, 3, 4, 5, 6)


@cache
def played(bots: str, seed: int) -> Game:
    game = start(prepare(Wanted("the-weir", seed=seed, bots=bots, hidden="drawn")), keep=False)
    game.play()
    return game


def total(game: Game, reading: str) -> float:
    return float(game.world.field_of(reading).sum())


def test_left_alone_the_line_takes_more_lives_than_with_the_published_boxes() -> None:
    idle = sum(total(played("idle", seed), "dead") for seed in SEEDS)
    boxes = sum(total(played("doctrine", seed), "dead") for seed in SEEDS)
    assert boxes < idle / 1.5


def test_without_orders_nothing_is_settled() -> None:
    assert {played("idle", seed).world.ending for seed in SEEDS} <= {"frozen", "war"}


def test_both_sides_ask_the_alliance_and_it_cannot_agree() -> None:
    games = [played("doctrine", seed) for seed in SEEDS]
    asked = [game for game in games if any(e.name == "aid.asked" for e in game.journal)]
    assert len(asked) >= 3
    for game in asked:
        assert game.world.number_of("agreed") == 0


def test_other_orders_lead_to_other_endings() -> None:
    found = {played(bots, seed).world.ending for bots in ("random", "doctrine") for seed in SEEDS}
    assert {"agreement", "taken"} <= found
    assert len(found) >= 3


@pytest.mark.parametrize("seed", SEEDS)
def test_people_leave_where_shots_fall(seed: int) -> None:
    game = played("idle", seed)
    away = game.world.field_of("away")
    facing = [game.scene.place_at[place] for place in ("karrat", "batrek")]
    behind = [game.scene.place_at[place] for place in ("dorgan", "heshtan")]
    assert min(away[facing]) > 0 == max(away[behind])
