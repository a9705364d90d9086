"""The line of what was told last."""

from collections.abc import Callable

import pytest

from tests.tui.stage import HandSession, pressed, text_of
from tui.app import WhitecellApp
from tui.ink import plain
from tui.keeper import Keeper
from tui.picture.ticker import ticker

Made = Callable[..., WhitecellApp]


async def test_the_newest_headline_stands_first_with_its_hour():
    known = await Keeper(HandSession()).look()
    said = plain(ticker(known)).split("   ")
    assert [part.strip() for part in said if part.strip()] == [
        "LATEST", "20:58 Arden airport", "20:30 Jarrow", "20:00 Calder",
    ]  # fmt: skip


@pytest.mark.parametrize(("size", "there"), [((80, 24), False), ((120, 40), True)])
async def test_it_stands_where_there_is_a_line_to_spare(
    app_of: Made, size: tuple[int, int], there: bool
):
    app = app_of()
    async with app.run_test(size=size) as pilot:
        await pressed(pilot, "enter", "enter")
        assert ("LATEST" in text_of(pilot)) is there


async def test_after_the_game_no_next_hour_is_named(app_of: Made):
    session = HandSession(over=True)
    app = app_of(session)
    async with app.run_test(size=(120, 40)) as pilot:
        await pressed(pilot, "enter", "enter", "escape", "escape")
        first = text_of(pilot).splitlines()[0]
        assert "after the game" in first
        assert "next" not in first
