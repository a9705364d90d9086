"""Deals as rows: what waits for an answer, and in how few words."""

from dataclasses import dataclass

from tui.ink import Line, cut, ends, line, pad, width_of
from tui.picture.data import OwnOrder
from tui.picture.data_of_deals import Deal
from tui.picture.known import Known
from tui.picture.times import age, hour
from tui.words import phrase, plural, sense

YOU, ALL = phrase("you"), phrase("all")
TO_ALL = "all"
"""Whom an offer names that goes to everybody."""
SORTS = {
    "pledge": phrase("promise"),
    "ask": phrase("request"),
    "condition": phrase("trade"),
    "threat": phrase("demand"),
    "question": phrase("question"),
    "evidence": phrase("evidence"),
}
"""What people call a deal of a sort."""

REPLIED = {
    "accept": sense("an offer", "accepted"),
    "refuse": phrase("refused"),
    "recall": phrase("taken back"),
    "extend": phrase("given more time"),
}
"""What was done about a deal, by the reply."""

WAITS = ("open", "due")
"""The states of a deal that waits for somebody to speak or act."""

SORT_WIDTH = 9
BRIEF = 76
"""Narrower rows say `by 21:00` for `answer by 21:00`."""
MOST_NAMES = 0.34
"""The share of a row that who and whom may take."""


@dataclass(frozen=True, slots=True)
class OfferRow:
    """An offer that waits: who to whom, of what sort, and what comes when.

    `yours` says that this seat is to answer it; `times` counts how often it has been put by now;
    `left` is the time until no answer counts any more.
    """

    key: str
    who: str
    sort: str
    title: str
    due: str
    yours: bool
    new: bool = False
    times: int = 1
    left: str = ""
    due_briefly: str = ""
    """What comes when, for narrow rows, where it can be said in fewer words."""


def named(known: Known, seat: str) -> str:
    """A seat as a row names it."""
    return YOU if seat == known.scene.seat else known.scene.seats.get(seat, seat)


def hearers(known: Known, deal: Deal) -> str:
    """Whom a deal was put to, as a row names them."""
    return ALL if len(deal.to) > 1 else named(known, deal.to[0])


def yours(known: Known) -> list[Deal]:
    """What this seat is to answer, the first to lapse first; what it has answered is not."""
    said = _answered(known)
    mine = [
        deal
        for deal in known.view.deals
        if deal.side == "received" and deal.replies and deal.deal not in said
    ]
    return sorted(mine, key=lambda deal: deal.answer_by)


def can_answer(known: Known, deal: Deal) -> bool:
    """Whether the seat may say something about a deal, and has not just done so."""
    return bool(deal.replies) and deal.deal not in _answered(known)


def reply_in_words(deal: Deal | None, reply: str) -> str:
    """A reply as people say that it was given: `refused`, or the words of a question's answer."""
    said = "" if deal is None else dict(deal.replies).get(reply, "")
    return REPLIED.get(reply) or (f"“{said.rstrip('.')}”" if said else phrase("answered"))


def times_put(known: Known, deal: Deal) -> int:
    """How often this offer had been put to the same hearer when it was put this time."""
    return sum(
        (each.offer, each.to) == (deal.offer, deal.to) and each.put <= deal.put
        for each in known.view.deals
    )


def offer_rows(known: Known) -> list[OfferRow]:
    """Everything that waits: first what this seat is to answer, then what it has put itself."""
    waiting = [deal for deal in known.view.deals if deal.state in WAITS]
    mine = [deal.deal for deal in yours(known)]
    rank = {"made": 1, "received": 2}
    waiting.sort(
        key=lambda deal: (deal.deal not in mine, rank.get(deal.side, 3), deal.answer_by or deal.put)
    )
    rows = [_row(known, deal, deal.deal in mine) for deal in waiting]
    return [*rows[: len(mine)], *_going_out(known), *rows[len(mine) :]]


def _row(known: Known, deal: Deal, mine: bool) -> OfferRow:
    return OfferRow(
        deal.deal,
        f"{named(known, deal.from_)} → {hearers(known, deal)}",
        SORTS.get(deal.sort, deal.sort),
        deal.title,
        _due(known, deal, mine),
        mine,
        mine and any(_put(item.fields, deal) for item in known.news[known.new_from :]),
        times_put(known, deal),
        phrase("{age} left", age=age(deal.answer_by - known.now))
        if deal.answer_by > known.now
        else phrase("now"),
        _by(known, deal) if mine and deal.deal not in _answered(known) else "",
    )


def _by(known: Known, deal: Deal) -> str:
    if deal.answer_by <= known.now:
        return phrase("now")
    return phrase("by {at}", at=hour(known.scene.start, deal.answer_by, known.now))


def _put(fields: dict[str, object], deal: Deal) -> bool:
    return fields.get("deal") == deal.deal


def _due(known: Known, deal: Deal, mine: bool) -> str:
    said = _answered(known).get(deal.deal)
    if said is not None:
        when = hour(known.scene.start, said.due, known.now)
        word = reply_in_words(deal, str(said.fields.get("reply", "")))
        return (
            phrase("{word}, goes out {when}", word=word, when=when)
            if said.due > known.now
            else phrase("{word}; u takes it back", word=word)
        )
    at = hour(known.scene.start, deal.answer_by, known.now) if deal.answer_by else ""
    if mine:
        return (
            phrase("answer by {at}", at=at) if deal.answer_by > known.now else phrase("answer now")
        )
    if deal.state == "due":
        return phrase("the hour has passed")
    return (
        phrase("waits until {at}", at=at) if deal.side == "made" else phrase("lapses {at}", at=at)
    )


def _answered(known: Known) -> dict[str, OwnOrder]:
    """The deals that an order of the seat's own, not out yet, is about."""
    return {
        str(order.fields.get("deal")): order
        for order in known.view.orders
        if order.card == "answer" and order.state == "accepted"
    }


def _going_out(known: Known) -> list[OfferRow]:
    """The seat's own offers that wait for their beat."""
    return [
        _going(known, order)
        for order in known.view.orders
        if order.card == "offer" and order.state == "accepted"
    ]


def _going(known: Known, order: OwnOrder) -> OfferRow:
    id = str(order.fields.get("offer", ""))
    form = known.scene.offers.get(id)
    to = order.fields.get("to")
    if to is None and form is not None:
        to = form.to[0][0] if len(form.to) == 1 else TO_ALL
    whom = ALL if to == TO_ALL else named(known, str(to))
    when = hour(known.scene.start, order.due, known.now)
    hot = phrase("hot line, ") if order.fields.get("hot") == "yes" else ""
    return OfferRow(
        f"order:{order.order}",
        f"{YOU} → {whom}",
        "" if form is None else SORTS.get(form.sort, form.sort),
        id if form is None else form.title,
        phrase("{hot}goes out {when}", hot=hot, when=when)
        if order.due > known.now
        else phrase("{hot}not out yet", hot=hot),
        yours=False,
    )


def unsaid(known: Known) -> str:
    """What closing the move without another word means for deals, and what may still be put."""
    mine, left = yours(known), known.view.offers_left
    then = known.clock.next_move if known.clock.next_move is not None else known.scene.end
    gone = [deal for deal in mine if deal.answer_by <= then]
    if not mine:
        said = phrase("Nothing waits for your answer.")
    elif not gone:
        said = phrase("What waits for you can still be answered in the next move.")
    else:
        said = plural(
            "Say nothing, and one offer lapses with this move.",
            "Say nothing, and {number} offers lapse with this move.",
            len(gone),
        )
    if left is None:
        return said
    own = phrase("You may put one yourself.") if left else phrase("Your own of this move is put.")
    return f"{said} {own}"


def offer_line(row: OfferRow, width: int, names: int) -> Line:
    """An offer in one line; `names` cells are for who and whom."""
    mark = ("▸", "bold $ask") if row.yours else (" ", "")
    tone = "bold" if row.yours else ""
    again = phrase("again: ") if row.times > 1 else ""
    said = (row.due_briefly if width < BRIEF else "") or row.due
    left = (
        mark,
        *pad(line((row.who, tone)), names),
        (f"  {row.sort:<{SORT_WIDTH}}", "$dim"),
        (again, "$faint"),
        (row.title, tone),
    )
    due = line((said, "$ask" if row.yours else "$faint"))
    return ends(cut(left, width - width_of(due) - 1), due, width)


def names_width(names: list[str], width: int, most: float = MOST_NAMES) -> int:
    """Cells for a column of names: as wide as the widest, but no more than its share."""
    return min(max(map(len, names), default=0), int(width * most))


def ordinal(number: int) -> str:
    """`2nd`, `3rd`, `11th`."""
    if number % 100 in (11, 12, 13):
        return phrase("{number}th", number=number)
    match number % 10:
        case 1:
            return phrase("{number}st", number=number)
        case 2:
            return phrase("{number}nd", number=number)
        case 3:
            return phrase("{number}rd", number=number)
        case _:
            return phrase("{number}th", number=number)
