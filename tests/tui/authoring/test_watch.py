"""`whitecell watch`: every save is looked at soon, and the same game played again."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from engine.scenario.schema import schema
from tests.engine.scenario.copies import change
from tests.tui.authoring.shell import whitecell
from tui.commands.authoring.new import begun
from tui.commands.authoring.steps import Steps
from tui.commands.authoring.watch import Asked, Watch

SOON = 10.0
"""Seconds, on a machine that does other things; a second on one that does not."""


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    begun(tmp_path / "mine", "Mine")
    return tmp_path / "mine"


def watched(folder: Path, **more: object) -> Watch:
    asked = {"seed": 3, "variant": None, "bots": "doctrine", "until": None, "play": True}
    found = Watch(Asked(str(folder), rounds=None, as_json=False, **asked | more), 3)  # type: ignore[arg-type]
    assert found.due() is not None
    assert found.due() is None
    return found


def test_nothing_is_due_until_a_file_is_saved(mine: Path):
    watch = watched(mine)
    change(mine, "agents.yaml", "24 t/d", "30 t/d")
    assert watch.due() == ("agents.yaml",)
    assert watch.due() is None
    (mine / "more.yaml").write_text("sources: {}\n")
    (mine / "cards.yaml").unlink()
    assert watch.due() == ("cards.yaml", "more.yaml")


def test_a_mistake_is_new_once_and_gone_once(mine: Path):
    watch = watched(mine)
    assert watch.judged(()).problems == ()
    change(mine, "cards.yaml", "title: Forbid hoses", "titel: Forbid hoses")
    look = watch.judged(watch.due() or ())
    assert [problem.code for problem in look.new] == ["E-key"]
    assert not look.good
    (mine / "more.yaml").write_text("sources: {}\n")
    assert watch.judged(watch.due() or ()).new == ()
    change(mine, "cards.yaml", "titel: Forbid hoses", "title: Forbid hoses")
    look = watch.judged(watch.due() or ())
    assert ([problem.code for problem in look.gone], look.good) == (["E-key"], True)


def test_the_same_game_is_played_again_and_compared(mine: Path):
    watch = watched(mine)
    first = watch.played(watch.judged(()))
    assert first.played is not None
    assert first.changed == ()
    change(mine, "evidence.yaml", "a mild summer", "a dry summer")
    again = watch.played(watch.judged(watch.due() or ()))
    assert again.changed == ("the same, event for event",)
    change(mine, "agents.yaml", "24 t/d", "34 t/d")
    other = watch.played(watch.judged(watch.due() or ()))
    assert other.played is not None
    assert other.played.seed == first.played.seed == 3
    assert any(line.startswith("lowest_cover: ") for line in other.changed)
    assert any(line.startswith("+ ") for line in other.changed)
    assert any(line.startswith("- ") for line in other.changed)


def test_it_is_played_to_the_time_that_was_asked(mine: Path):
    watch = watched(mine, until="2031-08-05", bots="idle")
    report = watch.played(watch.judged(())).played
    assert report is not None
    assert report.ending == ""
    assert report.timeline[-1].at <= "2031-08-05T00:00"


def test_an_installed_schema_follows_and_none_is_made_unasked(mine: Path):
    watch = watched(mine)
    kept = mine / ".whitecell" / "schema.json"
    assert not watch.followed(watch.judged(())).schema
    change(mine, "places.yaml", "  orchards:\n", "  groves:\n")
    look = watch.judged(watch.due() or ())
    assert watch.followed(look).schema is False, "not while there are mistakes"
    change(mine, "places.yaml", "  groves:\n", "  orchards:\n")
    (mine / "more.yaml").write_text("sources: {NEW1: {title: New}}\nmeters: {hope: {title: H, "
                                    "start: 50 %}}\n")  # fmt: skip
    assert watch.followed(watch.judged(watch.due() or ())).schema
    assert json.loads(kept.read_text()) == schema(mine)
    kept.unlink()
    assert not watch.followed(watch.judged(())).schema
    assert not kept.exists()


def test_what_a_scenario_extends_is_watched_too(mine: Path):
    layer = mine.parent / "layer"
    layer.mkdir()
    (layer / "a.yaml").write_text("extends: mine\ntitle: On top\n")
    watch = watched(layer)
    change(mine, "agents.yaml", "24 t/d", "30 t/d")
    assert watch.due() == ("agents.yaml",)


def test_a_folder_that_is_away_for_a_moment_is_waited_for(mine: Path):
    watch = watched(mine)
    mine.rename(mine.with_name("away"))
    assert watch.due()
    assert [problem.code for problem in watch.judged(()).problems] == ["E-scenario"]
    mine.with_name("away").rename(mine)
    assert watch.due()
    assert watch.judged(()).good


def test_a_game_that_breaks_off_is_said_and_watching_goes_on(mine: Path, monkeypatch):
    watch = watched(mine)

    def breaks(self: Watch) -> None:
        raise ZeroDivisionError("nothing to divide")

    monkeypatch.setattr(Watch, "report_now", breaks)
    look = watch.played(watch.judged(()))
    assert look.stopped == "the game broke off: ZeroDivisionError: nothing to divide"


def test_a_save_while_it_plays_is_looked_at_without_waiting_for_the_end(mine: Path, monkeypatch):
    watch = watched(mine)
    monkeypatch.setattr("tui.commands.authoring.watch.POLL", 0.0)
    change(mine, "agents.yaml", "24 t/d", "30 t/d")
    look = watch.played(watch.judged(()))
    assert (look.left, look.played) == (True, None)
    assert watch.due() == ("agents.yaml",)
    assert watch.played(watch.judged(())).played is not None


# Lines that are typed in between.


def typed(watch: Watch, capsys, *lines: str) -> str:
    steps = Steps(watch)
    assert all(steps.done(line) for line in lines)
    return str(capsys.readouterr().out)


@pytest.fixture
def running(mine: Path) -> Watch:
    watch = watched(mine)
    watch.played(watch.judged(()))
    return watch


def test_a_game_is_stepped_from_move_to_move_and_to_a_time(running: Watch, capsys):
    said = typed(running, capsys, "to day 1 06:00", "next", "next", "to day 2 18:00", "end")
    times = [line.partition(", to ")[2].partition(":")[0] for line in said.splitlines()]
    moves = ["day 1 06", *[f"day {d} {h:02}" for d, h in ((1, 14), (2, 6))], "day 2 18"]
    assert times[0] == moves[0]
    assert times[3:] == [moves[3], "the end"]
    assert times == sorted(times)


def test_a_save_plays_the_game_again_to_where_it_was(running: Watch, mine: Path, capsys):
    typed(running, capsys, "to day 2 18:00")
    change(mine, "agents.yaml", "24 t/d", "34 t/d")
    look = running.played(running.judged(running.due() or ()))
    assert running.game is not None
    assert running.game.now == 36 * 3600
    assert look.changed


def test_a_seat_is_looked_through(running: Watch, capsys):
    said = typed(running, capsys, "to day 2 18:00", "see waterworks")
    assert "Waterworks, day 2 18:00" in said
    assert "h old)" in said
    assert "card " in said
    assert "did you mean `waterworks`?" in typed(running, capsys, "see waterwork")


def test_another_seed_is_another_game_to_the_same_time(running: Watch, capsys):
    assert "seed 12, to day 2 18:00" in typed(running, capsys, "to day 2 18:00", "seed 12")
    assert running.seed == 12


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("to teatime", "write `to day 2 18:00`"),
        ("seed x", "write a whole number"),
        ("lst", "did you mean `last`?"),
        ("", "`help` lists"),
        ("help", "play on to the next move"),
    ],
)
def test_a_line_that_says_nothing_is_answered(running: Watch, capsys, line: str, said: str):
    assert said in typed(running, capsys, line)


def test_quit_stops_and_so_does_the_end_of_the_lines(running: Watch):
    assert not Steps(running).done("quit")


def test_it_stops_at_ctrl_c_without_a_traceback(mine: Path):
    process = follow(mine, "--json")
    try:
        assert process.stdout is not None
        assert process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=SOON)
        assert "Traceback" not in errors
        assert process.returncode in (1, 130)
    finally:
        process.kill()


def follow(folder: Path, *more: str) -> subprocess.Popen[str]:
    root = Path(__file__).parents[3]
    command = [sys.executable, "-u", "-m", "tui.cli", "watch", str(folder), "--seed", "3", *more]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL,
        text=True, env={**os.environ, "PYTHONPATH": str(root)},
    )  # fmt: skip


def test_a_save_is_answered_soon(mine: Path):
    process = follow(mine, "--rounds", "2", "--json")
    assert process.stdout is not None
    try:
        first = json.loads(process.stdout.readline())
        assert (first["mistakes"], first["ending"]) == ([], "rain")
        saved = time.monotonic()
        change(mine, "cards.yaml", "title: Forbid hoses", "titel: Forbid hoses")
        second = json.loads(process.stdout.readline())
        assert time.monotonic() - saved < SOON
        assert second["files"] == ["cards.yaml"]
        assert "titel" in second["mistakes"][0]
        assert process.wait(SOON) == 0
    finally:
        process.kill()


def test_a_look_for_people_says_what_it_found(mine: Path):
    output = whitecell("watch", mine, "--seed", "3", "--rounds", "1").output
    assert "0 mistakes, 0 warnings" in output
    assert "seed 3, to the end: Rain on tin roofs" in output
    assert "seed" not in whitecell("watch", mine, "--no-play", "--rounds", "1").output


def test_no_scenario_is_bad_input(tmp_path: Path):
    assert whitecell("watch", tmp_path / "nowhere").exit_code == 1
