"""Whole games to measure: the flagship, or the small scenario while the flagship has mistakes."""

from functools import cache

from engine.errors import BadScenario
from engine.game import Game
from engine.setup import Ready, Wanted, prepare, start

FLAGSHIP, SMALL = "kazakhstan-2022", "harbour"


@cache
def best(name: str = FLAGSHIP, bots: str = "history") -> Ready:
    """The flagship played as history; while it has mistakes, the small scenario by doctrine."""
    try:
        return prepare(Wanted(name, bots=bots))
    except BadScenario:
        return prepare(Wanted(SMALL, bots="doctrine"))


def started(ready: Ready, keep: bool = False) -> Game:
    """A game at its first second."""
    return start(ready, keep=keep)
