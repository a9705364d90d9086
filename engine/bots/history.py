"""A bot that plays the record: each order at its recorded hour, and nothing else."""

from collections.abc import Sequence

from engine.bots.common import order_of
from engine.chance import Chance
from engine.orders import Order
from engine.scenario.scenario import Scenario
from engine.views import View


class History:
    """Orders what the scenario's `history` says that this seat did, in the beat it was done."""

    name = "history"

    def __init__(self, scenario: Scenario) -> None:
        self._beat = scenario.beat
        rows = sorted(scenario.history.items(), key=lambda item: item[1].at)
        self._rows = [(id, past, scenario.cards[past.order].seat) for id, past in rows]

    def orders(self, view: View, chance: Chance) -> Sequence[Order]:
        """What was done between the last beat and the one that opens now."""
        return [
            order_of(self.name, view, past.order, dict(past.fields), id)
            for id, past, seat in self._rows
            if seat == view.seat and view.now - self._beat < past.at <= view.now
        ]
