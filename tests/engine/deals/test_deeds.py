"""What was done while an offer waited for its answer is kept once the offer is accepted."""

from tests.engine.deals.table import Room

DEAL = "gate_for_pay-union-1"


def test_an_act_done_before_the_answer_keeps_the_word_given_for_it():
    room = Room()
    assert room.offer("port", "gate_for_pay").accepted
    assert room.give("port", "night_shift").accepted
    room.hours(2)
    room.answer("union", DEAL, "accept")
    room.hours(1)
    clause = room.deal(DEAL).clause("gives", 0)
    assert clause is not None
    assert clause.state == "kept"
    room.hours(13)
    assert room.state(DEAL) == "running"
    assert room.give("union", "open_gate").accepted
    assert room.hours(1).state(DEAL) == "kept"


def test_an_act_done_before_the_offer_was_put_keeps_nothing():
    room = Room()
    assert room.give("port", "night_shift").accepted
    room.hours(1)
    assert room.offer("port", "gate_for_pay").accepted
    room.hours(1)
    room.answer("union", DEAL, "accept")
    assert room.hours(14).state(DEAL) == "broken"
