"""Water that rises along a river, hour by hour."""

from collections.abc import Sequence
from typing import ClassVar

import numpy as np

from engine.agents.waters import rules
from engine.agents.waters import state as parts
from engine.agents.waters.config import WatersConfig
from engine.agents.waters.events import (
    Broke,
    Closed,
    Endangered,
    PumpsSet,
    Raised,
    Relieved,
    Stepped,
    WorkBegan,
)
from engine.agents.waters.state import WatersState, Work
from engine.agents.waters.verbs import VERBS, state_of
from engine.causes import latest
from engine.chance import Chance
from engine.events import Event
from engine.kinds import Answer, Happenings, Kind, Numbers, Reading, Record, Seconds, Standing
from engine.moments import HOUR
from engine.rules.rounding import nine
from engine.world import World


def config_of(world: World, me: str) -> WatersConfig:
    """The waters as their author wrote them."""
    found = world.config(me)
    assert isinstance(found, WatersConfig)
    return found


class WatersKind(Kind[WatersConfig, WatersState]):
    """One river and the places along it."""

    name = "waters"
    text = "Water that comes down a river, stands at dikes, breaks through and is pumped out"
    Config = WatersConfig
    events = (Stepped, Endangered, Relieved, Broke, Closed, WorkBegan, Raised, PumpsSet)
    readings: ClassVar = {
        "height": Reading("m", "place", "level above the usual", "max"),
        "margin": Reading("m", "place", "how far the water stands below the dike's top", "min"),
        "flooded": Reading("%", "place", "share of a place that is under water", "mean"),
        "in_water": Reading("people", "place", "people whose homes are under water"),
        "breached": Reading("", "place", "1 where the dike is broken"),
        "pumps": Reading("", "place", "pumps that stand there"),
        "works": Reading("", "self", "places where sandbags are being laid"),
    }
    verbs: ClassVar = VERBS

    def begin(self, world: World, me: str) -> WatersState:
        count = len(world.scene.places)
        rest = [0.0] * count
        return WatersState(
            places=world.scene.places, level=list(rest), flooded=list(rest), raised=list(rest),
            pumps=list(rest),
        )  # fmt: skip

    def next_due(self, world: World, me: str) -> Seconds | None:
        state = state_of(world, me)
        return min([state.at + HOUR, *(work.due for work in state.works.values())])

    def due(self, world: World, me: str, now: Seconds) -> Sequence[Record]:
        state = state_of(world, me)
        ready = sorted((w for w in state.works.values() if w.due <= now), key=_by_time)
        return [*ready, Standing(now)] if state.at + HOUR <= now else list(ready)

    def judge(self, world: World, me: str, record: Record, chance: Chance) -> Happenings:
        if isinstance(record, Work):
            yield Raised(cause=record.cause, place=record.place, work=record.id, by=record.by)
            return
        number = yield _step(world, me)
        cause = f"event:{number}"
        yield from _dikes(world, me, cause, chance)

    def apply(self, state: WatersState, event: Event) -> None:
        parts.apply(state, event)

    def read(self, world: World, me: str, name: str) -> Answer | Numbers:
        state = state_of(world, me)
        match name:
            case "height":
                return np.array(state.level)
            case "margin":
                return np.asarray(_tops(world, me) - np.array(state.level))
            case "flooded":
                return np.array(state.flooded)
            case "in_water":
                return np.asarray(np.round(np.array(state.flooded) * world.scene.people))
            case "breached":
                return np.array([float(place in state.broken) for place in state.places])
            case "pumps":
                return np.array(state.pumps)
            case "works":
                return float(len(state.works))
            case _:
                return super().read(world, me, name)


def _by_time(work: Work) -> tuple[int, str]:
    return work.due, work.id


def _tops(world: World, me: str) -> Numbers:
    return np.asarray(world.values(me, "dikes") + np.array(state_of(world, me).raised))


def _step(world: World, me: str) -> Stepped:
    """The next hour of the wave, and of what stands behind broken dikes."""
    state, scene = state_of(world, me), world.scene
    course = [
        (scene.place_at[start], tuple(scene.place_at[end] for end in ends))
        for start, ends in config_of(world, me).course.items()
    ]
    above = rules.sources(course, len(state.places))
    comes_in = world.values(me, "source").tolist()
    lags, spares = world.values(me, "lag").tolist(), world.value(me, "spares")
    passed = [
        level * (1 - spares) if place in state.broken else level
        for place, level in zip(state.places, state.level, strict=True)
    ]
    levels = []
    for at, level in enumerate(state.level):
        feeds = [passed[other] for other in above[at]]
        goal = sum(feeds) / len(feeds) if feeds else comes_in[at]
        levels.append(rules.routed(level, goal, lags[at], 1.0))
    return Stepped(
        at=state.at + HOUR,
        level=tuple(nine(level) for level in levels),
        flooded=tuple(nine(share) for share in _flooded(world, me, levels)),
    )


def _flooded(world: World, me: str, levels: Sequence[float]) -> list[float]:
    state = state_of(world, me)
    deep, fills = world.value(me, "deep"), world.value(me, "fills")
    drains = world.value(me, "drains")
    return [
        rules.filled(
            share, min(1.0, level / deep) if place in state.broken else 0.0, fills,
            drains * pumps, 1.0,
        )
        for place, share, level, pumps in zip(
            state.places, state.flooded, levels, state.pumps, strict=True
        )
    ]  # fmt: skip


def _dikes(world: World, me: str, cause: str, chance: Chance) -> Happenings:
    """Which dikes come into danger, are out of it, or break in this hour."""
    state, tops = state_of(world, me), _tops(world, me).tolist()
    freeboard = world.value(me, "freeboard")
    seeps, over = world.value(me, "seeps"), world.value(me, "overtopped")
    hour = state.at // HOUR
    for place, level, top in zip(state.places, list(state.level), tops, strict=True):
        near = level > top - freeboard and place not in state.broken
        if near and place not in state.endangered:
            yield Endangered(cause=cause, place=place)
        elif not near and place in state.endangered:
            yield Relieved(cause=cause, place=place)
        hazard = rules.breaks(level, top, freeboard, seeps, over) if near else 0.0
        luck = chance.at(me, "break", hour, place).random() if hazard else 1.0
        if luck < rules.chance_within(hazard, 1.0):
            why = latest(world, f"{me}.endangered@{place}")
            yield Broke(cause=why, place=place, over=level >= top)


KIND = WatersKind()
