"""What events of moves write into the world, and how orders are counted."""

from collections.abc import Callable, Mapping

from engine.events import Event
from engine.facts import OrderTaken
from engine.moves.events import (
    AimsChosen,
    MoveOpened,
    MovePutOff,
    SeatHeld,
    SlipFilled,
    SlipScored,
    SlipsTold,
    StaffNamed,
)
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
    turn.untold, turn.held = (), ()
    turn.counted, turn.staff = {}, {}
    if event.extra:
        turn.extras = (*turn.extras, world.now)


def _put_off(world: World, event: Event) -> None:
    assert isinstance(event, MovePutOff)
    known = world.turn.untold
    world.turn.untold = (*known, *(each for each in event.because if each not in known))


def _filled(world: World, event: Event) -> None:
    assert isinstance(event, SlipFilled)
    before = dict(world.turn.slips.get(event.seat, ()))
    world.turn.slips[event.seat] = tuple((before | dict(event.slip)).items())


def _scored(world: World, event: Event) -> None:
    assert isinstance(event, SlipScored)
    turn = world.turn
    questions, total = turn.scores.get(event.seat, (0, 0.0))
    scored = sum(score for *_, score in event.rows)
    turn.scores[event.seat] = (questions + len(event.rows), total + scored)
    turn.slips.pop(event.seat, None)


def _chosen(world: World, event: Event) -> None:
    assert isinstance(event, AimsChosen)
    world.turn.aims[event.seat] = event.aims


def _held(world: World, event: Event) -> None:
    assert isinstance(event, SeatHeld)
    others = tuple(seat for seat in world.turn.held if seat != event.seat)
    world.turn.held = (*others, event.seat) if event.held else others


def _named(world: World, event: Event) -> None:
    assert isinstance(event, StaffNamed)
    world.turn.staff[event.seat] = event.box


def _nothing(world: World, event: Event) -> None:
    """It only tells somebody something."""


WRITERS: Mapping[type[Event], Callable[[World, Event], None]] = {
    MoveOpened: _opened,
    MovePutOff: _put_off,
    SlipFilled: _filled,
    SlipScored: _scored,
    SlipsTold: _nothing,
    AimsChosen: _chosen,
    SeatHeld: _held,
    StaffNamed: _named,
}
