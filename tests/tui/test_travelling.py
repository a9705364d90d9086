"""Looking back, bookmarks, notes and branches."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from engine.saves import peek
from tests.tui.stage import HandSession, on, pressed, settled, shown, text_of
from tui.app import WhitecellApp
from tui.cli import main
from tui.keeper import Keeper
from tui.notes import Mark, Notes, file_beside
from tui.plain_past import past
from tui.screens.past import PastScreen
from tui.screens.room import RoomScreen
from tui.screens.timeline import TimelineScreen

Made = Callable[..., WhitecellApp]
SIZE = (120, 40)
HOUR = 3600


async def test_the_timeline_steps_by_hours_and_days_and_jumps_to_the_end(app_of: Made):
    app = app_of()
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "t")
        await shown(pilot, "▲ Sun 5 Jan 20:58")
        await pressed(pilot, "left")
        await shown(pilot, "▲ Sun 5 Jan 20:00")
        await pressed(pilot, "left", "shift+left")
        await shown(pilot, "▲ Sat 4 Jan 19:00")
        await pressed(pilot, "end")
        await shown(pilot, "▲ Sun 5 Jan 20:58")


async def test_the_room_as_it_was_knows_nothing_of_later_and_orders_nothing(app_of: Made):
    session = HandSession()
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "t", "left", "enter")
        assert on(app, PastScreen)
        found = await shown(pilot, "You are looking back")
        assert "Sun 5 Jan 20:00" in found
        assert "looking back" in found
        assert "Arden airport" not in found
        await pressed(pilot, "escape")
        assert on(app, TimelineScreen)
        await pressed(pilot, "escape")
        assert type(app.screen) is RoomScreen
        assert "Arden airport" in text_of(pilot)


async def test_bookmarks_and_notes_stand_in_the_timeline_and_beside_the_save(
    app_of: Made, tmp_path: Path
):
    app = app_of()
    app.keeper = Keeper(HandSession(), tmp_path / "game.wcsave")
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "t", "asterisk")
        await shown(pilot, "★ duty officer")
        await pressed(pilot, "left", "N")
        await pressed(pilot, *"late", "enter")
        await shown(pilot, "Note  late")
    kept = json.loads(file_beside(tmp_path / "game.wcsave").read_text(encoding="utf-8"))
    assert [mark["text"] for mark in kept["marks"]] == ["late", ""]
    assert Notes(tmp_path / "game.wcsave").marks[0].text == "late"


async def test_keys_lead_from_bookmark_to_bookmark(app_of: Made):
    app = app_of()
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "t", "asterisk", "shift+left", "asterisk", "end")
        await pressed(pilot, "left_curly_bracket")
        await shown(pilot, "▲ Sat 4 Jan 20:00")
        await pressed(pilot, "right_curly_bracket")
        await shown(pilot, "▲ Sun 5 Jan 20:58")


async def test_branches_are_listed_and_begun_with_the_same_luck_or_another(
    app_of: Made, tmp_path: Path
):
    session = HandSession(folder=tmp_path)
    app = app_of(session)
    taken: list[Path] = []

    async def take_up(path: Path) -> None:
        taken.append(path)

    app.take_up = take_up  # type: ignore[method-assign]
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "t")
        await shown(pilot, "Ask the alliance  from Sun 5 Jan 12:00, played to 5 Jan 18:00")
        await pressed(pilot, "left", "asterisk", "b")
        await shown(pilot, "with other luck")
        await pressed(pilot, "enter")
        assert session.branched == [(92 * HOUR, None)]
        assert taken == [tmp_path / "invented-branch-3.wcsave"]
        assert Notes(taken[0]).marks == (Mark(92 * HOUR),)
        await pressed(pilot, "b", "l")
        assert session.branched[1] == (92 * HOUR, 4)
        await pressed(pilot, "b", "escape")
        assert len(session.branched) == 2


async def test_another_branch_is_taken_up_from_the_list(app_of: Made):
    app = app_of()
    taken: list[Path] = []

    async def take_up(path: Path) -> None:
        taken.append(path)

    app.take_up = take_up  # type: ignore[method-assign]
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "t", "tab", "enter")
        assert taken == []
        await pressed(pilot, "down", "enter")
        assert taken == [Path("invented-branch-1")]


async def test_a_branch_of_a_real_game_is_played_on_in_its_own_save(tmp_path: Path):
    from tests.tui.stage import chosen

    path = tmp_path / "g.wcsave"
    app = WhitecellApp(chosen(scenario="harbour", seat="union", seed=4, save=path))
    async with app.run_test(size=SIZE) as pilot:
        await shown(pilot, "Dockers' union")
        await pressed(pilot, "enter", "escape", "escape", *["full_stop"] * 6)
        await pressed(pilot, "t", "shift+left", "b", "enter")
        await shown(pilot, "CHANGED")
        assert app.keeper is not None
        assert app.keeper.path == tmp_path / "g-branch-1.wcsave"
        await pressed(pilot, "t")
        await shown(pilot, "nothing ordered yet  this game")
        await pressed(pilot, "q")
        await settled(pilot)
    assert peek(tmp_path / "g-branch-1.wcsave").parent == peek(path).digest()


def test_notes_that_cannot_be_read_count_as_none(tmp_path: Path):
    file_beside(tmp_path / "a.wcsave").write_text("{", encoding="utf-8")
    notes = Notes(tmp_path / "a.wcsave")
    assert list(notes.marks) == []
    notes.note(5, "  first  ")
    notes.note(5, "second")
    assert list(notes.marks) == [Mark(5, "second")]
    notes.note(5, " ")
    assert Notes(tmp_path / "a.wcsave").marks == ()


def run(*words: object) -> str:
    done = CliRunner().invoke(main, [str(word) for word in words])
    return f"{done.exit_code} {done.output}"


@pytest.fixture
def save(tmp_path: Path) -> Path:
    path = tmp_path / "g.wcsave"
    run("run", "harbour", "--seed", 1, "--until", "2031-11-04", "--save", path)
    return path


def test_the_command_branches_a_save_and_says_how_to_play_it(save: Path):
    said = run("branch", save, "--at", "2031-11-03 12:30", "--luck", 3)
    other = save.with_name("g-branch-1.wcsave")
    assert said.startswith(f"0 {other}: branches off g.wcsave at 2031-11-03 12:00, with luck 3.")
    assert f"whitecell play --resume '{other}'" in said
    manifest = peek(other)
    assert (manifest.parent_beat, manifest.replicate) == (6, 3)
    assert run("verify", other).startswith("0 ")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--at", "2031-11-05"), "was played to 2031-11-04 00:00"),
        (("--at", "soon"), "--at takes"),
        (("--at", "2031-11-03 12:00", "--luck", "good"), "--luck takes same or a number"),
    ],
)
def test_a_branch_that_cannot_be_is_bad_usage(save: Path, words: tuple[str, ...], sentence: str):
    said = run("branch", save, *words)
    assert said.startswith("2 ")
    assert sentence in said


def test_a_branch_never_writes_over_a_file(save: Path):
    said = run("branch", save, "--at", "2031-11-03 12:00", "--out", save)
    assert said.startswith("1 ")
    assert "E-save-exists" in said


async def plainly(session: HandSession, notes: Notes, words: str) -> None:
    await past(session, notes, words.split())


async def test_plain_mode_looks_back_notes_and_branches(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
):
    session, notes = HandSession(folder=tmp_path), Notes()
    for words in ("timeline 2", "at 1", "note too late", "bookmark", "notes", "branches"):
        await plainly(session, notes, words)
    await plainly(session, notes, "branch 10 luck 3")
    found = capsys.readouterr().out
    assert "duty officer: Arden airport" in found
    assert "At Sun 5 Jan 20:00 you knew:" in found
    assert found.index("At Sun 5 Jan 20:00") < found.index("Trust in the government: ")
    assert "Noted at Sun 5 Jan 21:00." in found
    assert "No longer marked." in found
    assert "invented-branch-1: from Sun 5 Jan 12:00" in found
    assert session.branched == [(83 * HOUR, 3)]
    assert "whitecell play --plain --resume" in found


@pytest.mark.parametrize("words", ["at", "timeline x", "branch 0", "branch 3 luck y"])
async def test_plain_mode_says_what_it_wants_instead(
    words: str, capsys: pytest.CaptureFixture[str]
):
    session = HandSession()
    await plainly(session, Notes(), words)
    assert "say a number" in capsys.readouterr().out
    assert session.branched == []
