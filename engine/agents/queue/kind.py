"""Ships at anchor: they come at random, wait for a stand, unload, break down and leave."""

from collections.abc import Sequence
from typing import ClassVar

import numpy as np

from engine.agents.queue import state as parts
from engine.agents.queue.config import QueueConfig
from engine.agents.queue.events import (
    Arrived,
    Berthed,
    BrokeDown,
    Credited,
    Diverted,
    Landed,
    Mended,
    PaceEnded,
    PaceSet,
    RateChanged,
)
from engine.agents.queue.state import BROKEN, NEVER, UNLOADING, Pace, QueueState, Ship
from engine.agents.queue.verbs import VERBS, config_of, stands_of, state_of
from engine.chance import Chance
from engine.events import Event
from engine.kinds import Answer, Happenings, Kind, Numbers, Reading, Record, Seconds, Standing
from engine.moments import HOUR
from engine.rules.rounding import nine
from engine.world import World

LOOK = "~look"
"""The id of the standing record: it comes after every ship and place."""


class QueueKind(Kind[QueueConfig, QueueState]):
    """A queue for stands at one or several places."""

    name = "queue"
    text = "Ships that come, wait for a stand, unload what they bring and leave"
    Config = QueueConfig
    events = (
        RateChanged, Arrived, Diverted, Berthed, BrokeDown, Mended, Landed, Credited, PaceSet,
        PaceEnded,
    )  # fmt: skip
    readings: ClassVar = {
        "waiting": Reading("ships", "self", "ships at anchor"),
        "landed": Reading("ships", "self", "ships emptied so far"),
        "queued": Reading("ships", "place", "ships at anchor bound for a place"),
        "unloading": Reading("ships", "place", "ships that hold a stand"),
        "pace": Reading("", "place", "how fast work goes, as a multiple of the usual", "mean"),
        "delivered": Reading("t", "place", "goods landed so far"),
        "last_landing": Reading("", "self", "where in the journal the last landing stands"),
    }
    verbs: ClassVar = VERBS
    listens = ("game.shift_began", "game.shift_ended")

    def begin(self, world: World, me: str) -> QueueState:
        """Ships already at anchor are bound for the first place."""
        count = round(world.value(me, "at_anchor"))
        home = next(iter(stands_of(world, me)), "")
        ships = (Ship(f"{me}_{number}", home) for number in range(1, count + 1))
        return QueueState(come=count, ships={ship.id: ship for ship in ships})

    def next_due(self, world: World, me: str) -> Seconds | None:
        state = state_of(world, me)
        times = [state.next_arrival()]
        times += [ship.due for ship in state.ships.values()]
        times += [pace.due for pace in state.paces.values()]
        if any(_room(world, me, place) for place in stands_of(world, me)):
            times.append(world.now)
        if _bent(world, me):
            times.append(_next_look(state))
        first = min(times)
        return first if first < NEVER else None

    def due(self, world: World, me: str, now: Seconds) -> Sequence[Record]:
        state = state_of(world, me)
        records: list[Ship | Pace] = [*state.ships.values(), *state.paces.values()]
        ready: list[Record] = [record for record in records if record.due <= now]
        return [*sorted(ready, key=lambda r: (r.due, r.id)), Standing(now, LOOK)]

    def judge(self, world: World, me: str, record: Record, chance: Chance) -> Happenings:
        match record:
            case Ship():
                yield from _ship(world, me, record)
            case Pace():
                yield PaceEnded(cause=record.cause, place=record.id, at=world.now)
            case _:
                yield from _arrivals(world, me, chance)
                for place in stands_of(world, me):
                    yield from _berth(world, me, place, chance)

    def apply(self, state: QueueState, event: Event) -> None:
        parts.apply(state, event)

    def read(self, world: World, me: str, name: str) -> Answer | Numbers:
        """`delivered` may be asked for one agent's goods alone, as `delivered fuel`."""
        state, places = state_of(world, me), world.scene.places
        word, _, agent = name.partition(" ")
        match word:
            case "waiting":
                return float(sum(ship.phase == parts.WAITING for ship in state.ships.values()))
            case "landed":
                return float(state.landed)
            case "queued":
                return np.array([float(len(state.waiting(place))) for place in places])
            case "unloading":
                return np.array([float(len(state.at_stands(place))) for place in places])
            case "pace":
                return np.array([state.times(place) for place in places])
            case "last_landing":
                return f"event:{state.landing}" if state.landing >= 0 else ""
            case "delivered":
                books = [b for a, b in sorted(state.goods.items()) if agent in ("", a)]
                return np.array([sum(b.get(place, 0.0) for b in books) for place in places])
            case _:
                return super().read(world, me, name)


def _rate(world: World, me: str) -> float:
    return nine(world.value(me, "arrivals"))


def _next_look(state: QueueState) -> Seconds:
    """A shift that fades does so from moment to moment: the rate is looked at once an hour."""
    return (state.looked // HOUR + 1) * HOUR


def _bent(world: World, me: str) -> bool:
    return any(s.target == f"{me}.arrivals" and s.half_life for s in world.shifts.values())


def _room(world: World, me: str, place: str) -> bool:
    """True if a ship waits for a place and a stand is free there."""
    state = state_of(world, me)
    free = stands_of(world, me)[place] - len(state.at_stands(place))
    return free > 0 and bool(state.waiting(place))


def _arrivals(world: World, me: str, chance: Chance) -> Happenings:
    """Ships come as a Poisson process: one unit-mean exponential is drawn for each, and rates
    that change on the way only change how fast it is used up."""
    state, now, rate = state_of(world, me), world.now, _rate(world, me)
    if state.hazard is None:
        yield RateChanged(at=now, per_hour=rate, hazard=_wait(me, 0, chance))
        return
    if state.next_arrival() <= now:
        number = state.come + 1
        home = next(iter(stands_of(world, me)), "")
        hazard = _wait(me, number, chance)
        yield Arrived(
            place=home, at=now, ship=f"{me}_{number}", known_as=f"event:{world.number}",
            hazard=hazard,
        )  # fmt: skip
    if rate != state.per_hour or (_bent(world, me) and _next_look(state) <= now):
        yield RateChanged(at=now, per_hour=rate, hazard=nine(state.hazard_left(now)))


def _wait(me: str, number: int, chance: Chance) -> float:
    return nine(chance.at(me, "arrival", ordinal=number).exponential())


def _berth(world: World, me: str, place: str, chance: Chance) -> Happenings:
    while _room(world, me, place):
        ship = state_of(world, me).waiting(place)[0]
        work = _work(world, me, ship.id, chance)
        dice = chance.at(me, "breakdown", entity=ship.id)
        roll, done, held = dice.random(), dice.random(), dice.exponential()
        breaks = roll < world.value(me, "breakdown")
        yield Berthed(
            cause=ship.cause,
            place=place,
            at=world.now,
            ship=ship.id,
            work=work,
            rest=max(round(work * (1 - done)), 1) if breaks else 0,
            repair=max(round(held * world.value(me, "repair") * HOUR), 1) if breaks else 0,
        )


def _work(world: World, me: str, ship: str, chance: Chance) -> int:
    """Seconds at the stand at the usual pace: gamma about the mean, spread as configured."""
    mean, spread = world.value(me, "service") * HOUR, world.value(me, "varies")
    dice = chance.at(me, "service", entity=ship)
    if spread < 1e-3:
        return max(round(mean), 1)
    shape = 1 / spread**2
    return max(round(mean * dice.standard_gamma(shape) / shape), 1)


def _ship(world: World, me: str, ship: Ship) -> Happenings:
    # A pace that ended at this very second may have moved her on: look at her again.
    if ship.due > world.now:
        return
    at = world.now
    if ship.phase == BROKEN:
        yield Mended(cause=ship.cause, place=ship.place, at=at, ship=ship.id)
    elif ship.phase == UNLOADING and ship.rest:
        until = at + ship.repair
        yield BrokeDown(cause=ship.cause, place=ship.place, at=at, ship=ship.id, until=until)
    elif ship.phase == UNLOADING:
        brought = config_of(world, me).delivers
        goods = tuple((agent, nine(value.number)) for agent, value in brought.items())
        number = yield Landed(cause=ship.cause, place=ship.place, ship=ship.id, goods=goods)
        yield Credited(cause=f"event:{number}", landing=number)


KIND = QueueKind()
