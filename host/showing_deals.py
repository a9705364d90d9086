"""Deals as a screen shows them: the forms of offers, and rows with the words that people read."""

from collections.abc import Sequence

from engine.catalogue import title_of
from engine.deals.views import DealSeen, TermSeen
from engine.deals.wording import in_words, term_in_words
from engine.game import Game
from engine.quantities import show
from engine.scenario.models import Deal
from engine.scenario.scenario import Scenario

Plain = dict[str, object]


def offer_forms(scenario: Scenario, seat: str) -> dict[str, Plain]:
    """What the seat may ever put before others, by offer."""
    return {id: _form(scenario, deal) for id, deal in scenario.offers.items() if deal.from_ == seat}


def _form(scenario: Scenario, deal: Deal) -> Plain:
    return {
        "title": deal.title,
        "sort": deal.sort,
        "said": _said(scenario, deal, () if len(deal.to) > 1 else deal.to),
        "to": [[seat, title_of(scenario, seat)] for seat in deal.to],
        "shows": [[id, title_of(scenario, id)] for id in deal.shows],
        "answer_by": show(deal.answer_by.number, "h"),
        "public": deal.public,
        "leak": show(deal.leak.number, "%"),
    }


def _said(scenario: Scenario, deal: Deal, to: Sequence[str]) -> str:
    return in_words(scenario, deal, to, lambda id: title_of(scenario, id))


def deal_rows(game: Game, deals: Sequence[DealSeen]) -> list[Plain]:
    """Deals as rows: what a view says of each, with titles, and what may be replied in words."""
    return [_row(game.scenario, deal) for deal in deals]


def _row(scenario: Scenario, seen: DealSeen) -> Plain:
    deal = scenario.offers[seen.offer]
    return seen.plain() | {
        "title": deal.title,
        "said": _said(scenario, deal, seen.to),
        "who": title_of(scenario, seen.from_),
        "whom": "all" if deal.to_all else title_of(scenario, seen.to[0]),
        "replies": [[reply, _reply(deal, reply)] for reply in seen.replies],
        "terms": [_term(scenario, deal, term) for term in seen.terms],
    }


def _reply(deal: Deal, reply: str) -> str:
    if deal.question is not None and reply in deal.question.replies:
        return deal.question.replies[reply]
    return {"extend": "give more time", "recall": "take it back"}.get(reply, reply)


def _term(scenario: Scenario, deal: Deal, term: TermSeen) -> Plain:
    written = deal.side(term.side)[term.number]
    who = title_of(scenario, term.seat)
    said = term_in_words(scenario, written, who, lambda id: title_of(scenario, id))
    return term.plain() | {"said": said}
