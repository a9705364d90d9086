"""Garbage is not looked for while a game is played, and is looked for again afterwards."""

import gc

import pytest

from engine.memory import undisturbed
from engine.setup import Wanted, begin, settle


def test_nothing_is_looked_for_inside_and_again_afterwards_even_where_it_breaks_off():
    assert gc.isenabled()
    with undisturbed():
        assert not gc.isenabled()
        with undisturbed():
            pass
        assert not gc.isenabled()
    with pytest.raises(ZeroDivisionError), undisturbed():
        1 / 0  # noqa: B018
    assert gc.isenabled()


def test_a_game_that_forgot_wholly_holds_nothing_of_what_was_told():
    game = begin(settle(Wanted("first-watch", seed=1)))
    game.play(until=12 * 3600)
    assert game.journal.entries
    assert any(game.seen(seat) for seat in game.scenario.seats)
    game.forget(wholly=True)
    assert not game.journal.entries
    assert not any(game.seen(seat) for seat in game.scenario.seats)
