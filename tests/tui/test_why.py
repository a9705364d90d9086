"""Why a figure moved, on the screen and line by line."""

from collections.abc import Callable

import pytest

from tests.tui.stage import HandSession, on, pressed, settled, shown, text_of
from tui.app import WhitecellApp
from tui.picture.data import LedgerPart
from tui.picture.why import in_order, signed
from tui.plain_why import why as why_plainly
from tui.screens.timeline import TimelineScreen
from tui.widgets.listing import Listing

Made = Callable[..., WhitecellApp]
SIZE = (120, 40)


async def test_the_parts_of_a_change_stand_largest_first_with_their_hours_and_their_sum(
    app_of: Made,
):
    app = app_of()
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "w")
        found = await shown(pilot, "What moved it")
        rows = ["Calder", "Arden airport", "Take the chair", "what you were not told of", "add up"]
        places = [found.index(row) for row in rows]
        assert places == sorted(places)
        assert "58 % at 5 Jan 12:00, 41 % at 5 Jan 21:00: −17.0" in found
        assert "15:00 · told 20:00 by Interior" in found


async def test_a_span_can_be_shorter_or_longer(app_of: Made):
    session = HandSession()
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "w")
        assert session.whys[-1] == (".trust", 0, session.now - 24 * 3600)
        await pressed(pilot, "left_square_bracket")
        assert session.whys[-1] == (".trust", 0, session.now - 12 * 3600)
        await pressed(pilot, *["right_square_bracket"] * 5)
        assert session.whys[-1] == (".trust", 0, 0)
        assert "since the start" in text_of(pilot)


async def test_a_figure_that_never_moved_says_so(app_of: Made):
    app = app_of()
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "w", "down")
        await shown(pilot, "nothing has moved yet")


async def test_the_place_under_the_cursor_of_the_map_is_the_one_that_is_asked_about(app_of: Made):
    session = HandSession()
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "m", "down", "w")
        assert session.whys[-1][:2] == ("street.crowd", 9)
        await shown(pilot, "Crowd, Jarrow")


async def test_enter_on_a_part_goes_to_what_was_told(app_of: Made):
    app = app_of()
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "w")
        await shown(pilot, "Arden airport")
        await pressed(pilot, "enter", "down", "enter")
        await settled(pilot)
        assert on(app, TimelineScreen)
        listing = app.screen.query_one("#list", Listing)
        assert "Arden airport" in str(listing.rows[listing.cursor].lines)


async def test_plain_mode_prints_the_same_parts(capsys: pytest.CaptureFixture[str]):
    session = HandSession()
    await why_plainly(session, "trust hours 12".split())
    assert session.whys == [(".trust", 0, session.now - 12 * 3600)]
    printed = capsys.readouterr().out
    assert "−9.0 Calder" in printed
    assert "4 parts add up to the change." in printed


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("nonsense", "names no figure"),
        ("trust hours x", "say a number of hours"),
        ("loyal", "nothing has moved yet"),
    ],
)
async def test_plain_mode_says_what_it_cannot_tell(
    words: str, sentence: str, capsys: pytest.CaptureFixture[str]
):
    await why_plainly(HandSession(), words.split())
    assert sentence in capsys.readouterr().out


def test_what_has_no_cause_stands_last_however_large_it_is():
    parts = [
        LedgerPart(amount=9, at=0, sort="unknown"),
        LedgerPart(amount=-1, at=0, sort="told"),
        LedgerPart(amount=2, at=0, sort="told"),
    ]
    assert [part.amount for part in in_order(parts)] == [2, -1, 9]


@pytest.mark.parametrize(
    ("value", "unit", "text"), [(-0.17, "%", "−17.0"), (45.0, "people", "+45"), (0.0, "%", "+0.0")]
)
def test_amounts_have_signs(value: float, unit: str, text: str):
    assert signed(value, unit) == text
