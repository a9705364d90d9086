"""Dealing by keys: what waits, what binds, what it is worth, and what there is to show."""

from collections.abc import Callable

from tests.tui.stage import on, pressed, text_of
from tests.tui.stage_deals import DealingSession
from tui.app import WhitecellApp
from tui.screens.deals import DealsScreen
from tui.screens.room import RoomScreen

Made = Callable[..., WhitecellApp]
SIZE, LARGE = (80, 24), (120, 40)


def row_with(text: str, words: str) -> str:
    """The first row on the screen that has these words."""
    return next((row for row in text.splitlines() if words in row), "")


async def test_offers_for_this_seat_stand_first_and_those_put_again_say_so(app_of: Made):
    app = app_of(DealingSession())
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "d")
        assert on(app, DealsScreen)
        shown = text_of(pilot)
        assert "2 for you to answer" in shown
        assert "answer by 6 Jan 00:00" in row_with(shown, "Home by dark for an answer")
        assert "again: Who is named?" in shown
        rows = shown.splitlines()
        first = next(at for at, row in enumerate(rows) if "Home by dark" in row)
        assert "you → Interior" in rows[first + 2]


async def test_words_say_with_a_sign_and_a_word_how_they_stand(app_of: Made):
    app = app_of(DealingSession())
    async with app.run_test(size=LARGE) as pilot:
        await pressed(pilot, "enter", "enter", "d")
        shown = text_of(pilot)
        assert "◷" in row_with(shown, "by 6 Jan 06:00, 9 h left")
        assert "✓" in row_with(shown, "kept 20:00")
        assert "×" in row_with(shown, "broken 17:00")
        await pressed(pilot, "tab", "end")
        assert "broken 17:00 by order of" in text_of(pilot)
        assert "learned of it 18:00" in text_of(pilot)


async def test_credit_stands_with_its_last_change_and_evidence_with_its_use(app_of: Made):
    app = app_of(DealingSession())
    async with app.run_test(size=LARGE) as pilot:
        await pressed(pilot, "enter", "enter", "d")
        shown = text_of(pilot)
        square = row_with(shown, "The square ━")
        assert "55 +5" in square
        assert "30 −20" in square
        assert "✓ genuine" in row_with(shown, "Film of a gate")
        assert "shown to Interior" in row_with(shown, "Map of the hours")
        assert "free" in row_with(shown, "List of arms")


async def test_where_nothing_was_dealt_every_pane_says_so_in_words(app_of: Made):
    app = app_of(DealingSession(quiet=True))
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "d")
        shown = text_of(pilot)
        for words in ("No offer waits.", "No word has been given yet.", "No evidence has come"):
            assert words in shown
        await pressed(pilot, "d")
        assert on(app, RoomScreen)
