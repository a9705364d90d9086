"""What happens in moves: they open or are put off; slips are filled in, aims are chosen."""

from dataclasses import dataclass

from engine.events import Event


@dataclass(frozen=True, slots=True)
class MoveOpened(Event):
    """A move opened: number `number` of `of` planned ones, or the `extra`th beyond them.

    `chapter` counts the format's chapters from 0. `news` is true if something happened that opens
    a move, or would have opened one, and `because` names what, as the format does.
    """

    format: str
    number: int
    of: int
    chapter: int
    extra: int = 0
    news: bool = False
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MovePutOff(Event):
    """What opens a move happened when no more may be opened; the next move begins with it."""

    format: str
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SlipFilled(Event):
    """A seat said how likely it thinks some things are by the next move.

    `move` is the second at which its move opened; `slip` holds pairs of a question and a
    probability from 0 to 1.
    """

    seat: str
    move: int
    slip: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class SlipScored(Event):
    """The next move opened, or the game ended, and a seat's slip was held against what is true.

    Each row is a question, the probability given, what is true (1 or 0), and the Brier score. Told
    to nobody: before the end it would say what is true.
    """

    seat: str
    rows: tuple[tuple[str, float, int, float], ...]


@dataclass(frozen=True, slots=True)
class SlipsTold(Event):
    """The game is over, and a seat is told how well it foresaw: the mean Brier score."""

    seat: str
    questions: int
    mean: float


@dataclass(frozen=True, slots=True)
class SeatHeld(Event):
    """A seat said that it orders nothing more in this move (`held`), or that it may after all.

    Its staff then orders nothing for it.
    """

    seat: str
    held: bool


@dataclass(frozen=True, slots=True)
class StaffNamed(Event):
    """A move opened, and a seat's staff said what it will order if the seat decides nothing.

    `box` is empty if that is nothing. What is named here is all that can go out.
    """

    seat: str
    box: str


@dataclass(frozen=True, slots=True)
class AimsChosen(Event):
    """A seat ticked the two aims that its results will be read against."""

    seat: str
    aims: tuple[str, ...]
