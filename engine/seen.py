"""One thing that a seat was told, with what it says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from engine.events import Event, Field, plain
from engine.journal import own_names
from engine.rules.quick import quick


@dataclass(frozen=True, slots=True)
class OwnOrder:
    """An order of this seat, as far as it has heard of it.

    `state` is `accepted`, `withdrawn`, `out`, or the result that came back. It is a fold of what
    the seat was told: an order that failed in silence looks like one that is still out.
    """

    order: str
    card: str
    fields: Mapping[str, Field]
    due: int
    state: str


@quick
@dataclass(frozen=True, slots=True)
class Seen:
    """One thing a seat was told. `number` counts what this seat was told, and nothing else.

    `again` counts how often the like of it was told before, and `own` is the order of the seat
    that it speaks of: neither is in its row.
    """

    number: int
    at: int
    name: str
    place: str
    fields: Mapping[str, object]
    again: int = 0
    own: OwnOrder | None = None

    def row(self) -> dict[str, object]:
        """As plain data."""
        return {
            "number": self.number,
            "at": self.at,
            "event": self.name,
            "place": self.place,
            "fields": dict(self.fields),
        }


class Said(Mapping[str, object]):
    """What an event says beside its cause, audience and place, made plain when it is looked at.

    Most of what seats are told are long rows of readings, at which bots never look.
    """

    __slots__ = ("_event",)

    def __init__(self, event: Event) -> None:
        self._event = event

    def __getitem__(self, name: str) -> object:
        if name not in own_names(type(self._event)):
            raise KeyError(name)
        return plain(getattr(self._event, name))

    def __iter__(self) -> Iterator[str]:
        return iter(own_names(type(self._event)))

    def __len__(self) -> int:
        return len(own_names(type(self._event)))

    def __repr__(self) -> str:
        return repr(dict(self))
