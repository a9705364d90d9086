"""What a seat knew at an earlier hour: everything that it was told by then, and nothing since."""

from dataclasses import replace

from tui.picture.data import Clock, Figure, OwnOrder, View
from tui.picture.known import History, Known
from tui.words import phrase, sense

LOOKING_BACK = phrase("looking back")

STATES = {
    "game.order_taken": sense("an order", "accepted"),
    "game.order_out": sense("an order", "out"),
    "game.order_withdrawn": phrase("withdrawn"),
}


def as_then(known: Known, at: int) -> Known:
    """The same game as this seat knew it at a second; no card can be played there."""
    news = tuple(item for item in known.news if item.at <= at)
    history = History()
    history.hear(news)
    figures = {
        key: Figure(as_of=list(points[-1].as_of), values=list(points[-1].values))
        for key, points in history.points.items()
        if points
    }
    view = View(
        now=at,
        next_move=_after(known, at),
        figures=figures,
        orders=_orders(known, at),
        reports=known.view.reports,
    )
    began = max((move for move in known.clock.moves if move <= at), default=0)
    new_from = next((item.number for item in news if item.at >= began), len(news))
    clock = Clock(now=at, next_move=view.next_move, moves=known.clock.moves)
    return replace(
        known,
        view=view,
        clock=clock,
        news=news,
        history=history,
        new_from=new_from,
        pace=LOOKING_BACK,
    )


def _after(known: Known, at: int) -> int | None:
    return next((move for move in known.clock.moves if move > at), None)


def _orders(known: Known, at: int) -> list[OwnOrder]:
    """The seat's orders by then, each with what was heard of it by then."""
    states: dict[str, str] = {}
    for item in known.news:
        if item.at > at or not item.event.startswith("game.order_"):
            continue
        order = str(item.fields.get("order", ""))
        if item.event == "game.order_reported":
            states[order] = str(item.fields.get("result", ""))
        elif item.event in STATES:
            states[order] = STATES[item.event]
    return [
        order.model_copy(update={"state": states[order.order]})
        for order in known.view.orders
        if order.order in states
    ]
