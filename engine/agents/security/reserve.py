"""The mobile reserve: how it is spread, when it is moved, and how long that takes."""

import numpy as np

from engine.agents.security.config import SecurityConfig
from engine.agents.security.duty import config_of, state_of
from engine.agents.security.events import ReserveSent
from engine.causes import latest
from engine.kinds import Numbers
from engine.moments import HOUR
from engine.rules import reserve as rules
from engine.rules.geography import distances_km
from engine.scene import Scene, number
from engine.world import FOREVER, World


def spread(scene: Scene, config: SecurityConfig) -> Numbers:
    """The share of a reserve that nobody asks for at each place: by people, times its weight."""
    weights = np.array([number(config.weight[p]) if p in config.weight else 1.0
                        for p in scene.places])  # fmt: skip
    counted = scene.people * weights
    shares: Numbers = counted / max(float(counted.sum()), 1e-9)
    return shares


def kilometres(world: World, me: str) -> Numbers:
    """Distances between all places; the map does not change, so they are worked out once."""
    kept = world.cache.get((me, "//km"))
    if kept is None:
        scene = world.scene
        kept = (0, FOREVER, distances_km(scene.latitude, scene.longitude))
        world.cache[me, "//km"] = kept
    return kept[2]


def road_hours(world: World, me: str) -> Numbers:
    """Hours from each place to each other, the muster included, at the slower of the two ends."""
    speed = world.values(me, "speed")
    slower = np.minimum(speed[:, None], speed[None, :])
    hours: Numbers = world.value(me, "musters") + kilometres(world, me) / slower
    return hours


def air_hours(world: World, me: str) -> Numbers:
    """Hours by air from each place to each other, loading included."""
    speed = world.value(me, "air_speed")
    hours: Numbers = world.value(me, "air_musters") + kilometres(world, me) / speed
    return hours


def reviewed(world: World, me: str) -> ReserveSent:
    """The command looks at its picture of need and moves what is spare to where it is short."""
    state, scene, now = state_of(world, me), world.scene, world.now
    inbound = np.zeros(len(scene.places))
    for one in state.moving.values():
        inbound[one.target] += one.men
    men = np.array(state.reserve, dtype=float)
    wanted = _wanted(world, me, float(men.sum() + inbound.sum()))
    short = np.maximum(wanted - men - inbound, 0.0)
    movable = np.maximum(men - pinned(world, me), 0.0)
    spare = np.minimum(np.maximum(men + inbound - wanted, 0.0), movable)
    smallest = max(round(world.value(me, "smallest")), 1)
    km = kilometres(world, me)
    chosen = rules.moves(spare, short, km, smallest)
    sent = tuple(
        (
            state.sent + index,
            scene.places[origin],
            scene.places[target],
            count,
            now + round(_hours(world, me, km, origin, target) * HOUR),
        )
        for index, (origin, target, count) in enumerate(chosen)
    )
    every = max(round(world.value(me, "reviews") * HOUR), 1)
    later = state.next_review + every * ((now - state.next_review) // every + 1)
    return ReserveSent(sent, later, cause=latest(world, f"{me}.stepped", f"{me}.massed"))


def _hours(world: World, me: str, km: Numbers, origin: int, target: int) -> float:
    """The same as `road_hours` for one way, where few of all ways are asked for."""
    speed = world.values(me, "speed")
    slower = min(float(speed[origin]), float(speed[target]))
    return world.value(me, "musters") + float(km[origin, target]) / slower


def _wanted(world: World, me: str, total: float) -> Numbers:
    state = state_of(world, me)
    base = spread(world.scene, config_of(world, me))
    follows = world.value(me, "follows")
    massed = state.massed
    if massed is None or world.now >= massed.until:
        return rules.targets(total, follows, base, np.array(state.need))
    rest = total * (1.0 - massed.share)
    wanted = rules.targets(rest, follows, base, np.array(state.need))
    wanted[massed.place] += total * massed.share
    return wanted


def pinned(world: World, me: str) -> Numbers:
    """Men of the reserve at each place whom an order keeps there for a time."""
    kept = np.zeros(len(world.scene.places))
    for place, men, until in state_of(world, me).pinned:
        if world.now < until:
            kept[place] += men
    return kept
