"""Ids, and guesses at what was meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import BadScenario, Place, Problem
from engine.names import as_id, did_you_mean, is_id, listed, nearest


def test_a_slip_finds_its_word_and_a_stranger_finds_none():
    assert nearest("upland", ["shore", "uplands"]) == "uplands"
    assert nearest("xyz", ["shore", "uplands"]) is None
    assert did_you_mean("shor", ["shore"]) == "; did you mean `shore`?"


def test_a_tie_goes_to_the_first_in_order():
    assert nearest("ab", ["abz", "aby"]) == nearest("ab", ["aby", "abz"]) == "aby"


@given(st.text(max_size=20))
def test_what_is_offered_as_an_id_is_one(text: str):
    assert as_id(text) == "" or is_id(as_id(text))


@pytest.mark.parametrize(
    ("words", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (list("abc"), "a, b or c")]
)
def test_words_are_listed_as_prose(words: list[str], said: str):
    assert listed(words) == said


def test_problems_are_said_once_in_the_order_of_the_file():
    late, early = (Problem(Place("a.yaml", line, 1), "no", "E-x") for line in (10, 9))
    assert BadScenario([late, early, late]).problems == (early, late)
    assert str(BadScenario([early])) == "a.yaml:9:1: no [E-x]"
