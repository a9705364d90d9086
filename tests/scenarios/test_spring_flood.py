"""The flood: the wave comes down, people decide the rest, and every ending can be reached."""

from functools import cache

import pytest

from engine.game import Game
from engine.setup import Wanted, prepare, start

HEIGHTS = ("lower", "forecast", "higher")


@cache
def played(
    bots: str, height: str = "forecast", seed: int = 1, variant: str | None = None,
    dike: str = "clay",
) -> Game:  # fmt: skip
    hidden = {"how_high": height, "what_is_in_the_dike": dike}
    wanted = Wanted("spring-flood", seed=seed, bots=bots, hidden=hidden, variant=variant)
    game = start(prepare(wanted), keep=False)
    game.play()
    return game


def figure(game: Game, metric: str) -> float:
    rows = [row for row in game.outcomes() if row.metric == metric and row.scope == "national"]
    return max(row.value or 0.0 for row in rows)


def test_the_higher_the_wave_the_more_homes_stand_in_water_if_nobody_acts() -> None:
    homes = [figure(played("idle", height), "flooded_homes") for height in HEIGHTS]
    assert homes[0] == 0
    assert homes[0] < homes[1] < homes[2]


@pytest.mark.parametrize("height", ["forecast", "higher"])
def test_whoever_plays_by_the_published_boxes_loses_fewer_people(height: str) -> None:
    idle = sum(figure(played("idle", height, seed), "lost") for seed in (1, 2, 3))
    boxes = sum(figure(played("doctrine", height, seed), "lost") for seed in (1, 2, 3))
    assert boxes < idle


def test_help_is_flown_in_only_if_it_is_asked_for() -> None:
    assert figure(played("doctrine"), "flights") > 0
    assert figure(played("idle"), "flights") == 0


def test_where_the_neighbours_are_flooded_too_nobody_comes() -> None:
    landed = [
        figure(played("doctrine", seed=seed, variant="closed-borders"), "flights")
        for seed in (1, 2, 3)
    ]
    assert landed == [0, 0, 0]


def test_every_ending_can_be_reached() -> None:
    trials = [
        ("idle", "lower", 1, "clay"),
        ("idle", "forecast", 1, "clay"),
        ("idle", "forecast", 1, "holes"),
        ("idle", "higher", 1, "clay"),
        ("random", "lower", 1, "clay"),
    ]
    found = {
        played(bots, height, seed, dike=dike).world.ending for bots, height, seed, dike in trials
    }
    assert found == {"held", "water_falls", "town_lost", "drowned", "polder"}
