"""A word that another seat must keep, and hears of late; secrecy; the hot line."""

from engine.deals.events import DealLeaked
from tests.engine.deals.table import Room
from tests.properties.games import game, harbour

DEAL = "quiet_nights-union-1"


def promised(leak: str = "0 %") -> Room:
    """The council has given its word for the port, which hears of it at 3 h."""
    sets = ("cards.hire_crews.when=always", f"offers.gate_for_pay.leak={leak}")
    room = Room(game(harbour(*sets), bots="idle"))
    assert room.offer("council", "quiet_nights").accepted
    return room.hours(1)


def test_word_reaches_the_seat_that_must_keep_it_with_the_delay_of_the_chain():
    room = promised()
    assert (room.knows("union"), room.knows("port")) == ([DEAL], [])
    room.hours(2)
    assert room.told("port", "term_heard") == []
    room.hours(1)
    (told,) = room.told("port", "term_heard")
    assert (told["offer"], told["state"]) == ("quiet_nights", "running")
    (seen,) = room.game.view("port").deals
    assert (seen.deal, seen.side) == (DEAL, "heard")


def test_before_it_has_heard_the_door_lets_it_break_the_word():
    room = promised()
    assert room.give("port", "hire_crews").code == ""
    room.hours(1)
    (told,) = room.told("union", "word_broken")
    assert (told["seat"], told["knew"], told["heard_at"]) == ("port", False, 3 * 3600)
    assert room.told("port", "word_broken") == []
    assert room.credit("council", "union") == 30
    assert room.credit("port", "union") == 50
    room.hours(2)
    (heard,) = room.told("port", "term_heard")
    assert heard["state"] == "broken"


def test_once_it_has_heard_it_breaks_the_word_of_another_at_its_own_cost():
    room = promised().hours(3)
    assert room.give("port", "hire_crews").code == "breaks_word"
    assert room.give("port", "hire_crews", breaking=True).accepted
    room.hours(1)
    assert room.credit("council", "union") == 30
    assert room.credit("port", "union") == 30
    assert room.credit("port", "council") == 30


def test_others_see_nothing_of_a_private_deal():
    room = Room()
    room.offer("port", "gate_for_pay")
    room.hours(1)
    assert room.knows("council") == []
    assert [seen.name for seen in room.game.seen("council") if "offer" in seen.name] == []
    assert room.answer("council", "gate_for_pay-union-1", "accept").code == "no_such_deal"
    assert room.answer("council", "gate_for_pay-union-9", "accept").code == "no_such_deal"
    env = room.game.view("council").env
    assert env.dealt("deal", "gate_for_pay", "") == "unmade"


def test_everybody_sees_a_public_one():
    room = Room()
    room.offer("council", "how_long", to="port")
    room.hours(1)
    assert room.knows("union") == ["how_long-port-1"]
    assert room.game.view("union").deals[0].replies == ()
    assert room.answer("union", "how_long-port-1", "week").code == "deal_closed"


def leaked(chance: str) -> Room:
    room = Room(game(harbour(f"offers.gate_for_pay.leak={chance}"), bots="idle"))
    room.offer("port", "gate_for_pay", hot="yes")
    return room.hours(1)


def test_the_hot_line_leaks_by_the_chance_it_says():
    assert leaked("0 %").happened(DealLeaked) == []
    room = leaked("100 %")
    assert room.happened(DealLeaked) == [0]
    (told,) = room.told("council", "deal_leaked")
    assert told == {"offer": "gate_for_pay", "seat": "port", "hearers": ["union"]}
    assert room.knows("council") == []


def test_what_goes_over_the_hot_line_is_private_whatever_the_offer_says():
    room = Room(game(harbour("offers.how_long.leak=0 %"), bots="idle"))
    room.offer("council", "how_long", to="port", hot="yes")
    room.hours(1)
    assert (room.knows("port"), room.knows("union")) == (["how_long-port-1"], [])


def test_ids_count_only_what_was_put_to_the_same_hearer():
    room = Room()
    room.offer("council", "how_long", to="port", hot="yes")
    room.hours(20)
    room.offer("council", "how_long", to="union", hot="yes")
    room.hours(1)
    assert room.knows("union") == ["how_long-union-1"]
