"""How a bot deals: by the boxes of its flowchart that make, accept, refuse and put off."""

from collections.abc import Iterator, Mapping

from engine.bots.common import order_of
from engine.bots.forms import AGAIN_AFTER, form_of
from engine.deals.views import DealSeen, Offerable, TermSeen
from engine.envs import SeatEnv
from engine.orders import FieldGiven, Order
from engine.scenario.models import Box, Card
from engine.views import View


def dealings(name: str, view: View, env: SeatEnv, boxes: Mapping[str, Box]) -> Iterator[Order]:
    """An answer to each deal that waits for one, at once; and one offer at the opening of a move.

    The first box that speaks of the deal and holds decides; where none does, nothing is answered.
    """
    for deal in view.open_deals:
        if deal.replies:
            yield from _answer(name, view, env, boxes, deal)
    if view.at_move and view.offers_left != 0:
        yield from _offer(name, view, env, boxes)


def _answer(
    name: str, view: View, env: SeatEnv, boxes: Mapping[str, Box], deal: DealSeen
) -> Iterator[Order]:
    for box_name, box in boxes.items():
        if deal.offer not in (box.accept, box.refuse, box.extend) or not _holds(env, box):
            continue
        reply = _reply(box, deal)
        if reply in deal.replies:
            fields: dict[str, FieldGiven] = {"deal": deal.deal, "reply": reply}
            yield order_of(name, view, "answer", fields, box_name)
        if reply:
            return


def _reply(box: Box, deal: DealSeen) -> str:
    """What a box replies; nothing where it is not its turn to speak."""
    if box.extend:
        return "extend" if deal.state == "due" else ""
    if box.refuse:
        return "silence" if deal.sort == "question" else "refuse"
    return box.reply or "accept"


def _offer(name: str, view: View, env: SeatEnv, boxes: Mapping[str, Box]) -> Iterator[Order]:
    offers = {offer.offer: offer for offer in view.offers if offer.open}
    for to in _owed(view):
        for shown in offers.values():
            if to in shown.to and shown.shows.get(to):
                yield order_of(name, view, "offer", put_to(shown, to), f"word-{shown.offer}")
                return
    for box_name, box in boxes.items():
        offer = offers.get(box.make)
        if offer is None or not _holds(env, box):
            continue
        to = box.to or offer.to[0]
        if to in offer.to and not _lately(view, box.make, to):
            yield order_of(name, view, "offer", put_to(offer, to), box_name)
            return


def _owed(view: View) -> Iterator[str]:
    """The seats to which this one has given its word that it will show something."""
    for deal in view.open_deals:
        for term in deal.terms:
            if term.seat == view.seat and term.exhibit and term.state == "running":
                yield deal.to[0] if deal.side == "made" else deal.from_


def put_to(offer: Offerable, to: str) -> dict[str, FieldGiven]:
    """An offer filled in: to whom where there is a choice, and the first exhibit not yet shown."""
    fields: dict[str, FieldGiven] = {"offer": offer.offer}
    if offer.several:
        fields["to"] = to
    if offer.shows.get(to):
        fields["shows"] = offer.shows[to][0]
    return fields


def _lately(view: View, offer: str, to: str) -> bool:
    since = view.now - AGAIN_AFTER * 3600
    return any(
        deal.side == "made" and deal.offer == offer and to in deal.to and deal.put > since
        for deal in view.deals
    )


def _holds(env: SeatEnv, box: Box) -> bool:
    return box.when is None or bool(box.when.truth(env))


def promised(view: View, env: SeatEnv, boxes: Mapping[str, Box]) -> Iterator[TermSeen]:
    """Cards that the seat has given its word to order, the most urgent first.

    A bot keeps its word at the opening of a move; between moves only what cannot wait for one.
    A threat that it puts off is not carried out.
    """
    if not view.open_deals:
        return
    later = {box.extend for box in boxes.values() if box.extend and _holds(env, box)}
    terms = [
        term
        for deal in view.open_deals
        if not (deal.side == "made" and deal.offer in later)
        for term in deal.terms
        if term.seat == view.seat and term.will and term.card and term.state == "running"
    ]
    for term in sorted(terms, key=lambda each: each.until):
        waits = view.next_move is not None and view.next_move <= term.until
        if view.at_move or not waits:
            yield term


def form_for(
    view: View, cards: Mapping[str, Card], term: TermSeen, boxes: Mapping[str, Box]
) -> dict[str, FieldGiven] | None:
    """The form of a promised card: as the term asks, the rest as a box of that card has it.

    None if such a box names a report that the seat does not hold.
    """
    usual = next((box for box in boxes.values() if box.order == term.card), Box(order=term.card))
    fields = form_of(view, cards[term.card], usual)
    if fields is not None:
        asked = term.fields.items()
        fields.update((name, value) for name, value in asked if isinstance(value, float | str))
    return fields
