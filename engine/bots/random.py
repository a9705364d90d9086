"""A bot that plays any open card, filled in at random: it is for trying a scenario out."""

from collections.abc import Sequence

from engine.bots.common import open_cards, order_of
from engine.bots.dealing import put_to
from engine.chance import Chance, Dice
from engine.orders import FieldGiven, Order
from engine.rules.rounding import nine
from engine.scenario.models import FieldSpec
from engine.scenario.scenario import Scenario
from engine.views import View

EAGERNESS = 0.15
"""The chance, each beat, that it orders anything at all."""

ANSWERS, OFFERS = 0.3, 0.05
"""The chances, each beat, that it answers a deal that waits, and that it puts an offer."""


class Random:
    """Now and then orders one of its open cards with a random choice in each field."""

    name = "random"

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        sites = (site for town in scenario.places.values() for site in town.sites)
        self._words = {
            "place": tuple(scenario.places),
            "region": tuple(scenario.regions),
            "site": tuple(sites),
            "seat": tuple(scenario.seats),
            "force": tuple(scenario.forces),
        }

    def orders(self, view: View, chance: Chance) -> Sequence[Order]:
        """At most one order a beat, and now and then an offer or an answer."""
        return [*self._order(view, chance), *self._deal(view, chance)]

    def _order(self, view: View, chance: Chance) -> Sequence[Order]:
        dice = chance.at("bot", f"random:{view.seat}", view.beat)
        cards = open_cards(view)
        if dice.random() >= EAGERNESS or not cards or view.orders_left == 0:
            return ()
        card = cards[int(dice.integers(len(cards)))]
        specs = self._scenario.cards[card].fields
        if not view.reports and any(spec.sort == "report" for spec in specs.values()):
            return ()
        if any(spec.where and not view.offered(spec) for spec in specs.values()):
            return ()
        fields = {name: self._fill(spec, view, dice) for name, spec in specs.items()}
        # It knows no word of honour, so that broken words are tried too.
        return [order_of(self.name, view, card, fields, "", view.breaks(card, fields))]

    def _deal(self, view: View, chance: Chance) -> Sequence[Order]:
        """Its luck is apart from that of its orders, which so stay as they are."""
        dice = chance.at("bot", f"random-deals:{view.seat}", view.beat)
        act, which, how = (float(dice.random()) for _ in range(3))
        waiting = [deal for deal in view.open_deals if deal.replies and deal.side == "received"]
        if act < ANSWERS and waiting:
            deal = waiting[int(which * len(waiting))]
            reply = deal.replies[int(how * len(deal.replies))]
            fields: dict[str, FieldGiven] = {"deal": deal.deal, "reply": reply}
            return [order_of(self.name, view, "answer", fields)]
        offers = [offer for offer in view.offers if offer.open]
        if act < 1 - OFFERS or not offers:
            return ()
        offer = offers[int(which * len(offers))]
        form = put_to(offer, offer.to[int(how * len(offer.to))])
        if act > 1 - OFFERS / 4 and len(offer.to) == 1:
            form["hot"] = "yes"
        return [order_of(self.name, view, "offer", form)]

    def _fill(self, spec: FieldSpec, view: View, dice: Dice) -> FieldGiven:
        if spec.sort == "number":
            default = spec.default or 0.0
            low = default if spec.low is None else spec.low
            high = default if spec.high is None else spec.high
            return nine(low + (high - low) * float(dice.random()))
        if spec.sort == "moment":
            return nine(view.now + float(dice.random()) * (self._scenario.end - view.now))
        words = view.reports if spec.sort == "report" else spec.words
        words = view.offered(spec) if spec.where else words
        words = words or self._words.get(spec.sort, ())
        return words[int(dice.integers(len(words)))] if words else ""
