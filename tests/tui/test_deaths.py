"""Deaths are never a counter: a dated report on a page of its own that waits, before all else."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from tests.tui.stage import HOUR, HandSession, on, pressed, report, settled, text_of
from tui.app import WhitecellApp
from tui.keeper import Keeper
from tui.picture.deaths import deaths_told, told_of_deaths
from tui.screens.pages import NoteScreen
from tui.screens.room import RoomScreen

Made = Callable[..., WhitecellApp]
Plain = dict[str, object]
SIZE = (80, 24)
NOW = 93 * HOUR


def death(number: int, source: str, count: float, place: str = "arden", **more: object) -> Plain:
    """A report of deaths, as the media tell it."""
    words = f"By the hospital, {count:g}."
    row = report(number, NOW - HOUR, "Arden", words, source.replace("_", " ").capitalize())
    fields = {"story": "deaths", "number": count, "source": source, "seen_at": NOW - 3 * HOUR}
    return row | {"event": "media.reported", "place": place, "fields": fields | more}


@dataclass
class Telling(HandSession):
    """The invented country with other news."""

    rows: list[Plain] = field(default_factory=list)

    async def events(self, since: int) -> list[Plain]:
        """See Session."""
        return [row for row in self.rows if int(str(row["at"])) <= self.now][since:]


def told() -> list[Plain]:
    return [
        report(0, NOW - HOUR, "Calder", "Three sites hard pressed.", "Interior"),
        death(1, "duty_officer", 12.0),
        death(2, "wire", 20.0),
        death(3, "rumour", 400.0),
        death(4, "rumour", 3.0, "calder"),
    ]


async def test_a_report_of_deaths_stands_on_its_page_before_the_room_asks_anything(app_of: Made):
    app = app_of(Telling(rows=told()))
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter")
        assert on(app, NoteScreen)
        page = text_of(pilot)
        assert "Deaths, as reported" in page
        assert "official   independent     not known" in page
        arden = next(row for row in page.splitlines() if row.startswith("   Arden"))
        assert arden.split() == ["Arden", "12", "20", "said:", "400"]
        calder = next(row for row in page.splitlines() if row.startswith("   Calder"))
        assert calder.rstrip().endswith("said: 3")
        assert "432" not in page
        assert "Three sites" not in page
        await pressed(pilot, "enter")
        assert on(app, RoomScreen)
        await pressed(pilot, "m", "escape")
        assert on(app, RoomScreen)


async def test_time_that_runs_by_itself_stops_for_a_report_of_deaths(app_of: Made):
    rows = told()[:1]
    session = Telling(rows=rows, moves=(0, 240 * HOUR))
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter")
        assert on(app, RoomScreen)
        rows.append(death(1, "press", 7.0) | {"at": NOW + 2 * HOUR})
        await pressed(pilot, *["plus"] * 3)
        await pilot.press("space")
        for _ in range(100):
            await pilot.pause(0.05)
            if on(app, NoteScreen):
                break
        assert on(app, NoteScreen)
        assert session.now == NOW + 2 * HOUR
        assert not app.pace.moving


async def test_where_nobody_reported_a_death_no_page_stands_in_the_way(app_of: Made):
    app = app_of(Telling(rows=told()[:1]))
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter")
        assert on(app, RoomScreen)


async def test_after_the_end_the_ending_tells_it(app_of: Made):
    app = app_of(Telling(rows=told(), over=True))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert "Deaths, as reported" not in text_of(pilot)
        await pressed(pilot, "escape")
        assert on(app, RoomScreen)


async def test_line_by_line_the_same_columns_stand_before_the_reports():
    known = await Keeper(Telling(rows=told())).look()
    lines = list(deaths_told(known, 78))
    assert lines[0] == "Deaths, as reported"
    assert any("12" in row and "20" in row and "said: 400" in row for row in lines)
    assert not list(deaths_told(await Keeper(Telling(rows=told()[:1])).look(), 78))


@pytest.mark.parametrize("event", ["game.reported", "media.reported"])
async def test_only_reports_of_deaths_are_such(event: str):
    rows = [report(0, NOW, "Arden", "A crowd.", "Wire") | {"event": event}]
    known = await Keeper(Telling(rows=rows)).look()
    assert told_of_deaths(known, 0) == []
