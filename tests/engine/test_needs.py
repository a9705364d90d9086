"""What a seat needs from others: when it matters, until it is met, and four at most."""

from pathlib import Path

import pytest

from engine.envs import SeatEnv
from engine.errors import BadScenario
from engine.game import Game
from engine.needs import MOST, pressing
from tests.engine.small import HOUR, changed, game_of, ordered

NEEDS = """
    seats:
      union:
        needs:
          late:  {from: port, text: More of them, when: tankers.waiting > 900 ships}
          word:  {from: council, text: A word, when: now >= day 1 09:00, met: done(open_gate)}
          gate:  {from: port, text: A gate, met: done(open_gate), by: [hire_crews, pay_or_stop]}
          three: {from: port, text: The third}
          four:  {from: port, text: The fourth}
          five:  {from: port, text: The fifth}
    """


def needed(game: Game, seat: str = "union") -> list[str]:
    return [id for id, _ in pressing(game.scenario, SeatEnv(game.world, seat), seat)]


def test_the_first_four_that_matter_are_shown_in_their_order(tmp_path: Path):
    game = game_of(changed(tmp_path, NEEDS))
    game.play(HOUR)
    assert needed(game) == ["gate", "three", "four", "five"]
    game.play(6 * HOUR)
    assert needed(game) == ["word", "gate", "three", "four"]
    assert len(needed(game)) == MOST


def test_what_is_met_is_needed_no_more(tmp_path: Path):
    game = game_of(changed(tmp_path, NEEDS))
    game.play(6 * HOUR)
    assert ordered(game, "union", "open_gate").accepted
    game.advance(3)
    assert needed(game) == ["three", "four", "five"]


def test_a_seat_without_needs_has_none(tmp_path: Path):
    game = game_of(changed(tmp_path, NEEDS))
    assert needed(game, "council") == []


def test_what_a_seat_has_not_been_told_yet_matters_to_nobody(tmp_path: Path):
    unknown = """
    seats:
      union:
        told: {waiting: 50 h}
        needs: {ships: {from: port, text: Fewer, when: tankers.waiting >= 0 ships}}
    """
    game = game_of(changed(tmp_path, unknown))
    game.world.told.get("union", {}).clear()
    assert needed(game) == []


@pytest.mark.parametrize(
    ("amiss", "code"),
    [
        ("when: tankers.landed_total > 1 ships", "E-"),
        ("by: open_gate", "E-card"),
        ("by: pay_or_stop_it", "E-name"),
        ("by: [a_hand]", "E-offer"),
    ],
)
def test_a_need_names_what_its_seat_knows_and_who_can_meet_it(
    tmp_path: Path, amiss: str, code: str
):
    text = f"""
    seats:
      union:
        needs: {{gate: {{from: port, text: A gate, {amiss}}}}}
    """
    with pytest.raises(BadScenario) as wrong:
        changed(tmp_path, text)
    assert code in str(wrong.value)
