"""What a staff estimate may rest on: what one seat knows, and nothing of the run behind it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from engine.imagining import published
from engine.orders import FieldGiven
from engine.saves import Manifest
from engine.setup import Wanted
from engine.views import OwnOrder, View

Values = tuple[float | str | None, ...]

HOUR = 3600
MARKS = (6 * HOUR, 24 * HOUR, 72 * HOUR)
"""Seconds after which a future is looked at, beside the last: so the first numbers come early."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """Everything a seat knows at one moment that an estimate uses; plain data for other processes.

    `wanted` is the published scenario, without the run's seed or draws. `orders` are the seat's own
    as it heard of them, `figures` the readings as last told, `reports` those that it may name.
    """

    wanted: Wanted
    seat: str
    now: int
    orders: tuple[OwnOrder, ...] = ()
    figures: Mapping[str, Values] = field(default_factory=dict)
    reports: tuple[str, ...] = ()

    @property
    def past(self) -> tuple[OwnOrder, ...]:
        """The orders whose beat has opened, in the order in which they went out."""
        return _in_turn(own for own in self.orders if own.due < self.now)

    @property
    def waiting(self) -> tuple[OwnOrder, ...]:
        """The orders that were given and can still be taken back."""
        return _in_turn(own for own in self.orders if own.due >= self.now)


def _in_turn(orders: Iterable[OwnOrder]) -> tuple[OwnOrder, ...]:
    given = [own for own in orders if own.state != "withdrawn"]
    return tuple(sorted(given, key=lambda own: own.due))


def grounds_of(manifest: Manifest, view: View) -> Grounds:
    """The grounds of a seat now."""
    return Grounds(
        wanted=published(manifest, view.seat, 0),
        seat=view.seat,
        now=view.now,
        orders=view.orders,
        figures={key: figure.values for key, figure in view.figures.items()},
        reports=view.reports,
    )


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to look into: a card as filled in (none: no order more), under assumed answers.

    `assume` has the answers to hidden questions that are taken for true; what it does not name is
    drawn by its odds.
    """

    card: str = ""
    fields: tuple[tuple[str, FieldGiven], ...] = ()
    assume: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the staff: options side by side, how far ahead, and how many futures each.

    `seconds` is at least one beat; `futures` are those of each option.
    """

    grounds: Grounds
    options: tuple[Option, ...]
    seconds: int
    futures: int

    @property
    def marks(self) -> tuple[int, ...]:
        """The seconds from now at which a future is looked at, the last among them."""
        return (*(mark for mark in MARKS if mark < self.seconds), self.seconds)
