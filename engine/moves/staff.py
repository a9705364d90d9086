"""What a seat's staff does where nobody decides: the first of its boxes that can be ordered."""

from collections.abc import Iterable, Iterator

from engine.door import Door
from engine.envs import SeatEnv
from engine.moves.events import StaffNamed
from engine.moves.schedule import Schedule
from engine.orders import Order
from engine.scenario.scenario import Scenario
from engine.world import World

STAFF = "staff"
"""Who gives such an order."""


def undecided(schedule: Schedule, world: World, seat: str) -> bool:
    """Whether a seat has given no order in this move nor said so, though it has some to give."""
    turn = world.turn
    decided = not turn.number or turn.counted.get(seat) or seat in turn.held
    return not decided and (schedule.left(world, seat) or 0) > 0


def closes(schedule: Schedule, world: World) -> bool:
    """Whether the beat that opens now is the last one before the next planned move."""
    return schedule.after(world.now) == world.now + world.scene.beat_seconds


def names(
    scenario: Scenario, schedule: Schedule, door: Door, world: World, seats: Iterable[str]
) -> Iterator[StaffNamed]:
    """What the staff of each seat says at the opening of a move that it will order, if anything.

    Nothing is said where no move opens, or a seat has no staff.
    """
    if schedule.format is None or world.turn.at != world.now:
        return
    for seat in seats:
        if scenario.staff.get(seat):
            box = _first(scenario, schedule, door, world, seat)
            yield StaffNamed(seat, box, cause=f"format:{schedule.name}", to=(seat,))


def staffs_order(
    scenario: Scenario, schedule: Schedule, door: Door, world: World, seat: str
) -> Order | None:
    """What a seat's staff orders if nothing else is decided: what it named when the move opened.

    None if it named nothing, the door would not take it now, or the seat has decided something in
    this move. What would be ordered is thereby known before it is, and so is what it costs.
    """
    if seat not in scenario.staff or not undecided(schedule, world, seat):
        return None
    name = world.turn.staff.get(seat)
    if name is None:  # nobody sat here when the move opened
        name = _first(scenario, schedule, door, world, seat)
    if not name:
        return None
    order = _order(scenario, world, seat, name)
    return order if door.refusal(world, order) is None else None


def _first(scenario: Scenario, schedule: Schedule, door: Door, world: World, seat: str) -> str:
    """The first box that holds and that the door would take, from what the seat is told."""
    rows = scenario.staff[seat] if undecided(schedule, world, seat) else {}
    env = SeatEnv(world, seat)
    for name, row in rows.items():
        if row.when is not None and not row.when.truth(env):
            continue
        if door.refusal(world, _order(scenario, world, seat, name)) is None:
            return name
    return ""


def _order(scenario: Scenario, world: World, seat: str, name: str) -> Order:
    row, beat = scenario.staff[seat][name], world.now // world.scene.beat_seconds
    id = f"{seat}-{STAFF}-{beat}-{name}"
    return Order(id=id, seat=seat, by=STAFF, card=row.order, fields=dict(row.fields))
