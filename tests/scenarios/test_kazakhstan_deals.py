"""What the seats of the largest scenario may put before each other, and what comes of it."""

from functools import cache

from engine.deals.events import ExhibitFound, WordBroken
from engine.facts import StockMoved
from engine.game import Game
from engine.orders import Order
from engine.scenario.effects import Offer
from engine.setup import Wanted, prepare, start
from tests.properties.games import flagship

HOUR = 3600
NEEDS = {
    ("president", "interior"), ("president", "movement"), ("president", "moscow"),
    ("president", "allies"), ("president", "west"), ("president", "press"),
    ("interior", "president"), ("interior", "movement"), ("interior", "moscow"),
    ("interior", "allies"), ("interior", "press"),
    ("movement", "president"), ("movement", "interior"), ("movement", "press"),
    ("movement", "west"),
    ("moscow", "president"), ("moscow", "interior"), ("moscow", "allies"), ("moscow", "west"),
    ("allies", "president"), ("allies", "moscow"), ("west", "president"), ("west", "moscow"),
    ("press", "president"), ("press", "interior"), ("press", "movement"), ("press", "west"),
}  # fmt: skip
"""Who needs something of whom, as the design's table says; the table's other cells are empty."""


@cache
def played() -> Game:
    """A week of doctrine, the ministry bold."""
    wanted = Wanted(
        "kazakhstan-2022", seed=1, bots="doctrine", bot_of={"interior": "doctrine:bold"}
    )
    game = start(prepare(wanted), keep=False)
    game.play(until=8 * 24 * HOUR)
    return game


def test_every_need_can_be_put_into_an_offer():
    seats = tuple(flagship().seats)
    pairs = {
        (deal.from_, to)
        for deal in flagship().offers.values()
        for to in (seats if deal.to_all else deal.to)
    }
    assert {pair for pair in NEEDS if pair not in pairs} == set()


def test_every_sort_of_deal_is_there_and_each_is_of_use_to_a_bot():
    scenario = flagship()
    assert {deal.sort for deal in scenario.offers.values()} == {
        "ask", "condition", "evidence", "pledge", "question", "threat",
    }  # fmt: skip
    made = {box.make for boxes in scenario.doctrine.values() for box in boxes.values()}
    answered = {
        name
        for boxes in scenario.doctrine.values()
        for box in boxes.values()
        for name in (box.accept, box.refuse)
    }
    by_cards = {"guards_only", "inquiry_for_restraint"} | put_by_effects(scenario)
    assert set(scenario.offers) - made - by_cards == set()
    asked = {id for id, deal in scenario.offers.items() if deal.sort not in ("pledge", "evidence")}
    assert asked - answered == set()


def put_by_effects(scenario) -> set[str]:
    """Offers that what happens puts before a seat, such as the terms of a consent."""
    things = [*scenario.injects.values(), *scenario.cards.values()]
    effects = [effect for thing in things for effect in thing.effects]
    return {each.what for each in effects if isinstance(each, Offer) and each.sort == "offer"}


def test_a_week_of_doctrine_is_full_of_deals_kept_and_broken():
    bargains = played().world.deals.bargains.values()
    assert len({bargain.offer for bargain in bargains}) >= 12
    states = {bargain.state for bargain in bargains}
    assert states >= {"kept", "shown", "answered"}
    assert [e for e in played().journal if isinstance(e.event, WordBroken)] != []


def test_exhibits_come_to_hand_in_the_bad_nights():
    found = {e.event.exhibit for e in played().journal if isinstance(e.event, ExhibitFound)}
    assert len(found) >= 4


def test_the_presidents_word_may_be_broken_by_a_ministry_that_has_not_heard_of_it():
    wanted = Wanted("kazakhstan-2022", seed=1, bots="idle")
    game = start(prepare(wanted), keep=False)
    game.play(until=40 * HOUR)
    put = Order(id="1", seat="president", card="offer", fields={"offer": "passage_for_marshals"})
    assert game.submit(put).accepted
    game.advance()
    deal = "passage_for_marshals-movement-1"
    yes = Order(id="1", seat="movement", card="answer", fields={"deal": deal, "reply": "accept"})
    assert game.submit(yes).accepted
    game.advance()
    fields = {"how": "organisers", "where": "mangystau"}
    taken = Order(id="1", seat="interior", card="arrests", fields=dict(fields))
    assert game.submit(taken).accepted
    game.advance()
    (broken,) = [dict(s.fields) for s in game.seen("movement") if s.name == "game.word_broken"]
    assert (broken["seat"], broken["knew"]) == ("interior", False)
    assert game.world.credit("president", "movement") < 0.5 == game.world.credit("interior", "west")
    assert [s for s in game.seen("interior") if s.name == "game.term_heard"] == []
    game.advance(3)
    (heard,) = [dict(s.fields) for s in game.seen("interior") if s.name == "game.term_heard"][:1]
    assert heard["state"] == "broken"


def idle_until(hours: int) -> Game:
    """The country left to itself."""
    game = start(prepare(Wanted("kazakhstan-2022", seed=1, bots="idle")), keep=False)
    game.play(until=hours * HOUR)
    return game


def test_delegates_who_bring_nothing_home_cost_trust_two_days_later():
    game = idle_until(40)
    assert game.submit(Order(id="1", seat="movement", card="name_delegates")).accepted
    game.advance(52)
    moved = [
        (entry.event.stock, entry.event.by)
        for entry in game.journal
        if isinstance(entry.event, StockMoved) and entry.event.cause == "inject:delegates_judged"
    ]
    assert moved == [("trust", -0.1)]


def test_a_minister_who_is_replaced_is_told_that_he_acts_on():
    game = idle_until(75)
    fields = {"post": "interior_minister"}
    replaced = Order(id="1", seat="president", card="replace_chief", fields=dict(fields))
    assert game.submit(replaced).accepted
    game.advance(3)
    told = [str(dict(s.fields).get("text")) for s in game.seen("interior")]
    assert any(text.startswith("cards.replace_chief") for text in told)
