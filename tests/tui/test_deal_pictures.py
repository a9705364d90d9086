"""The deals screen and its forms as they look: read the picture before you accept another."""

from collections.abc import Callable

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.tui.stage import pressed
from tests.tui.stage_deals import DealingSession
from tui.app import WhitecellApp

Made = Callable[..., WhitecellApp]

SIZES = {"narrow": (80, 24), "normal": (120, 40), "wide": (200, 60)}


@pytest.mark.parametrize("size", SIZES)
async def test_deals(app_of: Made, picture: SnapshotAssertion, size: str):
    app = app_of(DealingSession())
    async with app.run_test(size=SIZES[size]) as pilot:
        await pressed(pilot, "enter", "enter", "d")
        assert app.export_screenshot() == picture


@pytest.mark.parametrize(
    ("form", "keys"), [("answer", "d enter"), ("offers", "d c"), ("offer", "d c down enter")]
)
@pytest.mark.parametrize("size", SIZES)
async def test_a_form(app_of: Made, picture: SnapshotAssertion, form: str, keys: str, size: str):
    app = app_of(DealingSession())
    async with app.run_test(size=SIZES[size]) as pilot:
        await pressed(pilot, "enter", "enter", *keys.split())
        assert app.export_screenshot() == picture


async def test_a_breach(app_of: Made, picture: SnapshotAssertion):
    app = app_of(DealingSession(breaches=frozenset({"limit"})))
    async with app.run_test(size=SIZES["narrow"]) as pilot:
        await pressed(pilot, "enter", "enter", "2", "enter")
        assert app.export_screenshot() == picture


@pytest.mark.parametrize("size", SIZES)
async def test_a_consultation(app_of: Made, picture: SnapshotAssertion, size: str):
    app = app_of(DealingSession(consulting=True))
    async with app.run_test(size=SIZES[size]) as pilot:
        await pressed(pilot, "enter", "enter", "d")
        assert app.export_screenshot() == picture


@pytest.mark.parametrize("size", SIZES)
async def test_a_room_with_deals(app_of: Made, picture: SnapshotAssertion, size: str):
    app = app_of(DealingSession())
    async with app.run_test(size=SIZES[size]) as pilot:
        await pressed(pilot, "enter", "enter")
        assert app.export_screenshot() == picture
