"""Rules of endings and aims in sentences: no name of the language is left in them."""

import re

import pytest

from engine.saying import in_sentences
from engine.scenario.load import load, shipped

CODE = re.compile(r"\b[a-z]+_[a-z_]+\b|\w+\.\w+|[<>=]|\w+\(")
"""What looks like the language: ids, dotted names, signs and calls."""


@pytest.mark.parametrize("name", [name for name, _, _ in shipped()])
def test_every_rule_that_players_read_is_free_of_code(name: str):
    scenario = load(name)
    rules = [each.when for each in scenario.endings.values() if each.when is not None]
    rules += [aim.when for seat in scenario.seats.values() for aim in seat.aims.values()]
    said = [text for rule in rules for text in in_sentences(scenario, rule)]
    assert said
    bare = [re.sub(r"\d+\.\d+", "", text) for text in said]
    assert [text for text in bare if CODE.search(text)] == []


def test_parts_that_must_all_hold_are_said_one_by_one():
    scenario = load("harbour")
    rule = scenario.endings["supplied"].when
    assert rule is not None
    clock, ships, least = in_sentences(scenario, rule)
    assert clock == "it is 7 Nov 06:00 or later"
    assert ships == "ships at anchor is 0 ships"
    assert least.startswith("the least ")
    assert least.endswith(" is over 3 d")


def test_what_was_ordered_or_not_is_called_by_the_title_of_its_card():
    scenario = load("harbour")
    aims = {id: aim for seat in scenario.seats.values() for id, aim in seat.aims.items()}
    assert in_sentences(scenario, aims["own_men"].when) == (
        "not ordered: Hire crews from the mainland",
    )
