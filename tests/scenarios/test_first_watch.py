"""The tutorial: it has no mistakes, it can be lost by doing nothing, and it can be won."""

from itertools import product

import pytest

from engine.agents.registry import kinds
from engine.scenario.load import load
from engine.setup import Wanted, prepare, start

ROADS = ("holds", "washes_out")
SEEDS = (1, 2, 3)


def ending_of(bots: str, road: str, seed: int, variant: str | None = None) -> str:
    wanted = Wanted("first-watch", seed=seed, bots=bots, hidden={"the_road": road}, variant=variant)
    game = start(prepare(wanted), keep=False)
    game.play()
    return game.world.ending


@pytest.mark.parametrize(("road", "seed"), list(product(ROADS, SEEDS)))
def test_whoever_does_nothing_loses_the_lights(road: str, seed: int) -> None:
    assert ending_of("idle", road, seed) == "dark"


@pytest.mark.parametrize(("road", "seed"), list(product(ROADS, SEEDS)))
def test_whoever_plays_by_the_published_boxes_keeps_them(road: str, seed: int) -> None:
    assert ending_of("doctrine", road, seed) == "lights_on"


def test_the_instructor_speaks_in_every_move() -> None:
    written = load("first-watch", kinds=kinds())
    moves = [at for opens in written.formats["watch"].chapters.values() for at in opens]
    spoken = [inject.at for id, inject in written.injects.items() if id.startswith("lesson_")]
    for opens, closes in zip(moves, [*moves[1:], written.end], strict=True):
        assert any(at is not None and opens <= at < closes for at in spoken), opens


def test_its_variant_has_no_gale() -> None:
    assert "gale" in load("first-watch", kinds=kinds()).injects
    wanted = Wanted("first-watch", seed=1, bots="idle", variant="no-gale")
    game = start(prepare(wanted), keep=False)
    game.play()
    assert not any(getattr(entry.event, "inject", "") == "gale" for entry in game.journal)
