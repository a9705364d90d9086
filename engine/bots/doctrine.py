"""A bot that plays a readable flowchart: the first boxes that hold, as many as it may order."""

from collections.abc import Sequence

from engine.bots.common import open_cards, order_of
from engine.chance import Chance
from engine.orders import Order
from engine.scenario.models import Box
from engine.scenario.scenario import Scenario
from engine.views import View

MOST_ORDERS = 2
"""Orders a move where the scenario's format says nothing."""

AGAIN_AFTER = 12
"""Hours before a box may order the same card again: staffs do not repeat themselves hourly."""


class Doctrine:
    """Orders what the boxes of `doctrine` say; each of its orders names the box that fired."""

    name = "doctrine"

    def __init__(self, scenario: Scenario, moves: Sequence[int]) -> None:
        self._boxes = scenario.doctrine
        self._moves = frozenset(moves)
        formats = list(scenario.formats.values())
        self._most = formats[0].orders if formats else {"otherwise": MOST_ORDERS}

    def orders(self, view: View, chance: Chance) -> Sequence[Order]:
        """At the opening of a move, one order for each of the first boxes that hold."""
        if view.now not in self._moves:
            return ()
        most = self._most.get(view.seat, self._most.get("otherwise", MOST_ORDERS))
        playable = set(open_cards(view))
        found: list[Order] = []
        for name, box in self._boxes.get(view.seat, {}).items():
            if len(found) == most:
                break
            if self._holds(view, box, playable):
                found.append(order_of(self.name, view, box.order, dict(box.fields), name))
                playable.discard(box.order)
        return found

    def _holds(self, view: View, box: Box, playable: set[str]) -> bool:
        if not box.order or box.order not in playable:
            return False
        last = view.env.last("card", box.order)
        if last is not None and view.now - last < AGAIN_AFTER * 3600:
            return False
        return box.when is None or bool(box.when.truth(view.env))
