"""A game in a format on the screen: the header, the staff's default, aims and slips by keys."""

from collections.abc import Callable

from syrupy.assertion import SnapshotAssertion

from tests.tui.stage import HandSession, asked_scene, in_a_move, on, pressed, settled, text_of
from tui.app import WhitecellApp
from tui.picture.moves import where
from tui.screens.closing import CloseScreen
from tui.screens.pages import BriefScreen
from tui.screens.room import RoomScreen
from tui.screens.slips import AimsScreen

Made = Callable[..., WhitecellApp]
SIZE = (80, 24)
OPEN = {"chosen": [], "open": True}


def session(**given: object) -> HandSession:
    return HandSession(about=asked_scene(), move=in_a_move(**given), aims=dict(OPEN))


async def test_the_header_says_which_move_of_how_many_the_chapter_and_the_orders_left(
    app_of: Made,
):
    app = app_of(session())
    async with app.run_test(size=(140, 40)) as pilot:
        await pressed(pilot, "enter", "enter", "escape")
        assert "move 3 of 10, The two nights, 1 of 2 orders left" in text_of(pilot)
    app = app_of(session(extra=1))
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "escape")
        first = text_of(pilot).splitlines()[0]
        assert "extra move 1" in first
        assert "1/2 orders" in first
        assert app.known is not None
        assert where(app.known) == "extra move 1"


async def test_the_last_line_says_what_the_staff_will_do(app_of: Made):
    app = app_of(session())
    async with app.run_test(size=(120, 40)) as pilot:
        await pressed(pilot, "enter", "enter", "escape")
        assert "If you decide nothing more: your staff orders Set the limit on force (x:" in (
            text_of(pilot)
        )
    app = app_of(session(staff=None))
    async with app.run_test(size=(120, 40)) as pilot:
        await pressed(pilot, "enter", "enter", "escape")
        assert "If you decide nothing more: no order goes out;" in text_of(pilot)


async def test_the_briefing_is_short_and_tells_in_full_what_happened_before(app_of: Made):
    app = app_of(session())
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter")
        assert "What happened before you came" not in text_of(pilot)
        await pressed(pilot, "b")
        assert "What happened before you came" in text_of(pilot)
        assert "2 Jan 20:00  Ivory Point: A hundred on the square." in text_of(pilot)


async def test_aims_stand_beside_the_brief_and_the_slip_comes_when_the_move_is_closed(app_of: Made):
    hand = session()
    app = app_of(hand)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "space", "enter")
        assert on(app, BriefScreen)
        assert "1 more to tick" in text_of(pilot)
        await pressed(pilot, "down", "space", "enter")
        assert on(app, RoomScreen)
        before = hand.now
        await pressed(pilot, "n")
        assert on(app, CloseScreen)
        assert hand.now == before
        await pressed(pilot, "2", "5", "down", "left", "left", "enter")
        assert on(app, RoomScreen)
        assert hand.now > before
    assert [(order.card, order.fields) for order in hand.sent] == [
        ("aims", {"first": "alive", "second": "own"}),
        ("forecast", {"hall": "25 %", "asked": "30 %"}),
    ]


async def test_esc_from_the_brief_in_full_goes_back_to_the_aims_that_space_ticks(app_of: Made):
    app = app_of(session())
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "b", "shift+tab", "escape")
        assert on(app, BriefScreen)
        assert "What happened before you came" not in text_of(pilot)
        await pressed(pilot, "space")
        assert "[x]" in text_of(pilot)


async def test_aims_that_were_not_ticked_are_asked_for_once_when_the_first_move_closes(
    app_of: Made,
):
    hand = session()
    app = app_of(hand)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter")
        assert on(app, RoomScreen)
        await pressed(pilot, "n", "enter")
        assert on(app, AimsScreen)
        assert "2 more to tick" in text_of(pilot)
        await pressed(pilot, "space", "down", "space", "enter")
        assert on(app, CloseScreen)
        before = hand.now
        await pressed(pilot, "enter")
        assert hand.now > before
    assert [order.card for order in hand.sent] == ["aims"]


async def test_what_is_left_out_is_not_sent_and_can_be_asked_for_by_key(app_of: Made):
    hand = session()
    app = app_of(hand)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "escape")
        assert hand.sent == []
        assert on(app, RoomScreen)
        await pressed(pilot, "f", "1", "0", "0", "5", "backspace", "enter")
        assert hand.sent[0].fields == {"hall": "10 %"}
        assert "Your slip is in." in text_of(pilot)
        await pressed(pilot, "g")
        assert on(app, AimsScreen)


async def test_a_move_that_is_left_open_closes_nothing_and_keeps_what_was_typed(app_of: Made):
    hand = session()
    app = app_of(hand)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "escape")
        before = hand.now
        await pressed(pilot, "n", "escape", "3", "escape")
        assert on(app, RoomScreen)
        assert hand.now == before
        assert hand.sent == []
        await pressed(pilot, "n")
        assert "Enter closes the move and hands in 1 of 2 forecasts." in text_of(pilot)
        await pressed(pilot, "escape", "f", "backspace", "escape", "n")
        assert "Enter closes the move and leaves the forecasts out." in text_of(pilot)
        assert hand.now == before
        await pressed(pilot, "enter")
        assert hand.now > before
        assert hand.sent == []


async def test_before_a_move_closes_it_is_said_what_goes_out_and_what_the_staff_adds(
    app_of: Made,
):
    hand = session()
    app = app_of(hand)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "escape", "n", "escape")
        shown = text_of(pilot)
        assert "Goes out   no order of yours." in shown
        assert "Staff adds Set the limit on force, because you have ordered nothing;" in shown
        assert "1 of 2 orders; it does not count in the next move." in shown
        await pressed(pilot, "x")
        assert hand.sent[0].fields == {"nothing": "yes"}
        await pressed(pilot, "escape", "1", "enter", "n")
        assert "Goes out   Ask the alliance: inter" in text_of(pilot)


async def test_an_order_that_ends_after_the_game_is_said_to_be_too_late(app_of: Made):
    hand = session()
    hand.about = {**hand.about, "end": 95 * 3600}
    app = app_of(hand)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "escape", "1", "enter", "n", "escape")
        shown = text_of(pilot)
        assert "Too late   Ask the alliance would still be under way when the game ends" in shown


async def test_a_slip_handed_in_by_its_key_is_not_asked_for_again(app_of: Made):
    hand = session()
    app = app_of(hand)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "escape", "f", "4", "0", "enter")
        before = hand.now
        await pressed(pilot, "n", "escape")
        assert "How likely is each" not in text_of(pilot)
        await pressed(pilot, "enter")
        assert hand.now > before


async def test_a_third_tick_lets_go_of_the_first(app_of: Made):
    about = asked_scene() | {"aims": {"a": "First", "b": "Second", "c": "Third"}}
    hand = HandSession(about=about, move=in_a_move(), aims=dict(OPEN))
    app = app_of(hand)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "x", "down", "x", "down", "x", "enter")
    assert hand.sent[0].fields == {"first": "b", "second": "c"}


async def test_nothing_is_asked_for_while_a_slip_is_closed_or_without_a_format(app_of: Made):
    for hand in (session(slip_open=False), HandSession()):
        hand.aims = {"chosen": ["alive", "own"], "open": False}
        app = app_of(hand)
        async with app.run_test(size=SIZE) as pilot:
            await pressed(pilot, "enter", "enter")
            assert on(app, RoomScreen)
            await pressed(pilot, "f")
            assert "while a move opens" in text_of(pilot)
            await pressed(pilot, "g")
            assert "Your aims: Nobody killed by an order of yours" in text_of(pilot)


async def test_a_board_that_is_opened_at_once_is_not_covered_by_a_question(app_of: Made):
    hand = session()
    app = app_of(hand)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "i")
        assert "In full" in text_of(pilot)
        await pressed(pilot, "escape")
        assert on(app, RoomScreen)


async def test_the_aims_and_the_slip(app_of: Made, picture: SnapshotAssertion):
    app = app_of(session())
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pressed(pilot, "enter", "space")
        assert app.export_screenshot() == picture
        await pressed(pilot, "escape", "n", "escape", "4", "0")
        assert app.export_screenshot() == picture


async def test_the_game_can_be_left_from_the_aims_and_from_a_move_that_closes(app_of: Made):
    for keys in (("enter", "enter", "q"), ("enter", "enter", "escape", "n", "q")):
        hand = session()
        app = app_of(hand)
        async with app.run_test(size=SIZE) as pilot:
            await pressed(pilot, *keys)
        assert hand.closed
