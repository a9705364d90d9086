"""What a bot of a chair decides hangs on what the chair was told, and on nothing that is so."""

from collections.abc import Iterator
from functools import cache

import pytest

from engine.bots.doctrine import Doctrine
from engine.chance import Chance
from engine.envs import SeatEnv, WorldEnv
from engine.game import Game
from engine.orders import Answer, Order
from tests.properties.games import flagship, game

AT = (4, 8, 12)
"""Moves in which the chairs have things to answer and to order."""

TRUTH = ("agents", "meters", "tallies", "shifts", "holds", "fired", "past")
"""Parts of the world that no chair is ever shown; what it was told of them is kept apart."""


@cache
def crisis(seed: int, move: int) -> Game:
    """A game of doctrine as one of its moves opens."""
    found = game(flagship(), seed=seed, bots="doctrine")
    found.play(until=found.moves[move])
    return found


def decided(found: Game, seat: str) -> list[object]:
    """What a bot orders, answers and offers, and what the door says to each of its cards."""
    bot = Doctrine(found.scenario)
    orders: list[Order] = [*bot.orders(found.view(seat), Chance(1))]
    said: list[Answer] = [
        found.door.judge(found.world, Order(id="asked", seat=seat, card=card.card))[0]
        for card in found.view(seat).cards
        if not card.open
    ]
    return [*orders, *said]


def in_another_truth(found: Game, other: Game) -> Iterator[None]:
    """The same tables over the truth of another game, and back again."""
    kept = {name: getattr(found.world, name) for name in TRUTH}
    for name in TRUTH:
        setattr(found.world, name, getattr(other.world, name))
    found.world.cache.clear()
    yield
    for name, part in kept.items():
        setattr(found.world, name, part)
    found.world.cache.clear()


def in_both(seed: int, move: int, seat: str) -> tuple[list[object], list[object]]:
    """What is decided over the truth of its own game, and over that of another."""
    found, other = crisis(seed, move), crisis(seed + 50, move)
    ours = decided(found, seat)
    for _ in in_another_truth(found, other):
        theirs = decided(found, seat)
    return ours, theirs


@pytest.mark.parametrize("move", AT)
def test_a_bot_decides_alike_whatever_is_so(move: int) -> None:
    for seat in flagship().seats:
        ours, theirs = in_both(1, move, seat)
        assert ours == theirs, seat


def test_bots_decide_something_at_these_hours() -> None:
    decisions = [each for at in AT for seat in flagship().seats for each in in_both(1, at, seat)[0]]
    cards = {each.card for each in decisions if isinstance(each, Order)}
    assert len(cards) > 10
    assert {"answer", "offer"} & cards


def test_a_bot_that_knew_what_is_so_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: readings as they are, in place of readings as they were told."""

    def knowing(self: SeatEnv, agent: str, name: str) -> object:
        return WorldEnv(self.world).own(agent, name)

    monkeypatch.setattr(SeatEnv, "own", knowing)
    assert any(ours != theirs for ours, theirs in (in_both(1, at, "president") for at in AT))
