"""The parts of a condition or sum as it was written; `column` is where each begins."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity, in canonical units."""

    column: int
    text: str
    number: float
    unit: str


@dataclass(frozen=True, slots=True)
class Time:
    """A moment, as written."""

    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name of one to three parts: `patience`, `tankers.waiting`, `upper_town.tankers.queued`."""

    column: int
    text: str

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(self.text.split("."))

    def at(self, part: int) -> int:
        """The column of one of its parts."""
        return self.column + sum(len(word) + 1 for word in self.parts[:part])


@dataclass(frozen=True, slots=True)
class Call:
    """A function of one thing, or of two with `to` between them; `text` is all of it."""

    column: int
    name: str
    text: str
    inner: "Node | None"
    other: "Node | None" = None


@dataclass(frozen=True, slots=True)
class Negative:
    """Minus something."""

    column: int
    inner: "Node"


@dataclass(frozen=True, slots=True)
class Sum:
    """Two sides of `+ - * /`; `at` is the column of the sign."""

    column: int
    sign: str
    at: int
    left: "Node"
    right: "Node"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sides of `< <= > >= is`, or `is not`; `at` is the column of the sign."""

    column: int
    sign: str
    at: int
    left: "Node"
    right: "Node"


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of a condition."""

    column: int
    inner: "Node"


@dataclass(frozen=True, slots=True)
class Joined:
    """Conditions joined by `and` or by `or`."""

    column: int
    word: str
    parts: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Lasting:
    """A condition that has held for so many seconds; `text` is the condition, spaced alike."""

    column: int
    inner: "Node"
    seconds: int
    text: str
    at: int


Node = Number | Time | Name | Call | Negative | Sum | Comparison | Not | Joined | Lasting
