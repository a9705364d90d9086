"""What a form says of men on the way: published ranges, and nothing that an answer could bend."""

from dataclasses import replace

import pytest

from engine.scenario.load import load
from engine.scenario.models import Hidden, HiddenAnswer
from engine.scenario.scenario import Scenario
from engine.written import Value
from host.showing_cards import spoken
from host.showing_freed import freeing
from host.showing_moves import moving

SCENARIO = load("kazakhstan-2022")


def with_answer(path: str) -> Scenario:
    """The scenario with one more question, whose answer sets this."""
    answer = HiddenAnswer("Yes", Value(1.0, None, None, ""), {path: "1"})
    return replace(SCENARIO, hidden={"roads": Hidden("Are they open?", {"yes": answer})})


def test_a_card_that_moves_men_names_its_fields_and_the_ranges_of_their_way():
    found = moving(SCENARIO, SCENARIO.cards["move_reserve"])
    assert found is not None
    assert (found["origin"], found["target"], found["way"]) == ("origin", "target", "way")
    assert found["ways"] == {
        "road": [[2.6, 5.6], [90.0, 260.0]],
        "air": [[2.0, 8.0], [400.0, 750.0]],
    }


@pytest.mark.parametrize("name", ["speed", "speed.everywhere", "musters", "air_speed"])
def test_nothing_is_said_of_the_way_where_an_unknown_answer_bends_it(name: str):
    bent = with_answer(f"agents.security.{name}")
    assert moving(bent, bent.cards["move_reserve"]) is None


def test_other_answers_hide_nothing_and_other_cards_move_nobody():
    bent = with_answer("agents.security.speedy")
    assert moving(bent, bent.cards["move_reserve"]) is not None
    assert moving(SCENARIO, SCENARIO.cards["arrests"]) is None


def test_an_address_is_known_as_one():
    found = {id for id, card in SCENARIO.cards.items() if spoken(SCENARIO, card)}
    assert "address" in found
    assert "move_reserve" not in found


def test_a_form_says_whom_a_site_frees_and_by_which_fields():
    (offered,) = freeing(SCENARIO, SCENARIO.cards["offer_sites"])
    assert (offered["site"], offered["force"]) == ("site_at", "")
    assert (offered["where"], offered["word"], offered["ties"]) == ("deed", "offer", False)
    (taken,) = freeing(SCENARIO, SCENARIO.cards["take_site"])
    assert (taken["site"], taken["force"], taken["word"]) == ("site_at", "whose", "take")
    (back,) = freeing(SCENARIO, SCENARIO.cards["take_back_site"])
    assert back["ties"] is True
    assert freeing(SCENARIO, SCENARIO.cards["arrests"]) == []


def test_what_a_company_guards_names_the_company_and_not_the_host_as_well():
    rows = freeing(SCENARIO, SCENARIO.cards["what_we_guard"])
    assert [row["force"] for row in rows] == ["whose"] * 4
    assert [row["word"] for row in rows] == ["water", "power", "bread", "airfield"]


@pytest.mark.parametrize("name", ["takes", "uses"])
def test_nothing_is_said_of_freed_men_where_an_unknown_answer_bends_them(name: str):
    bent = with_answer(f"agents.freed.{name}")
    assert freeing(bent, bent.cards["offer_sites"]) == []
