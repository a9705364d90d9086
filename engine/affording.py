"""Whether a seat can pay for a card, judged before anything is filled in."""

from collections.abc import Mapping

from engine.orders import FieldGiven
from engine.scenario.models import Card, FieldSpec
from engine.scenario.scenario import Scenario
from engine.views import View

DAY = 24 * 3600
Shortage = tuple[str, float]
"""A stock, and how much of it the card needs."""


def missing(scenario: Scenario, view: View, card: str) -> Shortage | None:
    """What the seat lacks for the cheapest form of a card; None if it can pay for some form.

    Each field is tried at its default and at what else it may hold, one by one: costs add up field
    by field in all but odd cards, and in those the door has the last word.
    """
    spec = scenario.cards[card]
    if not spec.cost or not (lacking := _lacking(view, card, {})):
        return None
    fields: dict[str, FieldGiven] = {}
    for name, field in spec.fields.items():
        tried = [{**fields, **_filled(scenario, spec, view, name, value)}
                 for value in _values(scenario, view, field)]  # fmt: skip
        best = min(tried, key=lambda each: _by_how_much(view, card, each), default=fields)
        if _by_how_much(view, card, best) < _by_how_much(view, card, fields):
            fields = best
    lacking = _lacking(view, card, fields)
    return lacking[0] if lacking else None


def pays(view: View, card: str, fields: Mapping[str, FieldGiven]) -> bool:
    """Whether the seat could pay for this form at the opening of the move.

    What its orders that still wait have cost counts as unspent.
    """
    back: dict[str, float] = {}
    for order in view.orders:
        if order.state == "accepted":
            given = {n: v for n, v in order.fields.items() if isinstance(v, float | str)}
            for stock, amount in view.cost_of(order.card, given):
                back[stock] = back.get(stock, 0.0) + amount
    costs = view.cost_of(card, fields)
    return all(
        amount <= view.stocks.get(stock, 0.0) + back.get(stock, 0.0) + 1e-9
        for stock, amount in costs
    )


def _lacking(view: View, card: str, fields: Mapping[str, FieldGiven]) -> list[Shortage]:
    costs = view.cost_of(card, fields)
    return [(stock, n) for stock, n in costs if n > view.stocks.get(stock, 0.0) + 1e-9]


def _by_how_much(view: View, card: str, fields: Mapping[str, FieldGiven]) -> float:
    lacking = _lacking(view, card, fields)
    return sum(amount - view.stocks.get(stock, 0.0) for stock, amount in lacking)


def _filled(
    scenario: Scenario, card: Card, view: View, name: str, value: FieldGiven
) -> dict[str, FieldGiven]:
    """This field, and any other without a default: a form is only read when it is whole."""
    found: dict[str, FieldGiven] = {}
    for other, spec in card.fields.items():
        if other != name and spec.default is None and not spec.words:
            found.update((other, first) for first in _values(scenario, view, spec)[:1])
    return {**found, name: value}


def _values(scenario: Scenario, view: View, field: FieldSpec) -> list[FieldGiven]:
    """What may stand in a field, as far as a price may hang on it."""
    if field.sort == "number":
        return [each for each in (field.default, field.low, field.high) if each is not None]
    if field.words or field.where:
        return list(field.words or view.offered(field))
    known: Mapping[str, list[FieldGiven]] = {
        "place": list(scenario.places),
        "region": list(scenario.regions),
        "site": [site for town in scenario.places.values() for site in town.sites],
        "seat": list(scenario.seats),
        "force": list(scenario.forces),
        "report": list(view.reports[:1]),
        "moment": [float(view.now + DAY)],
    }
    return known.get(field.sort, ["x"])
