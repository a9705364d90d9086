"""What has nothing to say is left out."""

from pathlib import Path

from tests.tui.authoring.shell import whitecell
from tui.commands.authoring.new import begun
from tui.plain_help import HELP, help_for


def test_words_for_men_and_flights_are_left_out_where_there_are_none():
    told = {"water.stock": {"kind": "stocks"}, "lift.flying": {"kind": "airlift"}}
    bare = help_for({"told": {"water.stock": told["water.stock"]}, "forces": {}})
    assert "\n  airlift " in HELP
    assert "\n  airlift " not in bare
    assert "\n  forces " not in bare
    assert "\n  map " in bare
    assert help_for({"told": told, "forces": {}}) == HELP
    armed = help_for({"told": {}, "forces": {"guard": "The guard"}})
    assert "\n  forces " in armed


def test_a_run_without_systems_has_no_heading_for_them(tmp_path: Path):
    begun(tmp_path / "mine", "Mine")
    done = whitecell("run", tmp_path / "mine", "--seed", 1, "--until", "day 2 06:00")
    assert done.exit_code == 0
    assert "Events by system" not in done.output
