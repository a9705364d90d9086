"""Airfields and the ways between them: where they are, and when a stand is free."""

from collections.abc import Iterator
from functools import cache

import numpy as np

from engine.agents.airlift.config import Aircraft, Airlift
from engine.agents.airlift.state import FLYING, AirliftState, Sortie
from engine.chance import Chance
from engine.kinds import Numbers
from engine.moments import HOUR
from engine.rules.airlift import block_hours
from engine.rules.exact import exp, log
from engine.rules.geography import great_circle_km
from engine.scene import Scene, number
from engine.world import World

NIGHT_FROM, NIGHT_TO = 19.0, 7.0


def state_of(world: World, me: str) -> AirliftState:
    """The agent's part of the world."""
    state = world.agents[me]
    assert isinstance(state, AirliftState)
    return state


def config_of(world: World, me: str) -> Airlift:
    """What the author wrote of it."""
    config = world.config(me)
    assert isinstance(config, Airlift)
    return config


def type_of(world: World, me: str, sortie: Sortie) -> Aircraft:
    """The type of aircraft that flies this."""
    return config_of(world, me).aircraft[sortie.aircraft]


def place_at(scene: Scene, field: str) -> int:
    """The index of the place of an airfield, given as a site or as a place."""
    if field in scene.site_at:
        return scene.sites[scene.site_at[field]].place
    return scene.place_at[field]


def position(world: World, me: str, id: str) -> tuple[float, float]:
    """Latitude and longitude of an origin, a site or a place."""
    origins = config_of(world, me).origins
    if id in origins:
        return origins[id]
    place = place_at(world.scene, id)
    return float(world.scene.latitude[place]), float(world.scene.longitude[place])


def flight_seconds(world: World, me: str, aircraft: str, one: str, other: str) -> float:
    """Mean time from ramp to ramp between two fields."""
    km = _km(position(world, me, one), position(world, me, other))
    speed = number(config_of(world, me).aircraft[aircraft].speed)
    return block_hours(km, speed) * HOUR


@cache
def _km(one: tuple[float, float], other: tuple[float, float]) -> float:
    return great_circle_km(*one, *other)


def drawn_flight(
    world: World, me: str, sortie: Sortie, one: str, other: str, leg: int, chance: Chance
) -> int:
    """The time this flight takes on this leg: lognormal about the mean."""
    mean = flight_seconds(world, me, sortie.aircraft, one, other)
    spread = world.value(me, "flight_spread")
    dice = chance.at(me, "flight", sortie.attempts * 10 + leg, sortie.id)
    z = float(dice.standard_normal())
    if spread <= 0.0:
        return round(mean)
    variance = log(1.0 + spread * spread)
    return round(mean * exp(float(np.sqrt(variance)) * z - 0.5 * variance))


def drawn_ground(
    world: World, me: str, sortie: Sortie, hours: float, purpose: str, chance: Chance
) -> int:
    """The time a stop takes: gamma about its mean."""
    spread = world.value(me, "ground_spread")
    dice = chance.at(me, purpose, sortie.attempts, sortie.id)
    if spread <= 1e-3:
        return round(hours * HOUR)
    shape = 1.0 / (spread * spread)
    return round(hours * HOUR * float(dice.standard_gamma(shape)) / shape)


def stop_hours(world: World, me: str, sortie: Sortie) -> float:
    """Mean time on a stand: to unload, or to take on those who leave."""
    kind = type_of(world, me, sortie)
    return number(kind.unloads if sortie.way == "in" else kind.loads)


def by_force(world: World, reading: str) -> Numbers | None:
    """A reading of forces, from the agent that declares it; None where nobody does."""
    other = world.scene.declaring.get((reading, "force"))
    if other is None:
        return None
    return np.asarray(world.scene.agents[other].read(world, other, reading))


# Stands.


def built(world: World, me: str, field: str) -> int:
    """Stands an airfield has, or those that an order left it."""
    ordered = state_of(world, me).stands.get(field)
    return round(number(config_of(world, me).stands[field])) if ordered is None else ordered


def in_use(world: World, me: str, field: str) -> int:
    """Stands in use at this hour: fewer in the dark, where they are not lit."""
    place = place_at(world.scene, field)
    hour = float(world.local_hours()[place])
    count = built(world, me, field)
    if NIGHT_TO <= hour < NIGHT_FROM:
        return count
    return int(count * float(world.values(me, "dark")[place]) + 1e-9)


def is_open(world: World, me: str, field: str) -> bool:
    """True unless the airfield is lost, or closed by weather."""
    state = state_of(world, me)
    return field not in state.captured and field not in state.fogged


def free(world: World, me: str, field: str) -> int:
    """Stands that an arriving aircraft could take now."""
    if not is_open(world, me, field):
        return 0
    return max(0, in_use(world, me, field) - len(state_of(world, me).on_stands(field)))


def usable(world: World, me: str, sortie: Sortie) -> Iterator[str]:
    """Airfields that this aircraft may be sent to: its type fits, stands exist, none is lost."""
    state, config = state_of(world, me), config_of(world, me)
    allowed = config.aircraft[sortie.aircraft].fields
    for field, written in config.stands.items():
        if (allowed and field not in allowed) or field in state.captured:
            continue
        ordered = state.stands.get(field)
        if (round(number(written)) if ordered is None else ordered) > 0:
            yield field


def next_stand(world: World, me: str, field: str) -> float:
    """When a stand is expected to be free of all that is on it or bound for it."""
    if not config_of(world, me).slots:
        return float(world.now)
    state = state_of(world, me)
    count = max(built(world, me, field), 1)
    busy = sorted(float(s.due) for s in state.on_stands(field))
    times = [*busy, *(float(world.now) for _ in range(count - len(busy)))]
    times = sorted(times)[-count:]
    coming = [(world.now, 0, state.sorties[id]) for id in state.queues.get(field, ())]
    flying = [(s.due, s.number, s) for s in state.of(FLYING) if s.airfield == field]
    for at, _, one in [*coming, *sorted(flying, key=lambda entry: entry[:2])]:
        times.sort()
        times[0] = max(times[0], at) + stop_hours(world, me, one) * HOUR
    return min(times)
