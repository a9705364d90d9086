"""Threats and questions: an hour passes, and somebody must act or answer."""

from engine.deals.events import CreditMoved, DealEnded
from tests.engine.deals.table import Room

THREAT = "pay_or_stop-port-1"


def warned() -> Room:
    """The union has warned the port; the answer is due at 13 h, and the union's act at 19 h."""
    room = Room()
    assert room.offer("union", "pay_or_stop").accepted
    return room.hours(1)


def test_a_threat_that_is_heeded_costs_nobody_anything():
    room = warned()
    room.answer("port", THREAT, "accept")
    room.hours(1)
    room.give("port", "night_shift")
    assert room.hours(1).state(THREAT) == "kept"
    assert room.credit("port", "union") == 55
    assert room.credit("union", "port") == 50


def test_doing_what_a_threat_asks_heeds_it_without_a_word():
    room = warned()
    room.give("port", "night_shift")
    assert room.hours(1).state(THREAT) == "kept"


def test_after_its_hour_the_one_who_made_it_must_act():
    room = warned().hours(13)
    assert room.state(THREAT) == "due"
    assert room.told("union", "deadline_passed") != []
    room.give("union", "work_to_rule")
    assert room.hours(1).state(THREAT) == "kept"
    assert room.credit("union", "port") == 55


def test_a_refusal_brings_the_hour_at_once():
    room = warned()
    room.answer("port", THREAT, "refuse")
    assert room.hours(1).state(THREAT) == "due"
    assert [clause.until for clause in room.deal(THREAT).clauses] == [7 * 3600]


def test_a_threat_that_is_not_carried_out_costs_most():
    room = warned().hours(30)
    assert room.state(THREAT) == "lapsed"
    assert room.happened(DealEnded, how="lapsed") == [19]
    assert room.credit("union", "port") == 20
    assert room.credit("port", "union") == 50


def test_a_threat_may_be_put_off_at_a_price():
    room = warned().hours(13)
    assert room.answer("union", THREAT, "extend").accepted
    room.hours(1)
    assert room.state(THREAT) == "open"
    assert room.credit("union", "port") == 40
    assert room.deal(THREAT).answer_by > 14 * 3600
    assert room.answer("port", THREAT, "accept").accepted
    assert room.hours(1).state(THREAT) == "running"


def test_only_the_one_who_made_a_threat_may_put_it_off():
    room = warned()
    assert room.answer("port", THREAT, "extend").code == "wrong_field"
    assert room.answer("council", THREAT, "extend").code == "no_such_deal"


def test_a_question_is_answered_with_one_of_its_replies():
    room = Room()
    room.offer("council", "how_long", to="port")
    room.hours(1)
    deal = "how_long-port-1"
    assert room.answer("port", deal, "accept").code == "wrong_field"
    assert room.answer("port", deal, "days").accepted
    assert room.hours(1).state(deal) == "answered"
    (told,) = room.told("union", "offer_answered")
    assert told["reply"] == "days"


def test_that_nobody_answered_a_public_question_is_shown_to_all():
    room = Room()
    room.offer("council", "how_long", to="port")
    room.hours(20)
    (told,) = room.told("union", "deal_ended")
    assert told["how"] == "unanswered"
    assert room.happened(CreditMoved) == []


def test_the_reply_can_be_asked_for():
    room = Room()
    room.offer("council", "how_long", to="union")
    assert room.game.view("union").env.dealt("deal", "how_long", "") == "unmade"
    room.hours(1)
    assert room.game.view("union").env.dealt("deal", "how_long", "") == "open"
    room.answer("union", "how_long-union-1", "week")
    room.hours(1)
    assert room.game.view("port").env.dealt("reply", "how_long", "") == "week"
