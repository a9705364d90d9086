"""What a person can do with the keyboard, told as stories."""

from collections.abc import Callable

import pytest

from tests.tui.stage import HandSession, on, pressed, settled, shown, text_of
from tui.app import WhitecellApp
from tui.screens.order import OrderScreen
from tui.screens.room import RoomScreen
from tui.session import Plain
from tui.widgets.listing import Listing

Made = Callable[..., WhitecellApp]
SIZE = (80, 24)


async def test_a_game_begins_with_its_note_then_its_briefing_then_the_room(app_of: Made):
    app = app_of()
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert "People are killed in this invented story." in text_of(pilot)
        await pressed(pilot, "enter")
        assert "You hold the post since 2019." in text_of(pilot)
        assert "Nobody killed by an order of yours" in text_of(pilot)
        await pressed(pilot, "enter")
        assert on(app, RoomScreen)


async def test_three_lines_say_what_changed_what_is_asked_and_what_comes_first(app_of: Made):
    app = app_of()
    async with app.run_test(size=(120, 40)) as pilot:
        await pressed(pilot, "enter", "enter")
        rows = text_of(pilot).splitlines()
        assert any("CHANGED" in row and "Jarrow" in row for row in rows)
        assert any("ASKED" in row and "May the men fire?" in row for row in rows)
        assert any("EXPIRES" in row and "this move closes" in row for row in rows)
        assert any("If you decide nothing more: no order goes out" in row for row in rows)


async def test_places_are_told_by_shape_and_hollow_when_their_news_is_old(app_of: Made):
    app = app_of()
    async with app.run_test(size=(120, 40)) as pilot:
        await pressed(pilot, "enter", "enter")
        found = text_of(pilot)
        assert "▲ Arden 10k+ ×3" in found
        assert "◇ Dunmore 100+ ×1" in found
        assert "5 of 12 last seen over 3 h ago" in found


async def test_a_card_is_filled_in_sent_and_taken_back_by_keys_alone(app_of: Made):
    session = HandSession()
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "1")
        assert on(app, OrderScreen)
        await pressed(pilot, "right", "tab", *["backspace"] * 4, *"1200", "tab", "right")
        assert "Men       1200  people" in text_of(pilot)
        await pressed(pilot, "enter")
        assert on(app, RoomScreen)
        assert session.sent[0].fields == {
            "call": "outside",
            "men": "1200 people",
            "where": "borough",
        }
        assert "Accepted: Ask the alliance" in text_of(pilot)
        await pressed(pilot, "u")
        assert session.sent[1].card == "withdraw"
        assert session.orders[0]["state"] == "withdrawn"
        assert "Taken back: Ask the alliance" in text_of(pilot)


async def test_a_number_outside_its_limits_is_never_sent(app_of: Made):
    session = HandSession()
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "1", "tab", "9", "enter")
        assert on(app, OrderScreen)
        assert session.sent == []
        assert "Men: 500 people to 5,000 people." in text_of(pilot)


class ReportSession(HandSession):
    """Its first card asks which report is meant."""

    reports: tuple[tuple[str, str], ...] = ()

    async def scene(self) -> Plain:
        claim = {
            "name": "claim", "label": "Claim", "sort": "report", "unit": "", "choices": [],
        }  # fmt: skip
        about = await super().scene()
        cards = about["cards"]
        assert isinstance(cards, dict)
        first = {**cards["ask"], "fields": [claim]}
        return {**about, "cards": {**cards, "ask": first}}

    async def view(self) -> Plain:
        return {**await super().view(), "reports": [list(pair) for pair in self.reports]}


async def test_a_report_is_chosen_from_those_that_were_told_newest_first(app_of: Made):
    session = ReportSession()
    session.reports = (("me_7", "Arden, 05 Jan: A crowd"), ("me_3", "Calder, 04 Jan: Looting"))
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "1")
        assert on(app, OrderScreen)
        assert "(•) Arden, 05 Jan: A crowd" in text_of(pilot)
        await pressed(pilot, "right", "enter")
        assert session.sent[0].fields == {"claim": "me_3"}


async def test_a_seat_that_was_told_nothing_cannot_send_a_form_that_asks_for_a_report(app_of: Made):
    session = ReportSession()
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "1", "x", "enter")
        assert on(app, OrderScreen)
        assert session.sent == []
        assert "Claim: you have been told of none yet." in text_of(pilot)


async def test_a_refusal_says_why_and_the_form_stays_as_it_was(app_of: Made):
    session = HandSession(refuse=("cannot_afford", (("stock", "authority"), ("needs", "6"))))
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "1", "right", "enter")
        assert on(app, OrderScreen)
        assert "Not sent: it costs more authority than you have left" in text_of(pilot)
        assert "(•) an attack from outside" in text_of(pilot)


async def test_game_keys_do_nothing_while_a_form_is_filled_in(app_of: Made):
    session = HandSession()
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "1", "n", "t", "m")
        assert on(app, OrderScreen)
        assert session.now == HandSession().now


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("i", "Reports"),
        ("o", "Fix the exit"),
        ("m", "Places, worst first"),
        ("a", "flights under way"),
        ("w", "What moved it"),
        ("e", "first choose what you assume"),
        ("t", "Everything this seat has seen"),
        ("b", "Who you are"),
    ],
)
async def test_every_board_opens_on_its_key_and_escape_goes_back(
    app_of: Made, key: str, words: str
):
    app = app_of()
    async with app.run_test(size=(120, 40)) as pilot:
        await pressed(pilot, "enter", "enter", key)
        assert words in text_of(pilot)
        await pressed(pilot, "escape")
        assert on(app, RoomScreen)


async def test_the_board_of_forces_is_empty_in_words_where_nothing_is_told(app_of: Made):
    session = HandSession()
    told = session.about["told"]
    assert isinstance(told, dict)
    for key in [key for key in told if key.split(".")[0] in ("lift", "guests", "posts")]:
        del told[key]
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "a")
        assert "Nothing is told to this seat of forces" in text_of(pilot)


async def test_closing_the_move_brings_time_to_the_next_one(app_of: Made):
    session = HandSession()
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "n")
        assert session.now == 96 * 3600
        assert "Mon 6 Jan 00:00" in text_of(pilot)


async def test_a_running_clock_stops_where_a_move_opens(app_of: Made):
    session = HandSession()
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "plus", "plus")
        await pilot.press("space")
        await pilot.pause(0.1)
        assert "1 h in 0.25 s" in text_of(pilot)
        await settled(pilot)
        assert session.now == 96 * 3600
        assert "paused" in text_of(pilot)


async def test_a_step_is_one_beat(app_of: Made):
    session = HandSession()
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "full_stop")
        assert session.now == 94 * 3600


async def test_a_small_window_gets_one_sentence_and_loses_nothing(app_of: Made):
    app = app_of()
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter")
        await pilot.resize_terminal(72, 20)
        await settled(pilot)
        shown = text_of(pilot)
        assert "Whitecell needs 80 by 24; this window is 72 by 20." in shown
        assert "CHANGED" not in shown
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert "CHANGED" in text_of(pilot)


async def test_a_pane_fills_the_screen_and_gives_it_back(app_of: Made):
    app = app_of()
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "tab", "z")
        assert "CHANGED" not in text_of(pilot)
        await pilot.resize_terminal(72, 20)
        await settled(pilot)
        assert "Whitecell needs 80 by 24" in text_of(pilot)
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert "CHANGED" in text_of(pilot)


async def test_help_lists_the_keys_of_the_screen(app_of: Made):
    app = app_of()
    async with app.run_test(size=(120, 40)) as pilot:
        await pressed(pilot, "enter", "enter", "question_mark")
        assert "close the move: time runs to the next one" in text_of(pilot)
        await pressed(pilot, "escape")
        assert on(app, RoomScreen)


async def test_ascii_only_draws_nothing_else(app_of: Made):
    app = app_of(ascii_only=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await pressed(pilot, "enter", "enter")
        shown = text_of(pilot)
        assert shown.isascii()
        assert "Dunmore 100+ x1 (x)" in shown
        assert "! Arden" in shown


async def test_no_color_keeps_the_shapes_and_drops_the_colours(
    app_of: Made, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_of()
    async with app.run_test(size=(120, 40)) as pilot:
        await pressed(pilot, "enter", "enter")
        styles = [
            part.style
            for strip in app.screen._compositor.render_strips()
            for part in strip
            if part.style is not None
        ]
        assert not any(style.color or style.bgcolor for style in styles)
        assert any(style.bold for style in styles)
        assert any(style.reverse for style in styles)


async def test_leaving_closes_the_session(app_of: Made):
    session = HandSession()
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "q")
    assert session.closed


async def test_leaving_asks_only_if_a_form_is_half_filled_in(app_of: Made):
    session = HandSession()
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "1", "right", "q")
        assert "half filled in" in text_of(pilot)
        await pressed(pilot, "escape")
        assert on(app, OrderScreen)
        assert not session.closed


async def test_choices_below_each_other_are_walked_over_and_taken_only_by_a_key(app_of: Made):
    session = HandSession()
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "1", "down")
        assert "(•) internal unrest" in text_of(pilot)
        assert "▌" in next(row for row in text_of(pilot).splitlines() if "from outside" in row)
        assert "Space, Enter: take it" in text_of(pilot)
        await pressed(pilot, "enter")
        assert on(app, OrderScreen)
        assert "(•) an attack from outside" in text_of(pilot)
        await pressed(pilot, "down", "down")
        assert "▌Men" in text_of(pilot)
        await pressed(pilot, "enter")
        assert session.sent[0].fields["call"] == "outside"


async def test_keys_and_cards_are_pressed_by_the_mouse(app_of: Made):
    app = app_of()
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter")
        rows = text_of(pilot).splitlines()
        await pilot.click(offset=(rows[-1].index("i reports"), len(rows) - 1))
        assert "In full" in await shown(pilot, "In full")
        await pressed(pilot, "escape")
        at = next(number for number, row in enumerate(rows) if " 2 Set the limit" in row)
        await pilot.click(offset=(rows[at].index("Set the limit"), at))
        await shown(pilot, "Enter send")
        assert on(app, OrderScreen)
        assert "Set the limit on force" in await shown(pilot, "Set the limit on force")


async def test_a_cursor_on_the_newest_report_stays_on_the_newest(app_of: Made):
    app = app_of(HandSession())
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "i")
        listing = app.screen.query_one("#list", Listing)
        listing.rows, listing.cursor = listing.rows[1:], 0
        await app.look()
        assert listing.cursor == 0
        await pressed(pilot, "down")
        key = listing.key
        await app.look()
        assert (listing.cursor, listing.key) == (1, key)
