"""How seldom Python looks for garbage while games are played."""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

YOUNG, MIDDLE, OLD = 50_000, 20, 50
"""New objects between two looks at the youngest, looks until older ones are looked at too."""


def collect_seldom() -> None:
    """Let this process look for cycles of garbage far less often than Python would by itself.

    A game keeps almost everything that it makes, in its journal: looking through all of it again
    and again takes an eighth of a run and finds nothing. For processes that play games headless;
    a library must not do it to its caller, so nothing in the engine calls this.
    """
    gc.set_threshold(YOUNG, MIDDLE, OLD)


def leave_at_once() -> None:
    """At the end of this process, look for no garbage: all of it goes with the process.

    Python looks through everything several times as it ends, which took a fifth of a check.
    """
    atexit.register(gc.freeze)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Never look for garbage inside: what plays a whole game keeps all that it makes until its end.

    Whoever plays lets the game forget all before the end of this (`Game.forget`), so that the look
    which is then due finds little to go through. For processes that play games headless, as
    `collect_seldom`.
    """
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()
