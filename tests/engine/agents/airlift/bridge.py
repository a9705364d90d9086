"""An invented air bridge for tests, and small kinds that play those whom it listens to."""

from dataclasses import dataclass, field

import numpy as np

from engine.agents.airlift import KIND as AIRLIFT
from engine.agents.airlift.config import Aircraft, Airlift
from engine.events import Event
from engine.kinds import Argument, Kind, Reading, Verb
from engine.rules.geography import great_circle_km
from engine.scene import Force, Site
from engine.written import Steps, Value, Varying, Written
from tests.engine.stage import number, stage_of

ORIGIN = (52.0, 70.0)
FIELD = (50.0, 60.0)
KM = great_circle_km(*FIELD, *ORIGIN)


class NoConfig(Written):
    """Nothing to say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost(Event):
    site: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Retaken(Event):
    site: str


@dataclass(slots=True)
class SitesState:
    lost: tuple[str, ...] = ()


def _lose(world, me, given, cause, chance):
    yield Lost(cause=cause, site=str(given["at"]))


def _retake(world, me, given, cause, chance):
    yield Retaken(cause=cause, site=str(given["at"]))


class Incidents(Kind[NoConfig, SitesState]):
    """Sites that are lost and retaken when the test says so."""

    name = "incidents"
    text = ""
    Config = NoConfig
    events = (Lost, Retaken)
    readings = {"lost": Reading("", "site", "")}
    verbs = {
        "lose": Verb("", _lose, {"at": Argument("site", "")}),
        "retake": Verb("", _retake, {"at": Argument("site", "")}),
    }

    def begin(self, world, me):
        return SitesState()

    def apply(self, state, event):
        if isinstance(event, Lost):
            state.lost = (*state.lost, event.site)
        else:
            state.lost = tuple(s for s in state.lost if s != event.site)

    def read(self, world, me, name):
        return np.array([float(s.id in world.agents[me].lost) for s in world.scene.sites])


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyHome(Event):
    force: str
    men: int
    vehicles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone(Event):
    gone: tuple[tuple[str, int, int], ...]


@dataclass(slots=True)
class GuestsState:
    ready: dict[str, tuple[int, int]] = field(default_factory=dict)
    gone: dict[str, tuple[int, int]] = field(default_factory=dict)


def _go(world, me, given, cause, chance):
    yield ReadyHome(
        cause=cause, force=str(given["force"]), men=given["men"], vehicles=given["vehicles"]
    )


class Contingents(Kind[NoConfig, GuestsState]):
    """Men who wait at the first place for their way home, and are struck off as they leave."""

    name = "contingents"
    text = ""
    Config = NoConfig
    events = (ReadyHome, Gone)
    readings = {
        "ready_men": Reading("people", "force", ""),
        "ready_vehicles": Reading("vehicles", "force", ""),
        "ready_at": Reading("", "force", ""),
    }
    verbs = {"go": Verb("", _go, {})}
    listens = ("airlift.left",)

    def begin(self, world, me):
        return GuestsState()

    def due(self, world, me, now):
        from engine.kinds import Standing

        return (Standing(now),)

    def judge(self, world, me, record, chance):
        lift = next(a for a, k in world.scene.agents.items() if k.name == "airlift")
        kind = world.scene.agents[lift]
        men = kind.read(world, lift, "left_men")
        cars = kind.read(world, lift, "left_vehicles")
        now = tuple((id, int(men[i]), int(cars[i])) for i, id in enumerate(world.scene.forces))
        if any(world.agents[me].gone.get(id, (0, 0)) != (m, v) for id, m, v in now):
            yield Gone(gone=now)

    def apply(self, state, event):
        if isinstance(event, ReadyHome):
            before = state.ready.get(event.force, (0, 0))
            state.ready[event.force] = (before[0] + event.men, before[1] + event.vehicles)
        else:
            state.gone = {id: (m, v) for id, m, v in event.gone}

    def read(self, world, me, name):
        state = world.agents[me]
        if name == "ready_at":
            return np.zeros(len(world.scene.forces))
        which = 0 if name == "ready_men" else 1
        return np.array([
            float(state.ready.get(id, (0, 0))[which] - state.gone.get(id, (0, 0))[which])
            for id in world.scene.forces
        ])  # fmt: skip


def craft(count=75, load=3, flight=4.41, unload=2.5, **more):
    """A transport whose flight from the origin to the first field takes so many hours."""
    given: dict[str, object] = {
        "number": number(count),
        "men": number(20),
        "vehicles": number(2),
        "seats": number(20),
        "speed": number(KM / flight),
        "loads": number(load),
        "unloads": number(unload),
        "ready": number(1.0),
    }
    return Aircraft(**(given | more))


def everywhere(value):
    return Varying(Steps(((0, Value(value)),)))


def lift_of(stands=6, plane=None, **more):
    """An airlift in which nothing is left to chance unless a test says so."""
    given: dict[str, object] = {
        "aircraft": {"heavy": plane or craft()},
        "stands": stands if isinstance(stands, dict) else {"strip": number(stands)},
        "origins": {"base": ORIGIN},
        "lag": number(0),
        "crews": number(1000),
        "ground_spread": number(0.0),
        "flight_spread": number(0.0),
        "holds": number(100_000),
    }
    return Airlift(**(given | more))


SITES = (Site("strip", 0), Site("second_strip", 1), Site("hall", 0))
PLACES = {"north": 1000.0, "south": 1000.0}
POSITIONS = {"north": FIELD, "south": (51.0, 62.0)}


def force(loads, id="first", **more):
    """A force that fills so many flights."""
    given = {"men": 20.0 * loads, "vehicles": 2.0 * loads, "origin": "base", "by": "heavy"}
    return Force(id, **(given | more))


def bridge(
    config, forces, *, seed = 1, order = None,
    **others,
):  # fmt: skip
    """The airlift, sites that can be lost, men who want home, and whoever else is named."""
    agents = {
        **others,
        "incidents": (Incidents(), NoConfig()),
        "airlift": (AIRLIFT, config),
        "contingents": (Contingents(), NoConfig()),
    }
    return stage_of(
        agents, seed=seed, order=order, sites=SITES, forces=forces, places=PLACES,
        positions=POSITIONS, regions={"shore": tuple(PLACES)},
    )  # fmt: skip


def tasked(config, loads, **more):
    """A bridge that has been told to bring one force of so many loads."""
    return bridge(config, [force(loads)], **more).do("airlift", "task")
