"""Offers, exhibits and credit as they are written: what they come to, and what is wrong."""

from pathlib import Path

import pytest

from engine.agents.registry import kinds
from engine.scenario.load import check, load
from tests.engine.small import changed
from tests.properties.games import harbour


def messages(folder: Path, text: str) -> list[str]:
    """What is wrong with the small scenario when this is written over it."""
    mine = folder / "mine"
    mine.mkdir()
    (mine / "scenario.yaml").write_text("extends: harbour\n" + text)
    return [f"{p.sentence} [{p.code}]" for p in check(mine, kinds=kinds()) if not p.warning]


def test_the_sort_of_an_offer_is_told_by_its_shape():
    sorts = {id: deal.sort for id, deal in harbour().offers.items()}
    assert sorts == {
        "gate_for_pay": "condition",
        "no_outsiders": "pledge",
        "quiet_nights": "pledge",
        "long_nights": "pledge",
        "pay_or_stop": "threat",
        "a_hand": "ask",
        "how_long": "question",
        "show_papers": "evidence",
        "show_me": "ask",
    }


def test_terms_can_be_a_list(tmp_path: Path):
    text = """
    offers:
      gate_for_pay:
        gives:
          - {will: night_shift, within: 12 h}
          - {will_not: hire_crews, for: 24 h}
    """
    terms = changed(tmp_path, text).offers["gate_for_pay"].gives
    assert [(term.card, term.will) for term in terms] == [
        ("night_shift", True),
        ("hire_crews", False),
    ]


def test_numbers_of_offers_can_be_set():
    deal = harbour("offers.gate_for_pay.gives.within=8 h", "offers.show_papers.shows.0=rota_sheet")
    assert deal.offers["gate_for_pay"].gives[0].hours.number == 8
    assert deal.offers["show_papers"].shows == ("rota_sheet", "rota_sheet")


def test_sizes_of_credit_have_defaults(tmp_path: Path):
    credit = changed(tmp_path, "credit: {start: 30 %, broken: -50 %}").credit
    sizes = (credit.start, credit.kept, credit.broken, credit.lapsed, credit.extended)
    assert [size.number for size in sizes] == [0.3, 0.05, -0.5, -0.3, -0.1]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("offers: {x: {title: X, from: port, to: union}}",
         "`x` needs `gives`, `asks`, `question` or `shows` [E-missing]"),
        ("offers: {x: {title: X, from: port, to: port, gives: {will: divert, within: 1 h}}}",
         "a seat cannot offer to itself [E-term]"),
        ("offers: {x: {title: X, from: port, to: union, gives: {will: divert, for: 1 h}}}",
         "a term is `{will: card, within: 12 h}` or `{will_not: card, for: 48 h}` [E-term]"),
        ("offers: {x: {title: X, from: port, to: union, gives: {will: open_gate, within: 1 h}}}",
         "`open_gate` is a card of `union`, not of `port` [E-card]"),
        ("offers: {x: {title: X, from: port, to: all, asks: {will: open_gate, within: 1 h}}}",
         "a pledge or an exhibit is for `all`; what is asked is asked of a seat [E-term]"),
        ("offers: {x: {title: X, from: port, to: [union, council],"
         " asks: {will: open_gate, within: 1 h}}}",
         "what is asked is asked of one seat [E-term]"),
        ("offers: {pay_or_stop: {gives: {will: open_gate, within: 1 h}}}",
         "a threat has `asks` and no `gives` [E-term]"),
        ("offers: {how_long: {gives: {will: mediate, within: 1 h}}}",
         "a question has replies and no terms [E-term]"),
        ("offers: {quiet_nights: {gives: {by: union}}}",
         "`by` is another seat than the two that deal [E-term]"),
        ("offers: {no_outsiders: {gives: {heard_after: 2 h}}}",
         "`heard_after` needs `by` [E-term]"),
        ("offers: {long_nights: {gives: {with: {lenth: 3 h}}}}",
         "`night_shift` has no field `lenth`; did you mean `length`? [E-field]"),
        ("offers: {how_long: {question: {replies: {accept: Yes.}}}}",
         "`accept` cannot be a reply; write another id [E-id]"),
        ("offers: {show_papers: {shows: manifesto}}",
         "no exhibit `manifesto`; did you mean `manifest`? [E-name]"),
        ("exhibits: {manifest: {true: 120 %}}", "`120 %`: must be at most 100 % [E-bound]"),
        ("credit: {kapt: 5 %}", "no `kapt` here; did you mean `kept`? [E-key]"),
        ("doctrine: {port: {a: {make: a_hand}}}",
         "`a_hand` is an offer of `council`, not of `port` [E-offer]"),
        ("doctrine: {port: {a: {make: show_papers}}}",
         "`show_papers` needs `to`: one of `council` or `union` [E-missing]"),
        ("doctrine: {port: {a: {accept: how_long}}}",
         "a question is answered with `reply`: `week`, `days` or `nobody_knows` [E-word]"),
        ("doctrine: {port: {a: {accept: gate_for_pay}}}",
         "`gate_for_pay` is an offer to `union`, not to `port` [E-offer]"),
        ("doctrine: {port: {a: {when: credit(union to council) > 5 %, order: divert}}}",
         "`port` is never told what is between `union` and `council` [E-told]"),
        ("doctrine: {port: {a: {when: credit(port) > 5 %, order: divert}}}",
         "`port` asks this of another seat, not of itself [E-call]"),
        ("endings: {rationed: {when: otherwise}, x: {title: X, text: X, when: credit(port) < 5 %}}",
         "credit() is between two seats here, such as credit(one to other) [E-call]"),
        ("endings: {x: {title: X, text: X, when: deal(gate_for_pay) is kapt}}",
         "`kapt` is not one of its values; did you mean `kept`? [E-choice]"),
        ("endings: {x: {title: X, text: X, when: reply(gate_for_pay) is week}}",
         "`gate_for_pay` is no question [E-call]"),
        ("endings: {x: {title: X, text: X, when: shown(port)}}",
         "`port` is of the sort `seat`; shown() takes exhibit [E-sort]"),
    ],
)  # fmt: skip
def test_a_mistake_is_said(tmp_path: Path, text: str, said: str):
    assert messages(tmp_path, text) == [said]


def test_conditions_ask_of_deals(tmp_path: Path):
    text = """
    endings:
      trusted:
        {title: T, text: T, when: credit(port to union) > 52 % and deal(no_outsiders) is kept}
      counted: {title: C, text: C, when: exhibits(port to council) > 0 or reply(how_long) is week}
    """
    from tests.engine.deals.table import Room

    room = Room.changed(tmp_path, text)
    room.offer("port", "no_outsiders")
    room.hours(60)
    assert room.game.world.ending == "trusted"


def test_a_layer_may_take_an_offer_away_with_all_that_speaks_of_it(tmp_path: Path):
    said = messages(tmp_path, "offers: {a_hand: null}")
    assert said
    assert all("a_hand" in each for each in said)
    assert load("harbour", kinds=kinds()).offers["a_hand"].title == "A hand with the hospital"
