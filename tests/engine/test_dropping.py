"""Games that are let go."""

import gc
import weakref

from engine.dropping import let_go
from engine.setup import Wanted, prepare, start


def test_a_game_that_is_let_go_is_gone_without_a_look_for_garbage():
    game = start(prepare(Wanted("first-watch", seed=1)), keep=False)
    game.advance(3)
    game.snapshots = {game.now: game.snapshot()}
    future = game.branch(game.now, replicate=1)
    future.advance(3)
    world, journal = weakref.ref(future.world), weakref.ref(future.journal)
    gc.collect()
    gc.disable()
    try:
        let_go(future)
        assert world() is None
        assert journal() is None
    finally:
        gc.enable()


def test_letting_a_branch_go_leaves_the_game_that_it_came_from():
    game = start(prepare(Wanted("first-watch", seed=1)), keep=False)
    game.advance(3)
    game.snapshots = {game.now: game.snapshot()}
    one, other = game.branch(game.now, replicate=1), game.branch(game.now, replicate=1)
    one.advance(6)
    written = one.journal.digest()
    let_go(one)
    other.advance(6)
    assert other.journal.digest() == written
    game.advance(3)
