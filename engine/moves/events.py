"""What happens to moves: they open, and what might have opened one is put off."""

from dataclasses import dataclass

from engine.events import Event


@dataclass(frozen=True, slots=True)
class MoveOpened(Event):
    """A move opened: number `number` of `of` planned ones, or the `extra`th beyond them.

    `chapter` counts the format's chapters from 0. `news` is true if something happened that opens
    a move, or would have opened one.
    """

    format: str
    number: int
    of: int
    chapter: int
    extra: int = 0
    news: bool = False


@dataclass(frozen=True, slots=True)
class MovePutOff(Event):
    """What opens a move happened when no more may be opened; the next move begins with it."""

    format: str
