"""What deals ask of a seat now, for the three lines of the room."""

from tui.picture.data import News
from tui.picture.data_of_deals import Deal
from tui.picture.deals import SORTS, named, times_put, yours
from tui.picture.known import Known
from tui.picture.pledges import word_rows
from tui.picture.times import hour
from tui.words import phrase

PUT = "game.offer_put"


def wanted(known: Known) -> tuple[list[str], list[str]]:
    """Offers that this seat is to answer, in sentences: those that lapse in this move, the rest."""
    mine = yours(known)
    then = known.clock.next_move if known.clock.next_move is not None else known.scene.end
    soon = [deal for deal in mine if deal.answer_by <= then]
    return [_said(known, deal) for deal in soon], [
        _said(known, deal) for deal in mine if deal not in soon
    ]


def _said(known: Known, deal: Deal) -> str:
    who = known.scene.seats.get(deal.from_, deal.from_)
    again = phrase(" again") if times_put(known, deal) > 1 else ""
    if deal.question:
        what = phrase(
            "From {who}{which}{again}: {question}",
            who=who,
            which="," if again else "",
            again=again,
            question=deal.question[0],
        )
    else:
        what = phrase(
            "From {who}, a {sorts}{again}: {title}",
            who=who,
            sorts=SORTS.get(deal.sort, deal.sort),
            again=again,
            title=deal.title,
        )
    end = "" if what.endswith(("?", ".", "!")) else "."
    by = (
        phrase("now")
        if deal.answer_by <= known.now
        else phrase("by {at}", at=_at(known, deal.answer_by))
    )
    return phrase("{what}{end} Answer {by} (d).", what=what, end=end, by=by)


def running_out(known: Known) -> list[tuple[int, str]]:
    """Clocks of deals: offers that lapse unanswered, and what this seat has said it will do."""
    found = []
    for deal in yours(known):
        end = phrase("reaches its hour") if deal.sort == "threat" else phrase("lapses")
        found.append((deal.answer_by, f"{deal.title} ({named(known, deal.from_)}) {end}"))
    for row in word_rows(known):
        if row.own and row.open and row.will and row.until > known.now:
            found.append((row.until, phrase("your word: {what}", what=row.what)))
    return found


def _at(known: Known, second: int) -> str:
    return hour(known.scene.start, second, known.now)


def put_before(known: Known, item: News) -> bool:
    """Whether what was told is an offer that the same seat had put to the same hearers before."""
    if item.event != PUT:
        return False
    same = (item.fields.get("offer"), item.fields.get("hearers"))
    return any(
        each.event == PUT
        and each.number < item.number
        and (each.fields.get("offer"), each.fields.get("hearers")) == same
        for each in known.news
    )
