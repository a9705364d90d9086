"""The security forces: they guard, police, tire, travel and obey, step by step."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

import numpy as np

from engine.agents.security import duty
from engine.agents.security.apply import apply
from engine.agents.security.carrying import carried
from engine.agents.security.config import SecurityConfig
from engine.agents.security.events import (
    ArmsPartySent,
    ArmsSecured,
    ArrestsOrdered,
    CalledUp,
    Detached,
    DetaineeRulesSet,
    GuardDoubled,
    LimitSet,
    Massed,
    PostureOrdered,
    ReliefOrdered,
    ReserveCame,
    ReserveMoved,
    ReserveSent,
    SiteHeld,
    SiteLeft,
    Stepped,
)
from engine.agents.security.readings import READINGS, read
from engine.agents.security.reserve import reviewed, spread
from engine.agents.security.state import Detachment, Party, SecurityState
from engine.agents.security.verbs import VERBS
from engine.chance import Chance
from engine.events import Event
from engine.kinds import (
    Answer,
    Execution,
    Happenings,
    Kind,
    Numbers,
    Ordered,
    Reading,
    Record,
    Standing,
    Verb,
)
from engine.moments import HOUR
from engine.rules.reporting import lagged
from engine.rules.reserve import whole
from engine.rules.rounding import array_of, nine, nines, nines_of
from engine.scene import number
from engine.world import World, base_values


class SecurityKind(Kind[SecurityConfig, SecurityState]):
    """Garrisons and a mobile reserve."""

    name = "security"
    text = "Men of the state: they guard sites first, police with what is left, tire and travel."
    Config = SecurityConfig
    events = (
        Stepped, ReserveSent, ReserveMoved, ReserveCame, PostureOrdered, LimitSet, Massed,
        SiteHeld, SiteLeft, GuardDoubled, ReliefOrdered, ArrestsOrdered, ArmsPartySent,
        ArmsSecured, DetaineeRulesSet, Detached, CalledUp,
    )  # fmt: skip
    readings: ClassVar[Mapping[str, Reading]] = READINGS
    verbs: ClassVar[Mapping[str, Verb]] = VERBS

    def begin(self, world: World, me: str) -> SecurityState:
        scene, config = world.scene, duty.config_of(world, me)
        officers, _ = base_values(scene, config.officers, 0)
        garrison = np.rint(officers * scene.people)
        share = spread(scene, config)
        reserve = whole(share, round(number(config.reserve)))
        nobody = (0.0,) * len(scene.places)
        return SecurityState(
            garrison=tuple(garrison.astype(int).tolist()),
            reserve=reserve,
            at=dict(scene.place_at),
            standing=duty.ranks_by_place(scene, dict(config.posture)),
            street=nines(garrison + np.array(reserve)),
            facing=nobody,
            spare=nines(garrison + np.array(reserve)),
            manned=(1.0,) * len(scene.places),
            fatigue=nobody,
            need=nobody,
            next_review=round(number(config.reviews) * HOUR),
        )

    def next_due(self, world: World, me: str) -> int | None:
        state = duty.state_of(world, me)
        if state.stale and state.steps:
            return world.now
        dues = [state.next_step]
        dues += [one.due for one in state.moving.values() if one.ordered]
        dues += [party.due for party in state.parties.values()]
        return min(dues)

    def due(self, world: World, me: str, now: int) -> Sequence[Record]:
        state = duty.state_of(world, me)
        came = [one for one in state.moving.values() if one.ordered and one.due <= now]
        done = [party for party in state.parties.values() if party.due <= now]
        found: list[Record] = sorted([*came, *done], key=lambda one: (one.due, one.id))
        if found or state.stale or state.next_step <= now:
            # Last, so that what just came in is counted at once.
            found.append(Standing(now))
        return found

    def judge(self, world: World, me: str, record: Record, chance: Chance) -> Happenings:
        match record:
            case Detachment():
                place = world.scene.places[record.target]
                _, fatigue = self._joined(world, me, (record,))
                tired = nine(float(fatigue[record.target]))
                yield ReserveCame(record.number, record.men, tired, cause=record.cause, place=place)
            case Party():
                yield ArmsSecured(record.how, cause=record.cause, place=record.id)
            case _:
                if duty.state_of(world, me).next_review <= world.now:
                    yield reviewed(world, me)
                # After the review, so that strengths count who is still there.
                yield self._stepped(world, me)

    def _stepped(self, world: World, me: str) -> Stepped:
        state, now = duty.state_of(world, me), world.now
        hours = (now - state.stepped_at) / HOUR
        arrived = [
            one for _, one in sorted(state.moving.items()) if not one.ordered and one.due <= now
        ]
        reserve, fatigue = self._joined(world, me, arrived)
        found = duty.strength(world, me, reserve, fatigue, hours)
        need = array_of(state.need)
        if hours:
            lag = world.value(me, "notices")
            need = lagged(need, duty.needed(world, me), hours, lag)
        step = max(round(world.value(me, "step") * HOUR), 1)
        later = state.next_step
        if later <= now:
            later += step * ((now - later) // step + 1)
        split = found.split
        rows = (split.street, found.facing, found.spare, split.fill, found.fatigue, need)
        street, facing, spare, manned, tired, asked = nines_of(np.array(rows))
        return Stepped(
            hours=nine(hours),
            street=street,
            facing=facing,
            spare=spare,
            manned=manned,
            fatigue=tired,
            need=asked,
            tied=nine(float(found.split.tied.sum())),
            resting=nine(float(found.split.resting.sum())),
            absent=nine(float(found.split.absent.sum())),
            came=tuple(one.number for one in arrived),
            next_step=later,
        )

    def _joined(
        self, world: World, me: str, arrived: Sequence[Detachment]
    ) -> tuple[Numbers, Numbers]:
        """Reserve and fatigue by place once these men are in: a journey tires."""
        state = duty.state_of(world, me)
        reserve = array_of(state.reserve).astype(np.float64)
        fatigue = array_of(state.fatigue)
        if not arrived:
            return reserve, fatigue
        fatigue, march = fatigue.copy(), world.value(me, "march_tires")
        for one in arrived:
            reserve[one.target] += one.men
            there = state.garrison[one.target] + reserve[one.target]
            fatigue[one.target] = min(fatigue[one.target] + march * one.men / there, 1.0)
        return reserve, fatigue

    def apply(self, state: SecurityState, event: Event) -> None:
        apply(state, event)

    def read(self, world: World, me: str, name: str) -> Answer | Numbers:
        return read(world, me, name)

    def carry(self, world: World, me: str, order: Ordered, place: str, chance: Chance) -> Execution:
        return carried(world, me, order, place, chance)
