"""Deals as a screen shows them: the forms of offers, and rows with the words that people read."""

from collections.abc import Sequence
from dataclasses import fields

from engine.catalogue import title_of
from engine.deals.asking import of_deals
from engine.deals.checking import holds
from engine.deals.views import DealSeen, TermSeen
from engine.deals.wording import in_words, term_in_words
from engine.envs import SeatEnv
from engine.game import Game
from engine.needs import pressing
from engine.quantities import show
from engine.scenario.effects import Check
from engine.scenario.models import Deal
from engine.scenario.scenario import Scenario
from engine.world import World

Plain = dict[str, object]


def offer_forms(scenario: Scenario, seat: str) -> dict[str, Plain]:
    """What the seat may ever put before others, by offer."""
    return {id: _form(scenario, deal) for id, deal in scenario.offers.items() if deal.from_ == seat}


def _form(scenario: Scenario, deal: Deal) -> Plain:
    return {
        "title": deal.title,
        "sort": deal.sort,
        "text": deal.text,
        "said": _said(scenario, deal, () if len(deal.to) > 1 else deal.to),
        "to": [[seat, title_of(scenario, seat)] for seat in deal.to],
        "shows": [[id, title_of(scenario, id)] for id in deal.shows],
        "terms": _terms_of(scenario, deal),
        "question": _question(deal),
        "answer_by": show(deal.answer_by.number, "h"),
        "hours": deal.answer_by.number,
        "public": deal.public,
        "leak": show(deal.leak.number, "%"),
    }


def _terms_of(scenario: Scenario, deal: Deal) -> list[Plain]:
    """The terms that an offer would have: of which side, who would keep it, and in words.

    Who keeps what is asked of one of several hearers is empty until one of them is chosen.
    """
    found: list[Plain] = []
    for side in ("gives", "asks", "or_else"):
        for term in deal.side(side):
            hearer = deal.to[0] if len(deal.to) == 1 and not deal.to_all else ""
            keeper = term.by or (hearer if side == "asks" else deal.from_)
            who = title_of(scenario, keeper) if keeper else "whoever hears it"
            said = term_in_words(scenario, term, who, lambda id: title_of(scenario, id))
            found.append({"side": side, "seat": keeper, "will": term.will, "said": said})
    return found


def _question(deal: Deal) -> list[str]:
    """What is asked, then the answers that there are; nothing where nothing is asked."""
    return [] if deal.question is None else [deal.question.ask, *deal.question.replies.values()]


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
        "text": deal.text,
        "question": _question(deal),
        "who": title_of(scenario, seen.from_),
        "whom": "all" if deal.to_all else title_of(scenario, seen.to[0]),
        "replies": [[reply, _reply(deal, reply)] for reply in seen.replies],
        "reply": _reply(deal, seen.reply),
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


def checks_of(scenario: Scenario, seat: str) -> dict[str, str]:
    """The seat's cards that have an exhibit checked: card to the field that names it, or to ""."""
    return {
        id: str(getattr(effect.exhibit, "field", ""))
        for id, card in scenario.cards.items()
        for effect in card.effects
        if card.seat == seat and isinstance(effect, Check)
    }


def credit_moves(scenario: Scenario) -> dict[str, float]:
    """By how much credit moves for each reason, as shares."""
    return {
        each.name: getattr(scenario.credit, each.name).number for each in fields(scenario.credit)
    }


def need_rows(game: Game, seat: str) -> list[Plain]:
    """What a seat needs from others now: from whom, in words, and what could meet it.

    Cards are those of the other seat, offers this one's own.
    """
    scenario = game.scenario
    return [
        {
            "need": id,
            "seat": need.from_,
            "text": need.text,
            "cards": [title_of(scenario, each) for each in need.by if each in scenario.cards],
            "offers": [title_of(scenario, each) for each in need.by if each in scenario.offers],
        }
        for id, need in pressing(scenario, SeatEnv(game.world, seat), seat)
    ]


def exhibit_rows(scenario: Scenario, world: World, seat: str) -> list[Plain]:
    """The evidence that a seat has at hand: since when, what it found out, and to whom it went.

    Of those who were shown it only this seat's own part is said: what it showed and was shown.
    """
    return [
        _exhibit(scenario, world, seat, id) for id in scenario.exhibits if holds(world, seat, id)
    ]


def _exhibit(scenario: Scenario, world: World, seat: str, id: str) -> Plain:
    found, exhibit = world.deals.found[id], scenario.exhibits[id]
    own = [(who, whom, at) for who, whom, at in found.shown if seat in (who, whom)]
    since = found.at if seat in found.by else min(at for _, whom, at in own if whom == seat)
    return {
        "exhibit": id,
        "title": exhibit.title,
        "text": exhibit.text,
        "at": since,
        "found": seat in found.by,
        "checked": of_deals(world, "checked", id, "", seat),
        "shown": [list(each) for each in own],
    }
