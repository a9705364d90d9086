"""What a seat's staff does where nobody decides: the first of its boxes that can be ordered."""

from engine.door import Door
from engine.envs import SeatEnv
from engine.moves.schedule import Schedule
from engine.orders import Order
from engine.scenario.scenario import Scenario
from engine.world import World

STAFF = "staff"
"""Who gives such an order."""


def undecided(schedule: Schedule, world: World, seat: str) -> bool:
    """Whether a seat has given no order in this move, though it has some to give."""
    turn = world.turn
    decided = not turn.number or turn.counted.get(seat)
    return not decided and (schedule.left(world, seat) or 0) > 0


def closes(schedule: Schedule, world: World) -> bool:
    """Whether the beat that opens now is the last one before the next planned move."""
    return schedule.after(world.now) == world.now + world.scene.beat_seconds


def staffs_order(
    scenario: Scenario, schedule: Schedule, door: Door, world: World, seat: str
) -> Order | None:
    """What a seat's staff would order now: the first box that holds and that the door would take.

    None if there is no such box, or the seat has decided something in this move. Boxes are judged
    from what the seat is told, as everything is that it does.
    """
    rows = scenario.staff.get(seat, {}) if undecided(schedule, world, seat) else {}
    env, beat = SeatEnv(world, seat), world.now // world.scene.beat_seconds
    for name, row in rows.items():
        if row.when is not None and not row.when.truth(env):
            continue
        order = Order(
            id=f"{seat}-{STAFF}-{beat}-{name}",
            seat=seat,
            by=STAFF,
            card=row.order,
            fields=dict(row.fields),
        )
        if door.refusal(world, order) is None:
            return order
    return None
