"""Futures of a finished game, its decisions, turning points and record, with types."""

from tui.picture.data_of_endings import Par, Results
from tui.picture.shown import Shown


class Instead(Shown):
    """What could have been ordered instead; no card is nothing."""

    card: str = ""
    fields: dict[str, float | int | str | bool] = {}
    words: str


class OwnDecision(Shown):
    """An order that was taken, and what became of it."""

    order: str
    card: str
    words: str
    by: str = ""
    at: str
    state: str = ""
    instead: list[Instead] = []


class Moved(Shown):
    """What of a measure one decision moved, and which share of all that moved it, in per cent."""

    title: str
    said: str
    share: int


class Turn(Shown):
    """A turning point: a move, and what did most in it."""

    move: str
    at: str
    seat: str = ""
    seat_title: str = ""
    title: str
    order: str = ""
    own: bool = False
    """Whether it is a decision of the seat that reads it."""
    effects: list[Moved] = []


class Past(Shown):
    """One thing that was done in fact."""

    at: str
    words: str
    precision: str = ""
    note: str = ""
    source: list[str] = []


class Recorded(Shown):
    """What was done in fact with one card."""

    card: str
    title: str
    record: str = ""
    dated: list[Past] = []


class Debrief(Results):
    """Everything that is read of a finished game in one chair."""

    decisions: list[OwnDecision] = []
    turns: list[Turn] = []
    record: list[Recorded] = []


class Arm(Shown):
    """One set of futures: their values, lowest first, and the low, middle and high of 8 in 10."""

    values: list[float] = []
    span: tuple[float, float, float] | None = None
    chance: tuple[float, float] | None = None


class LuckRow(Shown):
    """One measure: `harm`, `aim` or `level`; in this game, in futures, and what that comes to."""

    sort: str
    id: str
    title: str
    unit: str = ""
    here: float | None = None
    swapped_here: float | None = None
    same: Arm = Arm()
    swapped: Arm = Arm()
    words: list[str] = []


class LuckEnding(Shown):
    """How many futures ended so."""

    id: str
    title: str
    here: bool = False
    same: int = 0
    swapped: int = 0


class LuckFound(Shown):
    """What is known of the futures so far."""

    of: int = 0
    same: int = 0
    swapped: int = 0
    swap: dict[str, str] | None = None
    finished: bool = False
    trouble: str = ""
    rows: list[LuckRow] = []
    endings: list[LuckEnding] = []
    refused: tuple[int, int] = (0, 0)
    par: Par | None = None
