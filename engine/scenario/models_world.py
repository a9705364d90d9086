"""The world and its players: regions, places, meters, agents, forces and seats.

As in engine.scenario.models, things are frozen, checked and compiled.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.scenario.expressions import Compiled
from engine.written import Value, Written

Paths = Mapping[str, object]
"""What a `set:` holds: paths, and the raw trees put there."""


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the map; `zone_seconds` is its clock's distance from UTC where it has its own."""

    title: str
    zone_seconds: int | None = None


@dataclass(frozen=True, slots=True)
class Site:
    """A building or works: how many guard it, what arms it holds, how it draws attackers."""

    title: str
    sort: str = ""
    posts: Value | None = None
    arms: Value | None = None
    draws: Value = field(default_factory=lambda: Value(1.0))


@dataclass(frozen=True, slots=True)
class Town:
    """A place: its region, where it is as (latitude, longitude), its people and its sites."""

    title: str
    region: str
    at: tuple[float, float]
    people: Value
    sites: Mapping[str, Site] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Meter:
    """A share with a ledger of causes: `start` and `drift` (in /h), or the reading it shows."""

    title: str
    start: Value | None = None
    drift: Value | None = None
    of: Compiled | None = None
    shows: tuple[str, str] | None = None
    """The agent and its reading, when `of` is one."""


@dataclass(frozen=True, slots=True)
class Agent:
    """A part of the simulation: the name of its kind, and that kind's configuration."""

    kind: str
    config: Written


@dataclass(frozen=True, slots=True)
class Force:
    """Men who can be sent: whose, how many, with what, from where, by what, to guard what."""

    title: str
    men: Value
    of: str = ""
    vehicles: Value | None = None
    from_: str = ""
    by: str = ""
    guards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stock:
    """Something a seat spends: what it starts with, and what comes back.

    `each_move` is added when a move opens, the first too, `each_day` at each midnight of the
    scenario's zone; neither fills it beyond `most`.
    """

    start: Value
    title: str = ""
    each_move: Value | None = None
    each_day: Value | None = None
    most: Value | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """How a reading reaches a seat: `after` so many hours, wrong by `error` (a share).

    `agent` and `reading` name what is told; for a meter `agent` is empty. `of` is `self`,
    `place`, `site` or `meter`.
    """

    agent: str
    reading: str
    of: str
    after: Value
    error: Value | None = None


@dataclass(frozen=True, slots=True)
class Aim:
    """What a seat wants, as a text and as what makes it true."""

    text: str
    when: Compiled


@dataclass(frozen=True, slots=True)
class Need:
    """What a seat needs from another (or from its own side), as a text.

    It matters while `when` holds and `met` does not, both judged from what the seat is told. `by`
    names what can meet it: cards of the other seat, and offers of this one that ask for it.
    """

    from_: str
    text: str
    when: Compiled | None = None
    met: Compiled | None = None
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seat:
    """Who plays; `told` is an allow-list by the name written there."""

    title: str
    stocks: Mapping[str, Stock] = field(default_factory=dict)
    told: Mapping[str, Told] = field(default_factory=dict)
    aims: Mapping[str, Aim] = field(default_factory=dict)
    short: Mapping[str, str] = field(default_factory=dict)
    needs: Mapping[str, Need] = field(default_factory=dict)
