"""A small stage for tests of agents: invented places, agents of given kinds, and a kernel."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import numpy as np

from engine.begin import begin
from engine.chance import Chance
from engine.events import Event
from engine.journal import Entry, Journal
from engine.kernel import Kernel
from engine.kinds import Kind
from engine.scene import Force, Meter, Scene, Site
from engine.world import World
from engine.written import Value, Written

HOUR = 3600


@dataclass
class Stage:
    """A running world: advance it, tell its agents things, look at its journal."""

    world: World
    journal: Journal
    kernel: Kernel

    def until(self, hours: float) -> "Stage":
        """Let everything due before this hour happen."""
        self.kernel.run_until(int(hours * HOUR))
        return self

    def do(self, agent: str, verb: str, cause: str = "order:test", **arguments: object) -> "Stage":
        """Tell an agent to do something, as an order's effect would."""
        kind = self.world.scene.agents[agent]
        given = {name: spec.default for name, spec in kind.verbs[verb].arguments.items()}
        act = kind.verbs[verb].act(self.world, agent, given | arguments, cause, self.kernel.chance)
        self.kernel.perform(agent, act)
        return self

    def events(self, name: str = "") -> list[Entry]:
        """Entries so far whose full name (`agent.event`) is or ends with `name`."""
        return [entry for entry in self.journal if entry.name.endswith(name)]

    def read(self, agent: str, name: str) -> object:
        """A reading of an agent now."""
        return self.world.scene.agents[agent].read(self.world, agent, name)


def scene_of(
    agents: Mapping[str, tuple[Kind[Any, Any], Written]],
    *,
    places: Mapping[str, float] | None = None,
    regions: Mapping[str, Sequence[str]] | None = None,
    positions: Mapping[str, tuple[float, float]] | None = None,
    sites: Sequence[Site] = (),
    forces: Sequence[Force] = (),
    meters: Mapping[str, float] | None = None,
    stocks: Mapping[str, Mapping[str, float]] | None = None,
    seats: Sequence[str] = (),
    zone_hours: float = 0.0,
) -> Scene:
    """A scene of invented places (id to people); one region holds them all unless given."""
    places = places or {"north": 100_000.0, "south": 400_000.0, "harbour": 50_000.0}
    regions = regions or {"shore": tuple(places)}
    home = {place: i for i, members in enumerate(regions.values()) for place in members}
    where = positions or {p: (50.0 + i, 60.0 + 2 * i) for i, p in enumerate(places)}
    count = len(places)
    return Scene(
        start=datetime(
            2031, 1, 1, tzinfo=timezone(timedelta(hours=zone_hours)) if zone_hours else UTC
        ),
        end_second=40 * 24 * HOUR,
        beat_seconds=HOUR,
        places=tuple(places),
        regions=tuple(regions),
        region_of=np.array([home[place] for place in places]),
        people=np.array(list(places.values())),
        latitude=np.array([where[p][0] for p in places]),
        longitude=np.array([where[p][1] for p in places]),
        zone_hours=np.full(count, zone_hours),
        sites=tuple(sites),
        seats=tuple(seats),
        forces={force.id: force for force in forces},
        meters={id: Meter(id, start) for id, start in (meters or {}).items()},
        stocks=stocks or {},
        agents={me: kind for me, (kind, _) in agents.items()},
        configs={me: config for me, (_, config) in agents.items()},
    )


def stage_of(
    agents: Mapping[str, tuple[Kind[Any, Any], Written]],
    *,
    seed: int = 1,
    order: Sequence[str] | None = None,
    **scene: object,
) -> Stage:
    """Agents (id to kind and configuration) on a scene of invented places, begun."""
    world = begin(scene_of(agents, **scene))  # type: ignore[arg-type]
    journal = Journal()
    return Stage(world, journal, Kernel(world, journal, Chance(seed), order))


def replayed(stage: Stage, fresh: World) -> World:
    """A fresh world with the whole journal applied: must equal the one that was played."""
    from engine.apply import apply

    for entry in stage.journal:
        apply(fresh, entry)
    fresh.now = stage.world.now
    return fresh


def number(value: float) -> Value:
    """A plain value for a configuration."""
    return Value(value)


__all__ = ["HOUR", "Event", "Stage", "number", "replayed", "scene_of", "stage_of"]
