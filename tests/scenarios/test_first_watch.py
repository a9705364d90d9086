"""The tutorial: it has no mistakes, it can be lost by doing nothing, and it can be won."""

from itertools import product

import pytest

from engine.agents.registry import kinds
from engine.scenario.load import load
from engine.setup import Wanted, prepare, start, to_first_move

ROADS = ("holds", "washes_out")
SEEDS = (1, 2, 3)


def ending_of(bots: str, road: str, seed: int, variant: str | None = None) -> str:
    wanted = Wanted("first-watch", seed=seed, bots=bots, hidden={"the_road": road}, variant=variant)
    game = start(prepare(wanted), keep=False)
    game.play()
    return game.world.ending


def test_whoever_does_nothing_loses_the_lights_or_is_left_with_the_last_of_it() -> None:
    assert [ending_of("idle", "washes_out", seed) for seed in SEEDS] == ["dark"] * len(SEEDS)
    held = [ending_of("idle", "holds", seed) for seed in SEEDS]
    assert set(held) <= {"dark", "last_of_it"}
    assert "dark" in held


@pytest.mark.parametrize(("road", "seed"), list(product(ROADS, SEEDS)))
def test_whoever_plays_by_the_published_boxes_keeps_them(road: str, seed: int) -> None:
    assert ending_of("doctrine", road, seed) == "lights_on"


def test_a_new_note_of_the_instructor_lies_there_whenever_a_move_opens() -> None:
    wanted = Wanted("first-watch", seed=1, bots="idle", hidden="none", format="watch")
    game = start(prepare(wanted), keep=False)
    to_first_move(game)
    notes, moves = 0, 0
    while not game.over:
        told = [str(seen.fields.get("text", "")) for seen in game.seen("warden")]
        now = sum("injects.lesson_" in text for text in told)
        assert now > notes, f"nothing new at {game.now // 3600} h"
        notes, moves = now, moves + 1
        game.advance(24, until_move=True)
        if game.now not in game.moves:
            break
    assert moves == 6


def test_its_variant_has_no_gale() -> None:
    assert "gale" in load("first-watch", kinds=kinds()).injects
    wanted = Wanted("first-watch", seed=1, bots="idle", variant="no-gale")
    game = start(prepare(wanted), keep=False)
    game.play()
    assert not any(getattr(entry.event, "inject", "") == "gale" for entry in game.journal)
