"""The cards that a seat's staff would argue about: what its published doctrine would play now.

Doctrine is part of the scenario and reads only what the seat was told, so that nothing hidden
shows in which cards are put before a player.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from engine.affording import pays
from engine.bots.doctrine import traits_of
from engine.bots.forms import AGAIN_AFTER, HOUR, alike, form_of
from engine.scenario.models import PLAIN, Box
from engine.scenario.scenario import Scenario
from engine.views import OwnOrder, View


@dataclass(frozen=True, slots=True)
class Argued:
    """A card that somebody on the staff would play now, and who: titles of temperaments."""

    card: str
    by: tuple[str, ...] = ()

    def plain(self) -> dict[str, object]:
        """As plain data."""
        return {"card": self.card, "by": list(self.by)}


def arguing(scenario: Scenario, view: View) -> tuple[Argued, ...]:
    """Cards in the order in which they are argued.

    First what each temperament would do first: where they differ, there is an argument. What went
    out in this move or the one before is argued no more. Orders of this move that still wait
    change nothing, so that a card keeps its place while they are given.
    """
    wanted = {temper: list(_wanted(scenario, view, temper)) for temper in _tempers(scenario)}
    ranked: dict[str, None] = {}
    for row in zip_longest(*wanted.values()):
        ranked |= dict.fromkeys(card for card in row if card is not None)
    return tuple(
        Argued(
            card,
            tuple(one.title for id, one in scenario.temperaments.items() if card in wanted[id]),
        )
        for card in ranked
    )


def played_lately(view: View) -> tuple[str, ...]:
    """Cards that the seat ordered in this move or the one before, and that went out."""
    opened = {*view.schedule.at, *view.env.world.turn.extras}
    since = sorted((0, *(at for at in opened if at <= view.now)))[-2:][0]
    gone = (o for o in view.orders if o.state not in ("accepted", "withdrawn"))
    return tuple(dict.fromkeys(order.card for order in gone if order.due >= since))


def _tempers(scenario: Scenario) -> tuple[str, ...]:
    return (*scenario.temperaments, "")


def _wanted(scenario: Scenario, view: View, temper: str) -> Iterator[str]:
    """The cards of a temperament's boxes that hold, each once, the first box first."""
    waiting = {order.card for order in view.orders if order.state == "accepted"}
    playable = {card.card for card in view.cards if card.open or card.card in waiting}
    playable -= set(played_lately(view)) - waiting
    env = view.env.knowing(traits_of(scenario, temper))
    for box in scenario.doctrine.get(view.seat, {}).values():
        if box.order not in playable or (box.only and (temper or PLAIN) not in box.only):
            continue
        if box.when is not None and not box.when.truth(env):
            continue
        form = form_of(view, scenario.cards[box.order], box)
        if form is None or _done_lately(scenario, view, box) or not pays(view, box.order, form):
            continue
        playable.discard(box.order)
        yield box.order


def _done_lately(scenario: Scenario, view: View, box: Box) -> bool:
    """Whether the seat has seen to it a short time ago; what still waits does not count."""
    card = scenario.cards[box.order]
    return any(
        alike(card, box, order.fields)
        for order in view.orders
        if order.card == box.order and _gone_lately(view, order)
    )


def _gone_lately(view: View, order: OwnOrder) -> bool:
    gone = order.state not in ("accepted", "withdrawn")
    return gone and view.now - order.due < AGAIN_AFTER * HOUR
