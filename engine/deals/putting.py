"""Offers are put, and answered: what an act or an effect makes of them, as events."""

from dataclasses import dataclass

from engine.chance import Chance
from engine.deals import events
from engine.deals.credit import moved
from engine.deals.state import Bargain
from engine.deals.terms import bound
from engine.kinds import Happenings
from engine.ledger import Pending
from engine.moments import HOUR
from engine.scenario.models import Deal
from engine.scenario.scenario import Scenario
from engine.world import World

ACTS = ("offer", "answer")
"""The acts of the engine's own by which seats deal."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What every part of dealing has at hand; `next_move` opens after now, if one does."""

    scenario: Scenario
    world: World
    chance: Chance
    next_move: int | None = None


@dataclass(frozen=True, slots=True)
class Putting:
    """How an offer is put: to whom (empty: to the one it is to, or to all), and how.

    One that is put `bound` is accepted with that, by what its hearer has agreed to elsewhere.
    """

    offer: str
    to: str = ""
    hours: float | None = None
    hot: bool = False
    shows: str = ""
    bound: bool = False


def hearers_of(scenario: Scenario, deal: Deal, to: str) -> tuple[str, ...]:
    """The seats that hear an offer."""
    if deal.to_all:
        return tuple(seat for seat in scenario.seats if seat != deal.from_)
    return (to or deal.to[0],)


def standing(world: World, offer: str) -> Bargain | None:
    """The deal of this offer that is not over yet, if there is one."""
    return next((each for each in world.deals.open() if each.offer == offer), None)


def put(setting: Setting, what: Putting, cause: str) -> Happenings:
    """Put an offer; nothing happens while one of the same name is not over."""
    scenario, world = setting.scenario, setting.world
    deal = scenario.offers[what.offer]
    before = standing(world, what.offer)
    if before is not None:
        if (
            what.bound
            and before.state == "open"
            and before.to == hearers_of(scenario, deal, what.to)
        ):
            yield from _consented(setting, before, cause)
        return
    hearers = hearers_of(scenario, deal, what.to)
    id, often = _named(world, what.offer, "all" if deal.to_all else hearers[0])
    public = deal.public and not what.hot
    to = tuple(scenario.seats) if public else (deal.from_, *hearers)
    shows = what.shows or (deal.shows[0] if deal.shows else "")
    answer_by = 0 if deal.sort in ("pledge", "evidence") else _deadline(setting, deal, what.hours)
    yield events.OfferPut(
        id, what.offer, deal.sort, deal.from_, hearers, answer_by, public, what.hot, shows,
        cause=cause, to=to,
    )  # fmt: skip
    if shows and shows in world.deals.found:
        yield events.ExhibitShown(shows, deal.from_, hearers, cause=cause, to=to)
    if deal.sort == "pledge":
        terms = bound(deal, ("gives",), hearers[0], world.now)
        yield events.DealBound(id, what.offer, terms, cause=cause, to=to)
    elif deal.sort == "evidence":
        yield ended(world.deals.bargains[id], "shown", cause)
    elif what.bound:
        yield from _consented(setting, world.deals.bargains[id], cause)
    if what.hot:
        yield from _overheard(setting, deal, what.offer, hearers, often, cause)


def _consented(setting: Setting, bargain: Bargain, cause: str) -> Happenings:
    """Its hearer agreed to it elsewhere: what is asked binds; what it was given for is done."""
    deal = setting.scenario.offers[bargain.offer]
    if not deal.asks:
        return
    hearer, to = bargain.to[0], bargain.knows
    yield events.OfferAnswered(bargain.id, bargain.offer, hearer, "accept", cause=cause, to=to)
    terms = bound(deal, ("asks",), hearer, setting.world.now)
    yield events.DealBound(bargain.id, bargain.offer, terms, cause=cause, to=to)


def _named(world: World, offer: str, to: str) -> tuple[str, int]:
    """A name that counts only what was put to the same hearer, and how often that was before."""
    start = f"{offer}-{to}-"
    before = sum(id.startswith(start) for id in world.deals.bargains)
    return f"{start}{before + 1}", before


def _deadline(setting: Setting, deal: Deal, hours: float | None) -> int:
    """When an answer is due: never before the next move has opened, so that people can give it."""
    world = setting.world
    wanted = world.now + round((deal.answer_by.number if hours is None else hours) * HOUR)
    if setting.next_move is None:
        return wanted
    return max(wanted, setting.next_move + world.scene.beat_seconds)


def _overheard(
    setting: Setting, deal: Deal, offer: str, hearers: tuple[str, ...], before: int, cause: str
) -> Happenings:
    dice = setting.chance.at("deals", "hot", before, f"{offer}/{hearers[0]}")
    others = tuple(s for s in setting.scenario.seats if s not in (deal.from_, *hearers))
    if float(dice.random()) < deal.leak.number and others:
        yield events.DealLeaked(offer, deal.from_, hearers, cause=cause, to=others)


def answered(setting: Setting, bargain: Bargain, seat: str, reply: str, cause: str) -> Happenings:
    """An answer to an offer that waits for one, or its maker's word that a threat is put off."""
    scenario, world = setting.scenario, setting.world
    deal, to = scenario.offers[bargain.offer], bargain.knows
    yield events.OfferAnswered(bargain.id, bargain.offer, seat, reply, cause=cause, to=to)
    if reply == "accept":
        terms = bound(deal, ("gives", "asks"), bargain.to[0], world.now)
        yield events.DealBound(bargain.id, bargain.offer, terms, cause=cause, to=to)
    elif reply == "extend":
        later = _deadline(setting, deal, None)
        moves = events.DeadlineMoved(bargain.id, bargain.offer, seat, later, cause=cause, to=to)
        yield moves
        yield from moved(scenario, world, seat, bargain.to, "extended", cause, f"deal:{bargain.id}")
    elif reply == "refuse" and bargain.sort == "threat":
        yield from hour_passed(setting, bargain, cause)
    else:
        how = {"refuse": "refused", "recall": "recalled"}.get(reply, "answered")
        yield ended(bargain, how, cause)


def ended(bargain: Bargain, how: str, cause: str) -> events.DealEnded:
    """The end of a deal, told to all who know of it."""
    return events.DealEnded(bargain.id, bargain.offer, how, cause=cause, to=bargain.knows)


def hour_passed(setting: Setting, bargain: Bargain, cause: str) -> Happenings:
    """The hour of a threat has passed: who made it has the time of its term to act."""
    deal, to = setting.scenario.offers[bargain.offer], bargain.knows
    passed = events.DeadlinePassed(bargain.id, bargain.offer, bargain.from_, cause=cause, to=to)
    yield passed
    terms = bound(deal, ("or_else",), bargain.to[0], setting.world.now)
    yield events.DealBound(bargain.id, bargain.offer, terms, cause=cause, to=to)


def act(setting: Setting, order: Pending) -> Happenings:
    """What an `offer` or an `answer` does at its beat.

    Whether it can still stand is asked first: see `stale`.
    """
    fields = {name: str(value) for name, value in order.fields}
    if order.what == "offer":
        hours = dict(order.fields).get("within")
        what = Putting(
            fields["offer"], fields.get("to", ""),
            float(hours) if isinstance(hours, int | float) else None,
            fields.get("hot") == "yes", fields.get("shows", ""),
        )  # fmt: skip
        yield from put(setting, what, order.cause)
        return
    bargain = setting.world.deals.bargains[fields["deal"]]
    yield from answered(setting, bargain, order.seat, fields["reply"], order.cause)


def stale(world: World, order: Pending) -> str:
    """Why an act that was accepted can no longer be done at its beat; empty if it can."""
    fields = {name: str(value) for name, value in order.fields}
    if order.what == "offer":
        return "already_open" if standing(world, fields["offer"]) is not None else ""
    bargain = world.deals.bargains[fields["deal"]]
    waits = ("open", "due") if fields["reply"] == "extend" else ("open",)
    return "" if bargain.state in waits else "deal_closed"
