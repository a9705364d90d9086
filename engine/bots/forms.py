"""How a bot fills in the form of a box: from what is written, and from what its seat was told."""

from collections.abc import Callable, Mapping, Sequence

from engine.orders import FieldGiven, Order
from engine.scenario.models import REPORTS, Box, Card
from engine.views import View

AGAIN_AFTER = 12
"""Hours before a bot gives an order again in the same form: staffs do not repeat themselves."""

HOUR = 3600


class Purse:
    """What a seat can still pay in a move, with the orders that it gives already set aside."""

    def __init__(self, view: View, given: Sequence[Order]) -> None:
        self._view = view
        self._left = dict(view.stocks)
        for order in given:
            self.pays(order.card, order.fields)

    def pays(self, card: str, fields: Mapping[str, FieldGiven]) -> bool:
        """Set the cost of an order aside; False, and nothing happens, if it cannot be paid."""
        costs = self._view.cost_of(card, fields)
        if any(amount > self._left.get(stock, 0.0) + 1e-9 for stock, amount in costs):
            return False
        for stock, amount in costs:
            self._left[stock] -= amount
        return True


def form_of(view: View, card: Card, box: Box) -> dict[str, FieldGiven] | None:
    """The fields of a box's order; None if it names a report such as the seat does not hold."""
    found: dict[str, FieldGiven] = {}
    for name, value in box.fields.items():
        if card.fields[name].sort == "report" and value in REPORTS:
            report = _report(view, box.order, name, str(value))
            if report is None:
                return None
            found[name] = report
        else:
            found[name] = value
    return found


def given_lately(view: View, card: Card, box: Box) -> bool:
    """Whether the seat gave an order of this card in the form of this box a short time ago.

    Which report it named makes no difference.
    """
    for order in view.orders:
        if order.card != box.order or view.now - order.due >= AGAIN_AFTER * HOUR:
            continue
        if order.state != "withdrawn" and alike(card, box, order.fields):
            return True
    return False


def alike(card: Card, box: Box, given: Mapping[str, object]) -> bool:
    """Whether a form of a card says what a box says, whichever report or exhibit it names."""
    return all(
        card.fields[name].sort in ("report", "exhibit") or given.get(name) == value
        for name, value in box.fields.items()
    )


def _report(view: View, card: str, field: str, which: str) -> str | None:
    """The newest report of that sort which the seat has not named in an order of this card."""
    named = {str(order.fields.get(field, "")) for order in view.orders if order.card == card}
    fits = _SORTS[which]
    held = (id for id in view.reports if id not in named and fits(view, id))
    return next(held, None)


_SORTS: Mapping[str, Callable[[View, str], bool]] = {
    "newest": lambda view, id: True,
    "stands": lambda view, id: view.checked.get(id) is True,
    "fell": lambda view, id: view.checked.get(id) is False,
}
