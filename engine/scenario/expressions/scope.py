"""What a condition may name, who reads it, and what it asks of the game."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import Literal, Protocol

from engine.kinds import Reading

Answer = float | str | bool | None


@dataclass(frozen=True, slots=True)
class FieldType:
    """What a field of an order holds.

    `sort` is `number` (in `unit`), `words` (one of `words`), `moment` (seconds since the start),
    `text`, or a sort of id: `place region site seat force report`. The words of a field such as
    `[east_pier, west_pier]` are ids.
    """

    sort: str
    unit: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """A scenario as its conditions see it; every mapping may be empty."""

    start: datetime
    zone: tzinfo | None = None
    sorts: Mapping[str, str] = field(default_factory=dict)
    """Id → its sort, such as place, region, site, seat, agent, member, meter, card or inject."""
    readings: Mapping[str, Mapping[str, Reading]] = field(default_factory=dict)
    """Agent → what it may be asked.

    A unit of `flag` is true or not, `moment` is a time in seconds, `text` only to be shown. A
    plain number may stand as a condition by itself: true unless it is 0.
    """
    rungs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Agent → its ladder, lowest first."""
    events: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Agent → names of its events."""
    stocks: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Seat → stock → unit."""
    members: Mapping[str, str] = field(default_factory=dict)
    """Member → its agent."""
    told: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Seat → the readings, meters and events that reach it."""
    deleted: Mapping[str, str] = field(default_factory=dict)
    """Id → where a layer deleted it."""
    counts: frozenset[str] = frozenset()
    replies: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Offer that is a question → the replies that it takes."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Who reads a condition: a seat, a seat with an order in its hand, or the world.

    A seat's condition names only what that seat is told. With no seat named nothing is held
    against `told`, which is for powers that several seats may use.
    """

    reads: Literal["seat", "order", "world"] = "world"
    seat: str = ""
    fields: Mapping[str, FieldType] = field(default_factory=dict)


WORLD = Scope()


class Env(Protocol):
    """What a game answers to a condition; None is unknown, numbers are in canonical units."""

    @property
    def now(self) -> int:
        """Seconds since the start."""
        ...

    def meter(self, id: str) -> float | None:
        """A meter, as a share."""
        ...

    def own(self, agent: str, name: str) -> Answer:
        """A reading of an agent itself; a ladder's as the id of the rung, "" below the lowest."""
        ...

    def local(self, agent: str, name: str, where: str) -> Answer:
        """A reading of a place, region, site, member or force."""
        ...

    def each(self, agent: str, name: str, over: str) -> Sequence[Answer]:
        """A reading of all `places`, `regions` or `sites`, in the scenario's order."""
        ...

    def stock(self, seat: str, name: str) -> float | None:
        """What a seat has left."""
        ...

    def field(self, name: str) -> Answer:
        """What the order has in a field."""
        ...

    def times(self, sort: str, name: str) -> int:
        """How often: `card` was played, `inject` came, `event` (`agent.event`) happened, an offer
        was `kept` or `broken`, an exhibit was `shown`."""
        ...

    def first(self, sort: str, name: str) -> int | None:
        """The second at which that first happened; None if never."""
        ...

    def last(self, sort: str, name: str) -> int | None:
        """The second at which that last happened; None if never."""
        ...

    def age(self, agent: str, name: str, where: str) -> int | None:
        """Seconds since a told reading was true; a meter has no agent; None while unknown."""
        ...

    def dealt(self, what: str, name: str, other: str) -> Answer:
        """Of deals: `credit` of a seat with another, `exhibits` shown by one to another, where a
        `deal` stands, the `reply` to a question, or an exhibit `checked`; `other` may be empty."""
        ...

    def held(self, key: str) -> int | None:
        """Seconds for which a condition that must last has been true; None while it is not."""
        ...


Run = Callable[[Env], Answer]


@dataclass(frozen=True, slots=True)
class Ref:
    """Something that a condition asks.

    `sort` is `meter own local each stock field sum card inject event offer exhibit dealt`, where
    `sum` is the whole of an aggregate such as `min(places.stock)` and stands after its parts.
    `where` is a place, or `places`, `regions` or `sites`; `text` is what was written.
    """

    sort: str
    name: str
    agent: str = ""
    where: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Hold:
    """A part `… for 6 h`: the engine notes at each beat whether its condition is true."""

    key: str
    condition: "Compiled"
    seconds: int


@dataclass(frozen=True, slots=True)
class Compiled:
    """A condition or sum, checked, and ready to be asked.

    `sort` is `truth number moment words ladder id text`; `unit` is how a number is shown, while
    `number` answers in canonical units. `uses` holds each thing it asks once, in reading order;
    `holds` has inner conditions before outer ones.
    """

    text: str
    sort: str
    unit: str
    uses: tuple[Ref, ...]
    holds: tuple[Hold, ...]
    run: Run
    parts: tuple[tuple[str, Run], ...] = ()
    rows: Callable[[Env], Sequence[Answer]] | None = None
    """Whether it holds at each place, region or site, where it finds one by an `any()`."""

    def truth(self, env: Env) -> bool | None:
        """Whether it holds; None when something it needs is unknown, which is not true."""
        found = self.run(env)
        return None if found is None else bool(found)

    def number(self, env: Env) -> float | None:
        """The number, in canonical units; None when unknown."""
        found = self.run(env)
        if found is None or isinstance(found, str):
            return None
        number = float(found)
        return None if number != number else number

    def found(self, env: Env) -> int | None:
        """The number of the first place, region or site at which it holds; None if at none."""
        rows = () if self.rows is None else self.rows(env)
        return next((number for number, holds in enumerate(rows) if holds), None)

    def value(self, env: Env) -> Answer:
        """Whatever it is: a number, a word, a truth, or None."""
        return self.run(env)

    def because(self, env: Env) -> tuple[tuple[str, Answer], ...]:
        """What it asked and what the answers are, for the journal; aggregates stand as one."""
        return tuple((text, run(env)) for text, run in self.parts)
