"""Contingents: columns land, form up, march, guard, hand back and go home."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from engine.agents.contingents import moves, posts
from engine.agents.contingents import state as st
from engine.agents.contingents.apply import apply
from engine.agents.contingents.config import ContingentsConfig
from engine.agents.contingents.events import (
    Arrived,
    Assisted,
    ConvoyLeft,
    HandedBack,
    Left,
    ReadyHome,
    Recalled,
    RulesSet,
    SetOut,
    SiteDeclined,
    SiteOffered,
    SiteTaken,
    SiteWanted,
    TaskGiven,
    TookOver,
    TurnedBack,
    Waits,
)
from engine.agents.contingents.readings import READINGS, read
from engine.agents.contingents.state import Column, ContingentsState, Hour
from engine.agents.contingents.verbs import VERBS
from engine.chance import Chance
from engine.events import Event
from engine.kinds import Answer, Happenings, Kind, Numbers, Reading, Record, Standing, Verb
from engine.world import World

_TIMED = (st.DRIVING, st.FORMING, st.MARCHING, st.RETURNING, st.READY)


class ContingentsKind(Kind[ContingentsConfig, ContingentsState]):
    """Foreign forces that guard sites."""

    name = "contingents"
    text = "Foreign men who guard sites: they march from the airfield, take posts and hand back."
    Config = ContingentsConfig
    events = (
        ConvoyLeft, Arrived, SetOut, Waits, TookOver, HandedBack, TurnedBack, ReadyHome, Left,
        RulesSet, TaskGiven, SiteOffered, SiteTaken, SiteDeclined, SiteWanted, Recalled, Assisted,
    )  # fmt: skip
    readings: ClassVar[Mapping[str, Reading]] = READINGS
    verbs: ClassVar[Mapping[str, Verb]] = VERBS
    listens = (
        "airlift.unloaded", "airlift.left", "airlift.home", "alliance.decided",
        "alliance.released", "withdrawal.began", "withdrawal.ordered_back",
        "incidents.lost", "incidents.retaken",
    )  # fmt: skip

    def begin(self, world: World, me: str) -> ContingentsState:
        scene, config = world.scene, posts.config_of(world, me)
        places = {site.id: site.place for site in scene.sites}
        return ContingentsState(dict(scene.place_at), places, config.rules, kept=config.kept)

    def next_due(self, world: World, me: str) -> int | None:
        state = posts.state_of(world, me)
        dues = [one.due for one in state.columns.values() if one.phase in _TIMED and one.due]
        if state.rules != "guard_only" and state.columns:
            dues.append(max(state.next_hour, 1))
        return min(dues, default=None)

    def due(self, world: World, me: str, now: int) -> Sequence[Record]:
        state = posts.state_of(world, me)
        found: list[Record] = sorted(
            (one for one in state.columns.values() if one.phase in _TIMED and 0 < one.due <= now),
            key=lambda one: (one.due, one.id),
        )
        if state.rules != "guard_only" and state.columns and state.next_hour <= now:
            found.append(Hour(now))
        return [*found, Standing(now)]

    def judge(self, world: World, me: str, record: Record, chance: Chance) -> Happenings:
        match record:
            case Column():
                yield from moves.due(world, me, record)
            case Hour():
                yield moves.hour(world, me, chance)
            case _:
                yield from moves.landed(world, me)
                yield from moves.driven(world, me)
                yield from moves.flown(world, me)
                yield from moves.given_back(world, me)
                yield from moves.assigned(world, me)

    def apply(self, state: ContingentsState, event: Event) -> None:
        apply(state, event)

    def read(self, world: World, me: str, name: str) -> Answer | Numbers:
        return read(world, me, name)
