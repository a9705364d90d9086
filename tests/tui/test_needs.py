"""What a seat needs from others: beside its offers, above its brief, and line by line."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.tui.stage import on, pressed, scene, text_of
from tests.tui.stage_deals import DealingSession
from tui.app import WhitecellApp
from tui.picture.data import Clock, Scene, View
from tui.picture.known import Known
from tui.picture.needs import needs_said
from tui.screens.pages import BriefScreen, NoteScreen
from tui.session import Plain

Made = Callable[..., WhitecellApp]
NEEDED: list[Plain] = [
    {"need": "home", "seat": "square", "text": "People home by dark", "cards": ["Home by dark"]},
    {"need": "true", "seat": "inner", "text": "True reports", "offers": ["Put it in writing"]},
]


@dataclass
class NeedySession(DealingSession):
    """A seat that needs something."""

    needs: bool = True

    async def scene(self) -> Plain:
        """See Session."""
        return await super().scene() | {"needs": True}

    async def view(self) -> Plain:
        """See Session."""
        return await super().view() | {"needs": NEEDED if self.needs else []}


async def test_what_is_needed_stands_below_the_offers_with_who_could_meet_it(app_of: Made):
    app = app_of(NeedySession())
    async with app.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "enter", "enter", "d")
        rows = text_of(pilot).splitlines()
        at = next(number for number, row in enumerate(rows) if "You need from others" in row)
        assert any("Home by dark for an answer" in row for row in rows[:at])
        assert "The square" in rows[at + 1]
        assert "People home by dark" in rows[at + 1]
        assert all(len(row.rstrip()) <= 80 for row in rows)


async def test_enter_on_a_need_says_by_what_it_could_be_met(app_of: Made):
    app = app_of(NeedySession())
    async with app.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "enter", "enter", "d", "end", "enter")
        assert on(app, NoteScreen)
        shown = text_of(pilot)
        assert "You need it from" in shown
        assert "Put it in writing (c)" in shown
        assert "they have 50 % with you" in shown


async def test_a_seat_that_needs_nothing_now_reads_that_it_does_not(app_of: Made):
    app = app_of(NeedySession(quiet=True, needs=False))
    async with app.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "enter", "enter", "d")
        assert "You need nothing from others now." in text_of(pilot)


async def test_where_a_scenario_has_no_needs_nothing_is_said_of_them(app_of: Made):
    app = app_of(DealingSession(quiet=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "enter", "enter", "d")
        assert "You need" not in text_of(pilot)


async def test_a_briefing_that_is_opened_later_begins_with_them_and_the_first_one_does_not(
    app_of: Made,
):
    app = app_of(NeedySession())
    async with app.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "enter")
        assert on(app, BriefScreen)
        assert "You need" not in text_of(pilot)
        await pressed(pilot, "enter", "b")
        assert "You need from" in text_of(pilot).splitlines()[2]


def known(needs: list[Plain], *, any_at_all: bool = True) -> Known:
    about = Scene.model_validate(scene() | {"needs": any_at_all})
    view = View.model_validate({"now": 0, "next_move": None, "needs": needs})
    return Known(about, view, Clock(now=0, next_move=None))


def test_line_by_line_each_need_is_a_sentence():
    said = list(needs_said(known(NEEDED)))
    assert said[0].endswith(": People home by dark (Home by dark).")
    assert said[1].endswith(": True reports (your offer Put it in writing).")
    assert list(needs_said(known([]))) == ["You need nothing from others now."]
    assert list(needs_said(known([], any_at_all=False))) == []
