"""Games that nobody will ask anything again."""

from engine.game import Game
from engine.kernel import Kernel


def let_go(game: Game) -> None:
    """Empty a game, so that what it held is gone at once.

    Agents that wait and the loop that would wake them hold each other; what they hold stays until
    Python looks for garbage, and whoever plays many games looks seldom.
    """
    for part in tuple(vars(game).values()):
        if isinstance(part, Kernel):
            vars(part).clear()
    vars(game).clear()
