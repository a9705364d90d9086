"""The clocks of a consultation: told member by member, and shown side by side."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from tests.tui.stage import HOUR, HandSession, pressed, scene, text_of, told
from tui.app import WhitecellApp
from tui.keeper import Keeper
from tui.picture.consultation import consultation, counted, sentences, words
from tui.picture.known import Known

Made = Callable[..., WhitecellApp]
Plain = dict[str, object]
NOTHING = "iden,idle,,,,0,0;orla,idle,,,,0,0;tarn,idle,,,,0,0"
ASKED = "iden,thinking,,,,0,0;orla,thinking,,,,0,0;tarn,thinking,,,,0,0"
ONE = "iden,done,yes_if,guard_only,,0,0;orla,waiting,,,331200,0,0;tarn,thinking,,,,0,0"
SHORT = "iden,done,yes_if,guard_only,,0,0;orla,waiting,,,352800,39,41;tarn,done,no,,,0,0"


@dataclass
class Consulting(HandSession):
    """The invented country, told of three capitals hour by hour."""

    rows: list[Plain] = field(default_factory=list)

    async def events(self, since: int) -> list[Plain]:
        """See Session."""
        return self.rows[since:]


def asking(*texts: str) -> Consulting:
    """Told each of these an hour after the one before, the last an hour ago."""
    about = scene()
    tellable = about["told"]
    assert isinstance(tellable, dict)
    tellable["pact.clocks"] = {"name": "clocks", "of": "self", "unit": "", "kind": "alliance"}
    first = 93 - len(texts)
    rows = [
        told(n, (first + n) * HOUR, ["pact.clocks", [(first + n) * HOUR], [text]])
        for n, text in enumerate(texts)
    ]
    return Consulting(about=about, rows=rows)


async def known_of(*texts: str) -> Known:
    return await Keeper(asking(*texts)).look()


async def test_nobody_who_is_not_asked_has_a_clock():
    assert consultation(await known_of(NOTHING)) == []
    assert sentences(await known_of(NOTHING)) == []


async def test_clocks_run_from_the_hour_of_the_asking_to_that_of_the_answer():
    known = await known_of(NOTHING, ASKED, ONE)
    found = {clock.member: clock for clock in consultation(known)}
    assert (found["iden"].asked, found["iden"].answered) == (91 * HOUR, 92 * HOUR)
    assert found["orla"].answered is None


async def test_a_second_round_begins_with_clocks_of_its_own():
    known = await known_of(ASKED, ONE, NOTHING, ASKED)
    assert {clock.asked for clock in consultation(known)} == {92 * HOUR}
    assert {clock.answered for clock in consultation(known)} == {None}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (ASKED, ["waits", "waits", "waits"]),
        (ONE, ["yes, if guard only 20:00", "waits, parliament 20:00", "waits"]),
        (SHORT, ["yes, if guard only 20:00", "waits, no quorum (39), again 6 Jan 02:00",
                 "no 20:00"]),
    ],
)  # fmt: skip
async def test_where_a_member_stands_is_said_in_words(text: str, said: list[str]):
    known = await known_of(text)
    assert [words(known, clock) for clock in consultation(known)] == said


async def test_the_count_says_who_is_still_to_answer():
    assert counted(consultation(await known_of(SHORT))) == "1 of 3 said yes, 1 still to answer"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_board_shows_the_clocks_side_by_side(app_of: Made, size: tuple[int, int]):
    app = app_of(asking(NOTHING, ASKED, ONE, SHORT))
    async with app.run_test(size=size) as pilot:
        await pressed(pilot, "enter", "enter", "a")
        rows = [row for row in text_of(pilot).splitlines() if "━" in row or "╌" in row]
        text = text_of(pilot)
    assert any(row.split()[-1] and "Iden" in row and "●" in row for row in rows)
    assert any("Orla" in row and "○" in row and "no quorum (39)" in row for row in rows)
    assert "1 of 3 said yes, 1 still to answer" in text
    assert "iden,done" not in text
