"""What a kind of agent is: three questions about the world, its data, and what it declares."""

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, Generic, Protocol, TypeVar

import numpy as np

from engine.chance import Chance
from engine.events import Event, Field, name_of
from engine.rules.quick import quick
from engine.written import Declared, Written, declared

if TYPE_CHECKING:
    from engine.world import World

C = TypeVar("C", bound=Written)
S = TypeVar("S")

Seconds = int
Numbers = np.ndarray
Answer = float | str | bool | None
Arguments = Mapping[str, object]
Happenings = Generator[Event, int, None]
"""Events as they are judged; each `yield` gives back the journal's number of that event, so that
what follows from it can say `cause=f"event:{number}"`."""


class Record(Protocol):
    """Something of an agent's that falls due: it has an id and a time."""

    @property
    def id(self) -> str: ...
    @property
    def due(self) -> Seconds: ...


@quick
@dataclass(frozen=True, slots=True)
class Standing:
    """The record of an agent that has only itself to look after."""

    due: Seconds
    id: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure that others may read: its unit, what it is of, and how places make a region.

    `of` is `self`, `place` or `site`. `regions` says how a region's figure comes from its places'.
    A reading with `ladder` is a rung of that agent's own ladder: an ordered word.
    """

    unit: str
    of: str
    text: str
    regions: str = "sum"
    ladder: bool = False
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Argument:
    """What a verb must be told: a unit, or one of the sorts of the language.

    `sort` is a canonical unit (`h`, `people`, `%`, `/h`, empty for a plain number) or one of
    `area place region site seat force report rungs words agent_member text`; with `words` the
    choice is closed. `default` None makes it required. With `units`, the unit is that of the word
    given for the argument `unit_of`.
    """

    sort: str
    text: str
    words: tuple[str, ...] = ()
    default: object = None
    required: bool = True
    unit_of: str = ""
    units: Mapping[str, str] = field(default_factory=dict)


Act = Callable[["World", str, Arguments, str, Chance], Happenings]
"""A verb's body: (world, me, arguments, cause, chance) gives the events it makes at once.

Arguments arrive evaluated: numbers in canonical units, an area as a tuple of place ids, ids and
words as text.
"""


def area_in(given: Arguments, name: str = "at") -> tuple[str, ...]:
    """The places of an area that a verb was told."""
    area = given[name]
    assert isinstance(area, tuple)
    return area


def number_in(given: Arguments, name: str) -> float:
    """A number that a verb was told, in its canonical unit."""
    number = given[name]
    assert isinstance(number, int | float)
    return float(number)


@dataclass(frozen=True, slots=True)
class Verb:
    """Something an order or an inject may tell an agent to do."""

    text: str
    act: Act
    arguments: Mapping[str, Argument] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ordered:
    """An order as the agent that must carry it out sees it.

    `luck` names its draws: the seat, the card, and how often that seat ordered it before, so that
    nothing hangs on the id that a client chose.
    """

    luck: str
    fields: tuple[tuple[str, Field], ...] = ()


@dataclass(frozen=True, slots=True)
class Execution:
    """How an order is carried out by the agent that must carry it.

    `result` is `as_ordered`, `in_part`, `late`, `beyond`, `failed` or `no_answer`. `share`
    scales amounts of the effects; `after` is the further delay in seconds; `told_after` is the
    delay of the answer, None when no answer ever comes. `instead` holds the fields of the order
    that were carried out otherwise than ordered.
    """

    result: str = "as_ordered"
    share: float = 1.0
    after: Seconds = 0
    told_after: Seconds | None = 0
    instead: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with an agent's configuration: where in it, a sentence for people, a code.

    `path` are keys as written; the last ones may be missing there.
    """

    path: tuple[str, ...]
    sentence: str
    code: str


class Kind(Generic[C, S]):
    """A kind of agent. Subclasses hold no data: what must last is in the agent's state."""

    name: ClassVar[str]
    text: ClassVar[str]
    Config: ClassVar[type[Written]]
    events: ClassVar[tuple[type[Event], ...]] = ()
    readings: ClassVar[Mapping[str, Reading]] = {}
    verbs: ClassVar[Mapping[str, Verb]] = {}
    reports: ClassVar[tuple[str, ...]] = ()
    """Its events, such as `reported`, whose field `report` is an id that whoever is told of it may
    name in an order."""

    listens: ClassVar[tuple[str, ...]] = ()
    """Events of others that wake it: `kind.event`, such as `security.stepped`."""

    marks: ClassVar[tuple[str, ...]] = ()
    """Names of the agent's own under which an event counts too (`Event.counted_as`). No seat is
    told these, so that only what reads the world as it is may ask for them."""

    bends: ClassVar[Mapping[str, Declared]] = {}
    """Numbers inside its tables that a shift may bend, by the name that a shift calls them."""

    def fitted(self, given: object) -> "Kind[C, S]":
        """The kind as one agent has it; another than itself where its author names its readings.

        `given` is the agent's configuration, or the plain mapping behind it with every mistake.
        """
        return self

    def faults(self, config: C) -> Sequence[Fault]:
        """What is wrong with a configuration of which every single value could be read."""
        return ()

    def part(self, config: C, name: str) -> object:
        """The number behind a name that `World.values` is asked for."""
        return getattr(config, name)

    def limits(self, config: C, name: str) -> Declared:
        """What is declared of that number. Raises KeyError where nothing is."""
        return declared(type(config), name)

    def named_events(self) -> tuple[str, ...]:
        """The names of its events, those of the agent's own included."""
        return (*(name_of(event) for event in self.events), *self.marks)

    def begin(self, world: "World", me: str) -> S:
        """The agent's part of the world at the start."""
        raise LookupError(f"the kind {self.name} has no beginning")

    def next_due(self, world: "World", me: str) -> Seconds | None:
        """When the agent next has something to do; None while it has nothing."""
        return None

    def due(self, world: "World", me: str, now: Seconds) -> Sequence[Record]:
        """The agent's records due now, ordered by (due, id); may be none."""
        return ()

    def judge(self, world: "World", me: str, record: Record, chance: Chance) -> Happenings:
        """What happens now; after a nudge with nothing due, `due` may yield a standing record."""
        yield from ()

    def apply(self, state: S, event: Event) -> None:
        """Write one event of this kind into the agent's own part of the world, and nothing else."""

    def read(self, world: "World", me: str, name: str) -> Answer | Numbers:
        """A reading now: one answer for `self`, an array over places or sites for the others."""
        raise LookupError(f"{self.name} has no reading {name}")

    def carry(
        self, world: "World", me: str, order: Ordered, place: str, chance: Chance
    ) -> Execution:
        """How this agent carries out an order given to it; by default as ordered, at once."""
        return Execution()

    def slowness(self, world: "World", me: str) -> Numbers | None:
        """By how much reports from each place are slowed (1 is not at all); None: no say in it."""
        return None
