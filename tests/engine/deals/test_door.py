"""What the door says of offers and answers, and what effects of cards put by themselves."""

import pytest

from engine.orders import FieldGiven, Order
from engine.saves import Save
from engine.setup import Wanted, prepare, replayed, start
from tests.engine.deals.table import Room
from tests.properties.games import game, harbour


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({}, "missing_field"),
        ({"offer": 3}, "wrong_field"),
        ({"offer": "nothing"}, "no_such_offer"),
        ({"offer": "a_hand"}, "not_yours"),
        ({"offer": "gate_for_pay", "x": "y"}, "unknown_field"),
        ({"offer": "gate_for_pay", "to": "council"}, "wrong_field"),
        ({"offer": "gate_for_pay", "hot": "maybe"}, "wrong_field"),
        ({"offer": "gate_for_pay", "hot": True}, "wrong_field"),
        ({"offer": "gate_for_pay", "shows": "manifest"}, "wrong_field"),
        ({"offer": "gate_for_pay", "within": "0 h"}, "wrong_field"),
        ({"offer": "gate_for_pay", "within": "11 d"}, "wrong_field"),
        ({"offer": "gate_for_pay", "within": "long"}, "wrong_field"),
        ({"offer": "gate_for_pay", "within": float("nan")}, "wrong_field"),
        ({"offer": "long_nights"}, "missing_field"),
        ({"offer": "gate_for_pay", "to": "union", "within": "20 h", "hot": "no"}, ""),
    ],
)
def test_an_offer_is_judged_by_its_form(fields: dict[str, FieldGiven], code: str):
    assert Room().give("port", "offer", fields).code == code


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({}, "missing_field"),
        ({"deal": "gate_for_pay-union-1"}, "missing_field"),
        ({"deal": "gate_for_pay-union-2", "reply": "accept"}, "no_such_deal"),
        ({"deal": "gate_for_pay-union-1", "reply": "perhaps"}, "wrong_field"),
        ({"deal": "gate_for_pay-union-1", "reply": "recall"}, "wrong_field"),
        ({"deal": "gate_for_pay-union-1", "reply": "refuse"}, ""),
    ],
)
def test_an_answer_is_judged_by_its_form(fields: dict[str, FieldGiven], code: str):
    room = Room()
    room.offer("port", "gate_for_pay")
    assert room.hours(1).give("union", "answer", fields).code == code


def test_an_offer_is_put_once_at_a_time():
    room = Room()
    assert room.offer("port", "gate_for_pay").accepted
    assert room.offer("port", "gate_for_pay").code == "already_open"
    room.hours(1)
    assert room.offer("port", "gate_for_pay").code == "already_open"
    room.answer("union", "gate_for_pay-union-1", "refuse")
    assert room.answer("union", "gate_for_pay-union-1", "accept").code == "deal_closed"
    room.hours(1)
    assert room.offer("port", "gate_for_pay").accepted


def test_an_offer_may_be_withdrawn_before_its_beat():
    room = Room()
    given = room.offer("port", "gate_for_pay", within=8)
    assert room.give("port", "withdraw", {"order": given.order}).accepted
    assert room.hours(1).game.world.deals.bargains == {}


def test_an_offer_has_a_condition_of_its_own():
    room = Room(game(harbour("offers.gate_for_pay.when=patience < 30 %"), bots="idle"))
    refused = room.offer("port", "gate_for_pay")
    assert (refused.code, dict(refused.about)) == ("not_available", {"offer": "gate_for_pay"})
    (offer, *_) = room.game.view("port").offers
    assert (offer.offer, offer.open, offer.code) == ("gate_for_pay", False, "not_available")


def test_an_effect_puts_an_offer_for_the_seat_it_is_from():
    room = Room()
    room.give("council", "mediate")
    room.hours(5)
    (deal,) = room.game.view("port").deals
    assert (deal.side, deal.state, deal.replies) == ("made", "open", ("recall",))
    assert room.knows("council") == []


def test_an_effect_puts_nothing_while_that_offer_is_open():
    room = Room()
    room.offer("port", "gate_for_pay")
    room.give("council", "mediate")
    room.hours(6)
    assert room.knows("union") == ["gate_for_pay-union-1"]


def test_an_act_that_comes_too_late_is_said_to_have_failed():
    room = Room()
    room.offer("port", "gate_for_pay")
    room.hours(1)
    room.answer("union", "gate_for_pay-union-1", "accept")
    room.answer("port", "gate_for_pay-union-1", "recall")
    room.hours(1)
    states = [order.state for order in room.game.view("union").orders]
    assert (room.state("gate_for_pay-union-1"), states) == ("recalled", ["deal_closed"])


def test_an_order_that_breaks_nothing_is_logged_as_ever():
    plain = Order(id="1", seat="port", card="publish_stock")
    assert "breaking" not in plain.model_dump()
    assert plain.model_copy(update={"breaking": True}).model_dump()["breaking"] is True
    assert Order.model_validate(plain.model_dump()) == plain


def test_a_game_with_deals_is_played_again_from_its_save(tmp_path):
    path = tmp_path / "deals.wcsave"
    ready = prepare(Wanted("harbour", seed=4, bots="doctrine"))
    save = Save.create(path, ready.manifest)
    found = start(ready, save.log)
    found.play()
    save.seal(found.journal, found.opened)
    assert found.world.deals.bargains
    again = replayed(save)
    save.close()
    assert again.journal.digest() == found.journal.digest()
    assert again.world.deals == found.world.deals


def in_a_format() -> Room:
    """The game as its first format plays it, people having taken over."""
    found = start(prepare(Wanted("harbour", bots="idle", format="*")), keep=False)
    return Room(found)


def test_without_a_format_nobody_counts_offers():
    assert Room().game.view("port").offers_left is None


def test_a_move_has_one_offer_for_each_seat():
    room = in_a_format()
    assert room.game.view("port").offers_left == 1
    given = room.offer("port", "gate_for_pay")
    assert room.offer("port", "no_outsiders").code == "no_offer_left"
    assert room.offer("council", "a_hand").accepted
    room.give("port", "withdraw", {"order": given.order})
    assert room.offer("port", "no_outsiders").accepted
    room.hours(12)
    assert room.game.view("port").offers_left == 1


def test_the_hot_line_takes_an_order_instead():
    room = in_a_format()
    before = room.game.view("port").orders_left
    assert before == 2
    assert room.offer("port", "gate_for_pay", hot="yes").accepted
    assert room.game.view("port").orders_left == 1
    assert room.offer("port", "no_outsiders").accepted
    room.give("port", "publish_stock")
    assert room.offer("port", "long_nights", to="council", hot="yes").code == "no_orders_left"
