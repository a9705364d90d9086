"""The journal: every fact in order, and the digest by which two runs are compared."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from hashlib import sha256
from typing import NamedTuple

from engine.events import BASE, Event, name_of, plain

_FULL: dict[tuple[str, type[Event]], str] = {}
"""Full names of events by agent and class; hardly more than a scenario has."""


class Entry(NamedTuple):
    """One line of the journal: its number, second, agent (`game` for the engine), and the fact."""

    number: int
    at: int
    agent: str
    event: Event

    @property
    def name(self) -> str:
        """The event's full name, such as `tankers.landed`."""
        key = (self.agent, self.event.__class__)
        found = _FULL.get(key)
        if found is None:
            found = _FULL[key] = f"{self.agent}.{name_of(key[1])}"
        return found

    def row(self) -> dict[str, object]:
        """The entry as plain data, floats rounded to 9 significant digits."""
        event = self.event
        row: dict[str, object] = {
            "number": self.number,
            "at": self.at,
            "agent": self.agent,
            "event": name_of(type(event)),
            "cause": event.cause,
            "to": list(event.to),
            "place": event.place,
        }
        row["fields"] = own_fields(event)
        return row

    def line(self) -> str:
        """The entry as one line of canonical JSON."""
        return _ENCODED(self.row())


_ENCODED = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode


def own_fields(event: Event) -> dict[str, object]:
    """What an event says beside its cause, audience and place."""
    return {name: plain(getattr(event, name)) for name in own_names(type(event))}


def own_names(kind: type[Event]) -> tuple[str, ...]:
    """The names of what events of a class say beside their cause, audience and place."""
    found = _OWN.get(kind)
    if found is None:
        found = tuple(item.name for item in fields(kind) if item.name not in BASE)
        _OWN[kind] = found
    return found


_OWN: dict[type[Event], tuple[str, ...]] = {}


@dataclass
class Journal:
    """All entries so far. Nothing is ever taken out of it."""

    entries: list[Entry] = field(default_factory=list)

    def append(self, entry: Entry) -> None:
        """Write one more fact down."""
        self.entries.append(entry)

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def lines(self) -> Iterator[str]:
        """Every entry as a line of JSON."""
        return (entry.line() for entry in self.entries)

    def digest(self) -> str:
        """A SHA-256 over every line: equal for two runs exactly when their journals are."""
        total = sha256()
        for line in self.lines():
            total.update(line.encode())
            total.update(b"\n")
        return total.hexdigest()
