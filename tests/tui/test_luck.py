"""`whitecell luck` and the page of the ending: futures stream, a decision is swapped, all waits."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.tui import stage_ending
from tests.tui.stage import HandSession, on, pressed, settled, shown, text_of
from tui.app import WhitecellApp
from tui.cli import main
from tui.ink import plains
from tui.picture.data_of_luck import LuckFound
from tui.picture.luck import luck_lines
from tui.screens.ending import EndingScreen
from tui.screens.swap import SwapScreen

Made = Callable[..., WhitecellApp]
SIZE = (80, 24)


def whitecell(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture(scope="module")
def save(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("luck") / "one.wcsave"
    words = ("run", "harbour", "--seed", 1, "--bots", "random", "--format", "short")
    assert whitecell(*words, "--save", path).exit_code == 0
    return path


def test_luck_is_the_same_for_the_same_save(save: Path):
    words = ("luck", save, "--seat", "port", "--runs", 9, "--swap", 1, "--json")
    one, two = whitecell(*words), whitecell(*words, "--workers", 1)
    assert one.exit_code == two.exit_code == 0
    assert json.loads(one.stdout) == json.loads(two.stdout)
    found = json.loads(one.stdout)
    assert (found["same"], found["swapped"], found["stopped"]) == (9, 9, False)


def test_luck_in_words_says_of_how_many_it_speaks_and_lists_what_can_be_swapped(save: Path):
    text = whitecell("luck", save, "--seat", "port", "--runs", 9).stdout
    assert "other luck, 9 of 9" in text
    assert "▲ this game" in text
    assert "In this game" not in text.split("How they ended")[0].split("▲")[0]
    assert "--swap NUMBER" in text
    assert not any(word in text.lower() for word in ("score", "rank", "points out of"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--seat", "mayor"), "no seat `mayor`"),
        (("--swap", "99"), "no decision `99`"),
        (("--instead", "a=b"), "in the place of a --swap"),
        (("--swap", "1", "--instead", "berth"), "expected FIELD=VALUE"),
        (("--swap", "1", "--instead", "nothing=such"), "no such choice"),
    ],
)
def test_what_is_asked_wrongly_is_bad_usage(save: Path, words: tuple[str, ...], said: str):
    done = whitecell("luck", save, "--seat", "port", "--runs", 1, *words) if words[0] != "--seat" \
        else whitecell("luck", save, "--runs", 1, *words)  # fmt: skip
    assert done.exit_code == 2
    assert said in done.output


def test_a_game_that_goes_on_has_no_luck_yet(tmp_path: Path):
    path = tmp_path / "half.wcsave"
    whitecell("run", "harbour", "--seed", 1, "--until", "2031-11-04", "--save", path)
    done = whitecell("luck", path)
    assert done.exit_code == 1
    assert "E-save-unended" in done.output


def test_the_page_says_how_many_games_were_played_again_from_the_first_moment_on():
    wanted: dict[str, object] = {"futures": 40}
    for done in (0, 3):
        found = LuckFound.model_validate(stage_ending.luck(done, wanted))
        text = "\n".join(plains(luck_lines(found, 0, "", 76)))
        assert f"{done} of 40 games played again; s stops" in text
        assert "▲" in text
        assert ("fills as they come" in text) is (done == 0)
    done = LuckFound.model_validate(stage_ending.luck(40, wanted))
    assert "played again" not in "\n".join(plains(luck_lines(done, 0, "", 76)))
    assert "fills as they come" in "\n".join(plains(luck_lines(None, 0, "", 76))).replace(
        "\n ", " "
    )


def test_control_c_tells_what_has_come_and_leaves_the_save_whole(save: Path):
    before = save.read_bytes()
    words = [sys.executable, "-m", "tui.cli", "luck", str(save), "--runs", "1000", "--seat", "port"]
    running = subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    with pytest.raises(subprocess.TimeoutExpired):
        running.communicate(timeout=12)
    os.killpg(running.pid, signal.SIGINT)
    out, err = running.communicate(timeout=60)
    assert running.returncode == 130, err
    assert "Traceback" not in err
    assert "Stopped after " in out
    assert save.read_bytes() == before


# The page.


async def test_futures_are_played_from_the_second_page_on_and_never_on_the_first(app_of: Made):
    session = HandSession(over=True)
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert session.again_asked == []
        await pressed(pilot, "enter")
        assert session.again_asked == [{"futures": 40, "par": True}]
        await shown(pilot, "par: not met")
        await pressed(pilot, "enter")
        page = await shown(pilot, "40 of 40")
        assert "▲ this game: 205" in page
        assert "In 58 to 66 of 100 the same decisions ended with less" in page
        assert "The government falls" in page


async def test_a_decision_is_swapped_and_stands_beside(app_of: Made):
    session = HandSession(over=True)
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pressed(pilot, "enter", "x")
        assert on(app, SwapScreen)
        assert "instead  nothing ordered" in text_of(pilot)
        await pressed(pilot, "down", "down", "enter")
        assert session.again_asked[-1]["swap"] == {
            "order": "p1", "card": "ask", "fields": {"call": "outside"},
        }  # fmt: skip
        page = await shown(pilot, "same luck, 40 of 40")
        assert "one swapped: Ask the alliance (internal unrest) → an attack from outside" in page
        assert "▲ this game so: 144" in page
        await pressed(pilot, "x", "enter")
        assert "swap" not in session.again_asked[-1]


async def test_futures_are_stopped_and_more_are_asked_for(app_of: Made):
    session = HandSession(over=True)
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pressed(pilot, "enter", "enter", "plus")
        assert session.again_asked[-1]["futures"] == 80
        await pressed(pilot, "s")
        assert isinstance(app.screen, EndingScreen)
        assert app.screen.luck is not None
        assert app.screen.luck.finished
        looks = session.again_looks
        await pilot.pause(0.6)
        assert session.again_looks == looks


async def test_leaving_the_ending_lets_the_workers_go(app_of: Made):
    session = HandSession(over=True)
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pressed(pilot, "enter", "enter", "plus", "escape")
        await pilot.pause(0.6)
        looks = session.again_looks
        await pilot.pause(0.6)
        assert session.again_looks == looks


async def test_the_pages_are_written_down_as_one(app_of: Made, tmp_path: Path):
    app = app_of(HandSession(over=True))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert app.keeper is not None
        app.keeper.path = tmp_path / "evening.wcsave"
        await pressed(pilot, "S")
        assert list(tmp_path.iterdir()) == []
        await pressed(pilot, "enter", "enter")
        await shown(pilot, "40 of 40")
        await pressed(pilot, "S")
        assert "Written to" in text_of(pilot)
    (written,) = tmp_path.iterdir()
    text = written.read_text(encoding="utf-8")
    heads = [row for row in text.splitlines() if row.startswith("#")]
    assert heads == [
        "# Invented Country, January: Head of state", "## Harm", "## Ending",
        "## Was that me, or luck?", "## Three turning points", "## Decisions beside the record",
        "## Afterwards", "## What nobody knew",
    ]  # fmt: skip
    assert text.count("```") == 14


async def test_turning_points_and_the_record_are_told(app_of: Made):
    app = app_of(HandSession(over=True))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pressed(pilot, "enter", "enter", "enter")
        page = text_of(pilot)
        assert "You: Set the limit on force (went out 4 Jan 21:00)" in page
        assert "Cost to sovereignty: +9.2 points (82 %)" in page
        await pressed(pilot, "r")
        page = text_of(pilot)
        assert "record  Asked on the fifth [PAPER1]" in page
        assert "you     not used" in page
        assert "your staff" in page
