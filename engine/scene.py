"""What does not change in a game: the map, the seats, and the agents with their configurations."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import numpy as np

from engine.kinds import Kind, Numbers
from engine.written import Declared, Value, Written


@dataclass(frozen=True, slots=True)
class Site:
    """A building or works that can be guarded, attacked, lost and retaken."""

    id: str
    place: int
    title: str = ""
    sort: str = ""
    posts: float = 0.0
    arms: float = 0.0
    draws: float = 1.0


@dataclass(frozen=True, slots=True)
class Force:
    """Men who can be sent: whose they are, how many, from where, by what, and what they guard."""

    id: str
    title: str = ""
    of: str = ""
    men: float = 0.0
    vehicles: float = 0.0
    origin: str = ""
    by: str = ""
    guards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meter:
    """A number with a ledger of causes: its start and drift, or the reading that it shows."""

    id: str
    start: float = 0.0
    drift_per_hour: float = 0.0
    agent: str = ""
    reading: str = ""


@dataclass(frozen=True)
class Scene:
    """The fixed part of a game, as arrays and tables that agents read.

    `latitude`, `longitude`, `people` and `zone_hours` have one entry a place; `region_of` is the
    index of each place's region. `agents` stand in rank order, `seats` in the order of play.
    """

    start: datetime
    end_second: int
    beat_seconds: int
    places: tuple[str, ...]
    regions: tuple[str, ...]
    region_of: Numbers
    people: Numbers
    latitude: Numbers
    longitude: Numbers
    zone_hours: Numbers
    sites: tuple[Site, ...] = ()
    seats: tuple[str, ...] = ()
    forces: Mapping[str, Force] = field(default_factory=dict)
    meters: Mapping[str, Meter] = field(default_factory=dict)
    stocks: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    agents: Mapping[str, Kind[Written, object]] = field(default_factory=dict)
    configs: Mapping[str, Written] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    credit: float = 0.5
    """The credit with which each seat begins with every other."""
    awaited: frozenset[str] = frozenset()
    """Events, such as `tankers.landed`, with which an inject comes: where each was is kept."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "place_at", {id: i for i, id in enumerate(self.places)})
        object.__setattr__(self, "region_at", {id: i for i, id in enumerate(self.regions)})
        object.__setattr__(self, "site_at", {site.id: i for i, site in enumerate(self.sites)})
        object.__setattr__(self, "site_place", np.array([s.place for s in self.sites], dtype=int))
        object.__setattr__(self, "declaring", self._declaring())
        object.__setattr__(self, "_parts", {})

    def _declaring(self) -> dict[tuple[str, str], str]:
        found: dict[tuple[str, str], str] = {}
        for me, kind in self.agents.items():
            for name, reading in kind.readings.items():
                found.setdefault((name, reading.of), me)
        return found

    place_at: Mapping[str, int] = field(init=False, repr=False)
    region_at: Mapping[str, int] = field(init=False, repr=False)
    site_at: Mapping[str, int] = field(init=False, repr=False)
    site_place: Numbers = field(init=False, repr=False)
    declaring: Mapping[tuple[str, str], str] = field(init=False, repr=False)
    """The first agent, by rank, to declare a reading of `self`, `place`, `site` or `force`."""
    _parts: dict[str, tuple[int, ...]] = field(init=False, repr=False, compare=False)

    def moment(self, second: int) -> datetime:
        """The local date and time of a second of the game."""
        return self.start + timedelta(seconds=second)

    def local_hours(self, second: int) -> Numbers:
        """The hour of the day at each place, 0 up to 24, on that place's own clock."""
        offset = self.start.utcoffset() or timedelta()
        utc = (self.start - offset).hour + self.start.minute / 60 + second / 3600
        return np.mod(utc + self.zone_hours, 24.0)

    def area(self, where: object) -> tuple[str, ...]:
        """The places of an area: place, region or site ids, `everywhere`, or several of them."""
        if where in ("everywhere", None, ""):
            return self.places
        if isinstance(where, str):
            return self._one(where)
        assert isinstance(where, tuple | list)
        wanted = {place for item in where for place in self.area(item)}
        return tuple(place for place in self.places if place in wanted)

    def places_of(self, where: str) -> tuple[int, ...]:
        """The numbers of the places of an area that is named by one id."""
        known = self._parts.get(where)
        if known is None:
            known = self._parts[where] = tuple(self.place_at[place] for place in self.area(where))
        return known

    def _one(self, where: str) -> tuple[str, ...]:
        if where in self.place_at:
            return (where,)
        if where in self.region_at:
            region = self.region_at[where]
            return tuple(p for p, r in zip(self.places, self.region_of, strict=True) if r == region)
        if where in self.site_at:
            return (self.places[self.sites[self.site_at[where]].place],)
        raise LookupError(f"no place, region or site `{where}`")

    def mask(self, where: object) -> Numbers:
        """True at the places of an area, in the order of places."""
        wanted = set(self.area(where))
        return np.array([place in wanted for place in self.places])

    def declared(self, agent: str, name: str) -> Declared:
        """What the agent's kind declares of a parameter; KeyError if it declares none."""
        return self.agents[agent].limits(self.configs[agent], name)

    def part(self, agent: str, name: str) -> object:
        """The value of an agent's configuration that is called so."""
        return self.agents[agent].part(self.configs[agent], name)


def number(value: object) -> float:
    """The number behind a single value of a configuration."""
    assert isinstance(value, Value), value
    return value.number
