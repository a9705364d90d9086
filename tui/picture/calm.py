"""The calm before: the one line of a first move that says what nobody has said yet."""

from tui.picture.data_of_deals import Deal
from tui.picture.known import Known
from tui.picture.places import CROWD, has_unrest, towns
from tui.picture.times import hour, moment
from tui.words import phrase

SMALL = 1000
"""People that the seat is told of in all streets together, from which nothing is calm."""


def calm(known: Known) -> str:
    """What a first move says while all is quiet, as far as this seat is told; else nothing.

    It is quiet where no street is worse than a small crowd, nothing is lost, and nobody has put an
    offer before the seat.
    """
    if not _first(known) or known.clock.next_move is None or not has_unrest(known.scene):
        return ""
    places = towns(known)
    if any(town.level > CROWD or town.lost for town in places) or _crowd(known) >= SMALL:
        return ""
    if any(_waits(deal) for deal in known.view.deals):
        return ""
    until = _until(known, known.clock.next_move)
    return phrase("You have until {until}. Nobody else thinks this is urgent.", until=until)


def _first(known: Known) -> bool:
    move = known.view.move
    return move is not None and move.number == 1 and not move.extra and not known.clock.over


def _waits(deal: Deal) -> bool:
    return deal.side == "received" and bool(deal.replies)


def _crowd(known: Known) -> float:
    """Everybody in the streets, as last told."""
    return sum(
        value
        for key, figure in known.view.figures.items()
        if key.partition(".")[2] == "crowd"
        for value in figure.values
        if isinstance(value, float | int)
    )


def _until(known: Known, second: int) -> str:
    at = moment(known.scene.start, second)
    soon = (at - moment(known.scene.start, known.now)).days < 1
    if soon and (at.hour, at.minute) == (0, 0):
        return phrase("midnight")
    return hour(known.scene.start, second, known.now)
