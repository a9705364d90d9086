"""The credit of a seat may move by what comes to light, beside any deal."""

from pathlib import Path

import pytest

from engine.deals.events import CreditMoved
from engine.errors import BadScenario
from tests.engine.small import changed, entries, told_to_play

FOUND = """
    injects:
      found: {at: day 1 09:00, effects: [{credit: port, with: union, by: -12 %}]}
    """


def test_what_comes_to_light_moves_the_credit_of_one_seat_with_one_other(tmp_path: Path):
    game = told_to_play(tmp_path, FOUND, 5)
    assert game.world.credit("port", "union") == pytest.approx(0.38)
    assert game.world.credit("union", "port") == game.world.credit("port", "council") == 0.5


def test_both_are_told_and_nobody_else(tmp_path: Path):
    (moved,) = entries(told_to_play(tmp_path, FOUND, 5), CreditMoved)
    assert sorted(moved.event.to) == ["port", "union"]


def test_it_falls_no_further_than_to_nothing(tmp_path: Path):
    game = told_to_play(tmp_path, FOUND.replace("-12 %", "-80 %"), 5)
    assert game.world.credit("port", "union") == 0.0


@pytest.mark.parametrize("left_out", [", by: -12 %", ", with: union"])
def test_it_needs_a_seat_and_a_size(tmp_path: Path, left_out: str):
    with pytest.raises(BadScenario):
        changed(tmp_path, FOUND.replace(left_out, ""))
