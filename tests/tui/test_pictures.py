"""Screens as they look, at the sizes of the grid: read the picture before you accept another."""

from collections.abc import Callable

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.tui.stage import HandSession, pressed, settled, shown
from tui.app import WhitecellApp

Made = Callable[..., WhitecellApp]

ENDING = ("harm", "ending", "luck", "turning", "afterwards")
SIZES = {"narrow": (80, 24), "normal": (120, 40), "wide": (200, 60)}


@pytest.mark.parametrize("size", SIZES)
async def test_the_room(app_of: Made, picture: SnapshotAssertion, size: str):
    app = app_of()
    async with app.run_test(size=SIZES[size]) as pilot:
        await pressed(pilot, "enter", "enter")
        assert app.export_screenshot() == picture


@pytest.mark.parametrize("palette", ["paper", "contrast"])
async def test_the_room_in_other_palettes(app_of: Made, picture: SnapshotAssertion, palette: str):
    app = app_of()
    async with app.run_test(size=SIZES["narrow"]) as pilot:
        app.paint(palette)
        await pressed(pilot, "enter", "enter")
        assert app.export_screenshot() == picture


@pytest.mark.parametrize(
    ("board", "keys"),
    [
        ("order", "1 tab"),
        ("cards", "o"),
        ("reports", "i"),
        ("map", "m"),
        ("forces", "a"),
        ("why", "w"),
        ("timeline", "t"),
        ("help", "question_mark"),
        ("estimate-form", "e"),
    ],
)
@pytest.mark.parametrize("size", ["narrow", "normal"])
async def test_a_board(app_of: Made, picture: SnapshotAssertion, board: str, keys: str, size: str):
    app = app_of()
    async with app.run_test(size=SIZES[size]) as pilot:
        await pressed(pilot, "enter", "enter", *keys.split())
        assert app.export_screenshot() == picture


@pytest.mark.parametrize("size", SIZES)
async def test_an_estimate(app_of: Made, picture: SnapshotAssertion, size: str):
    app = app_of()
    async with app.run_test(size=SIZES[size]) as pilot:
        await pressed(pilot, "enter", "enter", "e", "enter")
        await shown(pilot, "100 of 100 each")
        assert app.export_screenshot() == picture


@pytest.mark.parametrize("page", ENDING)
@pytest.mark.parametrize("size", SIZES)
async def test_a_page_of_the_end(app_of: Made, picture: SnapshotAssertion, page: str, size: str):
    app = app_of(HandSession(over=True))
    async with app.run_test(size=SIZES[size]) as pilot:
        await settled(pilot)
        await pressed(pilot, *["enter"] * ENDING.index(page))
        if page in ("ending", "luck"):
            await shown(pilot, "par: " if page == "ending" else "40 of 40")
        assert app.export_screenshot() == picture


async def test_a_window_that_is_too_small(app_of: Made, picture: SnapshotAssertion):
    app = app_of()
    async with app.run_test(size=(72, 20)) as pilot:
        await pressed(pilot, "enter", "enter")
        assert app.export_screenshot() == picture
