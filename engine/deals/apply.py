"""What events of deals write into the world."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from engine.deals import events
from engine.deals.state import Bargain, Clause, Found, between
from engine.events import Event
from engine.facts import OrderBegun, OrderTaken
from engine.ledger import waiting_as
from engine.world import World

E = TypeVar("E", bound=Event)
Write = Callable[[World, Event], None]


def _change(world: World, deal: str, **changes: object) -> None:
    bargains = world.deals.bargains
    bargains[deal] = replace(bargains[deal], **changes)  # type: ignore[arg-type]


def _clause(world: World, deal: str, side: str, number: int, **changes: object) -> None:
    bargain = world.deals.bargains[deal]
    clauses = tuple(
        replace(each, **changes)  # type: ignore[arg-type]
        if (each.side, each.number) == (side, number)
        else each
        for each in bargain.clauses
    )
    _change(world, deal, clauses=clauses)


def count_offer(world: World, event: OrderTaken) -> None:
    """Count an offer against those of its move; one over the hot line counts as an order."""
    if event.card == "offer" and dict(event.fields).get("hot") != "yes":
        offered = world.deals.offered
        offered[event.seat] = (*offered.get(event.seat, ()), (world.now, event.order))


def note_deed(world: World, event: OrderBegun) -> None:
    """Keep an order that begins, as it was given, for deals that wait for their answer."""
    given = world.pending.get(waiting_as(event.seat, event.order))
    fields = event.fields if given is None else given.fields
    begun, key = world.deals.begun, f"{event.seat}/{event.card}"
    begun[key] = (*begun.get(key, ()), (world.now, fields, event.cause))


def give_back(world: World, seat: str, order: str) -> None:
    """An offer that was withdrawn counts no more."""
    offered = world.deals.offered
    if seat in offered:
        offered[seat] = tuple(each for each in offered[seat] if each[1] != order)


def _put(world: World, event: events.OfferPut) -> None:
    knows = (
        world.scene.seats if event.public else tuple(dict.fromkeys((event.seat, *event.hearers)))
    )
    world.deals.bargains[event.deal] = Bargain(
        event.deal, event.offer, event.sort, event.seat, event.hearers, world.now,
        event.answer_by, "open", knows, event.public, event.hot, event.shows, cause=event.cause,
    )  # fmt: skip


def _answered(world: World, event: events.OfferAnswered) -> None:
    _change(world, event.deal, reply=event.reply)


def _bound(world: World, event: events.DealBound) -> None:
    bargain = world.deals.bargains[event.deal]
    fresh = tuple(
        Clause(
            side, number, seat, "running" if until else "waiting", since, until, heard,
            seat in bargain.knows,
        )
        for side, number, seat, since, until, heard in event.terms
    )  # fmt: skip
    # A threat whose hour has passed can still be put off while its term runs.
    state = "due" if bargain.state == "due" else "running"
    _change(world, event.deal, state=state, clauses=(*bargain.clauses, *fresh))


def _began(world: World, event: events.TermBegan) -> None:
    changes = {"state": "running", "since": world.now, "until": event.until}
    _clause(world, event.deal, event.side, event.term, **changes)


def _heard(world: World, event: events.TermHeard) -> None:
    _clause(world, event.deal, event.side, event.term, told=True)
    knows = world.deals.bargains[event.deal].knows
    _change(world, event.deal, knows=tuple(dict.fromkeys((*knows, event.seat))))


def _kept(world: World, event: events.TermKept) -> None:
    _clause(world, event.deal, event.side, event.term, state="kept")


def _broken(world: World, event: events.WordBroken) -> None:
    _clause(world, event.deal, event.side, event.term, state="broken")
    changes = {"broken_by": event.seat, "broken_at": world.now, "heard_at": event.heard_at}
    _change(world, event.deal, **changes)


def _passed(world: World, event: events.DeadlinePassed) -> None:
    _change(world, event.deal, state="due")


def _moved(world: World, event: events.DeadlineMoved) -> None:
    _change(world, event.deal, state="open", answer_by=event.answer_by, clauses=(), reply="")


def _ended(world: World, event: events.DealEnded) -> None:
    bargain = world.deals.bargains[event.deal]
    clauses = tuple(
        replace(each, state="void") if each.state in ("waiting", "running") else each
        for each in bargain.clauses
    )
    _change(world, event.deal, state=event.how, clauses=clauses)


def _credit(world: World, event: events.CreditMoved) -> None:
    now = world.credit(event.seat, event.other)
    world.deals.credit[between(event.seat, event.other)] = now + event.by


def _judged(world: World, event: events.ExhibitJudged) -> None:
    world.deals.found[event.exhibit] = Found(world.now, event.genuine, event.holders)


def _shown(world: World, event: events.ExhibitShown) -> None:
    found = world.deals.found[event.exhibit]
    shown = (*found.shown, *((event.seat, hearer, world.now) for hearer in event.hearers))
    first = world.now if found.first_shown < 0 else found.first_shown
    world.deals.found[event.exhibit] = replace(found, shown=shown, first_shown=first)


def _checked(world: World, event: events.ExhibitChecked) -> None:
    if event.found != "open":
        checked = world.deals.checked.setdefault(event.seat, {})
        checked[event.exhibit] = event.found == "genuine"


def _exposed(world: World, event: events.ExhibitExposed) -> None:
    found = world.deals.found[event.exhibit]
    world.deals.found[event.exhibit] = replace(found, exposed=True)


def _nothing(world: World, event: Event) -> None:
    """Some facts only tell somebody something."""


def _writer(kind: type[E], write: Callable[[World, E], None]) -> Write:
    def checked(world: World, event: Event) -> None:
        assert isinstance(event, kind)
        write(world, event)

    return checked


WRITERS: Mapping[type[Event], Write] = {
    events.OfferPut: _writer(events.OfferPut, _put),
    events.OfferAnswered: _writer(events.OfferAnswered, _answered),
    events.DealBound: _writer(events.DealBound, _bound),
    events.TermBegan: _writer(events.TermBegan, _began),
    events.TermHeard: _writer(events.TermHeard, _heard),
    events.TermKept: _writer(events.TermKept, _kept),
    events.WordBroken: _writer(events.WordBroken, _broken),
    events.DeadlinePassed: _writer(events.DeadlinePassed, _passed),
    events.DeadlineMoved: _writer(events.DeadlineMoved, _moved),
    events.DealEnded: _writer(events.DealEnded, _ended),
    events.DealLeaked: _nothing,
    events.CreditMoved: _writer(events.CreditMoved, _credit),
    events.ExhibitFound: _nothing,
    events.ExhibitJudged: _writer(events.ExhibitJudged, _judged),
    events.ExhibitShown: _writer(events.ExhibitShown, _shown),
    events.ExhibitChecked: _writer(events.ExhibitChecked, _checked),
    events.ExhibitExposed: _writer(events.ExhibitExposed, _exposed),
}
