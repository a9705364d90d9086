"""Levels by place with declared flows, hour by hour: for scenarios with a nature of their own."""

from collections.abc import Sequence
from typing import ClassVar

import numpy as np

from engine.agents.field import course
from engine.agents.field import state as parts
from engine.agents.field.config import FieldConfig, Mark
from engine.agents.field.events import (
    Crossed,
    Held,
    LetGo,
    PushBegan,
    Pushed,
    PushEnded,
    Stepped,
    Uncrossed,
)
from engine.agents.field.faults import faults
from engine.agents.field.outline import IN_ALL, IS, Outline, is_share, outline
from engine.agents.field.state import FieldState
from engine.agents.field.verbs import config_of, state_of, verbs
from engine.causes import latest
from engine.chance import Chance
from engine.events import Event, name_of
from engine.kinds import (
    Answer,
    Fault,
    Happenings,
    Kind,
    Numbers,
    Reading,
    Record,
    Seconds,
    Standing,
)
from engine.moments import HOUR
from engine.rules.rounding import nine
from engine.world import World, base_values
from engine.written import Declared, Varying


class FieldKind(Kind[FieldConfig, FieldState]):
    """Whatever each place has more or less of, and how that changes and spreads."""

    name = "field"
    text = "Levels by place that grow, fade, turn into one another and spread: fire, illness, heat"
    Config = FieldConfig
    events = (Stepped, Crossed, Uncrossed, Pushed, PushBegan, PushEnded, Held, LetGo)
    verbs: ClassVar = verbs(Outline())

    def fitted(self, given: object) -> "FieldKind":
        names, found = outline(given), FieldKind()
        # Set on the object: this agent's own readings, verbs, marks and numbers that a shift bends.
        vars(found).update(
            readings=_readings(names),
            verbs=verbs(names),
            marks=names.marks,
            bends={
                id: Declared("varying", unit, "how fast this flow is", at_least=0)
                for id, unit in names.flows.items()
            },
        )
        return found

    def faults(self, config: FieldConfig) -> Sequence[Fault]:
        return tuple(faults(config, map(name_of, self.events)))

    def part(self, config: FieldConfig, name: str) -> object:
        flow = config.flows.get(name)
        if flow is None:
            return super().part(config, name)
        return flow.share if flow.amount is None else flow.amount

    def limits(self, config: FieldConfig, name: str) -> Declared:
        return self.bends[name] if name in self.bends else super().limits(config, name)

    def begin(self, world: World, me: str) -> FieldState:
        config, places = config_of(world, me), world.scene.places
        found = FieldState(
            places=places,
            names=tuple(config.levels),
            levels=[_at_start(world, level.start) for level in config.levels.values()],
            crossed={},
        )
        found.crossed = {
            id: [place for at, place in enumerate(places) if _is_crossed(found, mark, at)]
            for id, mark in config.marks.items()
        }
        return found

    def next_due(self, world: World, me: str) -> Seconds | None:
        return state_of(world, me).at + HOUR

    def due(self, world: World, me: str, now: Seconds) -> Sequence[Record]:
        return [Standing(now)]

    def judge(self, world: World, me: str, record: Record, chance: Chance) -> Happenings:
        state = state_of(world, me)
        if state.at + HOUR <= world.now:
            levels = course.hour(world, me, chance).tolist()
            yield Stepped(
                at=state.at + HOUR, levels=tuple(tuple(nine(x) for x in row) for row in levels)
            )
            yield from _over(state)
        yield from _turns(world, me)

    def apply(self, state: FieldState, event: Event) -> None:
        parts.apply(state, event)

    def read(self, world: World, me: str, name: str) -> Answer | Numbers:
        state = state_of(world, me)
        if name in state.names:
            return np.array(state.levels[state.names.index(name)])
        mark = name.removeprefix(IS)
        if mark != name and mark in state.crossed:
            return np.array([float(place in state.crossed[mark]) for place in state.places])
        level = name.removesuffix(IN_ALL)
        if level != name and level in state.names:
            return _in_all(world, me, level)
        return super().read(world, me, name)


def _readings(names: Outline) -> dict[str, Reading]:
    found: dict[str, Reading] = {}
    for id, unit in names.levels.items():
        said = names.titles.get(id) or f"the level `{id}`"
        how = "mean" if is_share(unit) else "sum"
        found[id] = Reading(unit, "place", said, how)
        whole = "mean over all people" if is_share(unit) else "sum over all places"
        found[f"{id}{IN_ALL}"] = Reading(unit, "self", f"{said}, {whole}")
    for id in names.marks:
        said = names.titles.get(id) or f"a place is beyond the mark `{id}`"
        found[f"{IS}{id}"] = Reading("", "place", f"1 while {said}")
    return found


def _at_start(world: World, start: Varying) -> list[float]:
    found, _ = base_values(world.scene, start, 0)
    return [nine(number) for number in found.tolist()][: len(world.scene.places)]


def _is_crossed(state: FieldState, mark: Mark, at: int) -> bool:
    level = state.levels[state.names.index(mark.of)][at]
    if mark.above is not None:
        return level >= mark.above.number
    return mark.below is not None and level < mark.below.number


def _in_all(world: World, me: str, level: str) -> float:
    state, scene = state_of(world, me), world.scene
    rows = state.levels[state.names.index(level)]
    reading = scene.agents[me].readings[level]
    if reading.regions == "sum":
        return float(sum(rows))
    people = scene.people.tolist()
    weight = sum(people)
    if weight <= 0:
        return sum(rows) / max(len(rows), 1)
    return float(sum(row * own for row, own in zip(rows, people, strict=True)) / weight)


def _over(state: FieldState) -> Happenings:
    """What was ordered for a time, and that time is over."""
    for push in [push for push in state.pushes.values() if push.due <= state.at]:
        yield PushEnded(cause=push.cause, place=push.place, push=push.id, level=push.level)
    for hold in [hold for hold in state.holds.values() if hold.due <= state.at]:
        yield LetGo(cause=hold.cause, place=hold.place, hold=hold.id, flow=hold.flow)


def _turns(world: World, me: str) -> Happenings:
    """Which marks were crossed at which places, one way or the other."""
    state = state_of(world, me)
    cause = latest(world, f"{me}.stepped", f"{me}.pushed")
    for id, mark in config_of(world, me).marks.items():
        for at, place in enumerate(state.places):
            crossed = _is_crossed(state, mark, at)
            if crossed and place not in state.crossed[id]:
                yield Crossed(cause=cause, place=place, mark=id)
            elif not crossed and place in state.crossed[id]:
                yield Uncrossed(cause=cause, place=place, mark=id)


KIND = FieldKind()
