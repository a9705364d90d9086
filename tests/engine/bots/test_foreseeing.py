"""Bots fill in slips from what their seat was told, and from nothing else."""

from pathlib import Path

from engine.moves.events import SlipFilled, SlipScored
from tests.engine.moves.stage import harbour_in_formats, in_format
from tests.engine.small import HOUR, entries

ASKED = """
forecasts:
  late:  {ask: Is it past noon?, when: now >= day 1 05:00}
  never: {ask: Is it next week?, when: now >= day 4 05:00}
"""


def test_a_bot_expects_what_it_was_told_to_last_and_is_scored_for_it(tmp_path: Path):
    game = in_format(harbour_in_formats(tmp_path, ASKED), "two", bots="doctrine")
    game.play(30 * HOUR)
    slips = [row.event for row in entries(game, SlipFilled, seat="port")]
    assert slips != []
    said = {name: given for slip in slips for name, given in slip.slip}  # type: ignore[attr-defined]
    assert (said["late"], said["never"]) == (0.75, 0.25)
    assert entries(game, SlipScored, seat="port") != []


def test_without_a_format_and_from_idle_bots_there_is_no_slip(tmp_path: Path):
    game = in_format(harbour_in_formats(tmp_path, ASKED), "two", bots="idle")
    game.play(20 * HOUR)
    assert entries(game, SlipFilled) == []
    free = in_format(game.scenario, "", bots="doctrine")
    free.play(20 * HOUR)
    assert entries(free, SlipFilled) == []
