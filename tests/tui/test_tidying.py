"""Garbage is looked for while the player reads."""

import gc

from tui.tidying import AT_LAST, LONGEST, QUIET, due, put_aside


def test_nothing_is_looked_for_while_keys_come():
    assert not due(100.0, 100.0 - QUIET / 2, 0.0, running=False)
    assert not due(100.0, 100.0 - QUIET / 2, 0.0, running=True)


def test_it_is_looked_for_once_after_keys_came():
    assert due(100.0, 90.0, 80.0, running=False)
    assert not due(101.0, 90.0, 100.0, running=False)


def test_a_clock_that_runs_is_interrupted_seldom():
    assert not due(100.0, 90.0, 101.0 - LONGEST, running=True)
    assert due(100.0, 90.0, 99.0 - LONGEST, running=True)


def test_keys_that_never_stop_put_it_off_for_so_long_and_no_longer():
    now, key_at = 1000.0, 1000.0 - QUIET / 2
    assert not due(now, key_at, now - AT_LAST + 1, running=True)
    assert due(now, key_at, now - AT_LAST - 1, running=True)
    assert due(now, key_at, now - AT_LAST - 1, running=False)


def test_what_is_put_aside_is_given_back_once_nobody_holds_it():
    class Ring:
        def __init__(self) -> None:
            self.self = self

    ring = Ring()
    try:
        put_aside()
        del ring
        put_aside()
        gc.unfreeze()
        assert not [one for one in gc.get_objects() if isinstance(one, Ring)]
    finally:
        gc.unfreeze()
