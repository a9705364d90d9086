"""Two sides along a line, hour by hour."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

import numpy as np

from engine.agents.frontier import rules
from engine.agents.frontier import state as parts
from engine.agents.frontier.config import FrontierConfig
from engine.agents.frontier.events import (
    Fired,
    StanceTaken,
    Stepped,
    TruceBegan,
    TruceBroken,
    TruceOver,
)
from engine.agents.frontier.state import DAY, FrontierState
from engine.agents.frontier.verbs import VERBS, across, state_of
from engine.chance import Chance
from engine.events import Event
from engine.kinds import Answer, Happenings, Kind, Numbers, Reading, Record, Seconds, Standing
from engine.moments import HOUR
from engine.rules.rounding import nine
from engine.world import World


class FrontierKind(Kind[FrontierConfig, FrontierState]):
    """A line with people on both sides of it."""

    name = "frontier"
    text = "Two sides along a line: postures, incidents that provoke others, and truces"
    Config = FrontierConfig
    events = (Stepped, Fired, StanceTaken, TruceBegan, TruceBroken, TruceOver)
    readings: ClassVar = {
        "exchanges": Reading("", "place", "exchanges of fire so far"),
        "dead": Reading("people", "place", "people killed by them"),
        "heat": Reading("/h", "place", "incidents that earlier ones still bring about", "mean"),
        "shelled": Reading("%", "place", "share of a place that is in danger", "mean"),
        "on_truce": Reading("", "place", "1 where a truce holds"),
        "stance_of": Reading("", "place", "0 withdrawn, 1 watching, 2 ready, 3 pushing", "max"),
        "truces_broken": Reading("", "self", "truces that incidents ended"),
        "exchanges_day": Reading("", "self", "exchanges of fire within the last day"),
    }
    verbs: ClassVar = VERBS

    def begin(self, world: World, me: str) -> FrontierState:
        config, count = world.config(me), len(world.scene.places)
        assert isinstance(config, FrontierConfig)
        return FrontierState(
            places=world.scene.places,
            stance=[_written(config, world, place) for place in world.scene.places],
            heat=[0.0] * count,
            danger=[0.0] * count,
            fired=[0] * count,
            killed=[0] * count,
        )

    def next_due(self, world: World, me: str) -> Seconds | None:
        return state_of(world, me).at + HOUR

    def due(self, world: World, me: str, now: Seconds) -> Sequence[Record]:
        return [Standing(now)] if state_of(world, me).at + HOUR <= now else []

    def judge(self, world: World, me: str, record: Record, chance: Chance) -> Happenings:
        state = state_of(world, me)
        drawn = _drawn(world, me, chance)
        number = yield _step(world, me, drawn)
        cause = f"event:{number}"
        for place, (incidents, killed) in drawn.items():
            facing = across(world, me, place)[0]
            yield Fired(cause=cause, place=place, across=facing, incidents=incidents, killed=killed)
        yield from _truces(world, me, state, cause)

    def apply(self, state: FrontierState, event: Event) -> None:
        parts.apply(state, event)

    def read(self, world: World, me: str, name: str) -> Answer | Numbers:
        state = state_of(world, me)
        match name:
            case "exchanges":
                return np.array(state.fired, dtype=float)
            case "dead":
                return np.array(state.killed, dtype=float)
            case "heat":
                return np.array(state.heat)
            case "shelled":
                return np.array(state.danger)
            case "on_truce":
                return np.array([float(place in state.truces) for place in state.places])
            case "stance_of":
                order = list(rules.TOUCH)
                return np.array([float(order.index(stance)) for stance in state.stance])
            case "truces_broken":
                return float(state.broken)
            case "exchanges_day":
                return float(sum(_lately(state, place) for place in state.places))
            case _:
                return super().read(world, me, name)


def _written(config: FrontierConfig, world: World, place: str) -> str:
    """A place's first stance: its own, its region's, everybody's, or watching."""
    scene = world.scene
    region = scene.regions[int(scene.region_of[scene.place_at[place]])]
    for name in (place, region, "everywhere"):
        if name in config.stance:
            return config.stance[name]
    return "watching"


def _lately(state: FrontierState, place: str) -> int:
    rows = state.recent.get(place, [])
    return sum(incidents for at, incidents in rows if at > state.at - DAY)


def _drawn(world: World, me: str, chance: Chance) -> dict[str, tuple[int, int]]:
    """Exchanges of fire and dead in the coming hour, by place; places without any are left out."""
    state, scene = state_of(world, me), world.scene
    quiet, kills = world.values(me, "quiet").tolist(), world.value(me, "kills")
    left, hour = world.value(me, "truce"), state.at // HOUR
    found: dict[str, tuple[int, int]] = {}
    for at, place in enumerate(state.places):
        facing = across(world, me, place)
        if not facing:
            continue
        touchiest = max(
            (state.stance[scene.place_at[other]] for other in facing),
            key=lambda stance: rules.TOUCH[stance],
        )
        spared = left if place in state.truces else 1.0
        rate = rules.rate(quiet[at], state.stance[at], touchiest, state.heat[at], spared)
        incidents = int(chance.at(me, "fire", hour, place).poisson(rate))
        if incidents:
            dead = int(chance.at(me, "dead", hour, place).poisson(kills * incidents))
            found[place] = (incidents, dead)
    return found


def _step(world: World, me: str, drawn: dict[str, tuple[int, int]]) -> Stepped:
    """Heat and danger after an hour: an exchange heats its own place and those across."""
    state = state_of(world, me)
    cools, provokes = world.value(me, "cools"), world.value(me, "provokes")
    reach = world.value(me, "reach")
    heat, danger = [], []
    for at, place in enumerate(state.places):
        own = drawn.get(place, (0, 0))[0]
        facing = across(world, me, place)
        theirs = sum(drawn.get(other, (0, 0))[0] for other in facing)
        # Half of what an exchange provokes comes back where it fell, half from those across.
        felt = (own + theirs) / 2
        heat.append(rules.cooled(state.heat[at], cools, 1.0) + rules.kindled(felt, provokes, cools))
        danger.append(rules.endangered(state.danger[at], own, reach, cools))
    return Stepped(
        at=state.at + HOUR,
        heat=tuple(nine(number) for number in heat),
        danger=tuple(nine(number) for number in danger),
    )


def _truces(world: World, me: str, state: FrontierState, cause: str) -> Iterator[Event]:
    """Which truces run out, and which too many incidents end."""
    for place, until in list(state.truces.items()):
        near = (place, *across(world, me, place))
        if until <= state.at:
            yield TruceOver(cause=cause, place=place)
        elif sum(_lately(state, other) for other in near) >= world.value(me, "breaks"):
            yield TruceBroken(cause=cause, place=place)


KIND = FrontierKind()
