"""The staff estimate on the screen and line by line."""

import re
from collections.abc import Callable
from typing import cast

import pytest

from tests.tui.stage import HandSession, estimate, on, pressed, settled, shown, text_of
from tui.app import WhitecellApp
from tui.estimating import LOOKS
from tui.picture.coming import Remaining, soon
from tui.picture.coming import settled as settled_rows
from tui.picture.data import Estimated, EstimateRow, Gap, Range, Spread
from tui.picture.estimate import bar, gaps, number, said
from tui.plain_staff import NotFound, known_of, question
from tui.plain_staff import estimate as ask_plainly
from tui.screens.estimate import EstimateScreen
from tui.screens.order import OrderScreen
from tui.session import Plain

Made = Callable[..., WhitecellApp]
SIZE = (120, 40)


def flat(text: str) -> str:
    """Without the breaks between lines of a pane."""
    return " ".join(re.sub("[│┃]", " ", text).split())


def options(session: HandSession, number: int = -1) -> list[dict[str, object]]:
    return cast("list[dict[str, object]]", session.asked[number]["options"])


async def test_the_staff_is_asked_only_after_a_reading_was_offered(app_of: Made):
    session = HandSession()
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "e")
        assert session.asked == []
        assert "Why do the posts empty?" in text_of(pilot)
        await pressed(pilot, "right", "right", "enter")
        assert options(session)[0]["assume"] == {"why": "wait"}
        assert "three days on, if: They wait to see who wins" in text_of(pilot)


async def test_numbers_come_while_the_screen_stays_live_and_harm_stands_first(app_of: Made):
    session = HandSession()
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "e", "enter")
        found = await shown(pilot, "of 100 each")
        assert found.index("People killed") < found.index("Trust in the government")
        assert "less under A than under B in 61 to 69 of 100" in found
        await pressed(pilot, "down")
        assert "People hurt, 8 in 10 sure" in text_of(pilot)
        assert "B beside A in the same futures: +830 (610 to 1.1k)." in flat(text_of(pilot))


async def test_the_staff_stops_when_it_is_told_to_and_what_is_known_stays(app_of: Made):
    session = HandSession()
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "e", "enter", "k")
        found = text_of(pilot)
        assert "50 of 100 each · left there" in found
        assert "95 (60–150)" in found
        looks = session.looks
        await pilot.pause(LOOKS * 2)
        assert session.looks == looks


async def test_leaving_the_screen_calls_the_staff_off(app_of: Made):
    session = HandSession()
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "e", "enter", "escape")
        await pilot.pause(LOOKS * 2)
        looks = session.looks
        await pilot.pause(LOOKS * 2)
        assert session.looks == looks


async def test_another_reading_or_card_begins_it_again(app_of: Made):
    session = HandSession()
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "e", "enter", "r", "x")
        assert [len(session.asked), options(session)[0]["assume"]] == [3, {"why": "few"}]
        assert options(session)[1]["card"] == "ask"


async def test_one_card_can_be_seen_under_two_readings(app_of: Made):
    session = HandSession()
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "e", "down", "down", "left", "enter")
        first, second = options(session)
        assert first["card"] == second["card"] == "ask"
        assert (first["assume"], second["assume"]) == ({}, {"why": "few"})
        await shown(pilot, "the same, if: Too few men")


async def test_a_form_is_estimated_as_it_is_filled_in(app_of: Made):
    session = HandSession()
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "1", "right", "e", "enter")
        fields = cast("dict[str, object]", options(session)[0]["fields"])
        assert fields["call"] == "outside"
        await pressed(pilot, "f")
        assert on(app, OrderScreen)


async def test_trouble_is_said_on_the_screen(app_of: Made):
    class Short(HandSession):
        async def estimate(self, wanted: Plain) -> Plain:
            return {"finished": True, "trouble": "the scenario is gone"}

    app = app_of(Short())
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "e", "enter")
        assert "The staff cannot go on: the scenario is gone" in text_of(pilot)


async def test_nothing_is_estimated_after_the_end(app_of: Made):
    app = app_of(HandSession(over=True))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pressed(pilot, "enter", "enter", "e")
        assert not on(app, EstimateScreen)


async def test_plain_mode_asks_the_same_and_prints_the_same(capsys: pytest.CaptureFixture[str]):
    session = HandSession()
    await ask_plainly(session, "ask with limit if chiefs days 2".split())
    first, second = options(session)
    assert (first["card"], second["card"]) == ("ask", "limit")
    assert first["assume"] == second["assume"] == {"why": "told"}
    assert session.asked[0]["hours"] == 48.0
    printed = capsys.readouterr().out
    assert "People killed: A 95 (60–150); B 125 (70–205)" in printed
    assert "less under A than under B in 61 to 69 of 100" in printed
    assert all(len(row) <= 78 for row in printed.splitlines())


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("zzz", "names no card"),
        ("re with ask days x", "say a number of days"),
        ("ask if they", "names"),
        ("ask if nobody", "names no answer"),
    ],
)
async def test_what_plain_mode_cannot_place_it_says(words: str, sentence: str):
    known = await known_of(HandSession())
    if sentence == "names":
        asked, _ = question(known, words.split())
        assert asked["options"][0]["assume"] == {"why": "wait"}  # type: ignore[index]
        return
    with pytest.raises(NotFound, match=sentence):
        question(known, words.split())


async def test_plain_mode_takes_the_number_of_a_card():
    known = await known_of(HandSession())
    _, labels = question(known, ["2"])
    assert labels == ("Set the limit on force", "no order more")


@pytest.mark.parametrize(
    ("gap", "text"),
    [
        ((-0.04, 0.01, 0.06), "+1 % (−4 to 6); that does not tell them apart."),
        ((-0.06, -0.04, -0.02), "−4 % (−6 to −2)."),
        ((0.001, 0.002, 0.003), "B and A hardly differ in the same futures."),
    ],
)
def test_a_gap_says_whether_it_tells_two_options_apart(gap: tuple[float, float, float], text: str):
    least, mean, most = gap
    row = EstimateRow(
        key="trust", title="Trust", unit="%", sort="level", spans=[None, None],
        gaps=[Gap(least=least, mean=mean, most=most)],
    )  # fmt: skip
    (sentence,) = gaps(row)
    assert sentence.endswith(text)
    assert bool(gaps(row, only_told=True)) == (least > 0 or most < 0)


def test_what_remains_goes_by_the_pace_and_not_by_what_was_there_already():
    remaining = Remaining()
    assert remaining.seconds(9.0, Estimated()) is None
    assert remaining.seconds(10.0, Estimated(through=0.5)) is None
    assert remaining.seconds(12.0, Estimated(through=0.6)) == pytest.approx(8.0)
    assert remaining.seconds(13.0, Estimated(through=1.0, finished=True)) is None


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(None, ""), (3.0, " · 10 s more"), (44.0, " · 40 s more"), (150.0, " · 2 min more")],
)
def test_what_is_left_is_said_roughly(seconds: float | None, text: str):
    assert soon(seconds) == text


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (95.0, "people", "95"),
        (2_200.0, "people", "2.2k"),
        (12_400.0, "people", "12k"),
        (0.33, "%", "33"),
        (-3.0, "people", "−3"),
        (1.0, "people", "1"),
    ],
)
def test_numbers_are_short(value: float, unit: str, text: str):
    assert number(value, unit) == text


def test_a_bar_has_its_median_inside_its_half_inside_its_range():
    spread = Spread(low=0, q1=2, median=5, q3=8, high=10, least=4, most=6)
    ((drawn, _),) = bar(spread, 0, 10, 11, "")
    assert drawn == "──━━━●━━━──"


@pytest.mark.parametrize(
    ("rows", "text"),
    [((), ""), ((True, False, True), " · 2 rows of 3 settled"), ((True,), " · settled")],
)
def test_rows_that_will_hardly_change_are_counted(rows: tuple[bool, ...], text: str):
    about = {"key": "x", "title": "X", "unit": "", "sort": "level", "spans": []}
    found = Estimated.model_validate({"rows": [about | {"settled": row} for row in rows]})
    assert settled_rows(found) == text


def test_an_option_without_futures_says_so():
    assert said(None, "people") == "no futures"
    assert said(Range(chance=(0.304, 0.3049)), "") == "30 in 100"


def test_what_is_known_of_an_estimate_survives_the_wire():
    found = Estimated.model_validate(estimate(0, 50))
    assert found.rows[0].spans[0] is not None
