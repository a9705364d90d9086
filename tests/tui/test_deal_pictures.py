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
