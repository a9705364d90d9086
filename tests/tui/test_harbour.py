"""A shipped game from the lobby to its ending, by keys alone."""

from pathlib import Path

import pytest

from host.table import Table
from tests.tui.stage import chosen, on, pressed, settled, shown, text_of
from tui import app as opened
from tui.app import WhitecellApp
from tui.commands.playing import wanted_of
from tui.screens.closing import CloseScreen
from tui.screens.lobby import LobbyScreen
from tui.screens.room import RoomScreen
from tui.session import LocalSession


def union() -> LocalSession:
    """The union's seat of a small shipped game, in this process."""
    wanted = wanted_of(chosen(seed=5), "harbour", "union")
    return LocalSession(Table.new(wanted, "union", None))


async def test_a_game_is_played_to_its_ending():
    app = WhitecellApp(chosen(), union())
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "The overtime for the summer has not been paid." in text_of(pilot)
        assert "Tick two" in text_of(pilot)
        await pressed(pilot, "space", "down", "down", "x", "enter")
        assert on(app, RoomScreen)
        await pressed(pilot, "f")
        assert "How likely is each?" in text_of(pilot)
        await pressed(pilot, "7", "0", "down", "right", "enter")
        assert app.known is not None
        assert app.known.view.aims.chosen == ["paid", "blame"]
        assert app.known.view.move is not None
        assert list(app.known.view.move.slip.values()) == [0.7, 0.6]
        await pressed(pilot, "n", "enter", "1", "enter")
        assert "Accepted: Work to rule" in text_of(pilot)
        for _ in range(10):
            if app.known is not None and app.known.clock.over:
                break
            await pressed(pilot, "n")
            if on(app, CloseScreen):
                await pressed(pilot, "enter")
        assert "The page waits." in text_of(pilot)
        assert "Why this ending" not in text_of(pilot)
        await pressed(pilot, "enter")
        assert "Why this ending" in text_of(pilot)
        assert app.known is not None
        assert set(app.known.clock.aims) == set(app.known.scene.aims)
        await pressed(pilot, "enter", "t", *["left_square_bracket"] * 20)
        assert "Work to rule" in text_of(pilot)


async def test_every_seat_can_look_at_every_board():
    for seat in ("port", "council"):
        wanted = wanted_of(chosen(seed=5), "harbour", seat)
        app = WhitecellApp(chosen(), LocalSession(Table.new(wanted, seat, None)))
        async with app.run_test(size=(120, 40)) as pilot:
            await pressed(pilot, "enter", "n", "escape", "enter", "n", "enter")
            for key in "oimawtb":
                await pressed(pilot, key, "escape")
            assert on(app, RoomScreen)
            assert "Old Town" in text_of(pilot)


async def test_the_lobby_opens_a_game_in_a_process_of_its_own_and_takes_it_up_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(opened, "saves_folder", lambda: tmp_path)
    monkeypatch.setattr(opened, "new_save_path", lambda *_: tmp_path / "one.wcsave")
    app = WhitecellApp(chosen(scenario="harbour", seed=5))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert on(app, LobbyScreen)
        await pressed(pilot, "right", "s", "4", "2", "enter")
        assert "The overtime for the summer" in text_of(pilot)
        assert app.known is not None
        assert app.known.scene.seed == 42
        await pressed(pilot, "enter", "n", "escape", "enter")
        await shown(pilot, "Mon 3 Nov 18:00")
        await pressed(pilot, "q")
    assert "--resume" in app.farewell

    app = WhitecellApp(chosen())
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pressed(pilot, "r", "enter", "escape", "escape")
        assert on(app, RoomScreen)
        assert "Mon 3 Nov 18:00" in text_of(pilot)
        await pressed(pilot, "q")


async def test_a_save_that_cannot_be_taken_up_leads_to_the_lobby_with_the_reason(tmp_path: Path):
    broken = tmp_path / "broken.wcsave"
    broken.write_text("no save")
    app = WhitecellApp(chosen(resume=broken))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert on(app, LobbyScreen)
        assert "is no save of Whitecell" in text_of(pilot)
