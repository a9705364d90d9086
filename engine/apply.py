"""The only writer: what each event in the journal does to the world."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from engine import facts
from engine.deals import apply as deals
from engine.deals.events import marks
from engine.events import EVERYONE, Event, MeterMoved, name_of
from engine.journal import Entry, own_fields
from engine.ledger import Fired, Pending, Tally, Telling, begun_as, clue_as, waiting_as
from engine.moves import apply as moves
from engine.rules.quick import quick
from engine.shifts import Shift
from engine.wordings import counted_as
from engine.world import World

E = TypeVar("E", bound=Event)


def apply(world: World, entry: Entry) -> None:
    """Write one entry of the journal into the world."""
    world.now = entry.at
    world.number = entry.number + 1
    event = entry.event
    name = entry.name
    count(world.tallies, name, entry.at, entry.number)
    if event.place:
        count(world.tallies, f"{name}@{event.place}", entry.at, entry.number)
    for mark in marks(event):
        count(world.tallies, mark, entry.at, entry.number)
    own = event.counted_as()
    if own:
        count(world.tallies, f"{entry.agent}.{own}", entry.at, entry.number)
        count(world.tallies, f"{entry.agent}.{own}@{event.place}", entry.at, entry.number)
    if world.scene.awaited:
        _keep_where(world, entry, own)
    if event.to:
        _hear(world, name, event)
        _hold(world, entry)
    if isinstance(event, MeterMoved):
        world.meters[event.meter] += event.by
    elif entry.agent in world.agents:
        world.scene.agents[entry.agent].apply(world.agents[entry.agent], event)
    else:
        WRITERS[type(event)](world, event)


def count(tallies: dict[str, Tally], name: str, at: int, entry: int) -> None:
    """One more of these has happened, under this number in the journal."""
    tally = tallies.get(name)
    if tally is None:
        tallies[name] = _NEW(Tally, (1, at, at, entry))
    else:
        tallies[name] = _NEW(Tally, (tally[0] + 1, tally[1], at, entry))


_NEW = tuple.__new__
"""Makes a tally or a telling without the detour through its signature: some 100 an hour."""


def _keep_where(world: World, entry: Entry, own: str) -> None:
    """Keep the number and the places of an event that an inject comes with."""
    for name in (entry.name, f"{entry.agent}.{own}"):
        if name in world.scene.awaited:
            places = getattr(entry.event, "places", ()) or (entry.event.place,)
            where = tuple(place for place in places if place)
            world.happened[name] = (*world.happened.get(name, ()), (entry.number, where))


def _hear(world: World, name: str, event: Event) -> None:
    names = [name, *marks(event)]
    if isinstance(event, facts.OrderOut | facts.OrderKnown):
        names.append(f"card:{event.card}")
    if isinstance(event, facts.Reported) and event.text.startswith("injects."):
        names.append(f"inject:{event.text.split('.')[1]}")
    for seat in _audience(world, event):
        heard = world.heard.setdefault(seat, {})
        for each in names:
            count(heard, each, world.now, world.number - 1)


def _hold(world: World, entry: Entry) -> None:
    """A seat that is told of a report may name it from then on."""
    kind = world.scene.agents.get(entry.agent)
    if kind is None or name_of(type(entry.event)) not in kind.reports:
        return
    report = str(own_fields(entry.event)["report"])
    for seat in _audience(world, entry.event):
        world.reports.setdefault(seat, {}).setdefault(report, entry.at)


def _audience(world: World, event: Event) -> tuple[str, ...]:
    return world.scene.seats if event.to == (EVERYONE,) else event.to


def _spend(world: World, seat: str, costs: tuple[tuple[str, float], ...], sign: int) -> None:
    for stock, amount in costs:
        # What rounding leaves below nothing is nothing; what a seat has not costs it nothing.
        if stock in world.stocks[seat]:
            world.stocks[seat][stock] = max(world.stocks[seat][stock] + sign * amount, 0.0)


def _taken(world: World, event: facts.OrderTaken) -> None:
    _spend(world, event.seat, event.costs, -1)
    id = waiting_as(event.seat, event.order)
    world.pending[id] = Pending(
        id, "order", event.due, event.seat, event.card, event.order, event.fields,
        costs=event.costs, cause=event.cause,
    )  # fmt: skip
    moves.count_order(world, event)
    deals.count_offer(world, event)


def _withdrawn(world: World, event: facts.OrderWithdrawn) -> None:
    _spend(world, event.seat, event.costs, 1)
    del world.pending[waiting_as(event.seat, event.order)]
    moves.give_back(world, event.seat, event.order)
    deals.give_back(world, event.seat, event.order)


def _begun(world: World, event: facts.OrderBegun) -> None:
    count(world.tallies, begun_as(event.seat, event.card), world.now, world.number - 1)
    deals.note_deed(world, event)
    id = waiting_as(event.seat, event.order)
    world.pending[id] = Pending(
        id, "effects", event.effects_due, event.seat, event.card, event.order,
        event.fields, event.share, note=event.result, cause=event.cause,
    )  # fmt: skip


def _carried(world: World, event: facts.CarriedOut) -> None:
    count(world.tallies, f"card:{event.card}", world.now, world.number - 1)
    world.pending.pop(waiting_as(event.seat, event.order), None)


def _failed(world: World, event: facts.Failed) -> None:
    world.pending.pop(waiting_as(event.seat, event.order), None)


def _waiting(world: World, event: facts.Waiting) -> None:
    world.pending[event.id] = Pending(
        event.id, event.sort, event.due, event.seat, event.what, event.order, event.fields,
        event.share, note=event.note, cause=event.cause,
    )  # fmt: skip


def _settled(world: World, event: facts.Settled) -> None:
    del world.pending[event.id]


def _stock(world: World, event: facts.StockMoved) -> None:
    held = world.stocks[event.seat][event.stock]
    world.stocks[event.seat][event.stock] = max(held + event.by, 0.0)


def _shift(world: World, event: facts.ShiftBegan) -> None:
    world.shifts[event.id] = Shift(
        event.id, event.target, event.times, event.amount, world.now, event.until,
        event.half_life, event.places, event.cause,
    )  # fmt: skip
    world.forget_parameters()


def _unshift(world: World, event: facts.ShiftEnded) -> None:
    del world.shifts[event.id]
    world.forget_parameters()


def _fired(world: World, event: facts.InjectFired) -> None:
    count(world.tallies, f"inject:{event.inject}", world.now, world.number - 1)
    before = world.fired.get(event.inject, Fired())
    seen = max(before.seen, _number(event.cause))
    world.fired[event.inject] = replace(before, was_true=True, times=before.times + 1, seen=seen)


def _judged(world: World, event: facts.InjectJudged) -> None:
    before = world.fired.get(event.inject, Fired())
    world.fired[event.inject] = replace(
        before, was_true=event.true, cancelled=before.cancelled or event.cancelled,
        seen=max(before.seen, _number(event.cause)),
    )  # fmt: skip


def _number(cause: str) -> int:
    sort, _, number = cause.partition(":")
    return int(number) if sort == "event" else -1


def _clue(world: World, event: facts.ClueJudged) -> None:
    world.fired[clue_as(event.question, event.clue)] = Fired(was_true=event.shown, times=1)


def _turned(world: World, event: facts.ConditionTurned) -> None:
    if event.true:
        world.holds[event.key] = world.now
    else:
        world.holds.pop(event.key, None)


def _noted(world: World, event: facts.Noted) -> None:
    for key, drop_before, values in event.readings:
        before = world.past.get(key, ())
        # The last value older than the limit stays: it is what held at the limit.
        first = 0
        while first + 1 < len(before) and before[first + 1][0] <= drop_before:
            first += 1
        world.past[key] = (*before[first:], (world.now, values))


def _told(world: World, event: facts.Told) -> None:
    told = world.told.setdefault(event.seat, {})
    for key, as_of, values in event.readings:
        told[key] = _NEW(Telling, (as_of, values or told[key].values))


def _opened(world: World, event: facts.CardOpened) -> None:
    world.opened[event.seat] = (*world.opened.get(event.seat, ()), event.card)


def _ended(world: World, event: facts.Ended) -> None:
    world.ending = event.ending


def _said(world: World, event: facts.Reported) -> None:
    count(world.tallies, counted_as(event.text), world.now, world.number - 1)


def _nothing(world: World, event: Event) -> None:
    """Some facts only tell somebody something."""


def _writer(kind: type[E], write: Callable[[World, E], None]) -> Callable[[World, Event], None]:
    def checked(world: World, event: Event) -> None:
        assert isinstance(event, kind)
        write(world, event)

    return checked


WRITERS: dict[type[Event], Callable[[World, Event], None]] = {
    facts.OrderTaken: _writer(facts.OrderTaken, _taken),
    facts.OrderRefused: _nothing,
    facts.OrderWithdrawn: _writer(facts.OrderWithdrawn, _withdrawn),
    facts.OrderBegun: _writer(facts.OrderBegun, _begun),
    facts.OrderOut: _nothing,
    facts.CarriedOut: _writer(facts.CarriedOut, _carried),
    facts.Failed: _writer(facts.Failed, _failed),
    facts.OrderReported: _nothing,
    facts.OrderKnown: _nothing,
    facts.Waiting: _writer(facts.Waiting, _waiting),
    facts.Settled: _writer(facts.Settled, _settled),
    facts.StockMoved: _writer(facts.StockMoved, _stock),
    facts.ShiftBegan: _writer(facts.ShiftBegan, _shift),
    facts.ShiftEnded: _writer(facts.ShiftEnded, _unshift),
    facts.Reported: _writer(facts.Reported, _said),
    facts.Falsehood: _nothing,
    facts.InjectFired: _writer(facts.InjectFired, _fired),
    facts.InjectJudged: _writer(facts.InjectJudged, _judged),
    facts.HiddenDrawn: _nothing,
    facts.ClueJudged: _writer(facts.ClueJudged, _clue),
    facts.HiddenRevealed: _nothing,
    facts.ConditionTurned: _writer(facts.ConditionTurned, _turned),
    facts.Noted: _writer(facts.Noted, _noted),
    facts.Told: _writer(facts.Told, _told),
    facts.CardOpened: _writer(facts.CardOpened, _opened),
    facts.Ended: _writer(facts.Ended, _ended),
    **moves.WRITERS,
    **deals.WRITERS,
}


def made_quick(kinds: Iterable[type[Event]]) -> None:
    """Have these events, and the engine's own, made as quickly as can be, before a game begins.

    Not as they are read in: who only checks a scenario makes none.
    """
    for event in (*kinds, *WRITERS):
        if event not in _QUICK:
            quick(event)
            _QUICK.add(event)


_QUICK: set[type[Event]] = set()
