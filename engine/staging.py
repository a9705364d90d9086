"""From a scenario to the scene of a game: the fixed arrays and tables that agents read."""

from collections.abc import Mapping

import numpy as np

from engine.kinds import Kind
from engine.scenario.models import Force as WrittenForce
from engine.scenario.models import Site as WrittenSite
from engine.scenario.scenario import Scenario
from engine.scene import Force, Meter, Scene, Site
from engine.written import Value, Written

Kinds = Mapping[str, Kind[Written, object]]


def scene_from(scenario: Scenario, kinds: Kinds) -> Scene:
    """The scene of a resolved scenario, its agents being of these kinds."""
    towns = scenario.places
    regions = tuple(scenario.regions)
    home = [regions.index(town.region) if town.region in regions else -1 for town in towns.values()]
    return Scene(
        start=scenario.start,
        end_second=scenario.end,
        beat_seconds=scenario.beat,
        places=tuple(towns),
        regions=regions,
        region_of=np.array(home, dtype=int),
        people=np.array([town.people.number for town in towns.values()]),
        latitude=np.array([town.at[0] for town in towns.values()]),
        longitude=np.array([town.at[1] for town in towns.values()]),
        zone_hours=_zones(scenario, regions, home),
        sites=_sites(scenario),
        seats=tuple(scenario.seats),
        forces={id: _force(id, force) for id, force in scenario.forces.items()},
        meters={id: _meter(scenario, id) for id in scenario.meters},
        stocks={
            seat: {stock: spec.start.number for stock, spec in written.stocks.items()}
            for seat, written in scenario.seats.items()
        },
        agents={me: kinds[a.kind].fitted(a.config) for me, a in scenario.agents.items()},
        configs={me: agent.config for me, agent in scenario.agents.items()},
        titles=_titles(scenario),
        credit=scenario.credit.start.number,
        awaited=frozenset(each.event for each in scenario.injects.values() if each.event),
    )


def _zones(scenario: Scenario, regions: tuple[str, ...], home: list[int]) -> np.ndarray:
    offset = scenario.start.utcoffset()
    national = offset.total_seconds() if offset is not None else 0.0
    own = [scenario.regions[id].zone_seconds for id in regions]
    zones = [own[region] if region >= 0 else None for region in home]
    return np.array([(national if zone is None else zone) / 3600 for zone in zones])


def _sites(scenario: Scenario) -> tuple[Site, ...]:
    return tuple(
        _site(id, place, site)
        for place, town in enumerate(scenario.places.values())
        for id, site in town.sites.items()
    )


def _site(id: str, place: int, site: WrittenSite) -> Site:
    return Site(
        id, place, site.title, site.sort, _of(site.posts), _of(site.arms), site.draws.number
    )


def _force(id: str, force: WrittenForce) -> Force:
    return Force(
        id, force.title, force.of, force.men.number, _of(force.vehicles), force.from_, force.by,
        force.guards,
    )  # fmt: skip


def _of(value: Value | None) -> float:
    return 0.0 if value is None else value.number


def _meter(scenario: Scenario, id: str) -> Meter:
    meter = scenario.meters[id]
    if meter.shows is not None:
        return Meter(id, agent=meter.shows[0], reading=meter.shows[1])
    return Meter(id, _of(meter.start), _of(meter.drift))


def _titles(scenario: Scenario) -> dict[str, str]:
    titles = {id: region.title for id, region in scenario.regions.items()}
    for id, town in scenario.places.items():
        titles[id] = town.title
        titles |= {site: spec.title for site, spec in town.sites.items()}
    titles |= {id: seat.title for id, seat in scenario.seats.items()}
    titles |= {id: force.title for id, force in scenario.forces.items()}
    return titles
