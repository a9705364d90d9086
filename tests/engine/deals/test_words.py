"""Words given: when they bind, how they are kept and broken, and what the door says of them."""

from pathlib import Path

import pytest

from engine.deals.events import DealEnded, TermBegan, TermKept, WordBroken
from engine.orders import Answer, FieldGiven
from tests.engine.deals.table import Room

PLEDGE, DEAL = "no_outsiders-union-1", "gate_for_pay-union-1"


def code(answer: Answer) -> str:
    return answer.code


def bound() -> Room:
    """The port and the union have agreed on the gate for the pay, at 2 h."""
    room = Room()
    assert room.offer("port", "gate_for_pay").accepted
    room.hours(1)
    assert room.answer("union", DEAL, "accept").accepted
    return room.hours(1)


def test_a_pledge_binds_at_once_and_is_kept_when_its_time_is_over():
    room = Room()
    room.offer("port", "no_outsiders")
    assert room.hours(1).state(PLEDGE) == "running"
    assert room.hours(46).state(PLEDGE) == "running"
    assert room.hours(2).state(PLEDGE) == "kept"
    assert room.happened(TermKept) == [48]
    assert room.credit("port", "union") == 55
    assert room.credit("union", "port") == 50


def test_a_condition_binds_nobody_before_it_is_accepted():
    room = Room()
    room.offer("port", "gate_for_pay")
    assert room.hours(1).deal(DEAL).clauses == ()
    assert [clause.state for clause in bound().deal(DEAL).clauses] == ["running", "running"]


def test_both_sides_of_a_condition_are_kept_by_orders_in_time():
    room = bound()
    room.give("port", "night_shift")
    room.hours(1)
    assert room.credit("port", "union") == 55
    assert room.state(DEAL) == "running"
    room.give("union", "open_gate")
    assert room.hours(1).state(DEAL) == "kept"
    assert room.credit("union", "port") == 55


def test_what_is_not_done_in_time_breaks_the_deal_and_frees_the_other_side():
    room = bound().hours(12)
    assert room.state(DEAL) == "broken"
    assert room.happened(WordBroken, seat="port", how="not_done") == [13]
    assert [clause.state for clause in room.deal(DEAL).clauses] == ["broken", "void"]
    assert room.credit("port", "union") == 30
    room.hours(30)
    assert room.credit("union", "port") == 50


def test_an_order_in_the_last_hour_counts():
    room = bound()
    room.give("port", "night_shift", beat=13)
    assert room.hours(12).happened(TermKept) == [13]


def test_an_order_against_a_word_is_refused_unless_it_says_so():
    room = opened()
    room.offer("port", "no_outsiders")
    room.hours(1)
    refused = room.give("port", "hire_crews")
    assert code(refused) == "breaks_word"
    assert dict(refused.about) == {"deal": PLEDGE, "to": "union", "term": "gives.0"}
    assert room.give("port", "hire_crews", breaking=True).accepted
    assert room.hours(1).state(PLEDGE) == "broken"
    assert room.credit("port", "union") == 30
    (told,) = room.told("union", "word_broken")
    assert (told["seat"], told["how"], told["knew"]) == ("port", "ordered", True)


def opened() -> Room:
    """A game in which the port may hire crews."""
    from tests.properties.games import game, harbour

    return Room(game(harbour("cards.hire_crews.when=always"), bots="idle"))


def test_an_order_for_a_time_after_the_word_is_not_against_it():
    room = opened()
    room.offer("port", "no_outsiders")
    room.hours(1)
    assert code(room.give("port", "hire_crews", beat=47)) == "breaks_word"
    assert room.give("port", "hire_crews", beat=48).accepted
    assert room.hours(49).state(PLEDGE) == "kept"


def test_a_word_cannot_be_given_against_an_order_that_waits():
    room = opened()
    waits = room.give("port", "hire_crews", beat=5)
    refused = room.offer("port", "no_outsiders")
    assert code(refused) == "against_order"
    assert dict(refused.about) == {"order": waits.order, "card": "hire_crews"}
    assert room.give("port", "offer", {"offer": "no_outsiders"}, breaking=True).accepted
    assert room.hours(6).state(PLEDGE) == "broken"


def test_a_word_given_in_the_same_beat_counts_already():
    room = opened()
    room.offer("port", "no_outsiders")
    assert code(room.give("port", "hire_crews")) == "breaks_word"


def test_only_a_form_filled_in_so_counts(tmp_path: Path):
    text = "offers: {long_nights: {gives: {when: now >= day 1 08:00}}}"
    room = Room.changed(tmp_path, text)
    room.offer("port", "long_nights", to="union")
    room.hours(1)
    deal = "long_nights-union-1"
    assert [clause.state for clause in room.deal(deal).clauses] == ["waiting"]
    room.hours(2)
    others: list[dict[str, FieldGiven]] = [{"length": 8}, {"length": 12, "berth": "ferry_point"}]
    for fields in others:
        room.give("port", "night_shift", fields)
        assert room.hours(1).state(deal) == "running"
    room.give("port", "night_shift", {"length": 14, "berth": "north_quay"})
    assert room.hours(1).state(deal) == "kept"


def test_a_term_with_a_condition_runs_from_the_first_beat_at_which_it_holds(tmp_path: Path):
    text = "offers: {long_nights: {gives: {when: now >= day 1 12:00}}}"
    room = Room.changed(tmp_path, text)
    room.offer("port", "long_nights", to="council")
    room.hours(40)
    assert room.happened(TermBegan) == [6]
    assert room.happened(WordBroken, how="not_done") == [30]


def test_a_condition_of_a_term_that_never_holds_is_void_at_the_end(tmp_path: Path):
    text = "offers: {long_nights: {gives: {when: never}}}"
    room = Room.changed(tmp_path, text)
    room.offer("port", "long_nights", to="union")
    room.game.play()
    assert room.state("long_nights-union-1") == "void"


def test_a_word_not_to_do_something_is_kept_when_the_game_ends_first(tmp_path: Path):
    room = Room.changed(tmp_path, "offers: {no_outsiders: {gives: {for: 200 h}}}")
    room.offer("port", "no_outsiders")
    room.game.play()
    assert room.happened(DealEnded, how="kept") == [room.game.now / 3600]
    assert room.credit("port", "union") == 55


@pytest.mark.parametrize(("reply", "state"), [("refuse", "refused"), ("recall", "recalled")])
def test_what_is_refused_or_taken_back_moves_no_credit(reply: str, state: str):
    room = Room()
    room.offer("port", "gate_for_pay")
    room.hours(1)
    assert room.answer("port" if reply == "recall" else "union", DEAL, reply).accepted
    assert room.hours(1).state(DEAL) == state
    assert (room.credit("port", "union"), room.credit("union", "port")) == (50, 50)


def test_what_nobody_answers_lapses():
    room = Room()
    room.offer("port", "gate_for_pay", within="3 h")
    room.hours(1)
    # No hour passes before the next move, so that people can answer in it.
    assert room.deal(DEAL).answer_by == 13 * 3600
    assert room.hours(11).state(DEAL) == "open"
    assert room.hours(2).state(DEAL) == "lapsed"
    assert code(room.answer("union", DEAL, "accept")) == "deal_closed"


def test_doing_what_was_asked_is_a_yes():
    room = Room()
    room.offer("council", "a_hand")
    room.hours(1)
    room.give("union", "open_gate")
    assert room.hours(1).state("a_hand-union-1") == "kept"
    assert room.credit("union", "council") == 55
    (told,) = room.told("council", "offer_answered")
    assert told["by_deed"] is True
