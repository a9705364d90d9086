"""What the door asks of deals: may this seat put, answer or break, as far as it knows."""

from collections.abc import Iterator, Mapping

from engine.deals.checking import holds
from engine.deals.putting import ACTS, hearers_of, standing
from engine.deals.state import Bargain
from engine.deals.terms import bound, counts, promiser, running
from engine.envs import SeatEnv
from engine.events import Field
from engine.ledger import Pending
from engine.orders import FieldGiven, Order
from engine.quantities import QuantityError, parse_value
from engine.rules.rounding import nine
from engine.scenario.models import Deal, Term
from engine.scenario.scenario import Scenario
from engine.world import World

Chosen = dict[str, float | str | None]
Refusal = tuple[str, tuple[tuple[str, Field], ...]]

OF_AN_OFFER = ("offer", "to", "within", "hot", "shows")
OF_AN_ANSWER = ("deal", "reply")
SIDES: tuple[str, ...] = ("gives", "asks")
OFFERS_A_MOVE = 1
LONGEST = 240.0
"""Hours: nobody may wait longer for an answer."""


def judged(
    scenario: Scenario, world: World, order: Order, due: int
) -> tuple[Chosen, Refusal | None]:
    """The fields of an `offer` or an `answer` in canonical form, or why it cannot stand."""
    known = OF_AN_OFFER if order.card == "offer" else OF_AN_ANSWER
    for name in order.fields:
        if name not in known:
            return {}, ("unknown_field", (("field", name),))
    for name in known[:1] if order.card == "offer" else known:
        if not isinstance(order.fields.get(name), str):
            code = "wrong_field" if name in order.fields else "missing_field"
            return {}, (code, (("field", name),))
    if order.card == "offer":
        return _offered(scenario, world, order, due)
    return _answered(scenario, world, order, due)


def _offered(
    scenario: Scenario, world: World, order: Order, due: int
) -> tuple[Chosen, Refusal | None]:
    fields = order.fields
    id = str(fields["offer"])
    deal = scenario.offers.get(id)
    if deal is None:
        return {}, ("no_such_offer", (("offer", id),))
    if deal.from_ != order.seat:
        return {}, ("not_yours", (("offer", id),))
    chosen: Chosen = {"offer": id}
    for name, given in fields.items():
        if name != "offer":
            value = _chosen(scenario, deal, name, given)
            if value is None:
                return {}, ("wrong_field", (("field", name),))
            chosen[name] = value
    if len(deal.to) > 1 and "to" not in chosen:
        return {}, ("missing_field", (("field", "to"),))
    if chosen.get("hot") != "yes" and offers_left(world, order.seat) == 0:
        return {}, ("no_offer_left", (("offer", id),))
    closed = offerable(scenario, world, order.seat, id) or _evidence(world, deal, chosen, order)
    if closed is None and deal.sort == "pledge" and not order.breaking:
        closed = _against(scenario, world, order.seat, deal, SIDES[:1], "", due)
    return chosen, closed


def _chosen(scenario: Scenario, deal: Deal, name: str, given: FieldGiven) -> float | str | None:
    match name:
        case "to":
            hearers = ("all",) if deal.to_all else deal.to
            return given if isinstance(given, str) and given in hearers else None
        case "within":
            return _hours(scenario, given)
        case "hot":
            words = ("no",) if deal.to_all else ("no", "yes")
            return given if isinstance(given, str) and given in words else None
        case _:
            return given if isinstance(given, str) and given in deal.shows else None


def _hours(scenario: Scenario, given: FieldGiven) -> float | None:
    if isinstance(given, str):
        try:
            given = parse_value(given, counts=frozenset(scenario.counts)).number
        except QuantityError:
            return None
    if isinstance(given, bool) or not 0 < given <= LONGEST:
        return None
    return nine(float(given))


def offerable(scenario: Scenario, world: World, seat: str, offer: str) -> Refusal | None:
    """Why an offer cannot be put now, as far as its seat may know; None: it can."""
    deal = scenario.offers[offer]
    if standing(world, offer) is not None or offer in _pending(world, seat, "offer"):
        return "already_open", (("offer", offer),)
    if deal.when is not None and not deal.when.truth(SeatEnv(world, seat)):
        return "not_available", (("offer", offer),)
    if deal.shows and not any(holds(world, seat, each) for each in deal.shows):
        return "no_exhibit", (("offer", offer),)
    return None


def offers_left(world: World, seat: str) -> int | None:
    """How many offers a seat may still put in this move; None where no format is in force.

    What goes over the hot line is not one of them: it uses up an order.
    """
    if not world.turn.number:
        return None
    put = sum(at >= world.turn.at for at, _ in world.deals.offered.get(seat, ()))
    return max(OFFERS_A_MOVE - put, 0)


def showable(world: World, seat: str, deal: Deal, to: str) -> tuple[str, ...]:
    """The exhibits of an offer that its seat has at hand and has not shown to that hearer yet."""
    return tuple(
        each
        for each in deal.shows
        if holds(world, seat, each) and not _shown(world, each, seat, to)
    )


def _shown(world: World, exhibit: str, by: str, to: str) -> bool:
    return any((who, whom) == (by, to) for who, whom, _ in world.deals.found[exhibit].shown)


def _evidence(world: World, deal: Deal, chosen: Chosen, order: Order) -> Refusal | None:
    if not deal.shows:
        return None
    if len(deal.shows) > 1 and "shows" not in chosen:
        return "missing_field", (("field", "shows"),)
    exhibit = str(chosen.get("shows", deal.shows[0]))
    if not holds(world, order.seat, exhibit):
        return "no_exhibit", (("exhibit", exhibit),)
    whom = str(chosen.get("to", deal.to[0]))
    if _shown(world, exhibit, order.seat, whom):
        return "shown_already", (("exhibit", exhibit), ("to", whom))
    return None


def _answered(
    scenario: Scenario, world: World, order: Order, due: int
) -> tuple[Chosen, Refusal | None]:
    id, reply = str(order.fields["deal"]), str(order.fields["reply"])
    chosen: Chosen = {"deal": id, "reply": reply}
    bargain = world.deals.bargains.get(id)
    # What a seat is not told of is refused as if it were not there.
    if bargain is None or order.seat not in bargain.knows:
        return {}, ("no_such_deal", (("deal", id),))
    if order.seat not in bargain.parties():
        return {}, ("deal_closed", (("deal", id),))
    if reply not in replies(scenario, bargain, order.seat):
        return {}, ("wrong_field", (("field", "reply"),))
    waits = ("open", "due") if reply == "extend" else ("open",)
    if bargain.state not in waits or id in _pending(world, order.seat, "deal"):
        return {}, ("deal_closed", (("deal", id),))
    if reply == "accept" and not order.breaking:
        deal = scenario.offers[bargain.offer]
        return chosen, _against(scenario, world, order.seat, deal, SIDES, order.seat, due)
    return chosen, None


def replies(scenario: Scenario, bargain: Bargain, seat: str) -> tuple[str, ...]:
    """What a seat may reply to a deal while it waits; nothing if it is not the seat's to answer."""
    question = scenario.offers[bargain.offer].question
    if seat == bargain.from_:
        return ("extend",) if bargain.sort == "threat" else ("recall",)
    if seat not in bargain.to or bargain.sort in ("pledge", "evidence"):
        return ()
    return tuple(question.replies) if question is not None else ("accept", "refuse")


def _pending(world: World, seat: str, field: str) -> frozenset[str]:
    """What a seat's acts that still wait for their beat are about."""
    return frozenset(
        str(value) for order in _acts(world, seat) for name, value in order.fields if name == field
    )


def _acts(world: World, seat: str) -> Iterator[Pending]:
    waiting = (order for order in world.pending.values() if order.sort == "order")
    return (order for order in waiting if order.seat == seat and order.what in ACTS)


def _against(
    scenario: Scenario, world: World, seat: str, deal: Deal, sides: tuple[str, ...], hearer: str,
    due: int,
) -> Refusal | None:  # fmt: skip
    """An order of the seat's own, still waiting, that would break the word it is about to give."""
    env = SeatEnv(world, seat)
    for side, number, keeper, since, until, _ in bound(deal, sides, hearer, due):
        term = deal.side(side)[number]
        if keeper != seat or term.will or not until:
            continue
        for order in world.pending.values():
            if order.sort != "order" or order.seat != seat or order.what != term.card:
                continue
            card = scenario.cards[order.what]
            if since <= order.due < until and counts(env, card, term, dict(order.fields)):
                return "against_order", (("order", order.order), ("card", order.what))
    return None


def breaks(
    scenario: Scenario, world: World, seat: str, card: str, fields: Mapping[str, Field], due: int
) -> Refusal | None:
    """The word that an order would break, as far as the seat knows that it is bound by one."""
    given, env = scenario.cards[card], SeatEnv(world, seat)
    for bargain, clause, term in running(scenario, world.deals.open(), seat, card):
        known = seat in bargain.knows and clause.told
        if not known or term.will or due >= clause.until:
            continue
        if counts(env, given, term, fields):
            whom = bargain.others(promiser(bargain, clause.side))
            return _word(bargain.id, whom, clause.side, clause.number)
    for id, whom, side, number, term, until in _coming(scenario, world, seat):
        if term.card == card and due < until and counts(env, given, term, fields):
            return _word(id, whom, side, number)
    return None


def _word(deal: str, to: tuple[str, ...], side: str, number: int) -> Refusal:
    term = f"{side}.{number}"
    whom = "all" if len(to) > 1 else to[0]
    return "breaks_word", (("deal", deal), ("to", whom), ("term", term))


def _coming(
    scenario: Scenario, world: World, seat: str
) -> Iterator[tuple[str, tuple[str, ...], str, int, Term, int]]:
    """Words not to do something that the seat's own waiting acts are about to give."""
    for order in _acts(world, seat):
        fields = {name: str(value) for name, value in order.fields}
        if order.what == "offer":
            id = fields["offer"]
            deal, sides = scenario.offers[id], SIDES[:1]
            whom = hearers_of(scenario, deal, fields.get("to", ""))
            gives = deal.sort == "pledge"
        else:
            id = fields["deal"]
            bargain = world.deals.bargains[id]
            deal, sides, whom = scenario.offers[bargain.offer], SIDES, (bargain.from_,)
            gives = fields["reply"] == "accept"
        for side, number, keeper, _, until, _ in bound(deal, sides, seat, order.due):
            term = deal.side(side)[number]
            if gives and keeper == seat and not term.will and until:
                yield id, whom, side, number, term, until
