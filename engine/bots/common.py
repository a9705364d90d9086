"""What every bot needs: order ids of its own, and the cards that it can play."""

from collections.abc import Mapping

from engine.orders import FieldGiven, Order
from engine.views import View


def order_of(
    kind: str,
    view: View,
    card: str,
    fields: Mapping[str, FieldGiven],
    box: str = "",
    breaking: bool = False,
) -> Order:
    """An order of a bot. Its id says who gave it, at which beat, and by which box or row."""
    name = f"{kind}-{view.beat}-{box or card}"
    return Order(
        id=f"{view.seat}-{name}", seat=view.seat, by=f"bot:{kind}", card=card,
        fields=dict(fields), breaking=breaking,
    )  # fmt: skip


def scripted(kind: str, view: View, card: str, fields: Mapping[str, FieldGiven], row: str) -> Order:
    """An order of a script: given even against the seat's word, for it is what was done."""
    return order_of(kind, view, card, fields, row, view.breaks(card, fields))


def open_cards(view: View) -> list[str]:
    """The cards that the seat can play now, in the order of the scenario."""
    return [card.card for card in view.cards if card.open]
