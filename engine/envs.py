"""What conditions read: the world as it is, or what one seat has been told."""

from collections.abc import Mapping, Sequence

import numpy as np

from engine.deals.asking import of_deals
from engine.kinds import Answer, Numbers
from engine.ledger import Tally, Telling
from engine.scene import Scene
from engine.world import World

Given = float | str | None


def gathered(scene: Scene, values: Numbers, region: int, how: str) -> float:
    """One figure for a region from its places' (`sum`, `mean`, `max` or `min`)."""
    own = values[scene.region_of == region]
    if not len(own):
        return 0.0
    found = {"mean": own.mean, "max": own.max, "min": own.min}.get(how, own.sum)()
    return float(found)


def plainly(answer: Answer | Numbers | np.generic) -> Given:
    """A reading as conditions take it: a float, a word, or nothing."""
    if answer.__class__ is float or answer is None or isinstance(answer, str):
        # Most answers are plain already.
        return answer
    if isinstance(answer, bool | np.bool_):
        return 1.0 if answer else 0.0
    assert not isinstance(answer, np.ndarray)
    return float(answer)


class WorldEnv:
    """Everything as it is: for effects, injects, endings, outcomes and aims."""

    def __init__(self, world: World, fields: Mapping[str, Given] | None = None) -> None:
        self.world = world
        self.fields = fields or {}

    @property
    def now(self) -> int:
        """Seconds since the start."""
        return self.world.now

    def meter(self, id: str) -> float | None:
        """A declared meter as a share."""
        return self.world.meter(id)

    def own(self, agent: str, name: str) -> Given:
        """A reading of an agent itself."""
        return plainly(self.world.scene.agents[agent].read(self.world, agent, name))

    def local(self, agent: str, name: str, where: str) -> Given:
        """A reading of a place, region or site; of a member or force nothing is known so."""
        scene = self.world.scene
        kind = scene.agents[agent]
        values = kind.read(self.world, agent, name)
        if not isinstance(values, np.ndarray):
            return plainly(values)
        if where in scene.place_at:
            return plainly(values[scene.place_at[where]])
        if where in scene.site_at:
            return plainly(values[scene.site_at[where]])
        return gathered(scene, values, scene.region_at[where], kind.readings[name].regions)

    def each(self, agent: str, name: str, over: str) -> Sequence[Given]:
        """A reading of every place, region or site."""
        scene = self.world.scene
        if over == "regions":
            return [self.local(agent, name, region) for region in scene.regions]
        values = scene.agents[agent].read(self.world, agent, name)
        assert isinstance(values, np.ndarray)
        found: list[Given] = values.astype(float).tolist()
        return found

    def stock(self, seat: str, name: str) -> float | None:
        """What a seat has left of a stock."""
        return self.world.stocks[seat][name]

    def field(self, name: str) -> Given:
        """A field of the order."""
        return self.fields.get(name)

    def times(self, sort: str, name: str) -> int:
        """How often it has happened."""
        tally = self._tally(sort, name)
        return 0 if tally is None else tally.times

    def first(self, sort: str, name: str) -> int | None:
        """When it first happened."""
        tally = self._tally(sort, name)
        return None if tally is None else tally.first

    def last(self, sort: str, name: str) -> int | None:
        """When it last happened."""
        tally = self._tally(sort, name)
        return None if tally is None else tally.last

    def age(self, agent: str, name: str, where: str) -> int | None:
        """Nothing is old to one who sees it."""
        return 0

    def dealt(self, what: str, name: str, other: str) -> Given:
        """What has come of deals."""
        return of_deals(self.world, what, name, other)

    def held(self, key: str) -> int | None:
        """For how many seconds a condition has held; None while it does not."""
        since = self.world.holds.get(key)
        return None if since is None else self.world.now - since

    def _tally(self, sort: str, name: str) -> Tally | None:
        return self.world.tallies.get(name if sort == "event" else f"{sort}:{name}")


class SeatEnv:
    """What one seat was told, as it was last told it: for cards, powers, briefs and bots."""

    def __init__(self, world: World, seat: str, fields: Mapping[str, Given] | None = None) -> None:
        self.world, self.seat, self.fields = world, seat, fields or {}
        self._told = world.told.get(seat, {})
        self._heard = world.heard.get(seat, {})

    def knowing(self, fields: Mapping[str, Given]) -> "SeatEnv":
        """The same seat with these fields at hand."""
        return SeatEnv(self.world, self.seat, fields)

    @property
    def now(self) -> int:
        """Seconds since the start."""
        return self.world.now

    def meter(self, id: str) -> float | None:
        """A meter as last told."""
        told = self._told.get(f".{id}")
        return None if told is None else _numeric(told.values[0])

    def own(self, agent: str, name: str) -> Given:
        """A reading of an agent as last told."""
        told = self._told.get(f"{agent}.{name}")
        return None if told is None else told.values[0]

    def local(self, agent: str, name: str, where: str) -> Given:
        """A reading of a place, region or site as last told."""
        scene = self.world.scene
        told = self._told.get(f"{agent}.{name}")
        if told is None:
            return None
        if where in scene.place_at:
            return told.values[scene.place_at[where]]
        if where in scene.site_at:
            return told.values[scene.site_at[where]]
        return self._region(agent, name, told, scene.region_at[where])

    def _region(self, agent: str, name: str, told: Telling, region: int) -> float | None:
        scene = self.world.scene
        values = np.array([np.nan if v is None else v for v in told.values], dtype=float)
        how = scene.agents[agent].readings[name].regions
        found = gathered(scene, values, region, how)
        return None if np.isnan(found) else found

    def each(self, agent: str, name: str, over: str) -> Sequence[Given]:
        """A reading of every place, region or site, as last told."""
        told = self._told.get(f"{agent}.{name}")
        if over == "regions":
            return [self.local(agent, name, region) for region in self.world.scene.regions]
        if told is None:
            count = self.world.scene.places if over == "places" else self.world.scene.sites
            return [None] * len(count)
        return list(told.values)

    def stock(self, seat: str, name: str) -> float | None:
        """The seat's own stock; nobody else's."""
        return self.world.stocks[seat][name] if seat == self.seat else None

    def field(self, name: str) -> Given:
        """A field of the order."""
        return self.fields.get(name)

    def times(self, sort: str, name: str) -> int:
        """How often the seat has heard of it."""
        tally = self._tally(sort, name)
        return 0 if tally is None else tally.times

    def first(self, sort: str, name: str) -> int | None:
        """When the seat first heard of it."""
        tally = self._tally(sort, name)
        return None if tally is None else tally.first

    def last(self, sort: str, name: str) -> int | None:
        """When the seat last heard of it."""
        tally = self._tally(sort, name)
        return None if tally is None else tally.last

    def age(self, agent: str, name: str, where: str) -> int | None:
        """How long ago what it was told was true, in seconds; None while it knows nothing."""
        told = self._told.get(f"{agent}.{name}")
        if told is None:
            return None
        place = self.world.scene.place_at.get(where, 0) if len(told.as_of) > 1 else 0
        return self.world.now - told.as_of[place]

    def dealt(self, what: str, name: str, other: str) -> Given:
        """What has come of deals, as far as the seat is told."""
        return of_deals(self.world, what, name, other, self.seat)

    def held(self, key: str) -> int | None:
        """For how many seconds a condition has held for this seat."""
        since = self.world.holds.get(f"{self.seat}:{key}")
        return None if since is None else self.world.now - since

    def _tally(self, sort: str, name: str) -> Tally | None:
        return self._heard.get(name if sort == "event" else f"{sort}:{name}")


def _numeric(value: Given) -> float | None:
    return None if value is None or isinstance(value, str) else value
