"""A queue's part of the world, and what each event does to it."""

from dataclasses import dataclass, field
from math import ceil

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
from engine.events import DRIFT, Event
from engine.kinds import Seconds

WAITING, UNLOADING, BROKEN = "waiting", "unloading", "broken"
NEVER = 2**60


@dataclass(slots=True)
class Ship:
    """One ship. `left` is the work left, in seconds at the usual pace, as it stood at `since`."""

    id: str
    place: str
    phase: str = WAITING
    since: Seconds = 0
    left: float = 0.0
    due: Seconds = NEVER
    rest: int = 0
    repair: int = 0
    cause: str = DRIFT


@dataclass(slots=True)
class Pace:
    """How fast work goes at a place, as a multiple of the usual, and until when."""

    id: str
    times: float
    due: Seconds
    cause: str


@dataclass(slots=True)
class QueueState:
    """Ships in the order in which they came, and what is left of the wait for the next one.

    `hazard` is None until the first wait is drawn. Ships that somebody sent for are counted apart,
    so that they do not change the luck of those that come anyway.
    """

    hazard: float | None = None
    per_hour: float = 0.0
    since: Seconds = 0
    looked: Seconds = 0
    come: int = 0
    sent_for: int = 0
    landed: int = 0
    landing: int = -1
    ships: dict[str, Ship] = field(default_factory=dict)
    paces: dict[str, Pace] = field(default_factory=dict)
    goods: dict[str, dict[str, float]] = field(default_factory=dict)

    def times(self, place: str) -> float:
        """The pace at a place now: 1 is the usual."""
        pace = self.paces.get(place)
        return 1.0 if pace is None else pace.times

    def waiting(self, place: str) -> list[Ship]:
        """Ships at anchor bound for a place, first come first."""
        return [s for s in self.ships.values() if s.phase == WAITING and s.place == place]

    def at_stands(self, place: str) -> list[Ship]:
        """Ships that hold a stand at a place."""
        return [s for s in self.ships.values() if s.phase != WAITING and s.place == place]

    def next_arrival(self) -> Seconds:
        """When the next ship comes if nothing changes; at once while no wait is drawn."""
        if self.hazard is None:
            return self.since
        if self.per_hour <= 0:
            return NEVER
        return self.since + max(1, ceil(self.hazard / self.per_hour * 3600))

    def hazard_left(self, now: Seconds) -> float:
        """What is left of the wait for the next ship, as a sum of rate times hours."""
        assert self.hazard is not None
        return max(self.hazard - self.per_hour * (now - self.since) / 3600, 0.0)


def apply(state: QueueState, event: Event) -> None:
    """Write one event of a queue into its own part of the world."""
    match event:
        case RateChanged():
            state.per_hour, state.hazard, state.since = event.per_hour, event.hazard, event.at
            state.looked = event.at
        case Arrived():
            _arrive(state, event)
        case Diverted():
            ship = state.ships[event.ship]
            ship.place, ship.cause = event.place, event.cause
        case Berthed():
            ship = state.ships[event.ship]
            ship.rest, ship.repair = event.rest, event.repair
            _work(state, ship, event.at, float(event.work - event.rest))
        case BrokeDown():
            ship = state.ships[event.ship]
            ship.phase, ship.due = BROKEN, event.until
        case Mended():
            ship = state.ships[event.ship]
            left, ship.rest, ship.repair = float(ship.rest), 0, 0
            _work(state, ship, event.at, left)
        case Landed():
            _land(state, event)
        case Credited():
            state.landing = event.landing
        case PaceSet():
            _settle(state, event.place, event.at)
            state.paces[event.place] = Pace(event.place, event.times, event.until, event.cause)
            _resume(state, event.place)
        case PaceEnded():
            _settle(state, event.place, event.at)
            del state.paces[event.place]
            _resume(state, event.place)
        case _:
            raise TypeError(f"no event of a queue: {event}")


def _arrive(state: QueueState, event: Arrived) -> None:
    state.ships[event.ship] = Ship(event.ship, event.place, since=event.at, cause=event.known_as)
    if event.hazard is None:
        state.sent_for += 1
        return
    state.come += 1
    state.hazard, state.since = event.hazard, event.at


def _land(state: QueueState, event: Landed) -> None:
    del state.ships[event.ship]
    state.landed += 1
    for agent, amount in event.goods:
        booked = state.goods.setdefault(agent, {})
        booked[event.place] = booked.get(event.place, 0.0) + amount


def _work(state: QueueState, ship: Ship, at: Seconds, left: float) -> None:
    times = state.times(ship.place)
    ship.phase, ship.since, ship.left = UNLOADING, at, left
    ship.due = at + ceil(max(left, 0.0) / times) if times > 0 else NEVER


def _settle(state: QueueState, place: str, at: Seconds) -> None:
    """Take off what was done at the pace until now."""
    for ship in state.at_stands(place):
        if ship.phase == UNLOADING:
            ship.left = max(ship.left - (at - ship.since) * state.times(place), 0.0)
            ship.since = at


def _resume(state: QueueState, place: str) -> None:
    for ship in state.at_stands(place):
        if ship.phase == UNLOADING:
            _work(state, ship, ship.since, ship.left)
