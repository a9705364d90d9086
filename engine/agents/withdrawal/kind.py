"""The end of the stay: a date, sites given back one after another, and the last man gone."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar

import numpy as np

from engine.agents.withdrawal import events as e
from engine.agents.withdrawal.config import Withdrawal
from engine.agents.withdrawal.state import (
    AGREEING,
    ANNOUNCED,
    LEAVING,
    NEVER,
    OVER,
    WithdrawalState,
    apply,
)
from engine.agents.withdrawal.verbs import VERBS, state_of
from engine.chance import Chance
from engine.events import DRIFT, Event
from engine.kinds import Answer, Happenings, Kind, Numbers, Reading, Record, Seconds, Standing
from engine.moments import HOUR
from engine.rules.rounding import nine
from engine.rules.withdrawal import best_stay_hours
from engine.world import World

READINGS: Mapping[str, Reading] = MappingProxyType(
    {
        "announced": Reading("", "self", "1 once the date was made known"),
        "agreed_first": Reading("", "self", "1 if those who sent troops were asked first"),
        "begins_in": Reading("h", "self", "time to the first day, 0 if it has come or is not set"),
        "began": Reading("", "self", "1 once the first day has come"),
        "leaving": Reading("", "self", "1 from the first day until the last man has left"),
        "over": Reading("", "self", "1 once the last man has left"),
        "overdue": Reading("h", "self", "time past the date with troops still in the country"),
        "mandate_ends": Reading("h", "self", "end of the stay agreed to, from the start, or -1"),
        "last_day": Reading("h", "self", "the date in force, from the start, or -1"),
        "best_stay": Reading("h", "self", "how long after order these troops are worth their cost"),
        "handback_hours": Reading("h", "self", "time from one site's return to the next"),
        "announcement": Reading("", "self", "the cause that names the announcement"),
        "first_back": Reading("", "site", "1 at the site that goes back first"),
        "going_back": Reading("", "site", "1 once the troops were told to hand it back"),
    }
)
LONGEST = 8760.0
"""Hours shown instead of forever: a year."""


class WithdrawalKind(Kind[Withdrawal, WithdrawalState]):
    """Dates and the order of handing back; the men themselves belong to others."""

    name = "withdrawal"
    text = "The announced end of a stay: its first day, its length, and the order of handing back"
    Config = Withdrawal
    events = (
        e.MandateBegan, e.Agreeing, e.Announced, e.Began, e.OrderedBack, e.Overstayed, e.Completed,
    )  # fmt: skip
    readings: ClassVar = READINGS
    verbs: ClassVar = VERBS
    listens = (
        "alliance.decided", "contingents.arrived", "contingents.left", "contingents.handed_back",
        "airlift.home",
    )  # fmt: skip

    def begin(self, world: World, me: str) -> WithdrawalState:
        return WithdrawalState()

    def next_due(self, world: World, me: str) -> Seconds | None:
        state = state_of(world, me)
        times = [state.due]
        if not state.overstayed and state.phase != OVER and state.deadline > world.now:
            times.append(state.deadline)
        first = min(times)
        return first if first < NEVER else None

    def due(self, world: World, me: str, now: Seconds) -> Sequence[Record]:
        return (Standing(now),)

    def judge(self, world: World, me: str, record: Record, chance: Chance) -> Happenings:
        """The mandate, the announcement, the first day, the sites, and the last man."""
        state = state_of(world, me)
        yield from _mandate(world, me)
        if state.phase == AGREEING and state.due <= world.now:
            yield e.Announced(
                cause=_cause(state), begins=state.begins, ends=state.ends, agreed=True,
                first=state.first, entry=world.number,
            )  # fmt: skip
        if state.phase == ANNOUNCED and state.due <= world.now:
            sites = _sequence(world, me)
            span = world.value(me, "handing") * (state.ends - state.begins)
            every = round(span / max(len(sites), 1))
            yield e.Began(cause=_cause(state), sites=sites, every=every, at=world.now)
        while state.phase == LEAVING and state.left and state.due <= world.now:
            yield e.OrderedBack(cause=_cause(state), place=state.left[0], site=state.left[0])
        yield from _end(world, me)

    def apply(self, state: WithdrawalState, event: Event) -> None:
        apply(state, event)

    def read(self, world: World, me: str, name: str) -> Answer | Numbers:
        state = state_of(world, me)
        match name:
            case "first_back":
                return np.array([float(s.id == state.first) for s in world.scene.sites])
            case "going_back":
                return np.array([float(s.id in state.ordered) for s in world.scene.sites])
            case "announcement":
                return _cause(state) if state.entry >= 0 else ""
            case _:
                pass
        figure = _FIGURES.get(name)
        return super().read(world, me, name) if figure is None else figure(world, me, state)


def _known(state: WithdrawalState) -> bool:
    return state.phase in (ANNOUNCED, LEAVING, OVER)


def _begins_in(world: World, me: str, state: WithdrawalState) -> float:
    if state.phase != ANNOUNCED:
        return 0.0
    return nine(max(0, state.begins - world.now) / HOUR)


def _overdue(world: World, me: str, state: WithdrawalState) -> float:
    late = 0 <= state.deadline < world.now and world.number_of("in_country") > 0.0
    return nine((world.now - state.deadline) / HOUR) if late else 0.0


def _best_stay(world: World, me: str, state: WithdrawalState) -> float:
    stay = best_stay_hours(
        world.value(me, "resurgence"),
        world.value(me, "loss"),
        world.value(me, "presence"),
        world.number_of("in_country"),
        world.value(me, "calms_in"),
    )
    return nine(min(stay, LONGEST))


def _hours(second: int) -> float:
    return nine(second / HOUR) if second >= 0 else -1.0


_FIGURES: Mapping[str, Callable[[World, str, WithdrawalState], float]] = {
    "announced": lambda world, me, state: float(_known(state)),
    "agreed_first": lambda world, me, state: float(_known(state) and state.agreed),
    "begins_in": _begins_in,
    "began": lambda world, me, state: float(state.phase in (LEAVING, OVER)),
    "leaving": lambda world, me, state: float(state.phase == LEAVING),
    "over": lambda world, me, state: float(state.phase == OVER),
    "overdue": _overdue,
    "mandate_ends": lambda world, me, state: _hours(state.mandate_ends),
    "last_day": lambda world, me, state: _hours(state.deadline),
    "best_stay": _best_stay,
    "handback_hours": lambda world, me, state: nine(state.every / HOUR),
}


def _cause(state: WithdrawalState) -> str:
    return f"event:{state.entry}" if state.entry >= 0 else DRIFT


def _mandate(world: World, me: str) -> Happenings:
    """The clock of the stay starts with the decision to send men, or with the first of them."""
    state = state_of(world, me)
    agreed, here = world.number_of("agreed") > 0.0, world.number_of("in_country") > 0.0
    if not (agreed or here) or (state.mandate_ends >= 0 and state.phase != OVER):
        return
    if state.phase == OVER and not here:
        return
    length = world.number_of("length_agreed") or world.value(me, "stay")
    cause = world.word_of("decision") or DRIFT
    yield e.MandateBegan(cause=cause, ends=world.now + round(length * HOUR))


def _sequence(world: World, me: str) -> tuple[str, ...]:
    """Sites that are guarded now, in the order in which they go back."""
    covered = world.sites_of("posts_covered")
    guarded = [site for site, posts in zip(world.scene.sites, covered, strict=True) if posts > 0]
    config = world.config(me)
    assert isinstance(config, Withdrawal)
    sign = {"fewest_posts": 1.0, "most_posts": -1.0}.get(config.sequence, 0.0)
    first = state_of(world, me).first
    ranked = sorted(guarded, key=lambda site: (site.id != first, sign * site.posts))
    return tuple(site.id for site in ranked)


def _end(world: World, me: str) -> Happenings:
    state, here = state_of(world, me), world.number_of("in_country")
    late = not state.overstayed and 0 <= state.deadline <= world.now
    coming = world.number_of("due_flights") > 0.0
    if state.phase == LEAVING and here <= 0.0 and not coming and not state.left:
        days = nine((world.now - state.ends) / HOUR / 24.0)
        yield e.Completed(cause=_cause(state), days_over=days)
    elif state.phase != OVER and late and here > 0.0:
        yield e.Overstayed(
            cause=_cause(state),
            announced=state.phase in (ANNOUNCED, LEAVING),
            men=round(here),
        )


KIND = WithdrawalKind()
