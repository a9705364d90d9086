"""Worlds as a seat could imagine them: for estimates, which must never use what is hidden."""

import json

from engine.chance import words
from engine.game import Game
from engine.orders import FieldGiven, Order
from engine.saves import Manifest
from engine.scenario.models import NEXT
from engine.setup import Wanted, prepare, start
from engine.views import OwnOrder, View


def imagined(manifest: Manifest, view: View, number: int, bots: str = "doctrine") -> Game:
    """A game that could have led to what a seat knows now, in which its own orders were given.

    Parameters are drawn anew from their published ranges and never taken from the run; the luck
    is another one; the other seats are played by `bots`. It depends on the scenario as published,
    on the seat's own orders and on what it was told, and on nothing else: two runs that differ
    in something hidden from the seat imagine the same worlds. `number` says which of them.
    Raises BadScenario if the scenario can no longer be read.
    """
    known = json.dumps([view.plain(), number], sort_keys=True)
    game = start(prepare(published(manifest, view.seat, seed_from(known), bots)), keep=False)
    left_alone(game, view.seat)
    given = (own for own in view.orders if own.state != "withdrawn")
    for own in sorted(given, key=lambda order: order.due):
        game.play(until=own.due)
        game.submit(fitted(game, order_from(view.seat, own)))
    game.play(until=view.now)
    return game


def left_alone(game: Game, seat: str) -> None:
    """Leave a seat to its own orders: nobody plays it before its first move, and no staff acts."""
    settings = game.settings
    settings.people = ()
    settings.before = {other: bot for other, bot in settings.before.items() if other != seat}


def published(manifest: Manifest, seat: str, seed: int, bots: str = "doctrine") -> Wanted:
    """The scenario of a run as everybody may read it, to be played with other luck and other draws.

    Nothing of the run itself is in it: not its seed, its parameters or what it keeps hidden.
    """
    return Wanted(
        scenario=manifest.name,
        seed=seed,
        variant=manifest.variant,
        sets=manifest.sets,
        drawn=True,
        bots=bots,
        people={seat: "imagined"},
        format=manifest.play_format,
    )


def seed_from(text: str) -> int:
    """A seed that stands for a text."""
    return words(text)[0] % 2**53


def order_from(seat: str, own: OwnOrder) -> Order:
    """A seat's order, given again as it was filled in."""
    fields: dict[str, FieldGiven] = {
        name: value for name, value in own.fields.items() if isinstance(value, float | int | str)
    }
    return Order(id=own.order, seat=seat, by="imagined", card=own.card, fields=fields)


def fitted(game: Game, order: Order) -> Order:
    """An order given again in another world: an exhibit not at hand there is the next that is."""
    card = game.scenario.cards.get(order.card)
    if card is None:
        return order
    view = game.view(order.seat)
    fields = {
        name: NEXT
        if (spec := card.fields.get(name)) is not None
        and spec.sort == "exhibit"
        and value not in view.offered(spec)
        else value
        for name, value in order.fields.items()
    }
    return order.model_copy(update={"fields": fields})
