"""What a finished game is read by, with types: the plain data of `results` and of the debrief."""

from tui.picture.shown import Shown


class Part(Shown):
    """What of a row of harm some seats could have prevented, and when it came about."""

    titles: list[str] = []
    said: str
    first: str = ""
    last: str = ""


class Count(Shown):
    """What a source had counted, of when its oldest part is, and how many places are not in it."""

    title: str
    said: str
    as_of: str
    missing: int = 0


class Decision(Shown):
    """The order that did most, and what it moved."""

    seat_title: str
    card_title: str
    at: str
    amount: float
    moved: float
    by_nobody: float


class HarmRow(Shown):
    """One row of the ledger."""

    id: str
    title: str
    unit: str = ""
    said: str
    amount: float
    parts: list[Part] = []
    counts: dict[str, Count] = {}
    not_counted: str = ""
    uncounted: dict[str, str] = {}
    """Why there is no count, by source."""
    decision: Decision | None = None


class Because(Shown):
    """What a condition asked and was answered, in words."""

    title: str
    said: str


class Ended(Shown):
    """The ending: its text, the test that is published, and what that test found."""

    id: str
    title: str
    text: str
    at: str
    test: str = ""
    rule: list[str] = []
    """The test in words: all of these hold."""
    because: list[Because] = []


class Aim(Shown):
    """One aim of a seat, met or not."""

    aim: str
    text: str
    ticked: bool = False
    met: bool
    rule: list[str] = []
    because: list[Because] = []


class Par(Shown):
    """The same chair played by rule."""

    ending: Ended | None = None
    aims: list[Aim] = []
    harm: list[HarmRow] = []


class Forecasts(Shown):
    """How well the seat foresaw."""

    questions: int
    mean: float


class Seat(Shown):
    """What is read of one seat."""

    title: str
    aims: list[Aim] = []
    par: Par | None = None
    forecasts: Forecasts | None = None


class Clue(Shown):
    """A clue that came, or was kept back."""

    clue: str
    headline: str = ""
    to: list[str] = []
    titles: list[str] = []
    at: str
    shown: bool
    likeliest: str
    likeliest_text: str


class Drawn(Shown):
    """A question that nobody could answer, what this run had drawn, and its clues."""

    question: str
    question_text: str
    answer: str
    answer_text: str
    odds: float
    clues: list[Clue] = []


class Afterward(Shown):
    """One sentence of the aftermath."""

    id: str
    title: str
    text: str
    unit: str = ""
    decision: Decision | None = None


class Results(Shown):
    """Everything; harm stands first."""

    harm: list[HarmRow]
    title: str
    began: str = ""
    ending: Ended | None = None
    seats: dict[str, Seat] = {}
    hidden: list[Drawn] = []
    afterwards: list[Afterward] = []
