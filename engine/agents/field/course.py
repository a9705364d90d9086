"""An hour of a field: its flows at their present pace, what is held back, what is pushed."""

from functools import lru_cache

import numpy as np

from engine.agents.field.config import FieldConfig, Flow
from engine.agents.field.limits import bounds, full
from engine.agents.field.state import FieldState, Hold, Push
from engine.agents.field.verbs import config_of, state_of
from engine.chance import Chance
from engine.kinds import Numbers
from engine.moments import HOUR
from engine.rules import levels as rules
from engine.rules.geography import distances_km
from engine.scene import Scene
from engine.world import World


def hour(world: World, me: str, chance: Chance) -> Numbers:
    """Levels at the end of the coming hour, shape (levels, places)."""
    state, config = state_of(world, me), config_of(world, me)
    flows = [_flow(world, me, id, flow, chance) for id, flow in config.flows.items()]
    limits = np.array([bounds(level) for level in config.levels.values()])
    pushed = [_pushed(state, push) for push in state.pushes.values()]
    parts = max(round(1 / world.value(me, "step")), 1)
    found = np.array(state.levels)
    links = _links(world, me)
    for _ in range(parts):
        found = rules.stepped(found, flows, links, limits[:, :1], limits[:, 1:], 1 / parts, pushed)
    return found


def _links(world: World, me: str) -> Numbers:
    scene, config = world.scene, config_of(world, me)
    pairs = tuple(
        (here, there)
        for one, others in config.links.items()
        for other in others
        for here in _places(scene, one)
        for there in _places(scene, other)
    )
    where = tuple(scene.latitude.tolist()), tuple(scene.longitude.tolist())
    return _weights(pairs, *where, world.value(me, "within"), world.value(me, "thins"))


def _places(scene: Scene, id: str) -> list[int]:
    """The places of an id on the map; none for anything else that a scenario names."""
    on_the_map = id in scene.place_at or id in scene.region_at or id in scene.site_at
    return [scene.place_at[place] for place in scene.area(id)] if on_the_map else []


@lru_cache(maxsize=16)
def _weights(
    pairs: tuple[tuple[int, int], ...],
    latitudes: tuple[float, ...],
    longitudes: tuple[float, ...],
    within: float,
    thins: float,
) -> Numbers:
    km = distances_km(np.array(latitudes), np.array(longitudes))
    found = rules.linked(pairs, km, within, thins)
    found.setflags(write=False)
    return found


def _flow(world: World, me: str, id: str, flow: Flow, chance: Chance) -> rules.Flow:
    """A flow as the rules take it, at its pace in this hour."""
    state, config = state_of(world, me), config_of(world, me)
    at = {name: index for index, name in enumerate(config.levels)}
    pace = world.values(me, id)[: len(state.places)] * _left(state, id)
    if flow.varies is not None:
        # One draw an hour and place, so that the model's step does not change the luck.
        dice = chance.at(me, f"varies {id}", state.at // HOUR)
        normal = dice.standard_normal(len(state.places))
        pace = pace * rules.varied(normal, flow.varies.number)
    return rules.Flow(
        does=flow.does,
        of=at[flow.of],
        rate=pace,
        into=at[flow.into] if flow.into else None,
        full=full(config, flow),
        whole=tuple(at[level] for level in flow.whole or _whole(config, flow.of)),
        needs=tuple((at[level], value.number) for level, value in flow.needs.items()),
        stopped_by=tuple((at[level], value.number) for level, value in flow.stopped_by.items()),
    )


def _whole(config: FieldConfig, level: str) -> list[str]:
    """A level and all that it can turn into or come from, by however many steps."""
    found = {level}
    pairs = [
        {flow.of, flow.into} for flow in config.flows.values() if flow.into and flow.does != "gives"
    ]
    for _ in pairs:
        for pair in pairs:
            if pair & found:
                found |= pair
    return [id for id in config.levels if id in found]


def _within(state: FieldState, each: Push | Hold) -> float:
    """The part of the coming hour in which something goes on."""
    begins, ends = max(each.since, state.at), min(each.due, state.at + HOUR)
    return max(ends - begins, 0) / HOUR


def _left(state: FieldState, flow: str) -> Numbers:
    """The share of a flow that is not held back, by place; several crews do not add up to all."""
    found = np.ones(len(state.places))
    for each in state.holds.values():
        if each.flow == flow:
            found[state.places.index(each.place)] *= 1.0 - each.share * _within(state, each)
    return found


def _pushed(state: FieldState, push: Push) -> rules.Passing:
    amount = np.zeros(len(state.places))
    amount[state.places.index(push.place)] = abs(push.pace) * _within(state, push)
    level = state.names.index(push.level)
    if push.into:
        return rules.Passing(level, state.names.index(push.into), amount)
    if push.pace < 0:
        return rules.Passing(level, None, amount)
    return rules.Passing(None, level, amount)
