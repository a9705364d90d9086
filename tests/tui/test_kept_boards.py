"""A board is made once, and whoever opens it again finds it as at first, with what is known now."""

from collections.abc import Callable

import pytest
from textual.app import App
from textual.geometry import Region

from tests.tui.stage import HandSession, pressed, scene, text_of
from tui.app import WhitecellApp
from tui.screens.board import Board
from tui.screens.lists import CardsScreen
from tui.screens.pair import Pair
from tui.screens.places import MapScreen
from tui.screens.room import RoomScreen
from tui.widgets.listing import Listing
from tui.widgets.map_view import MapView

Made = Callable[..., WhitecellApp]
SIZE = (120, 40)


def front(app: App[None], kind: type[Pair]) -> Pair:
    assert isinstance(app.screen, kind)
    return app.screen


def cursor(board: Pair) -> int:
    return board.query_one("#list", Listing).cursor


async def test_a_board_opened_again_is_the_same_one_on_its_first_row(app_of: Made):
    app = app_of()
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "o", "down", "down")
        first = front(app, CardsScreen)
        assert cursor(first) == 2
        await pressed(pilot, "o")
        assert isinstance(app.screen, RoomScreen)
        await pressed(pilot, "o")
        assert front(app, CardsScreen) is first
        assert cursor(first) == 0
        await pressed(pilot, "down")
        assert cursor(first) == 1


async def test_what_was_looked_for_is_forgotten_when_a_board_is_closed(app_of: Made):
    app = app_of()
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "o", "slash", *"xyz", "enter")
        assert "Nothing has this word" in text_of(pilot)
        await app.run_action("app.to_room")
        await pressed(pilot, "o")
        assert "Nothing has this word" not in text_of(pilot)
        await pressed(pilot, "slash")
        assert "xyz" not in text_of(pilot)


async def test_the_map_opens_as_the_whole_map_again(app_of: Made):
    app = app_of()
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "m", "plus")
        assert front(app, MapScreen).query_one(MapView).zoom == 2.0
        await pressed(pilot, "m", "m")
        assert front(app, MapScreen).query_one(MapView).zoom == 1.0


async def test_a_board_opened_again_and_a_room_seen_again_show_the_hour_that_it_is(app_of: Made):
    session = HandSession()
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "o")
        at_first = text_of(pilot).splitlines()[0]
        await pressed(pilot, "o", "full_stop")
        later = text_of(pilot).splitlines()[0]
        assert later != at_first
        await pressed(pilot, "o")
        assert text_of(pilot).splitlines()[0] == later
        await pressed(pilot, "full_stop")
        latest = text_of(pilot).splitlines()[0]
        assert latest != later
        room = next(screen for screen in app.screen_stack if isinstance(screen, RoomScreen))
        await pressed(pilot, "o")
        assert app.screen is room
        assert text_of(pilot).splitlines()[0] == latest


async def test_a_board_follows_a_window_that_changed_while_it_was_closed(app_of: Made):
    app = app_of()
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "o", "o")
        await pilot.resize_terminal(90, 30)
        await pressed(pilot, "o")
        board = front(app, CardsScreen)
        assert board.size == (90, 30)
        assert board.has_class("-narrow")
        assert not board.has_class("-normal")
        rows = text_of(pilot).splitlines()
        assert max(map(len, rows)) <= 90


async def test_nobody_finds_the_board_of_another_person(app_of: Made):
    app = app_of(HandSession(about=scene(people=["lead", "inner"])))
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "enter", "o")
        mine = front(app, CardsScreen)
        await pressed(pilot, "h", "enter", "enter", "enter", "o")
        theirs = front(app, CardsScreen)
        assert theirs is not mine
        assert not mine.is_attached


async def test_another_pane_gets_the_keyboard_without_the_whole_screen_being_painted(
    app_of: Made, monkeypatch: pytest.MonkeyPatch
):
    app = app_of()
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter")
        had, whole = app.focused, []
        refresh = Board.refresh

        def counted(self: Board, *regions: Region, **more: bool) -> Board:
            if not regions:
                whole.append(more)
            return refresh(self, *regions, **more)

        monkeypatch.setattr(Board, "refresh", counted)
        await pressed(pilot, "tab")
        assert app.focused is not had
        assert sum("━━" in row for row in text_of(pilot).splitlines()) == 1
        assert whole == []
