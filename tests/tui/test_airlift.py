"""Flights and stands on an axis of time: told as a board, followed from telling to telling."""

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.tui.stage import HOUR, HandSession, pressed, scene, text_of, told
from tui.app import WhitecellApp
from tui.keeper import Keeper
from tui.picture.airlift import airlift_sentences
from tui.picture.flights import due, lift
from tui.picture.known import Known

Made = Callable[..., WhitecellApp]
Plain = dict[str, object]
HOURS = 60
FIELDS = "=hall,2,1"
LOADS = f"{FIELDS};+north,loading,2"
FLIES = f"{FIELDS};+north,loading,1;north_1,flying,in,0,,20,2,{85 * HOURS},60,30,,"
DOWN = (
    f"{FIELDS};north_1,parked,in,0,1,20,2,{85 * HOURS},60,30,60,5;"
    f"north_2,flying,in,0,,20,2,{86 * HOURS},60,45,,"
)
LEFT = f"=hall,2,0;north_2,broken,in,0,0,20,2,{86 * HOURS},60,45,60,0"


@dataclass
class Lifting(HandSession):
    """The invented country, told of an airlift hour by hour."""

    rows: list[Plain] = field(default_factory=list)

    async def events(self, since: int) -> list[Plain]:
        """See Session."""
        return self.rows[since:]


def lifting(*texts: str) -> Lifting:
    """Told each of these an hour after the one before, the last an hour ago."""
    about = scene()
    tellable = about["told"]
    assert isinstance(tellable, dict)
    tellable["lift.board"] = {"name": "board", "of": "self", "unit": "", "kind": "airlift"}
    first = 93 - len(texts)
    rows = [
        told(n, (first + n) * HOUR, ["lift.board", [(first + n) * HOUR], [text]])
        for n, text in enumerate(texts)
    ]
    return Lifting(about=about, rows=rows)


async def known_of(*texts: str) -> Known:
    return await Keeper(lifting(*texts)).look()


async def test_nothing_is_an_airlift_until_something_is_ordered():
    assert lift(await known_of("")) is None
    assert list(airlift_sentences(await known_of(""))) == [
        "Nothing is told to you of single flights."
    ]


async def test_a_flight_has_the_times_that_were_told_of_it():
    found = lift(await known_of(LOADS, FLIES, DOWN))
    assert found is not None
    one = found.flights[0]
    hours = [at and at / HOUR for at in (one.loads, one.ready, one.leaves, one.arrives)]
    assert hours == [85, 86, 86.5, 87.5]
    assert (one.title, one.stand, one.phase, one.over) == ("North 1", 1, "parked", False)


async def test_a_flight_that_is_told_of_no_longer_has_left():
    found = lift(await known_of(LOADS, FLIES, DOWN, LEFT))
    assert found is not None
    one, two = found.flights
    assert (one.over, one.ends) == (True, 92 * HOUR)
    assert (two.over, two.broke) == (False, 92 * HOUR)


async def test_when_a_flight_lands_is_expected_from_others_of_its_force():
    alone = lift(await known_of(LOADS, FLIES))
    assert alone is not None
    assert due(alone, alone.flights[0]) is None
    found = lift(await known_of(LOADS, FLIES, DOWN))
    assert found is not None
    assert found.flights[1].leaves is not None
    assert due(found, found.flights[1]) == max(found.flights[1].leaves + HOUR, found.as_of)


async def test_an_airfield_is_closed_for_as_long_as_it_was_told_to_be():
    found = lift(await known_of(FLIES, LEFT, DOWN))
    assert found is not None
    assert found.airfields[0].closed == ((91 * HOUR, 92 * HOUR),)
    assert found.airfields[0].open


async def test_the_board_shows_bars_and_words_and_plain_play_the_same_words(app_of: Made):
    session = lifting(LOADS, FLIES, DOWN, LEFT)
    app = app_of(session)
    async with app.run_test(size=(120, 40)) as pilot:
        await pressed(pilot, "enter", "enter", "a")
        assert "Flights and stands" in text_of(pilot)
        await pressed(pilot, "l")
        text = text_of(pilot)
    rows = text.splitlines()
    bar = next(row for row in rows if "North 2" in row and "a fault" in row)
    assert "·" in bar
    assert "──▶" in bar
    assert "×" in bar
    stand = next(row for row in rows if "City hall 2" in row)
    assert "├" in stand
    assert "closed" in stand
    said = " ".join(airlift_sentences(await Keeper(session).look()))
    assert "North 2, in City hall: a fault" in said
    assert "City hall: closed, 1 of 2 stands taken." in said


async def test_earlier_hours_can_be_looked_at(app_of: Made):
    app = app_of(lifting(LOADS, FLIES, DOWN, LEFT))
    async with app.run_test(size=(120, 40)) as pilot:
        await pressed(pilot, "enter", "enter", "a", "l")
        now = text_of(pilot).splitlines()[3]
        await pressed(pilot, "left")
        earlier = text_of(pilot).splitlines()[3]
        await pressed(pilot, "0")
        assert now == text_of(pilot).splitlines()[3] != earlier
