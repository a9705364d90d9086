"""Several persons at one keyboard, with a curtain between them; and seeds that can be said."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.orders import Order
from engine.saves import peek
from engine.setup import Wanted
from host.protocol import Ask
from host.table import Table
from tests.tui.stage import HandSession, in_a_move, on, pressed, scene, settled, text_of
from tui.app import WhitecellApp
from tui.cli import main
from tui.notes import file_beside
from tui.screens.curtain import CurtainScreen
from tui.screens.room import RoomScreen
from tui.seed_words import FIRST, MOST, SECOND, heard, of_the_day, spoken

Made = Callable[..., WhitecellApp]
SIZE = (120, 40)


def two() -> HandSession:
    return HandSession(about=scene(people=["lead", "inner"]))


async def test_a_curtain_hides_everything_until_the_next_person_sits_there(app_of: Made):
    session = two()
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert on(app, CurtainScreen)
        found = text_of(pilot)
        assert "Head of state" in found
        assert "CHANGED" not in found
        assert session.seats == []
        await pressed(pilot, "enter")
        assert session.seats == ["lead"]


async def test_time_goes_only_when_the_last_person_has_closed_the_move(app_of: Made):
    session = two()
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "enter", "n")
        assert on(app, CurtainScreen)
        assert "Interior" in text_of(pilot)
        assert session.now == HandSession().now
        await pressed(pilot, "enter", "enter", "enter")
        assert session.seats == ["lead", "inner"]
        await pressed(pilot, "full_stop", "p", "space")
        assert session.now == HandSession().now
        await pressed(pilot, "n")
        assert session.now == 96 * 3600
        assert on(app, CurtainScreen)
        assert "Head of state" in text_of(pilot)
        await pressed(pilot, "enter")
        assert on(app, RoomScreen)
        assert session.seats[-1] == "lead"


async def test_the_keyboard_can_be_handed_over_at_any_time(app_of: Made):
    app = app_of(two())
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "enter", "h")
        assert on(app, CurtainScreen)
        assert "Interior" in text_of(pilot)


async def test_alone_there_is_no_curtain(app_of: Made):
    app = app_of()
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "h")
        assert on(app, RoomScreen)


def table(path: Path | None = None) -> Table:
    people = {"union": "one", "port": "another"}
    return Table.new(Wanted("harbour", seed=4, people=people), "union", path)


def test_a_table_speaks_for_its_persons_seats_one_at_a_time_and_for_no_other():
    found = table()
    assert found.answer(Ask(id=1, do="sit", seat="port")).error == ""
    own = Order(id="a", seat="port", card="publish_stock")
    other = Order(id="b", seat="union", card="work_to_rule")
    assert found.submit(own)["accepted"]
    assert found.submit(other)["code"] == "not_yours"
    assert "nobody at this table plays" in found.answer(Ask(id=1, do="sit", seat="council")).error
    assert found.seat == "port"


def test_two_persons_play_line_by_line_and_neither_reads_what_the_other_is_told(tmp_path: Path):
    given = ["", "look", "note mine", "next", "", "notes", "look", "wait 3", "next", "", "quit"]
    path = tmp_path / "g.wcsave"
    words = ["play", "--plain", "harbour", "--seat", "union", "--with", "port", "--save", str(path)]
    done = CliRunner().invoke(main, words, input="\n".join(given) + "\n")
    assert done.exit_code == 0
    first, _, rest = done.output.partition("It is the turn of Port authority")
    second, _, third = rest.partition("It is the turn of Dockers' union")
    assert "You run two berths" in second
    assert "You run two berths" not in first + third
    assert "Nothing is noted" in second
    assert "time goes when the last one says next" in second
    assert set(peek(path).seats) == {"union", "port"}
    assert file_beside(path, "union").is_file()


@pytest.mark.parametrize("words", [("--with", "mayor"), ("--with", "port", "--resume", "x")])
def test_persons_for_seats_that_there_are_not_are_bad_usage(words: tuple[str, ...]):
    start = ["play", "--plain", "harbour", "--seat", "union"]
    assert CliRunner().invoke(main, [*start, *words]).exit_code == 2


def test_real_events_have_no_seed_of_the_day():
    words = ["play", "--plain", "kazakhstan-2022", "--seat", "press", "--daily"]
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 2
    assert "real events have no seed of the day" in done.output


@settings(max_examples=30)
@given(seed=st.integers(0, MOST - 1))
def test_every_seed_has_words_that_lead_back_to_it(seed: int):
    words = spoken(seed)
    assert heard(words) == heard(words.replace("-", " ").upper()) == heard(str(seed)) == seed


def test_the_words_of_seeds_are_a_hundred_and_a_hundred_and_all_different():
    assert len(FIRST) == len(SECOND) == 100
    assert len({*FIRST, *SECOND}) == 200
    assert all(word.isascii() and word.islower() and len(word) <= 8 for word in FIRST + SECOND)


@pytest.mark.parametrize("text", ["amber", "amber-acorn", "amber-acorn-100", "umber-acorn-1", "-"])
def test_what_is_no_seed_is_said_to_be_none(text: str):
    with pytest.raises(ValueError, match="seed"):
        heard(text)


def test_a_large_seed_stays_a_number():
    assert spoken(MOST) == str(MOST)
    assert heard(str(10**12)) == 10**12


def test_the_shell_takes_a_seed_in_words():
    said = CliRunner().invoke(main, ["run", "harbour", "--seed", "amber-acorn-07", "--json"])
    assert '"seed": 7' in said.output
    assert CliRunner().invoke(main, ["run", "harbour", "--seed", "amber"]).exit_code == 2


def test_a_day_has_one_seed_for_everybody_and_the_next_another():
    first, second = (of_the_day("harbour", date(2031, 5, day)) for day in (1, 2))
    assert first == of_the_day("harbour", date(2031, 5, 1))
    assert first != second
    assert first != of_the_day("mill", date(2031, 5, 1))
    assert 0 <= first < MOST


def test_line_by_line_every_person_reads_the_ending_of_their_own_seat(tmp_path: Path):
    words = ("play", "--plain", "harbour", "--seat", "union", "--with", "port", "--format", "short")
    save = tmp_path / "two.wcsave"
    ended = "\n" + "next\n\n" * 30
    text = (
        CliRunner().invoke(main, [*words, "--seed", "3", "--save", str(save)], input=ended).output
    )
    assert text.count("\nHarm\n") == 2
    union, port = (part.partition("It is the turn of")[0] for part in text.split("\nHarm\n")[1:])
    assert "Half of the overtime is left" in port
    assert "A seat on the board" not in port
    assert "A seat on the board" in union
    assert "Half of the overtime is left" not in union
    assert "It is the turn of" in text.split("\nHarm\n")[1]


async def test_who_decides_next_is_said_before_a_move_is_closed(app_of: Made):
    session = two()
    session.move = in_a_move()
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "enter", "n")
        assert "Then Interior decides." in text_of(pilot)
        before = session.now
        await pressed(pilot, "enter", "enter", "enter", "enter", "n")
        assert "Then time runs." in text_of(pilot)
        assert session.now == before
