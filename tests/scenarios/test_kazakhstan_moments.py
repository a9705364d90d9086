"""The moments the flagship is played for: the report that makes each felt, and who reads it."""

from functools import cache

import pytest

from engine.bots.casting import cast
from engine.game import Game, Settings
from engine.orders import Order
from engine.scenario.load import load
from tests.scenarios.flagship import NAME

pytestmark = pytest.mark.xdist_group("flagship")

HOUR, DAY = 3_600, 86_400


@cache
def played(bots: str, days: int) -> Game:
    """A game of some days."""
    scenario = load(NAME)
    game = Game(scenario, Settings(1, bots=cast(scenario, bots, {}), keep=False))
    game.play(until=days * DAY)
    return game


def fired(game: Game, inject: str) -> float | None:
    """The hour at which an inject first came in."""
    tally = game.world.tallies.get(f"inject:{inject}")
    return None if tally is None else tally.first / HOUR


MOMENTS = {
    "I paid, and they asked for more": ("price_read_out", {"president", "movement"}),
    "I cannot hold both": ("one_and_a_half", {"president", "interior"}),
    "I lost my own eyes": ("noon_on_the_desk", {"president"}),
    "they are all waiting for one vote": ("four_clocks", {"allies"}),
    "it turned before anyone landed": ("other_shift", {"president", "interior"}),
    "nobody tells me how many": ("three_columns_6", {"all"}),
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_report_makes_the_moment_felt_where_the_record_is_followed(moment: str):
    inject, seats = MOMENTS[moment]
    game = played("history", 7)
    assert fired(game, inject) is not None
    assert set(game.scenario.injects[inject].to) >= seats


def test_the_word_is_felt_before_the_first_aircraft_is_down():
    game = played("history", 7)
    landed = game.world.tallies["airlift.unloaded"].first / HOUR
    assert (fired(game, "other_shift") or landed) < landed


def test_a_promise_of_passage_is_broken_by_an_arrest_that_was_ordered_elsewhere():
    scenario = load(NAME)
    game = Game(scenario, Settings(1, bots=cast(scenario, "idle", {}), keep=False))
    game.play(until=2 * DAY)
    given: tuple[tuple[str, str, dict[str, float | str | bool | None]], ...] = (
        ("president", "send_commission", {"where": "mangystau", "passage": "safe"}),
        ("interior", "arrests", {"where": "mangystau", "how": "organisers"}),
    )
    for seat, card, fields in given:
        assert game.submit(Order(id=card, seat=seat, card=card, fields=fields)).accepted
        game.play(until=game.now + 6 * HOUR)
    assert fired(game, "delegate_taken") is not None
    assert fired(game, "promise_lapsed") is None


def test_whoever_does_nothing_is_warned_first_and_pays_after():
    game = played("idle", 17)
    for warning, price in (
        ("crowd_ten_thousand", "silence_at_seven"),
        ("asked_to_disown", "caption"),
        ("list_by_friday", "their_own_list"),
    ):
        warned, paid = fired(game, warning), fired(game, price)
        if warned is not None:
            assert paid is not None
            assert paid >= warned + 24, (warning, price)
    assert fired(game, "crowd_ten_thousand") is not None
