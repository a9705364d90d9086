"""A bot that plays the record: each order at its recorded hour, and nothing else."""

from collections.abc import Sequence

from engine.bots.common import scripted
from engine.chance import Chance
from engine.orders import Order
from engine.scenario.models_play import Past
from engine.scenario.scenario import Scenario
from engine.views import View


class History:
    """Orders what the scenario's `history` says that this seat did, in the beat it was done."""

    name = "history"

    def __init__(self, scenario: Scenario) -> None:
        self._beat = scenario.beat
        rows = sorted(scenario.history.items(), key=lambda item: item[1].at)
        self._rows: dict[str, list[tuple[str, Past]]] = {}
        for id, past in rows:
            self._rows.setdefault(scenario.cards[past.order].seat, []).append((id, past))

    def orders(self, view: View, chance: Chance) -> Sequence[Order]:
        """What was done between the last beat and the one that opens now."""
        return [
            scripted(self.name, view, past.order, dict(past.fields), id)
            for id, past in self._rows.get(view.seat, ())
            if view.now - self._beat < past.at <= view.now
        ]
