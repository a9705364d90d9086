"""What somebody who never played has to read before a first order, in words."""

import re
from collections import Counter
from collections.abc import Sequence

import pytest
from textual.pilot import Pilot

from tests.tui.stage import chosen, settled, text_of
from tui.app import WhitecellApp
from tui.widgets.map_view import MapView

SIZE = (80, 24)
A_MINUTE = 230
"""Words that people read in a minute of plain English, silently."""
MOST = 90 * A_MINUTE // 60
WORD = re.compile(r"[^\W\d_]{2}(?:[\w’'-]*\w)?")
"""Two letters at least: a key that is named, a figure and a sign are seen, not read."""

Steps = Sequence[tuple[tuple[str, ...], str]]
"""Keys, and what stands on the screen when they have done their work."""

TICKED = (("space", "down", "space", "enter"), "CHANGED")
ORDERED = (("1",), "What it does")
BY_SCENARIO: dict[str, Steps] = {
    "First watch": [
        ((), "begin here"),
        (("enter",), "Tick two"),
        TICKED,
        ORDERED,
    ],
    "Kazakhstan, January 2022": [
        ((), "begin here"),
        (("down",), "of 5"),
        (("f", "f"), "A lesson"),
        (("enter",), "Before you play"),
        (("enter",), "Tick two"),
        TICKED,
        ORDERED,
    ],
}


async def seen(pilot: Pilot[None], words: str) -> None:
    """Wait until these words stand there: a game is opened by a process of its own."""
    for _ in range(1200):
        if words in text_of(pilot):
            return
        await pilot.pause(0.05)
    raise AssertionError(f"{words!r} is not in:\n{text_of(pilot)}")


async def words_by_screen(steps: Steps) -> list[int]:
    """The words of each screen that did not stand on the one before it.

    Names on a map are looked at, not read.
    """
    app = WhitecellApp(chosen())
    found: list[int] = []
    before: Counter[str] = Counter()
    async with app.run_test(size=SIZE) as pilot:
        for keys, until in steps:
            for key in keys:
                await pilot.press(key)
                await settled(pilot)
            await seen(pilot, until)
            await settled(pilot)
            rows = text_of(pilot).splitlines()
            for pane in app.screen.query(MapView):
                at = pane.region
                for row in range(at.y, at.bottom):
                    rows[row] = rows[row][: at.x] + rows[row][at.right :]
            now = Counter(WORD.findall("\n".join(rows)))
            found.append((now - before).total())
            before = now
        await pilot.press("enter")
        await seen(pilot, "Accepted: ")
    return found


@pytest.mark.parametrize("title", BY_SCENARIO)
async def test_a_first_order_is_given_after_ninety_seconds_of_reading_at_most(title: str):
    found = await words_by_screen(BY_SCENARIO[title])
    assert sum(found) <= MOST, found


async def test_the_slip_and_the_aims_come_after_the_first_order_not_before():
    steps = [((), "begin here"), (("enter",), "Tick two"), (("enter",), "CHANGED"), ORDERED]
    app = WhitecellApp(chosen())
    async with app.run_test(size=SIZE) as pilot:
        for keys, until in steps:
            for key in keys:
                await pilot.press(key)
            await seen(pilot, until)
        assert "How likely" not in text_of(pilot)
        await pilot.press("enter")
        await seen(pilot, "Accepted: ")
        await pilot.press("n")
        await seen(pilot, "At the end your results are read")
        await pilot.press("escape")
        await seen(pilot, "How likely is each")
