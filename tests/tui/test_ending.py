"""The pages of an ending: harm first and alone, each page waits, and none stands there before."""

from collections.abc import Callable

from tests.tui.stage import HandSession, on, pressed, settled, text_of
from tui.app import WhitecellApp
from tui.screens.ending import EndingScreen
from tui.screens.room import RoomScreen

Made = Callable[..., WhitecellApp]
SIZE = (80, 24)


async def test_the_harm_stands_first_and_alone_and_waits_for_a_key(app_of: Made):
    app = app_of(HandSession(over=True))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        shown = text_of(pilot)
        assert "page 1 of" in shown
        for words in ("170", "190 or more", "about 15", "57 preventable by Head of state · Int"):
            assert words in shown
        for words in ("Order restored", "met", "par", "Brier"):
            assert words not in shown
        await pressed(pilot, "down", "x")
        assert "page 1 of" in text_of(pilot)


async def test_each_line_of_harm_says_what_it_rests_on(app_of: Made):
    app = app_of(HandSession(over=True))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pressed(pilot, "w")
        shown = text_of(pilot)
        assert "190 people, as Press was told, as of 5 Jan 13:00, no word" in shown
        assert "The decision that did most: Head of state, Set the limit on force" in shown
        await pressed(pilot, "escape")
        assert "page 1 of" in text_of(pilot)


async def test_the_ending_has_its_reasons_and_the_aims_that_were_chosen(app_of: Made):
    app = app_of(HandSession(over=True))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pressed(pilot, "enter")
        shown = text_of(pilot)
        assert "Order restored, on another’s terms" in shown
        assert "The last man has left" in shown
        assert "The rule, published before: the last man has left: yes, for 48 h;" in shown
        assert "guests.over" not in shown
        chosen, _, others = shown.partition("Not chosen by you")
        assert "Order by your own men" in chosen
        assert "People trust the government" in others
        assert "mean Brier score 0.21" in shown
        await pressed(pilot, "b")
        assert "page 1 of" in text_of(pilot)


async def test_the_causes_are_drawn_with_the_clues_that_this_seat_had(app_of: Made):
    app = app_of(HandSession(over=True))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pressed(pilot, "c")
        assert "page 1 of" in text_of(pilot)
        await pressed(pilot, "enter", "c")
        shown = text_of(pilot)
        assert "In this run: Chiefs have told units to leave (odds 20 %)." in shown
        assert "• Who rang whom" in shown
        assert "− Interior: Keys handed over" in shown


async def test_what_came_afterwards_names_its_decision(app_of: Made):
    app = app_of(HandSession(over=True))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        while "Asked on the doorstep" not in text_of(pilot):
            await pressed(pilot, "enter")
            assert on(app, EndingScreen)
        assert "The decision that did most: Head of state, Ask the alliance" in text_of(pilot)
        assert "No decision led to this." in text_of(pilot)


async def test_after_the_last_page_comes_the_room_and_n_opens_the_ending_again(app_of: Made):
    app = app_of(HandSession(over=True))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        for _ in range(9):
            if on(app, EndingScreen):
                await pressed(pilot, "enter")
        assert on(app, RoomScreen)
        await pressed(pilot, "n")
        assert "170" in text_of(pilot)


async def test_no_page_of_the_ending_shows_anything_before_the_game_is_over(app_of: Made):
    app = app_of(HandSession())
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter")
        assert app.known is not None
        app.push_screen(EndingScreen(app.known))
        await settled(pilot)
        assert "results are read when the game is over" in text_of(pilot)
        await pressed(pilot, "escape", "enter")
        for words in ("170", "Order restored", "preventable"):
            assert words not in text_of(pilot)
