"""The map closer, panned, with a mark on the place chosen, and with whoever is on the way."""

from collections.abc import Callable

import pytest

from tests.tui.stage import HOUR, HandSession, cards, pressed, scene, text_of
from tui.app import WhitecellApp
from tui.keeper import Keeper
from tui.picture.movements import movement_words, movements
from tui.plain_ground import map_sentences
from tui.widgets.map_frame import Frame
from tui.widgets.map_view import MapView

Made = Callable[..., WhitecellApp]
SIZE = (120, 40)
NOW = 93 * HOUR


def sending(state: str = "out", due: int = NOW - 4 * HOUR, **fields: object) -> HandSession:
    """An order to send men by road, given some hours ago."""
    hand = cards()
    ask = hand["ask"]
    assert isinstance(ask, dict)
    where = next(field for field in ask["fields"] if field["name"] == "where")
    men = next(field for field in ask["fields"] if field["name"] == "men")
    moves = {"origin": "from_place", "target": "where", "way": "way",
             "ways": {"road": ((1.0, 2.0), (50.0, 70.0))}}  # fmt: skip
    hand["send"] = ask | {
        "title": "Send men",
        "takes": "1 h",
        "fields": [where | {"name": "from_place"}, where, men],
        "moves": moves,
    }
    given = {"from_place": "borough", "where": "arden", "men": 300.0} | fields
    order = {"order": "o1", "card": "send", "fields": given, "due": due, "state": state}
    return HandSession(about=scene(cards=hand), orders=[order])


async def test_men_sent_are_on_the_way_until_the_last_hour_that_is_expected():
    known = await Keeper(sending()).look()
    found = movements(known)
    assert [(each.target, each.origin, each.what) for each in found] == [
        ("arden", "borough", "300 men")
    ]
    assert "300 men on the way from Borough, there" in movement_words(known, found[0])
    assert any(said.startswith("To Arden: 300 men on the way") for said in map_sentences(known))
    assert movements(await Keeper(sending(due=NOW - 90 * HOUR)).look()) == []


@pytest.mark.parametrize("state", ["accepted", "withdrawn", "failed"])
async def test_nobody_is_on_the_way_by_an_order_that_is_not_carried_out(state: str):
    assert movements(await Keeper(sending(state)).look()) == []


async def test_the_map_shows_the_way_and_how_many_come(app_of: Made):
    still = app_of()
    async with still.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "m")
        before = text_of(pilot)
    app = app_of(sending())
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "m")
        text = text_of(pilot)
    assert "▸300" in text
    assert "▸ 300 men" in text
    assert "▸300" not in before
    drawn = "\n".join(text.splitlines()[2:24])
    assert drawn.count("▸") == 2


async def test_closer_the_place_chosen_stands_in_the_middle(app_of: Made):
    app = app_of()
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "m")
        shown = app.screen.query_one(MapView)
        whole = text_of(pilot)
        await pressed(pilot, "plus", "plus")
        assert shown.zoom == 4.0
        rows = text_of(pilot).splitlines()
        row = next(number for number, row in enumerate(rows) if "Arden 10k+" in row)
        assert abs(row - (3 + shown.size.height // 2)) <= 2
        assert 50 <= rows[row].index("Arden") <= 66
        await pressed(pilot, "left")
        panned = text_of(pilot).splitlines()
        moved = next(each for each in panned if "Arden 10k+" in each)
        assert moved.index("Arden") > rows[row].index("Arden")
        await pressed(pilot, "down")
        assert shown.chosen != "arden"
        await pressed(pilot, "0")
        assert shown.zoom == 1.0
        await pressed(pilot, "up", "left")
        assert text_of(pilot) == whole


async def test_the_place_under_the_cursor_is_marked_on_the_map(app_of: Made):
    app = app_of()
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "m")
        shown = app.screen.query_one(MapView)
        marked = [
            text
            for y in range(shown.size.height)
            for text, style in shown.body(shown.size.width, shown.size.height)[y - 1]
            if "reverse" in style
        ]
    assert marked == ["▲"]


def test_a_point_of_the_map_is_where_its_dot_is():
    frame = Frame.around([(50.0, 40.0), (80.0, 55.0)], 100, 30).closer(3.0, (66.0, 48.0), 100, 30)
    assert frame.cell(66.0, 48.0) == (50, 15)
    longitude, latitude = frame.point(*frame.dot(61.0, 46.0))
    assert longitude == pytest.approx(61.0, abs=0.2)
    assert latitude == pytest.approx(46.0, abs=0.2)
