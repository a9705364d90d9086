"""A bot that plays a readable flowchart: the first boxes that hold, as many as it may order."""

from collections.abc import Mapping, Sequence

from engine.bots.common import open_cards, order_of
from engine.bots.dealing import dealings, form_for, promised
from engine.bots.foreseeing import slip
from engine.bots.forms import Purse, form_of, given_lately
from engine.chance import Chance
from engine.envs import SeatEnv
from engine.orders import Order
from engine.scenario.models import PLAIN, Box
from engine.scenario.scenario import Scenario
from engine.views import View

MOST_ORDERS = 2
"""Orders a move where the scenario's format says nothing."""

Boxes = Mapping[str, Mapping[str, Box]]
"""By seat, and then by name in the order in which they are tried."""


class Flowchart:
    """Orders what boxes say; each of its orders names the box that fired.

    `traits` are what its conditions may name beside what the seat was told.
    """

    def __init__(
        self,
        name: str,
        scenario: Scenario,
        boxes: Boxes,
        traits: Mapping[str, float] | None = None,
    ) -> None:
        self.name = name
        self._boxes, self._traits = boxes, traits or {}
        self._scenario, self._cards = scenario, scenario.cards
        formats = list(scenario.formats.values())
        self._most = formats[0].orders if formats else {"otherwise": MOST_ORDERS}

    def orders(self, view: View, chance: Chance) -> Sequence[Order]:
        """At the opening of a move, one order for each of the first boxes that hold, and a slip."""
        return [*self.beside(view, ()), *self.dealings(view), *self.foreseen(view)]

    def foreseen(self, view: View) -> list[Order]:
        """The slip of the move that opens, if one does."""
        return list(slip(self.name, self._scenario, view))

    def dealings(self, view: View) -> list[Order]:
        """What it does about deals: answers whenever it hears of one, and offers at moves."""
        boxes = self._boxes.get(view.seat, {})
        env = view.env.knowing(self._traits)
        return list(dealings(self.name, view, env, boxes))

    def beside(self, view: View, given: Sequence[Order]) -> list[Order]:
        """What it orders at the opening of a move beside orders that are given already."""
        found = self._as_promised(view, given)
        if not view.at_move:
            return found
        most = view.orders_left
        if most is None:
            most = self._most.get(view.seat, self._most.get("otherwise", MOST_ORDERS))
        most -= len(given)
        playable = set(open_cards(view)) - {order.card for order in (*given, *found)}
        env = view.env.knowing(self._traits)
        purse = Purse(view, (*given, *found))
        for name, box in self._boxes.get(view.seat, {}).items():
            if len(found) >= most:
                break
            if box.order in playable and self._holds(view, env, box):
                form = form_of(view, self._cards[box.order], box)
                if form is None:
                    continue
                breaking = view.breaks(box.order, form)
                if (box.breaks or not breaking) and purse.pays(box.order, form):
                    found.append(order_of(self.name, view, box.order, form, name, breaking))
                    playable.discard(box.order)
        return found

    def _as_promised(self, view: View, given: Sequence[Order]) -> list[Order]:
        """What it has given its word to order: that comes before everything else."""
        boxes = self._boxes.get(view.seat, {})
        terms = list(promised(view, view.env.knowing(self._traits), boxes))
        found: list[Order] = []
        if not terms:
            return found
        playable = set(open_cards(view)) - {order.card for order in given}
        purse = Purse(view, given)
        for term in terms:
            form = form_for(view, self._cards, term, boxes) if term.card in playable else None
            if form is not None and purse.pays(term.card, form):
                playable.discard(term.card)
                found.append(order_of(self.name, view, term.card, form, f"word-{term.card}"))
        return found

    def _holds(self, view: View, env: SeatEnv, box: Box) -> bool:
        if box.when is not None and not box.when.truth(env):
            return False
        return not given_lately(view, self._cards[box.order], box)


class Doctrine(Flowchart):
    """The scenario's `doctrine`; with a temperament also the boxes and traits of that one."""

    def __init__(
        self,
        scenario: Scenario,
        temper: str = "",
        without: Sequence[str] = (),
    ) -> None:
        """It never orders the cards of `without`.

        Raises LookupError for a temperament that the scenario has not.
        """
        if temper and temper not in scenario.temperaments:
            known = ", ".join(scenario.temperaments) or "none"
            raise LookupError(f"no temperament `{temper}`; there are {known}")
        boxes = {
            seat: {
                name: box
                for name, box in boxes.items()
                if (not box.only or (temper or PLAIN) in box.only) and box.order not in without
            }
            for seat, boxes in scenario.doctrine.items()
        }
        name = f"doctrine:{temper}" if temper else "doctrine"
        super().__init__(name, scenario, boxes, traits_of(scenario, temper))


def traits_of(scenario: Scenario, temper: str) -> dict[str, float]:
    """Every trait that any temperament has; 100 % of those that this one does not name."""
    everybodys = {name: 1.0 for one in scenario.temperaments.values() for name in one.traits}
    return everybodys | dict(scenario.temperaments[temper].traits if temper else {})
