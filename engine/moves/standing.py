"""What a seat is shown of the move it is in."""

from engine.moves.schedule import Schedule
from engine.moves.slips import asked, slip_open
from engine.orders import Order
from engine.scenario.scenario import Scenario
from engine.world import World


def standing(
    scenario: Scenario, schedule: Schedule, world: World, seat: str, staff: Order | None
) -> dict[str, object] | None:
    """The format and chapter, the number of the move, orders left, the slip, the staff's order.

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
        "asked": list(asked(scenario, schedule, world, seat)),
        "slip": dict(turn.slips.get(seat, ())),
        "slip_open": slip_open(schedule, world),
        "held": seat in turn.held,
        "staff": None if staff is None else {"card": staff.card, "fields": dict(staff.fields)},
    }
