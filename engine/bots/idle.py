"""A bot that orders nothing: what happens when a seat leaves everything to its staff."""

from collections.abc import Sequence

from engine.chance import Chance
from engine.orders import Order
from engine.views import View


class Idle:
    """Never orders anything."""

    name = "idle"

    def orders(self, view: View, chance: Chance) -> Sequence[Order]:
        """Nothing, always."""
        return ()
