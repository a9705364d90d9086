"""Small records of the world that the engine itself keeps: what waits, what was counted, told."""

from dataclasses import dataclass
from typing import NamedTuple

from engine.events import Field
from engine.rules.quick import quick

Past = tuple[tuple[int, tuple[float | str | None, ...]], ...]
"""A reading's values by the second at which they were noted, oldest first."""


class Tally(NamedTuple):
    """How often something has happened, when first and last (seconds), and the last's number."""

    times: int
    first: int
    last: int
    entry: int = 0


@quick
@dataclass(frozen=True, slots=True)
class Pending:
    """Something that waits for its beat: an order, its effects, a report of it, a scheduled inject.

    `sort` is `order`, `effects`, `report`, `knowledge`, `leak`, `return`, `inject` or `watch`.
    `due` is in seconds. `cause` is that of the event which put it down, and of everything that
    comes of it.
    """

    id: str
    sort: str
    due: int
    seat: str = ""
    what: str = ""
    order: str = ""
    fields: tuple[tuple[str, Field], ...] = ()
    share: float = 1.0
    costs: tuple[tuple[str, float], ...] = ()
    note: str = ""
    cause: str = ""


def waiting_as(seat: str, order: str) -> str:
    """The id under which a seat's order waits: two seats may give their orders the same id."""
    return f"{seat}/{order}"


def begun_as(seat: str, card: str) -> str:
    """The name under which it is counted how often a seat's orders of a card have begun."""
    return f"ordered:{seat}/{card}"


def clue_as(question: str, clue: str) -> str:
    """The name under which it is remembered that a clue was judged; no inject is called so."""
    return f"{question}.{clue}"


Happened = tuple[tuple[int, tuple[str, ...]], ...]
"""Events of one name by their number in the journal, each with the places where it was."""


@quick
@dataclass(frozen=True, slots=True)
class Fired:
    """What is remembered of an inject: whether it was true last time, and whether it is closed.

    `seen` is the number of the last event that it was judged by, for one that comes with events.
    """

    was_true: bool = False
    times: int = 0
    cancelled: bool = False
    seen: int = -1


class Telling(NamedTuple):
    """The values of a reading as a seat was last told them, and the seconds they were true of.

    `as_of` has one entry, or one for each value where reports from places differ in age.
    """

    as_of: tuple[int, ...]
    values: tuple[float | str | None, ...]
