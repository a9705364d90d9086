"""Goods kept at places: landed, used, carried and run out of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

import numpy as np

from engine.agents.stocks import rules
from engine.agents.stocks import state as parts
from engine.agents.stocks.config import CALLED, StocksConfig
from engine.agents.stocks.events import Delivered, RanDry, Received, Refilled, Sent, Stepped
from engine.agents.stocks.state import Convoy, StocksState
from engine.causes import latest
from engine.chance import Chance
from engine.events import Event
from engine.kinds import (
    Answer,
    Argument,
    Arguments,
    Happenings,
    Kind,
    Numbers,
    Reading,
    Record,
    Seconds,
    Standing,
    Verb,
)
from engine.moments import HOUR
from engine.rules.rounding import nine
from engine.world import World

YEAR = 8760.0
"""The most cover that is told, in hours: a place that uses nothing has this much."""


def state_of(world: World, me: str) -> StocksState:
    """The agent's own part of the world."""
    found = world.agents[me]
    assert isinstance(found, StocksState)
    return found


def config_of(world: World, me: str) -> StocksConfig:
    """The stocks as their author wrote them."""
    found = world.config(me)
    assert isinstance(found, StocksConfig)
    return found


def send(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """A convoy takes goods from one place to another, as far as there are any."""
    start, end, amount = str(given["from"]), str(given["to"]), given["amount"]
    assert isinstance(amount, int | float)
    state = state_of(world, me)
    there = state.stock[world.scene.place_at[start]]
    yield Sent(
        cause=cause,
        place=start,
        convoy=f"{me}_convoy_{state.sent + 1}",
        destination=end,
        wanted=nine(float(amount)),
        amount=nine(min(max(there, 0.0), max(float(amount), 0.0))),
        due=world.now + round(world.value(me, "journey") * HOUR),
    )
    yield from _turns(world, me, cause)


class StocksKind(Kind[StocksConfig, StocksState]):
    """Stocks of one sort of goods at every place."""

    name = "stocks"
    text = "Goods kept at places, used hour by hour and carried along routes"
    Config = StocksConfig
    events = (Stepped, Received, Sent, Delivered, RanDry, Refilled)
    readings: ClassVar = {
        "stock": Reading("t", "place", "what a place has"),
        "days_left": Reading(
            "h", "place", "how long that lasts at the present use, at most a year", "min"
        ),
        "short": Reading("t", "place", "what was wanted so far and was not there"),
        "dry": Reading("", "place", "1 while a place has nothing left"),
        "on_the_road": Reading("t", "self", "goods in convoys sent by order"),
    }
    verbs: ClassVar = {
        "send": Verb(
            "A convoy beside the usual lorries takes goods to another place",
            send,
            {
                "from": Argument("place", "where it loads"),
                "to": Argument("place", "where it goes"),
                "amount": Argument("t", "how much, if there is as much"),
            },
        )
    }
    listens = ("queue.credited",)

    def fitted(self, given: object) -> "StocksKind":
        title = given.get("title") if isinstance(given, Mapping) else getattr(given, "title", "")
        if not isinstance(title, str) or not title:
            return self
        found = StocksKind()
        # Set on the object: readings of this agent, called by what its author says is kept.
        vars(found)["readings"] = {
            name: replace(reading, text=_said(CALLED[name].format(title), reading.text))
            for name, reading in self.readings.items()
        }
        return found

    def begin(self, world: World, me: str) -> StocksState:
        stock = [nine(x) for x in world.values(me, "start").tolist()][: len(world.scene.places)]
        return StocksState(
            places=world.scene.places,
            stock=stock,
            short=[0.0] * len(stock),
            dry=[p for p, x in zip(world.scene.places, stock, strict=True) if x <= 0],
        )

    def next_due(self, world: World, me: str) -> Seconds | None:
        state = state_of(world, me)
        return min([state.at + HOUR, *(convoy.due for convoy in state.convoys.values())])

    def due(self, world: World, me: str, now: Seconds) -> Sequence[Record]:
        ready = [c for c in state_of(world, me).convoys.values() if c.due <= now]
        return [*sorted(ready, key=lambda c: (c.due, c.id)), Standing(now)]

    def judge(self, world: World, me: str, record: Record, chance: Chance) -> Happenings:
        state = state_of(world, me)
        if isinstance(record, Convoy):
            yield Delivered(
                cause=record.cause, place=record.destination, convoy=record.id,
                amount=record.amount,
            )  # fmt: skip
        else:
            yield from _book(world, me)
            if state.at + HOUR <= world.now:
                yield _step(world, me)
        # Goods that came in, a convoy or the hour's use: the last of them, at this very moment.
        names = (f"{me}.{name}" for name in ("stepped", "received", "delivered"))
        yield from _turns(world, me, latest(world, *names))

    def apply(self, state: StocksState, event: Event) -> None:
        parts.apply(state, event)

    def read(self, world: World, me: str, name: str) -> Answer | Numbers:
        state = state_of(world, me)
        match name:
            case "stock":
                return np.array(state.stock)
            case "days_left":
                use = world.values(me, "use")[: len(state.stock)]
                least = np.array(state.stock) / YEAR
                return np.asarray(np.array(state.stock) / np.maximum(np.maximum(use, least), 1e-12))
            case "short":
                return np.array(state.short)
            case "dry":
                return np.array([float(place in state.dry) for place in state.places])
            case "on_the_road":
                return float(sum(convoy.amount for convoy in state.convoys.values()))
            case _:
                return super().read(world, me, name)


def _said(titled: str, text: str) -> str:
    """A reading in the author's words; of 1 or 0, still what 1 stands for."""
    return f"1 while {titled}" if text.startswith("1 ") else titled


def _book(world: World, me: str) -> Iterator[Event]:
    """Take over what others landed for this agent since it last looked."""
    state = state_of(world, me)
    for source, kind in world.scene.agents.items():
        delivered = kind.readings.get("delivered")
        # Others deliver men, and count them for the whole country.
        if delivered is None or delivered.of != "place":
            continue
        landed = kind.read(world, source, f"delivered {me}")
        assert isinstance(landed, np.ndarray)
        cause = str(kind.read(world, source, "last_landing"))
        booked = state.booked.get(source, [0.0] * len(state.places))
        for place, total, known in zip(state.places, landed.tolist(), booked, strict=True):
            if total - known > 1e-9:
                yield Received(cause=cause, place=place, source=source, amount=nine(total - known))


def _step(world: World, me: str) -> Stepped:
    state, places = state_of(world, me), world.scene.place_at
    use = world.values(me, "use").tolist()
    routes = [
        (places[start], tuple(places[end] for end in ends))
        for start, ends in config_of(world, me).routes.items()
    ]
    carried = rules.rounds(state.stock, use, world.values(me, "lorries").tolist(), routes)
    ends = [
        rules.after_use(stock + more, wanted)
        for stock, more, wanted in zip(state.stock, carried, use, strict=False)
    ]
    return Stepped(
        at=state.at + HOUR,
        stock=tuple(nine(max(left, 0.0)) for left, _ in ends),
        short=tuple(nine(missing) for _, missing in ends),
        carried=tuple(nine(more) for more in carried),
    )


def _turns(world: World, me: str, cause: str) -> Iterator[Event]:
    """Say which places ran dry, and which have something again."""
    state = state_of(world, me)
    for place, stock in zip(state.places, list(state.stock), strict=True):
        if stock <= 0 and place not in state.dry:
            yield RanDry(cause=cause, place=place)
        elif stock > 0 and place in state.dry:
            yield Refilled(cause=cause, place=place)


KIND = StocksKind()
