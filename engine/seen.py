"""One thing that a seat was told, with what it says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from engine.events import Event, plain
from engine.journal import own_names
from engine.rules.quick import quick


@quick
@dataclass(frozen=True, slots=True)
class Seen:
    """One thing a seat was told. `number` counts what this seat was told, and nothing else."""

    number: int
    at: int
    name: str
    place: str
    fields: Mapping[str, object]

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
