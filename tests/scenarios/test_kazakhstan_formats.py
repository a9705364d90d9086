"""The formats of the largest scenario: the moves that were designed, and staff for every seat."""

import pytest

from engine.envs import WorldEnv
from engine.setup import Wanted, prepare, start, to_first_move
from host.before import LINES, before_of
from tests.properties.games import flagship

NAME = "kazakhstan-2022"
DESIGNED = {
    "full": (25, 60, 4, "The price"),
    "short": (10, 32, 2, "The price"),
    "lesson-50": (6, 28, 0, "The price"),
    "lesson-75": (10, 43, 0, "The price"),
    "course": (25, 150, 4, "The price"),
}


def test_the_formats_are_those_that_were_designed():
    found = {
        name: (
            sum(map(len, format.chapters.values())),
            format.minutes,
            format.extra.most if format.extra is not None else None,
            next(iter(format.chapters)),
        )
        for name, format in flagship().formats.items()
    }
    assert found == DESIGNED


def test_the_ministry_has_three_orders_in_the_long_game_and_everybody_one_in_a_lesson():
    formats = flagship().formats
    assert dict(formats["full"].orders) == {"otherwise": 2, "interior": 3}
    assert dict(formats["lesson-50"].orders) == {"otherwise": 1}


@pytest.mark.parametrize("format", ["lesson-50", "short"])
def test_every_seat_has_staff_and_hears_what_happened_before(format: str):
    ready = prepare(Wanted(NAME, seed=4, format=format))
    game = start(ready, keep=False)
    to_first_move(game)
    assert {line.order.by for line in game.orders} <= {"bot:history"}
    for seat in game.scenario.seats:
        move = game.view(seat).move
        assert move is not None
        assert (move["number"], len(move["asked"])) == (1, 3)  # type: ignore[arg-type]
        assert 1 <= len(before_of(game, seat)) <= LINES
        assert game.scenario.staff[seat]
    ordering = [s for s in game.scenario.seats if (game.view(s).move or {})["staff"] is not None]
    assert len(ordering) >= 5


def test_every_question_of_the_slips_is_open_for_a_while():
    """Each is false when people sit down or soon after, and true at some move of the record."""
    game = start(prepare(Wanted(NAME, seed=1, bots="history", format="full")), keep=False)
    to_first_move(game)
    said: dict[str, set[bool]] = {name: set() for name in game.scenario.forecasts}
    while not game.over:
        for name, forecast in game.scenario.forecasts.items():
            said[name].add(bool(forecast.when.truth(WorldEnv(game.world))))
        game.advance(10_000, until_move=True)
    assert 6 <= len(said) <= 8
    assert [name for name, seen in said.items() if len(seen) < 2] in ([], ["ranks_hold"])
