"""What a form asks, field by field."""

from dataclasses import dataclass

NOTHING, NEXT = "none", "next"
"""What stands in the field of an exhibit that is left out, and the first not shown or named yet."""

OR_NONE = "at hand, or none"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """What a form asks.

    `sort` is `number`, `choice` (one of ids), `labelled` (one of words with labels), or one of
    `place region site seat force report moment text`. A number has `unit`, `default`, `low` and
    `high` (canonical); choices are (word, label); the staff's choice is the first. `where` is a
    reading of its seat: only what it is not 0 of may be chosen, or is 0 of with `not` before it.
    A form that asks for an `exhibit` offers those at hand (`where` says so) that the seat has not
    shown `to` all of these yet; with `or none` it may stay empty.
    """

    name: str
    sort: str
    unit: str = ""
    default: float | None = None
    low: float | None = None
    high: float | None = None
    choices: tuple[tuple[str, str], ...] = ()
    where: str = ""
    to: tuple[str, ...] = ()

    @property
    def may_be_none(self) -> bool:
        """Whether an exhibit may be left out."""
        return self.where == OR_NONE

    @property
    def words(self) -> tuple[str, ...]:
        """The words it may hold, when the choice is closed."""
        return tuple(word for word, _ in self.choices)
