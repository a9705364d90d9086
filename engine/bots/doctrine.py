"""A bot that plays a readable flowchart: the first boxes that hold, as many as it may order."""

from collections.abc import Mapping, Sequence

from engine.bots.common import open_cards, order_of
from engine.chance import Chance
from engine.envs import SeatEnv
from engine.orders import Order
from engine.scenario.models import PLAIN, Box
from engine.scenario.scenario import Scenario
from engine.views import View

MOST_ORDERS = 2
"""Orders a move where the scenario's format says nothing."""

AGAIN_AFTER = 12
"""Hours before a box may order the same card again: staffs do not repeat themselves hourly."""

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
        formats = list(scenario.formats.values())
        self._most = formats[0].orders if formats else {"otherwise": MOST_ORDERS}

    def orders(self, view: View, chance: Chance) -> Sequence[Order]:
        """At the opening of a move, one order for each of the first boxes that hold."""
        return self.beside(view, ())

    def beside(self, view: View, given: Sequence[Order]) -> list[Order]:
        """What it orders at the opening of a move beside orders that are given already."""
        if not view.at_move:
            return []
        most = view.orders_left
        if most is None:
            most = self._most.get(view.seat, self._most.get("otherwise", MOST_ORDERS))
        most -= len(given)
        playable = set(open_cards(view)) - {order.card for order in given}
        env = view.env.knowing(self._traits)
        found: list[Order] = []
        for name, box in self._boxes.get(view.seat, {}).items():
            if len(found) >= most:
                break
            if _holds(view, env, box, playable):
                found.append(order_of(self.name, view, box.order, dict(box.fields), name))
                playable.discard(box.order)
        return found


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


def _holds(view: View, env: SeatEnv, box: Box, playable: set[str]) -> bool:
    if not box.order or box.order not in playable:
        return False
    last = view.env.last("card", box.order)
    if last is not None and view.now - last < AGAIN_AFTER * 3600:
        return False
    return box.when is None or bool(box.when.truth(env))


def traits_of(scenario: Scenario, temper: str) -> dict[str, float]:
    """Every trait that any temperament has; 100 % of those that this one does not name."""
    everybodys = {name: 1.0 for one in scenario.temperaments.values() for name in one.traits}
    return everybodys | dict(scenario.temperaments[temper].traits if temper else {})
