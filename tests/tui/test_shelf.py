"""What stands in the lobby."""

import os
import shutil
from pathlib import Path

from host.table import Table
from tests.tui.stage import chosen
from tui.commands.playing import wanted_of
from tui.shelf import offered, saved_games

LONG_AGO = 1_000_000_000


def cut_off(folder: Path) -> Path:
    """A save as a lost window leaves it: written to, and never closed."""
    path = folder / "running.wcsave"
    table = Table.new(wanted_of(chosen(seed=5), "harbour", "union"), "union", path)
    table.advance(3, until_move=False)
    (folder / "found").mkdir()
    for name in ("running.wcsave", "running.wcsave-wal"):
        copy = Path(shutil.copy(folder / name, folder / "found" / name))
        os.utime(copy, (LONG_AGO, LONG_AGO))
    table.close()
    return folder / "found"


def test_looking_at_saves_does_not_make_them_newer(tmp_path: Path):
    folder = cut_off(tmp_path)
    first, second = saved_games(folder), saved_games(folder)
    assert [save.kept.timestamp() for save in (*first, *second)] == [LONG_AGO, LONG_AGO]


def test_a_save_says_what_is_played_by_whom_with_which_luck(tmp_path: Path):
    (save,) = saved_games(cut_off(tmp_path))
    assert (save.name, save.seat, save.seed) == ("harbour", "union", 5)


def test_what_is_no_save_is_left_out(tmp_path: Path):
    (tmp_path / "broken.wcsave").write_text("no save")
    assert saved_games(tmp_path) == []


def test_a_folder_that_is_not_there_has_no_saves(tmp_path: Path):
    assert saved_games(tmp_path / "none") == []


def test_a_scenario_that_cannot_be_read_says_so_and_has_no_seats(tmp_path: Path):
    (tmp_path / "scenario.yaml").write_text("whitecell: 1\ntitle: Half\n")
    found = offered(str(tmp_path), "Half", "")
    assert found.seats == {}
    assert "the first: " in found.problem
