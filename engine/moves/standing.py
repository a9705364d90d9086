"""What a seat is shown of the move it is in."""

from engine.moves.schedule import Schedule
from engine.orders import Order
from engine.world import World


def standing(
    schedule: Schedule, world: World, seat: str, staff: Order | None = None
) -> dict[str, object] | None:
    """The format, the chapter, the number of the move, the orders left, and the staff's order.

    None without a format, and before its first move.
    """
    turn, format = world.turn, schedule.format
    if format is None or not turn.number:
        return None
    return {
        "format": schedule.name,
        "title": format.title or schedule.name,
        "chapter": schedule.chapter_title(turn.number),
        "number": turn.number,
        "of": len(schedule.at),
        "extra": len(turn.extras) if turn.at in turn.extras else 0,
        "opened": turn.at,
        "orders": schedule.most(seat),
        "left": schedule.left(world, seat),
        "staff": None if staff is None else {"card": staff.card, "fields": dict(staff.fields)},
    }
