"""What may stand where a number, an area or a word is asked: the values of effects and costs."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.scenario.expressions import Compiled, Env
from engine.written import Value


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in canonical units: a value with its range as written, or a sum of names.

    Exactly one of `value` and `sum` is set. `unit` is the unit as written or as asked for.
    """

    unit: str
    value: Value | None = None
    sum: Compiled | None = None

    def number(self, env: Env) -> float | None:
        """The number now, in canonical units; None where something in the sum is unknown."""
        if self.value is not None:
            return self.value.number
        assert self.sum is not None
        return self.sum.number(env)


@dataclass(frozen=True, slots=True)
class AreaSpec:
    """Where: everywhere, named ids (places, regions, sites), or the id in a field of the order.

    With `beside`, everything but that (`at: not where`). Exactly one of `everywhere`, `ids` and
    `field` is set. `Scene.area` turns what `chosen` gives into places.
    """

    everywhere: bool = False
    ids: tuple[str, ...] = ()
    field: str = ""
    beside: bool = False

    def chosen(self, fields: dict[str, str]) -> tuple[str, ...] | str:
        """The ids meant, given the words of the order's fields; `everywhere` for all places."""
        if self.field:
            return fields[self.field]
        return "everywhere" if self.everywhere else self.ids


@dataclass(frozen=True, slots=True)
class Word:
    """An id, a rung or a word of the verb's own, as written."""

    id: str


@dataclass(frozen=True, slots=True)
class FieldRef:
    """The id, word or text that the order has in this field."""

    field: str


Given = Amount | AreaSpec | Word | FieldRef
"""What an argument of a verb was given."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A name inside a text: what is shown there, by a compiled value."""

    name: str
    sum: Compiled


@dataclass(frozen=True, slots=True)
class Text:
    """A text for people, in pieces: plain words and what is shown between them."""

    written: str
    pieces: tuple[str | Shown, ...]

    def shown(self) -> Iterator[Shown]:
        """What it shows: each name tells its readers something."""
        return (piece for piece in self.pieces if isinstance(piece, Shown))
