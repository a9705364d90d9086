"""Which words a report comes in: a text and others for it, each at most once a game."""

from engine.chance import Chance
from engine.world import World

TEXT, ALSO = ".text", ".also."


def base(path: str) -> str:
    """The path of the text that the text at a path stands for: its own, or its first words'."""
    return f"{path.rpartition(ALSO)[0]}{TEXT}" if ALSO in path else path


def counted_as(path: str) -> str:
    """The name under which it is counted how often a text was told, in whatever words."""
    return f"text:{base(path)}"


def words_for(world: World, chance: Chance, path: str, others: int) -> str | None:
    """The path of the words in which the text at `path` is told now.

    A text without others is told in the same words each time. One with others is told in an order
    that is drawn once a game; None when all of them have been told.
    """
    if not others:
        return path
    before = world.tallies.get(counted_as(path))
    told = 0 if before is None else before.times
    if told > others:
        return None
    drawn = int(chance.at("game", "words", entity=path).permutation(others + 1)[told])
    return path if drawn == 0 else f"{path.removesuffix(TEXT)}{ALSO}{drawn - 1}"
