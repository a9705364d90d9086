"""How seldom Python looks for garbage while games are played."""

import gc

YOUNG, MIDDLE, OLD = 50_000, 20, 50
"""New objects between two looks at the youngest, looks until older ones are looked at too."""


def collect_seldom() -> None:
    """Let this process look for cycles of garbage far less often than Python would by itself.

    A game keeps almost everything that it makes, in its journal: looking through all of it again
    and again takes an eighth of a run and finds nothing. For processes that play games headless;
    a library must not do it to its caller, so nothing in the engine calls this.
    """
    gc.set_threshold(YOUNG, MIDDLE, OLD)
