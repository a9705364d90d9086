"""The fire: it comes down the hill by itself, people decide how far, and every ending comes."""

from functools import cache

import pytest

from engine.agents.field.state import FieldState
from engine.game import Game
from engine.scenario.load import check, load
from engine.setup import Wanted, prepare, start

PINES = ("dry", "tinder")


@cache
def played(bots: str, pines: str = "dry", seed: int = 1, variant: str | None = None) -> Game:
    hidden = {"under_the_pines": pines}
    game = start(
        prepare(Wanted("dry-season", seed=seed, bots=bots, hidden=hidden, variant=variant)),
        keep=False,
    )
    game.play()
    return game


def levels(game: Game) -> dict[str, list[float]]:
    """Each level of the fire by place, at the end."""
    state = game.world.agents["fire"]
    assert isinstance(state, FieldState)
    return dict(zip(state.names, state.levels, strict=True))


def reached(game: Game, place: str) -> float:
    """The second at which a place caught fire; never is late."""
    tally = game.world.tallies.get(f"fire.alight@{place}")
    return tally.first if tally is not None else float("inf")


def test_it_has_neither_mistakes_nor_warnings_with_any_variant():
    assert check("dry-season") == ()
    variants = load("dry-season").variants
    assert [check("dry-season", variant=name) for name in variants] == [()] * len(variants)


@pytest.mark.parametrize("pines", PINES)
def test_the_fire_comes_down_the_road_place_by_place_if_nobody_acts(pines: str):
    game = played("idle", pines)
    road = ("oldpines", "saddle", "brackenhof", "orrinport")
    times = [reached(game, place) for place in road]
    assert times == sorted(times)
    assert times[-1] < float("inf")


def test_under_uncleared_pines_it_is_faster():
    assert reached(played("idle", "tinder"), "orrinport") < reached(played("idle"), "orrinport")


def test_without_the_wind_it_is_slower():
    still = played("idle", variant="no-wind")
    assert reached(still, "orrinport") > reached(played("idle"), "orrinport")


@pytest.mark.parametrize("pines", PINES)
def test_whoever_plays_by_the_published_boxes_saves_terraces_and_people(pines: str):
    for seed in (1, 2):
        idle, boxes = levels(played("idle", pines, seed)), levels(played("doctrine", pines, seed))
        assert sum(boxes["hurt"]) < sum(idle["hurt"]) / 2
        assert boxes["burnt"][3] < idle["burnt"][3] / 2


def test_nobody_is_lost_from_the_count_and_no_ground_either():
    for bots in ("idle", "doctrine", "random"):
        game = played(bots)
        found = levels(game)
        people = [sum(found[level][at] for level in ("at_home", "away", "hurt")) for at in range(6)]
        assert people == pytest.approx(game.scene.people.tolist(), rel=1e-6)
        ground = ("standing", "burning", "burnt", "cleared")
        assert [sum(found[level][at] for level in ground) for at in range(6)] == pytest.approx(
            [1.0] * 6, rel=1e-6
        )


def test_every_ending_can_be_reached():
    trials = [
        ("idle", "dry", 1),
        ("doctrine", "dry", 1),
        ("random", "dry", 1),
        ("random", "dry", 3),
        ("random", "tinder", 13),
    ]
    found = {played(*trial).world.ending for trial in trials}
    assert found == set(load("dry-season").endings)
