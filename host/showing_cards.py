"""The cards of a seat as a screen shows them: open or not, and why not, also where money lacks."""

from collections.abc import Iterator
from functools import partial

from engine.affording import missing
from engine.catalogue import title_of
from engine.deals.wording import in_form
from engine.scenario.effects import Do
from engine.scenario.models import NOTHING, Card
from engine.scenario.scenario import Scenario
from engine.views import Playable, View

Plain = dict[str, object]


def card_rows(scenario: Scenario, view: View) -> list[Plain]:
    """One row a card; what no form of it can be paid for is closed, with the door's reason."""
    return [_row(scenario, view, card) for card in view.cards]


def _row(scenario: Scenario, view: View, card: Playable) -> Plain:
    row: Plain = {
        "card": card.card, "open": card.open, "code": card.code, "about": dict(card.about)
    }  # fmt: skip
    lacking = missing(scenario, view, card.card) if card.open else None
    if lacking is None:
        return row
    stock, needs = lacking
    return row | {
        "open": False,
        "code": "cannot_afford",
        "about": view.short_of(stock, needs),
    }


def learners(scenario: Scenario, card: Card) -> Iterator[str]:
    """Who learns of an order, one by one; where it lies in the form, with how it is filled in."""
    for row in card.known_to:
        form = ", ".join(in_form(card.fields, row.with_, partial(title_of, scenario)))
        who = [
            scenario.seats[id].title if id in scenario.seats else "everybody" for id in row.who
        ] or ["nobody"]
        if form:
            yield f"{', '.join(who)} ({form})"
        elif len(card.known_to) > 1:
            yield f"otherwise {', '.join(who)}"
        else:
            yield from (who if row.who else ())


def narrowed(scenario: Scenario, view: View) -> Plain:
    """By card and field, what a field that is narrowed offers now: ids with words."""
    return {
        row.card: {
            spec.name: [
                [id, "Nothing" if spec.may_be_none and id == NOTHING else title_of(scenario, id)]
                for id in view.offered(spec)
            ]
            for spec in scenario.cards[row.card].fields.values()
            if spec.where
        }
        for row in view.cards
        if any(spec.where for spec in scenario.cards[row.card].fields.values())
    }


def acts_on(scenario: Scenario, card: Card) -> str:
    """The kind of the first agent that a card has do something; empty if it has none do any."""
    for effect in card.effects:
        if isinstance(effect, Do) and effect.agent in scenario.agents:
            return scenario.agents[effect.agent].kind
    return ""


def spoken(scenario: Scenario, card: Card) -> bool:
    """Whether a card puts an address on the air, so that it reaches only those who can hear it."""
    return any(
        isinstance(effect, Do)
        and effect.verb == "speak"
        and effect.agent in scenario.agents
        and scenario.agents[effect.agent].kind == "media"
        for effect in card.effects
    )
