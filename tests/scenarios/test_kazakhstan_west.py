"""Words of the outside capitals: one ask and one offer, a third chair, and what they warn of."""

from itertools import product

import pytest

from engine import facts
from engine.deals.events import WordBroken
from engine.game import Game
from engine.orders import FieldGiven, Order
from engine.scenario.load import load
from engine.setup import Wanted, prepare, start

HOUR = 3600
SCENARIO = load("kazakhstan-2022")
WORDS = SCENARIO.cards["quiet_word"].fields
PAIRS = tuple(product(WORDS["ask"].words, WORDS["offer"].words))
SEATS = {
    "president": "president", "ministry": "interior", "lead": "moscow", "square": "movement",
    "capitals": "allies", "press": "press",
}  # fmt: skip


def night() -> Game:
    """Nobody plays, and it is the evening of 4 January."""
    game = start(prepare(Wanted("kazakhstan-2022", bots="idle")), keep=False)
    game.play(until=84 * HOUR)
    return game


def order(game: Game, seat: str, card: str, fields: dict[str, FieldGiven]) -> None:
    """An order that the door takes."""
    id = f"o{len(game.orders)}"
    answer = game.submit(Order(id=id, seat=seat, card=card, fields=fields))
    assert answer.accepted, answer


def answer(game: Game, seat: str, offer: str, reply: str) -> None:
    """What a seat says to the latest deal of that name."""
    deal = [id for id, each in game.world.deals.bargains.items() if each.offer == offer][-1]
    order(game, seat, "answer", {"deal": deal, "reply": reply})
    game.advance()


def fired(game: Game, inject: str) -> bool:
    """Whether it came."""
    return any(
        isinstance(entry.event, facts.InjectFired) and entry.event.inject == inject
        for entry in game.journal
    )


def test_a_quiet_word_can_be_put_to_every_seat_with_each_offer():
    found = set()
    for ask, offer in PAIRS:
        room = night()
        order(room, "west", "quiet_word", {"ask": ask, "offer": offer})
        room.advance(5)
        (put,) = room.world.deals.bargains.values()
        deal = SCENARIO.offers[put.offer]
        assert (deal.sort, put.public) == ("condition", False)
        assert put.to == (SEATS[ask.split("_")[0]],)
        found.add(put.offer)
    assert len(found) == len(PAIRS) == 20


def test_an_accepted_quiet_word_binds_both():
    game = night()
    order(game, "west", "quiet_word", {"ask": "square_word", "offer": "recognition"})
    game.advance(5)
    answer(game, "movement", "square_word_for_recognition", "accept")
    speak = Order(
        id="s", seat="west", card="speak_out",
        fields={"party": "united_states", "line": "concern", "matter": "rights"},
    )  # fmt: skip
    refused = game.submit(speak)
    assert (refused.accepted, refused.code) == (False, "breaks_word")


@pytest.mark.parametrize("both", [True, False])
def test_a_third_chair_calms_a_table_that_both_came_to_and_no_other(both: bool):
    game = night()
    order(game, "west", "go_between", {"party": "turkey", "where": "mangystau", "comes": 3})
    game.advance(4)
    answer(game, "president", "chair_for_president", "accept")
    if both:
        answer(game, "movement", "chair_for_movement", "accept")
    order(game, "president", "send_commission", {"where": "mangystau", "passage": "none"})
    game.advance(5)
    calmer = [
        shift.places
        for shift in game.world.shifts.values()
        if shift.target == "unrest.radicalises" and shift.amount == 0.8
    ]
    assert (fired(game, "chairs_taken"), calmer) == (
        (True, [game.scene.area("mangystau")]) if both else (False, [])
    )


@pytest.mark.parametrize("seat", ["president", "movement"])
def test_a_chair_refused_in_public_costs_both(seat: str):
    game = night()
    order(game, "west", "go_between", {"party": "european_union", "where": "mangystau", "comes": 3})
    game.advance(4)
    before = game.world.stocks["west"]["credibility"]
    lost = {
        "president": lambda: game.world.meter("legitimacy"),
        "movement": lambda: game.world.stocks["movement"]["trust"],
    }[seat]
    had = lost()
    answer(game, seat, f"chair_for_{seat}", "refuse")
    game.advance(2)
    assert game.world.stocks["west"]["credibility"] < before
    assert lost() < had - 0.002


@pytest.mark.parametrize(("said", "who"), [("aloud", 6), ("quietly", 1)])
def test_a_warning_is_a_word_that_those_who_heard_it_hold_against_its_maker(said: str, who: int):
    game = night()
    warning: dict[str, FieldGiven] = {
        "party": "united_states", "if_they": "network", "within": 96, "then": "money", "said": said,
    }  # fmt: skip
    order(game, "west", "warn", warning)
    game.advance(3)
    (put,) = game.world.deals.bargains.values()
    assert (put.offer, len(put.to)) == (f"money_said_{said}", who)
    credit = game.world.credit("west", "president")
    cut: dict[str, FieldGiven] = {"depth": "all", "where": "everywhere", "length": 96}
    order(game, "president", "cut_network", cut)
    game.advance(40)
    (broken,) = [e.event for e in game.journal if isinstance(e.event, WordBroken)]
    assert (broken.seat, game.world.credit("west", "president") < credit) == ("west", True)
