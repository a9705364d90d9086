"""Who learns of an order, as a form says it before it is given."""

from pathlib import Path

from host.showing_cards import learners
from tests.engine.small import changed

ROWS = """
    cards:
      mediate:
        fields: {word: {said: Aloud, kept: In the house}, seats: 4 people (1 to 9)}
        known_to:
          - {with: {word: said}, who: all}
          - {with: {word: kept, seats: 6 people}, who: {port: 2 h, union: 1 h}}
          - {who: {}}
"""


def test_a_form_says_who_learns_of_which_way_to_fill_it_in(tmp_path: Path) -> None:
    scenario = changed(tmp_path, ROWS)
    port, union = (scenario.seats[id].title for id in ("port", "union"))
    assert list(learners(scenario, scenario.cards["mediate"])) == [
        "everybody (word: Aloud)",
        f"{port}, {union} (word: In the house, seats from 6 people)",
        "otherwise nobody",
    ]


def test_a_form_with_one_list_says_it_one_by_one(tmp_path: Path) -> None:
    scenario = changed(tmp_path, "cards: {mediate: {known_to: {port: 1 h, union: 5 %/h}}}")
    assert list(learners(scenario, scenario.cards["mediate"])) == [
        scenario.seats[id].title for id in ("port", "union")
    ]
