"""What events of moves write into the world, and how orders are counted."""

from collections.abc import Callable, Mapping

from engine.events import Event
from engine.facts import OrderTaken
from engine.moves.events import MoveOpened, MovePutOff
from engine.orders import ACTS
from engine.world import World


def counts(card: str, fields: Mapping[str, object]) -> bool:
    """Whether an order uses up one of a move's: a card does, and an offer over the hot line."""
    if card == "offer":
        return fields.get("hot") == "yes"
    return card not in ACTS and not card.startswith("inject:")


def count_order(world: World, event: OrderTaken) -> None:
    """Count an order against this move's; before the first move nobody counts."""
    turn = world.turn
    if turn.number and counts(event.card, dict(event.fields)):
        turn.counted[event.seat] = (*turn.counted.get(event.seat, ()), event.order)


def give_back(world: World, seat: str, order: str) -> None:
    """An order that was counted in this move counts no more."""
    counted = world.turn.counted
    if order in counted.get(seat, ()):
        counted[seat] = tuple(each for each in counted[seat] if each != order)


def _opened(world: World, event: Event) -> None:
    assert isinstance(event, MoveOpened)
    turn = world.turn
    turn.at, turn.number = world.now, event.number
    turn.untold = False
    turn.counted = {}
    if event.extra:
        turn.extras = (*turn.extras, world.now)


def _put_off(world: World, event: Event) -> None:
    assert isinstance(event, MovePutOff)
    world.turn.untold = True


WRITERS: Mapping[type[Event], Callable[[World, Event], None]] = {
    MoveOpened: _opened,
    MovePutOff: _put_off,
}
