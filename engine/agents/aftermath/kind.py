"""What a crisis leaves behind: stocks that fade, order that may not hold, troops that stay."""

from collections.abc import Sequence
from math import ceil
from typing import ClassVar

import numpy as np

from engine.agents.aftermath import figures, rules
from engine.agents.aftermath import state as parts
from engine.agents.aftermath.assess import (
    DAY,
    HOUR,
    assess,
    calms_in,
    growth,
    rate_now,
    rest_of,
    state_of,
    stock_of,
    troops_here,
)
from engine.agents.aftermath.config import AftermathConfig
from engine.agents.aftermath.events import (
    Accounted,
    Assessed,
    OrderLost,
    OrderRestored,
    Resurged,
    TroopsGone,
    Weighed,
)
from engine.agents.aftermath.state import STOCKS, AftermathState
from engine.agents.aftermath.verbs import VERBS
from engine.causes import behind, latest
from engine.chance import Chance
from engine.events import Event
from engine.kinds import Answer, Happenings, Kind, Numbers, Reading, Record, Seconds, Standing
from engine.rules.rounding import nine
from engine.world import World


class AftermathKind(Kind[AftermathConfig, AftermathState]):
    """Sovereignty, dependency, standing, precedent and the legacy of repression."""

    name = "aftermath"
    text = "What a crisis leaves behind, day by day and on later days"
    Config = AftermathConfig
    events = (Weighed, Assessed, OrderRestored, OrderLost, Resurged, TroopsGone, Accounted)
    readings: ClassVar = {
        "sovereignty_cost": Reading("%", "self", "cost to sovereignty"),
        "dependency_on_help": Reading("%", "self", "dependency on who helped"),
        "alliance_standing": Reading("%", "self", "standing of the alliance"),
        "precedent_set": Reading("%", "self", "precedent that was set"),
        "repression_legacy": Reading("%", "self", "legacy of repression"),
        **figures.READINGS,
        "unrest_by_30": Reading("%", "self", "chance that unrest comes back by day 30"),
        "order": Reading("", "self", "1 while order is restored"),
        "resurged": Reading("", "self", "times that unrest came back"),
        "early_price": Reading("%", "self", "chance of new unrest that leaving now would add"),
        "late_price": Reading("%", "self", "cost to sovereignty of staying another day"),
        "left_early": Reading("%", "self", "the first of these on the day on which they left"),
        "left_late": Reading("%", "self", "what the days after the best day to leave have cost"),
        "inquiry": Reading("", "self", "1 once there is an inquiry"),
        "inquiry_by": Reading("", "self", "who inquires", words=tuple(rules.EASES["inquiry"])),
    }
    verbs: ClassVar = VERBS
    listens = (
        "unrest.stepped", "government.declared", "contingents.left", "withdrawal.completed",
    )  # fmt: skip

    def begin(self, world: World, me: str) -> AftermathState:
        stocks = dict.fromkeys(STOCKS, 0.0)
        return AftermathState(stocks | {"standing": rest_of(world, me, "standing")})

    def next_due(self, world: World, me: str) -> Seconds | None:
        return min(_midnight(world, me), _comes_at(world, me))

    def due(self, world: World, me: str, now: Seconds) -> Sequence[Record]:
        return (Standing(now),)

    def judge(self, world: World, me: str, record: Record, chance: Chance) -> Happenings:
        if _midnight(world, me) <= world.now:
            yield from assess(world, me)
        yield from _order(world, me, chance)
        if _comes_at(world, me) <= world.now:
            yield _resurges(world, me, chance)
        state = state_of(world, me)
        if state.arrived_at is not None and state.gone_at is None and not troops_here(world):
            yield _gone(world, me)

    def apply(self, state: AftermathState, event: Event) -> None:
        parts.apply(state, event)

    def read(self, world: World, me: str, name: str) -> Answer | Numbers:
        state = state_of(world, me)
        if name in _STOCK_READINGS:
            return stock_of(world, me, _STOCK_READINGS[name])
        if name in figures.READINGS:
            stock, _, day = name.rpartition("_")
            return figures.on_day(world, me, stock, int(day))
        match name:
            case "unrest_by_30":
                return figures.new_unrest_by(world, me, 30)
            case "order":
                return float(state.restored_at is not None)
            case "resurged":
                return float(state.resurged)
            case "early_price":
                return figures.leaving_adds(world, me)
            case "late_price":
                return _late(world, me)
            case "left_early":
                return state.early
            case "left_late":
                return state.late
            case "inquiry":
                return float(state.accounts.get("inquiry", ("none", 0.0))[1] > 0)
            case "inquiry_by":
                return state.accounts.get("inquiry", ("none", 0.0))[0]
            case _:
                return super().read(world, me, name)


_STOCK_READINGS = {
    "sovereignty_cost": "sovereignty",
    "dependency_on_help": "dependency",
    "alliance_standing": "standing",
    "precedent_set": "precedent",
    "repression_legacy": "repression",
}


def _midnight(world: World, me: str) -> Seconds:
    """The first 24:00 after the last reckoning."""
    first = figures.midnight(world, 1)
    since = state_of(world, me).at
    return first + max((since - first) // DAY + 1, 0) * DAY


def _comes_at(world: World, me: str) -> Seconds:
    state = state_of(world, me)
    if state.hazard is None or state.restored_at is None:
        return 2**60
    hours = rules.comes_at(
        state.hazard,
        state.rate,
        calms_in(world, me),
        (state.hazard_at - state.restored_at) / HOUR,
    )
    # A millionth of an hour is taken off, so that rounding cannot miss what is due.
    return 2**60 if hours == rules.NEVER else state.restored_at + ceil(hours * HOUR - 0.0036)


def _order(world: World, me: str, chance: Chance) -> Happenings:
    """Order is restored at a small share of the peak, and lost at twice as much."""
    state, limit = state_of(world, me), world.value(me, "restored")
    peak = world.number_of("peak") >= world.value(me, "least_peak")
    share = world.number_of("active_share", 1.0)
    said = world.word_of("declared") == "restored"
    if state.restored_at is None and peak and (share <= limit or (said and share <= 2 * limit)):
        hazard = nine(chance.at(me, "resurgence", state.drawn).exponential())
        cause = behind(world, "active_share", "stepped", of="self")
        if share > limit:
            cause = behind(world, "declared", "declared", of="self")
        yield OrderRestored(
            cause=cause, at=world.now, rate=rate_now(world, me, troops_here(world)), hazard=hazard
        )
    elif state.restored_at is not None and share > 2 * limit:
        yield OrderLost(cause=behind(world, "active_share", "stepped", of="self"), at=world.now)


def _resurges(world: World, me: str, chance: Chance) -> Resurged:
    """Somewhere: likelier where many live and where many were killed."""
    state, scene = state_of(world, me), world.scene
    weights = scene.people * (1.0 + world.field_of("killed"))
    dice = chance.at(me, "where", state.resurged)
    index = int(np.searchsorted(np.cumsum(weights), dice.random() * weights.sum()))
    place = scene.places[min(index, len(scene.places) - 1)]
    hazard = nine(chance.at(me, "resurgence", state.drawn).exponential())
    return Resurged(
        cause=latest(world, f"{me}.order_restored"), place=place, at=world.now, hazard=hazard
    )


def _late(world: World, me: str) -> float:
    men, overdue = world.number_of("in_country"), world.number_of("overdue") > 0
    return sum(growth(world, me, men, overdue)["sovereignty"].values())


def _gone(world: World, me: str) -> TroopsGone:
    state = state_of(world, me)
    assert state.arrived_at is not None
    days = (world.now - state.arrived_at) / DAY
    since = state.arrived_at if state.restored_at is None else state.restored_at
    best = max(since - state.arrived_at, 0) / DAY + state.best_stay / 24.0
    daily = growth(world, me, state.most_lately, "overstay" in state.once)["sovereignty"]
    return TroopsGone(
        cause=behind(world, "in_country", "left", of="self"),
        at=world.now,
        days=nine(days),
        best_days=nine(best),
        early=nine(figures.leaving_adds(world, me)),
        late=nine(max(days - best, 0.0) * sum(daily.values())),
    )


KIND = AftermathKind()
