"""Which words a card is argued with now: those that fit what its seat knows, in turn."""

from engine.scenario.models import Card, Case
from engine.scenario.scenario import Scenario
from engine.views import View

Said = dict[str, object]


def said(scenario: Scenario, view: View) -> dict[str, Said]:
    """By card, the words that stand in place of its own now; nothing where its own do.

    Cases that fit, and last the card's own words, take turns: with each move, and with each order
    of the card.
    """
    found: dict[str, Said] = {}
    turn = view.env.world.turn
    opened = max(turn.number - 1, 0) + len(turn.extras)
    for row in view.cards:
        card = scenario.cards[row.card]
        fits = [each for each in card.cases if _fits(each, view)]
        given = sum(o.card == row.card and o.state != "accepted" for o in view.orders)
        which = (opened + given) % (len(fits) + 1)
        if which < len(fits):
            found[row.card] = _words(card, fits[which])
    return found


def _fits(case: Case, view: View) -> bool:
    return case.when is None or bool(case.when.truth(view.env))


def _words(card: Card, case: Case) -> Said:
    words = {
        key: getattr(case, key) or getattr(card, key)
        for key in ("case_for", "case_against", "unknown")
    }
    own = {"for": case.case_for, "against": case.case_against}
    kept = {key: text for key, text in card.short.items() if not own.get(key)}
    return {**words, "short": {**kept, **case.short}}
