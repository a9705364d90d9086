"""Everything that must survive a beat, and the questions that agents ask of it."""

import pickle
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np

from engine.copies import ways_of
from engine.deals.state import Book, between
from engine.kinds import Answer, Numbers
from engine.ledger import Fired, Happened, Past, Pending, Tally, Telling
from engine.moves.state import Turn
from engine.scene import Scene
from engine.shifts import Shift, shifted
from engine.written import Value, Varying, Written


@dataclass
class World:
    """The state of a game. Agents read it; only `engine.apply` writes to it.

    `scene` and `cache` are shared or rebuilt, and are left out of a copy.
    """

    scene: Scene
    now: int = 0
    number: int = 0
    agents: dict[str, object] = field(default_factory=dict)
    meters: dict[str, float] = field(default_factory=dict)
    stocks: dict[str, dict[str, float]] = field(default_factory=dict)
    shifts: dict[str, Shift] = field(default_factory=dict)
    pending: dict[str, Pending] = field(default_factory=dict)
    tallies: dict[str, Tally] = field(default_factory=dict)
    heard: dict[str, dict[str, Tally]] = field(default_factory=dict)
    fired: dict[str, Fired] = field(default_factory=dict)
    happened: dict[str, Happened] = field(default_factory=dict)
    """Of events that an inject comes with: the number and the places of each, oldest first."""
    holds: dict[str, int] = field(default_factory=dict)
    told: dict[str, dict[str, Telling]] = field(default_factory=dict)
    past: dict[str, Past] = field(default_factory=dict)
    opened: dict[str, tuple[str, ...]] = field(default_factory=dict)
    reports: dict[str, dict[str, int]] = field(default_factory=dict)
    """By seat, the ids of the reports that it was told, oldest first, and the second of each."""
    deals: Book = field(default_factory=Book)
    ending: str = ""
    turn: Turn = field(default_factory=Turn)
    cache: dict[tuple[str, str], tuple[int, int, Any]] = field(default_factory=dict, repr=False)

    def copy(self) -> "World":
        """A world of its own that shares nothing that changes; costs far less than a replay."""
        memo: dict[int, object] = {id(self.scene): self.scene}
        other = World(self.scene)
        for name, way in ways_of(World):
            if name not in ("scene", "cache"):
                setattr(other, name, way(getattr(self, name), memo))
        return other

    def forget_parameters(self) -> None:
        """A shift began or ended: what was worked out from parameters is worked out anew.

        What the scenario alone decides is kept under names that begin with two strokes, and stays.
        """
        stays = {key: kept for key, kept in self.cache.items() if key[1].startswith("//")}
        self.cache.clear()
        self.cache.update(stays)

    # What agents ask.

    def config(self, me: str) -> Written:
        """The agent's configuration as written (nested values included), before any shift."""
        return self.scene.configs[me]

    def value(self, me: str, name: str) -> float:
        """A parameter in force now, in its canonical unit: base and every active shift.

        Where the parameter differs by place, or a shift touches some places only, ask `values`.
        """
        kept = self.cache.get((me, "=" + name))
        if kept is not None and kept[0] <= self.now < kept[1]:
            known: float = kept[2]
            return known
        if not self.scene.places:
            return self._single(me, name)
        found = float(self.values(me, name)[0])
        since, until, _ = self.cache[me, name]
        self.cache[me, "=" + name] = (since, until, found)
        return found

    def values(self, me: str, name: str) -> Numbers:
        """A parameter in force now at each place, shape (places,). Read it, do not write to it."""
        kept = self.cache.get((me, name))
        if kept is not None and kept[0] <= self.now < kept[1]:
            known: Numbers = kept[2]
            return known
        found, until = self._fresh(me, name)
        self.cache[me, name] = (self.now, until, found)
        return found

    def all_values(self, me: str, names: tuple[str, ...]) -> tuple[Numbers, ...]:
        """What `values` gives for each name; the same tuple until one of them changes."""
        key = (me, "/" + names[0])
        kept = self.cache.get(key)
        if kept is not None and kept[0] <= self.now < kept[1]:
            known: tuple[Numbers, ...] = kept[2]
            return known
        found = tuple(self.values(me, name) for name in names)
        until = min(self.cache[me, name][1] for name in names)
        self.cache[key] = (self.now, until, found)
        return found

    def number_of(self, reading: str, default: float = 0.0) -> float:
        """A reading of the first agent that itself declares it; `default` where nobody does."""
        answer = self._asked(reading, "self")
        return default if answer is None or isinstance(answer, str) else float(answer)

    def word_of(self, reading: str, default: str = "") -> str:
        """A reading that is a word, such as a rung of a ladder."""
        answer = self._asked(reading, "self")
        return default if answer is None else str(answer)

    def field_of(self, reading: str, default: float = 0.0) -> Numbers:
        """A reading of places, shape (places,), from the first agent that declares it."""
        found = self._asked(reading, "place")
        return _alike(len(self.scene.places), default) if found is None else np.asarray(found)

    def sites_of(self, reading: str, default: float = 0.0) -> Numbers:
        """A reading of sites, shape (sites,), from the first agent that declares it."""
        found = self._asked(reading, "site")
        return _alike(len(self.scene.sites), default) if found is None else np.asarray(found)

    def meter(self, id: str, default: float = 0.0) -> float:
        """A declared meter as a share, or the reading that it shows; `default` if undeclared."""
        meter = self.scene.meters.get(id)
        if meter is None:
            return default
        if meter.reading:
            answer = self.scene.agents[meter.agent].read(self, meter.agent, meter.reading)
            return default if answer is None or isinstance(answer, str) else float(answer)
        return self.meters[id]

    def credit(self, one: str, other: str) -> float:
        """The credit of one seat with another, as a share."""
        return self.deals.credit.get(between(one, other), self.scene.credit)

    def local_hours(self) -> Numbers:
        """The hour of the day at each place now."""
        return self.scene.local_hours(self.now)

    def _asked(self, reading: str, of: str) -> Answer | Numbers:
        me = self.scene.declaring.get((reading, of))
        return None if me is None else self.scene.agents[me].read(self, me, reading)

    # How a parameter comes by its number.

    def _single(self, me: str, name: str) -> float:
        base = self.scene.part(me, name)
        assert isinstance(base, Value)
        return base.number

    def _fresh(self, me: str, name: str) -> tuple[Numbers, int]:
        base, until = base_values(self.scene, self.scene.part(me, name), self.now)
        target = f"{me}.{name}"
        active = [s for s in self.shifts.values() if s.target == target and s.since <= self.now]
        if not active:
            return base, until
        limits = self.scene.declared(me, name)
        found = shifted(base, active, self.now, self.scene)
        found = np.clip(found, _limit(limits.at_least, -np.inf), _limit(limits.at_most, np.inf))
        if any(s.half_life for s in active):
            return found, self.now + 1
        return found, min([until, *(s.until for s in active if s.until is not None)])


@lru_cache(maxsize=256)
def _alike(count: int, number: float) -> Numbers:
    """The same number everywhere; shared by all who ask, so that nobody may write to it."""
    found = np.full(count, number)
    found.setflags(write=False)
    return found


def _limit(given: float | None, otherwise: float) -> float:
    return otherwise if given is None else given


FOREVER = 2**62


def base_values(scene: Scene, base: object, now: int) -> tuple[Numbers, int]:
    """A written parameter at each place now, and the second until which that holds."""
    count = max(len(scene.places), 1)
    if isinstance(base, Value):
        return np.full(count, base.number), FOREVER
    assert isinstance(base, Varying), base
    found = np.full(count, base.everywhere.now(now))
    for region in (id for id in scene.regions if id in base.by):
        found[scene.region_of == scene.region_at[region]] = base.by[region].now(now)
    for place in (id for id in scene.places if id in base.by):
        found[scene.place_at[place]] = base.by[place].now(now)
    later = [second for second in base.changes() if second > now]
    return found, later[0] if later else FOREVER


def frozen(world: World) -> bytes:
    """The world without its scene, as bytes: to compare, or to give to another process."""
    scene, cache = world.scene, world.cache
    world.scene, world.cache = None, {}  # type: ignore[assignment]  # put back below
    try:
        return pickle.dumps(world, protocol=pickle.HIGHEST_PROTOCOL)
    finally:
        world.scene, world.cache = scene, cache


def thawed(kept: bytes, scene: Scene) -> World:
    """A kept world, begun again on its scene. Only bytes made in this process are ever thawed."""
    world = pickle.loads(kept)
    assert isinstance(world, World)
    world.scene = scene
    return world
