"""What cards cost, in words."""

import pytest

from engine.scenario.amounts import Amount
from engine.scenario.load import load, shipped
from host.costs import amount_words


class Sum:
    def __init__(self, text: str) -> None:
        self.text = text


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("men / 500 people", "1 for every 500 people"),
        ("boats / 4", "1 for every 4 boats"),
        ("flights / 1 flights * 1 aircraft", "1 aircraft for every 1 flights"),
        ("1 h + 5 h * (100 % - wire.heard_by)", "1 h or more"),
        ("length", "length"),
        ("wire.heard_by * 5 h", "as much as it needs"),
        ("0.2 h/t * load", "0.2 h for each t of load"),
        ("load * 0.2 h/t", "0.2 h for each t of load"),
        ("2 h - wire.heard_by", "as much as it needs"),
    ],
)
def test_a_formula_is_told_in_words_and_a_field_left_to_its_form(formula: str, words: str):
    assert amount_words(Amount("h", sum=Sum(formula))) == words  # type: ignore[arg-type]


def test_no_card_of_a_scenario_that_is_shipped_shows_a_name_of_the_engine_or_a_sum():
    for name, _, _ in shipped():
        for card in load(name).cards.values():
            takes = [] if card.takes is None else [card.takes]
            for amount in [*card.cost.values(), *takes]:
                assert not set("*/()+_") & set(amount_words(amount).replace("KZT/l", "")), card.id
