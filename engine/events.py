"""What every event has: a cause, an audience and, where a meter moves, its terms."""

import re
from dataclasses import dataclass, fields

from engine.rules.rounding import nine

DRIFT = "drift"
"""The cause of what nobody did: a model's own course."""

EVERYONE = "all"
"""The audience that is every seat."""

Plain = bool | int | float | str | None
Field = Plain | tuple["Field", ...]


@dataclass(frozen=True, slots=True)
class Term:
    """One part of a meter's change, and what caused it."""

    cause: str
    amount: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A fact, past tense.

    `cause` is `order:<seat>/<id>`, `event:<number>`, `inject:<id>`, `exhibit:<id>`,
    `ending:<id>`, `format:<name>` (what opens moves) or `drift`. `to`
    names the seats that are told at once, or `all`; an event told to nobody is seen by the
    facilitator alone.
    `place` is where it happened, if it happened somewhere: a place, region or site.
    """

    cause: str = DRIFT
    to: tuple[str, ...] = ()
    place: str = ""

    def counted_as(self) -> str:
        """A name of its agent's own under which it counts too, or none."""
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeterMoved(Event):
    """A declared meter changed by the sum of its terms."""

    meter: str
    by: float
    terms: tuple[Term, ...]


def cause_of(seat: str, order: str) -> str:
    """The cause of what a seat's order does: ids are a seat's own, so that it is named too."""
    return f"order:{seat}/{order}"


def ordered_by(cause: str) -> str:
    """The seat whose order is this cause; empty for any other cause."""
    sort, _, rest = cause.partition(":")
    seat, slash, _ = rest.partition("/")
    return seat if sort == "order" and slash else ""


BASE = frozenset(field.name for field in fields(Event))


def name_of(kind: type[Event]) -> str:
    """The journal's word for a class of events: `ShipDetained` is `ship_detained`."""
    found = _NAMES.get(kind)
    if found is None:
        found = _NAMES[kind] = re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()
    return found


_NAMES: dict[type[Event], str] = {}


_PLAIN: frozenset[type] = frozenset({int, str, bool, type(None)})


def plain(value: object) -> object:
    """A field as JSON holds it: tuples are lists, floats have at most 9 significant digits."""
    if value.__class__ in _PLAIN:
        return value
    if isinstance(value, float):
        # Whole numbers below a thousand million have nine digits at most.
        return value + 0.0 if -1e9 < value < 1e9 and value.is_integer() else nine(value)
    if isinstance(value, tuple | list):
        return [item if item.__class__ in _PLAIN else plain(item) for item in value]
    if isinstance(value, Term):
        return [value.cause, nine(value.amount)]
    return value
