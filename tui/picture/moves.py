"""Where a game stands in its format: the move, its chapter, orders left, and the staff's order."""

from tui.picture.known import Known
from tui.words import phrase, plural


def where(known: Known) -> str:
    """`move 3 of 8`, or which extra move it is."""
    move = known.view.move
    if move is not None:
        return (
            phrase("extra move {extra}", extra=move.extra)
            if move.extra
            else phrase("move {number} of {of}", number=move.number, of=move.of)
        )
    moves = known.clock.moves
    number = sum(1 for at in moves if at <= known.now)
    if not moves:
        return phrase("no moves")
    return (
        phrase("move {number} of {moves}", number=number, moves=len(moves))
        if number
        else phrase("before move 1 of {moves}", moves=len(moves))
    )


def left(known: Known) -> str:
    """`1 of 2 orders left`; empty where nobody counts."""
    move = known.view.move
    return (
        ""
        if move is None or known.clock.over
        else plural(
            "{left} of {orders} order left",
            "{left} of {orders} orders left",
            move.orders,
            left=move.left,
            orders=move.orders,
        )
    )


def left_briefly(known: Known) -> str:
    """`1/2 orders`, for narrow screens; empty where nobody counts."""
    move = known.view.move
    if move is None or known.clock.over:
        return ""
    return plural(
        "{left}/{orders} order",
        "{left}/{orders} orders",
        move.orders,
        left=move.left,
        orders=move.orders,
    )


def chapter(known: Known) -> str:
    """The title of the chapter; empty without a format."""
    return "" if known.view.move is None else known.view.move.chapter


def staff(known: Known) -> str:
    """What the staff will order if the seat decides nothing; empty if that is nothing."""
    move = known.view.move
    return "" if move is None or move.staff is None else move.staff.words


def may_choose(known: Known) -> bool:
    """Whether the seat may still choose its aims, and has more than one."""
    if known.clock.over or known.view.move is None:
        return False
    return known.view.aims.open and len(known.scene.aims) > 1


def first_look(known: Known) -> bool:
    """Whether the seat's first move stands open and nothing was ordered in it yet."""
    move = known.view.move
    if move is None or known.clock.over:
        return False
    return move.number == 1 and not move.extra and move.left == move.orders


def move_lines(known: Known, staff: bool = True) -> list[str]:
    """All of it in a few lines, for plain play; nothing without a format or after the end.

    What goes out if nothing is decided is left out without `staff`.
    """
    move = known.view.move
    if move is None or known.clock.over:
        return []
    head = phrase(
        "{where}, {chapter}. {left}.",
        where=where(known).capitalize(),
        chapter=move.chapter,
        left=left(known),
    )
    after = [at for at in known.clock.moves if at > known.now]
    found = [
        phrase("{head} The next move opens {dated}.", head=head, dated=known.dated(after[0]))
        if after
        else head
    ]
    if staff and move.staff is not None:
        found.append(
            phrase("If you decide nothing, your staff will: {words}.", words=move.staff.words)
        )
    elif staff and move.left == move.orders:
        found.append(phrase("If you decide nothing, nothing is ordered."))
    if move.asked and move.slip_open and not move.slip:
        found.append(phrase("Your forecasts are asked for: type `forecast`."))
    if known.view.aims.open and len(known.scene.aims) > 1:
        found.append(phrase("Your aims are not chosen yet: type `aims`."))
    return found
