"""What closing a move means: what goes out, what the staff adds, what lapses or is too late."""

from collections.abc import Iterator

from tui.picture.data import OwnOrder
from tui.picture.deals import yours
from tui.picture.holding import taking
from tui.picture.known import Known
from tui.picture.moves import staff
from tui.picture.orders import order_rows
from tui.picture.times import age, ahead, hour
from tui.words import phrase, plural

Rows = list[tuple[str, str]]


def closing_rows(known: Known, keys: bool = True) -> Rows:
    """What each line is about, and what it says: everything that follows from closing now."""
    rows = [(phrase("Goes out"), said) for said in _going(known)] or [
        (phrase("Goes out"), phrase("no order of yours"))
    ]
    rows.append((phrase("Staff adds"), _staff_adds(known, keys)))
    gone = [deal.title for deal in yours(known) if deal.answer_by <= _until(known)]
    if gone:
        rows.append((phrase("Lapses"), phrase("unanswered: {gone}", gone=", ".join(gone))))
    left = unused(known)
    if left:
        rows.append((phrase("Unused"), left))
    rows.append((phrase("Time runs"), _time(known)))
    return [*rows, *((phrase("Too late"), said) for said in too_late(known))]


def closing_sentences(known: Known) -> Iterator[str]:
    """The same for plain play, once the move is closed: what goes out, what is left, what is late.

    Nothing without a format, or when the game is over.
    """
    if known.view.move is None or known.clock.over:
        return
    for label, said in closing_rows(known, keys=False):
        if label != phrase("Time runs"):
            yield f"{label}: {said}."


def _going(known: Known) -> Iterator[str]:
    for row in reversed([row for row in order_rows(known) if row.waits]):
        yield f"{row.title}: {row.fields}" if row.fields else row.title


def _staff_adds(known: Known, keys: bool) -> str:
    move = known.view.move
    ordered = staff(known)
    if move is not None and move.held:
        told = phrase("nothing, as you told them")
        return f"{told}{phrase('; x lets them again')}" if keys else told
    if ordered:
        given = phrase("{ordered}, because you have ordered nothing", ordered=ordered)
        return f"{given}{phrase('; x: they do not')}" if keys else given
    if move is not None and move.left < move.orders:
        return phrase("nothing, since you have decided")
    return phrase("nothing; there is no order that they would give for you")


def unused(known: Known) -> str:
    """How many orders of this move would be left over; empty for none."""
    move = known.view.move
    if move is None or move.left <= 0:
        return ""
    return plural(
        "{number} of {orders} orders; it does not count in the next move",
        "{number} of {orders} orders; they do not count in the next move",
        move.left,
        orders=move.orders,
    )


def _until(known: Known) -> int:
    at = known.clock.next_move
    return known.scene.end if at is None else at


def _time(known: Known) -> str:
    at = _until(known)
    what = (
        phrase("the end of the game") if known.clock.next_move is None else phrase("the next move")
    )
    when = hour(known.scene.start, at, known.now)
    return phrase(
        "to {when}, {what}, {ahead}, or less if something opens a move",
        when=when,
        what=what,
        ahead=ahead(at - known.now),
    )


def too_late(known: Known) -> list[str]:
    """Orders that wait and would still be under way when the game ends, in sentences."""
    waiting = [order for order in known.view.orders if order.state == "accepted"]
    return [said for order in waiting if (said := _late(known, order))]


def _late(known: Known, order: OwnOrder) -> str:
    form = known.scene.cards.get(order.card)
    if form is None:
        return ""
    return late(known, known.title(order.card), order.due + taking(form, order.fields))


def late(known: Known, title: str, done: int) -> str:
    """That something would be done only after the last hour of the game; empty if it is in time."""
    if done <= known.scene.end:
        return ""
    left = age(known.scene.end - known.now)
    return phrase(
        "{title} would still be under way when the game ends, in {left}", title=title, left=left
    )


def asks_slip(known: Known) -> bool:
    """Whether the slip of this move can still be handed in, and none was."""
    move = known.view.move
    return move is not None and move.slip_open and bool(move.asked) and not move.slip
