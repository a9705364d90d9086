"""People who leave places in danger, hour by hour."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

import numpy as np

from engine.agents.evacuation import rules
from engine.agents.evacuation import state as parts
from engine.agents.evacuation.config import EvacuationConfig
from engine.agents.evacuation.events import (
    BedsReady,
    Called,
    CallEnded,
    Full,
    Lost,
    RescueEnded,
    RescueSent,
    Stepped,
)
from engine.agents.evacuation.state import EvacuationState
from engine.agents.evacuation.verbs import VERBS, state_of
from engine.chance import Chance
from engine.events import Event
from engine.kinds import Answer, Happenings, Kind, Numbers, Reading, Record, Seconds, Standing
from engine.moments import HOUR
from engine.rules.rounding import nine
from engine.world import World


def config_of(world: World, me: str) -> EvacuationConfig:
    """The evacuation as its author wrote it."""
    found = world.config(me)
    assert isinstance(found, EvacuationConfig)
    return found


class EvacuationKind(Kind[EvacuationConfig, EvacuationState]):
    """Those who leave, those who stay, and those who are taken in."""

    name = "evacuation"
    text = "People who leave when they are called or in danger, and where they are taken in"
    Config = EvacuationConfig
    events = (Stepped, Called, CallEnded, BedsReady, Full, RescueSent, RescueEnded, Lost)
    readings: ClassVar = {
        "away": Reading("people", "place", "people who have left a place"),
        "taken_in": Reading("people", "place", "people in beds at a place"),
        "beds_free": Reading("people", "place", "beds that stand empty"),
        "in_danger": Reading("people", "place", "people who are in danger and have not left"),
        "lost_people": Reading("people", "place", "people who died there"),
        "called_out": Reading("", "place", "1 where people are called to leave"),
        "away_total": Reading("people", "self", "people who have left their homes"),
    }
    verbs: ClassVar = VERBS

    def begin(self, world: World, me: str) -> EvacuationState:
        count = len(world.scene.places)
        return EvacuationState(
            places=world.scene.places,
            away=[0.0] * count,
            taken_in=[0.0] * count,
            beds=[nine(x) for x in world.values(me, "beds").tolist()][:count],
            lost=[0] * count,
        )

    def next_due(self, world: World, me: str) -> Seconds | None:
        return state_of(world, me).at + HOUR

    def due(self, world: World, me: str, now: Seconds) -> Sequence[Record]:
        return [Standing(now)] if state_of(world, me).at + HOUR <= now else []

    def judge(self, world: World, me: str, record: Record, chance: Chance) -> Happenings:
        state = state_of(world, me)
        danger = _danger(world, me)
        number = yield _step(world, me, danger)
        cause = f"event:{number}"
        for place, (_, until) in list(state.calls.items()):
            if until <= state.at:
                yield CallEnded(cause=cause, place=place)
        for place, (_, until) in list(state.rescues.items()):
            if until <= state.at:
                yield RescueEnded(cause=cause, place=place)
        yield from _filled_up(state, cause)
        yield from _deaths(world, me, danger, cause, chance)

    def apply(self, state: EvacuationState, event: Event) -> None:
        parts.apply(state, event)

    def read(self, world: World, me: str, name: str) -> Answer | Numbers:
        state = state_of(world, me)
        match name:
            case "away":
                return np.array(state.away)
            case "taken_in":
                return np.array(state.taken_in)
            case "beds_free":
                return np.asarray(np.maximum(np.array(state.beds) - np.array(state.taken_in), 0.0))
            case "in_danger":
                return np.asarray(np.round(np.array(_at_risk(world, me, _danger(world, me)))))
            case "lost_people":
                return np.array(state.lost, dtype=float)
            case "called_out":
                return np.array([float(place in state.calls) for place in state.places])
            case "away_total":
                return float(round(sum(state.away)))
            case _:
                return super().read(world, me, name)


def _danger(world: World, me: str) -> list[float]:
    shares = world.field_of(config_of(world, me).flees_from)
    found: list[float] = np.clip(shares, 0.0, 1.0).tolist()
    return found


def _at_risk(world: World, me: str, danger: Sequence[float]) -> list[float]:
    state = state_of(world, me)
    rows = zip(world.scene.people.tolist(), state.away, danger, state.lost, strict=True)
    return [rules.in_danger(*row) for row in rows]


def _step(world: World, me: str, danger: Sequence[float]) -> Stepped:
    """Who leaves, who finds a bed and who goes home in the next hour, place by place."""
    state = state_of(world, me)
    seats, heeds = world.values(me, "seats").tolist(), world.values(me, "heeds").tolist()
    away, taken_in = list(state.away), list(state.taken_in)
    for at, place in enumerate(state.places):
        people = float(world.scene.people[at]) - state.lost[at]
        staying = max(people - away[at], 0.0)
        goal, _ = state.calls.get(place, ("", 0))
        if not goal and danger[at] <= 0 and place not in state.rescues:
            home = away[at] * min(world.value(me, "returns"), 1.0)
            _go_home(away, taken_in, at, home)
            continue
        called = people * heeds[at] - away[at] if goal else 0.0
        leave = rules.leaving(staying, called, seats[at], danger[at], world.value(me, "flees"))
        boats, _ = state.rescues.get(place, (0.0, 0))
        brought = min(boats * world.value(me, "boat"), staying * danger[at])
        leave = min(staying, leave + brought)
        shelter = state.places.index(goal) if goal else _roomiest(state, taken_in)
        free = state.beds[shelter] - taken_in[shelter]
        gone, beds = rules.bedded(leave, world.value(me, "with_kin"), free)
        away[at] += gone
        taken_in[shelter] += beds
    return Stepped(
        at=state.at + HOUR,
        away=tuple(nine(number) for number in away),
        taken_in=tuple(nine(number) for number in taken_in),
    )


def _go_home(away: list[float], taken_in: list[float], at: int, home: float) -> None:
    """Some go home; beds empty in the same measure, wherever they are."""
    total = sum(away)
    if home <= 0 or total <= 0:
        return
    part = home / total
    away[at] -= home
    for shelter, number in enumerate(taken_in):
        taken_in[shelter] = number * (1 - part)


def _roomiest(state: EvacuationState, taken_in: Sequence[float]) -> int:
    free = [beds - taken for beds, taken in zip(state.beds, taken_in, strict=True)]
    return free.index(max(free))


def _filled_up(state: EvacuationState, cause: str) -> Iterator[Event]:
    for place, beds, taken in zip(state.places, state.beds, list(state.taken_in), strict=True):
        if 0 < beds <= taken + 0.5 and place not in state.full:
            yield Full(cause=cause, place=place)


def _deaths(
    world: World, me: str, danger: Sequence[float], cause: str, chance: Chance
) -> Iterator[Event]:
    state, rate = state_of(world, me), world.value(me, "perishes")
    for place, people in zip(state.places, _at_risk(world, me, danger), strict=True):
        if people * rate > 0:
            dice = chance.at(me, "deaths", state.at // HOUR, place)
            died = min(int(dice.poisson(people * rate)), int(people))
            if died:
                yield Lost(cause=cause, place=place, people=died)


KIND = EvacuationKind()
