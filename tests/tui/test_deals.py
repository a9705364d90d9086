"""Dealing by keys: what waits, what binds, what it is worth, and what there is to show."""

from collections.abc import Callable

from tests.tui.stage import HOUR, on, pressed, text_of
from tests.tui.stage_deals import NOW, DealingSession, deal, term, told
from tui.app import WhitecellApp
from tui.screens.bargain import AnswerScreen, OfferScreen
from tui.screens.deals import DealsScreen
from tui.screens.offers import OffersScreen
from tui.screens.order import OrderScreen
from tui.screens.room import RoomScreen
from tui.session import Plain

Made = Callable[..., WhitecellApp]
SIZE, LARGE = (80, 24), (120, 40)


def row_with(text: str, words: str) -> str:
    """The first row on the screen that has these words."""
    return next((row for row in text.splitlines() if words in row), "")


async def test_offers_for_this_seat_stand_first_and_those_put_again_say_so(app_of: Made):
    app = app_of(DealingSession())
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "d")
        assert on(app, DealsScreen)
        shown = text_of(pilot)
        assert "2 for you to answer" in shown
        assert "answer by 6 Jan 00:00" in row_with(shown, "Home by dark for an answer")
        assert "again: Who is named?" in shown
        rows = shown.splitlines()
        first = next(at for at, row in enumerate(rows) if "Home by dark" in row)
        assert "you → Interior" in rows[first + 2]


async def test_words_say_with_a_sign_and_a_word_how_they_stand(app_of: Made):
    app = app_of(DealingSession())
    async with app.run_test(size=LARGE) as pilot:
        await pressed(pilot, "enter", "enter", "d")
        shown = text_of(pilot)
        assert "◷" in row_with(shown, "by 6 Jan 06:00, 9 h left")
        assert "✓" in row_with(shown, "kept 20:00")
        assert "×" in row_with(shown, "broken 17:00")
        await pressed(pilot, "tab", "end")
        assert "broken 17:00 by order of" in text_of(pilot)
        assert "learned of it 18:00" in text_of(pilot)


async def test_credit_stands_with_its_last_change_and_evidence_with_its_use(app_of: Made):
    app = app_of(DealingSession())
    async with app.run_test(size=LARGE) as pilot:
        await pressed(pilot, "enter", "enter", "d")
        shown = text_of(pilot)
        square = row_with(shown, "The square ━")
        assert "55 +5" in square
        assert "30 −20" in square
        assert "✓ genuine" in row_with(shown, "Film of a gate")
        assert "shown to Interior" in row_with(shown, "Map of the hours")
        assert "free" in row_with(shown, "List of arms")


async def test_where_nothing_was_dealt_every_pane_says_so_in_words(app_of: Made):
    app = app_of(DealingSession(quiet=True))
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "d")
        shown = text_of(pilot)
        for words in ("No offer waits.", "No word has been given yet.", "No evidence has come"):
            assert words in shown
        await pressed(pilot, "d")
        assert on(app, RoomScreen)


async def test_an_offer_is_answered_after_it_is_said_what_it_binds_to(app_of: Made):
    session = DealingSession()
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "d", "enter")
        assert on(app, AnswerScreen)
        assert "Binds you" in row_with(text_of(pilot), "Head of state will:")
        assert "You accept “Home by dark for an answer”, and are bound" in text_of(pilot)
        await pressed(pilot, "right")
        assert "You refuse “Home by dark for an answer”." in text_of(pilot)
        await pressed(pilot, "enter")
        assert on(app, DealsScreen)
        given = {"deal": "home-lead-1", "reply": "refuse"}
        assert [(order.card, order.fields) for order in session.sent] == [("answer", given)]
        shown = text_of(pilot)
        assert "Your answer: Home by dark for an answer (refused). u takes it back" in shown
        assert "1 for you to answer" in shown
        assert "▌ ▸" in row_with(shown, "Who is named?")
        assert "refused" in row_with(shown, "Home by dark")
        await pressed(pilot, "u")
        assert session.sent[1].card == "withdraw"


async def test_what_was_answered_is_read_and_not_answered_again(app_of: Made):
    session = DealingSession()
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "d", "enter", "right", "enter", "end")
        assert "▌" in row_with(text_of(pilot), "Home by dark")
        await pressed(pilot, "enter")
        assert not on(app, AnswerScreen)
        assert len(session.sent) == 1


async def test_replies_below_each_other_are_chosen_by_up_and_down(app_of: Made):
    session = DealingSession()
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "d", "down", "enter")
        replies = [row for row in text_of(pilot).splitlines() if ") " in row]
        assert len(replies) > 1
        await pressed(pilot, "down", "enter")
        assert session.sent[0].fields["reply"] == "she"


async def test_replies_beside_each_other_are_chosen_by_up_and_down_too(app_of: Made):
    session = DealingSession()
    app = app_of(session)
    async with app.run_test(size=(160, 48)) as pilot:
        await pressed(pilot, "enter", "enter", "d", "enter", "down", "enter")
        assert session.sent[0].fields["reply"] == "refuse"


async def test_offers_are_chosen_and_answered_by_the_mouse(app_of: Made):
    app = app_of(DealingSession())
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "d")
        rows = text_of(pilot).splitlines()
        at = next(number for number, row in enumerate(rows) if "Who is named?" in row)
        await pilot.click(offset=(20, at))
        await pressed(pilot)
        assert "▌" in row_with(text_of(pilot), "Who is named?")
        await pilot.click(offset=(20, at))
        await pressed(pilot)
        assert on(app, AnswerScreen)


async def test_that_nothing_can_be_checked_is_said(app_of: Made):
    app = app_of(DealingSession(quiet=True))
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "d", "k")
        assert "No evidence has come to hand yet" in text_of(pilot)


async def test_a_question_is_answered_with_one_of_its_own_replies(app_of: Made):
    session = DealingSession()
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "d", "down", "enter")
        assert "Whom do you name for the post?" in text_of(pilot)
        await pressed(pilot, "right", "enter")
        assert session.sent[0].fields == {"deal": "named-lead-2", "reply": "she"}


async def test_an_offer_of_ones_own_that_waits_is_taken_back(app_of: Made):
    session = DealingSession()
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "d", "down", "down", "enter", "enter")
        assert session.sent[0].fields == {"deal": "calm-inner-1", "reply": "recall"}


async def test_an_offer_is_chosen_filled_in_and_put(app_of: Made):
    session = DealingSession()
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "d", "c")
        assert on(app, OffersScreen)
        shown = text_of(pilot)
        assert "costs your offer of this move" in shown
        assert "not now" in row_with(shown, "No arms in the square")
        await pressed(pilot, "down", "down", "enter")
        assert on(app, OffersScreen)
        await pressed(pilot, "up", "enter")
        assert on(app, OfferScreen)
        assert "(•) Film of a gate" in text_of(pilot)
        await pressed(pilot, "right")
        assert "Film of a gate" not in text_of(pilot)
        await pressed(pilot, "enter")
        put = {"offer": "file", "to": "square", "shows": "list", "hot": "no"}
        assert session.sent[0].fields == put
        assert on(app, DealsScreen)
        assert "you → The square" in row_with(text_of(pilot), "The file on the attacks")


async def test_the_hot_line_leaves_out_what_is_said_to_all_and_names_its_risk(app_of: Made):
    session = DealingSession()
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "d", "h")
        assert "No shot without a warning" not in text_of(pilot)
        await pressed(pilot, "enter")
        assert "(•) over the hot line" in text_of(pilot)
        assert "Interior alone; 15 %" in text_of(pilot)
        await pressed(pilot, "enter")
        assert session.sent[0].fields["hot"] == "yes"


async def test_without_an_offer_left_only_the_hot_line_is_open(app_of: Made):
    app = app_of(DealingSession(offers_left=0))
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "d", "c", "down", "enter")
        assert "in the usual way" not in text_of(pilot)


async def test_hours_that_nobody_waits_are_not_sent(app_of: Made):
    session = DealingSession()
    calm = session.offers_now[0]
    calm["open"] = True
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "d", "c", "enter", "9", "9", "9", "enter")
        assert on(app, OfferScreen)
        assert "Answer within: 1 h to 240 h." in text_of(pilot)
        await pressed(pilot, "backspace", "backspace", "enter")
        assert session.sent[0].fields == {"offer": "calm", "within": "9 h", "hot": "no"}


async def test_evidence_under_the_cursor_is_had_checked(app_of: Made):
    session = DealingSession()
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "d", "k")
        assert on(app, OrderScreen)
        assert "(•) List of arms" in text_of(pilot)
        await pressed(pilot, "enter")
        assert session.sent[0].fields == {"which": "list"}
        assert on(app, DealsScreen)


async def test_a_word_is_broken_only_by_one_who_has_read_it_and_means_it(app_of: Made):
    session = DealingSession(breaches=frozenset({"limit"}))
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "2", "enter")
        shown = text_of(pilot)
        assert "This breaks your word to The square." in shown
        assert "“A count for quiet”. Head of state will: Publish the count" in shown
        assert "−20 of your credit with The square" in shown
        await pressed(pilot, "escape")
        assert on(app, OrderScreen)
        assert "Not sent: this breaks your word to The square." in text_of(pilot)
        await pressed(pilot, "enter", "y")
        assert [order.breaking for order in session.sent] == [False, False, True]
        assert on(app, RoomScreen)
        assert "Accepted: Set the limit on force." in text_of(pilot)


async def test_what_can_not_be_answered_is_read_in_full(app_of: Made):
    app = app_of(DealingSession())
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "d", "tab", "tab", "enter")
        assert "Nineteen lines, one in another hand." in text_of(pilot)
        await pressed(pilot, "enter")
        assert on(app, DealsScreen)


async def test_the_room_asks_for_an_answer_that_cannot_wait_for_the_next_move(app_of: Made):
    app = app_of(DealingSession())
    async with app.run_test(size=(200, 60)) as pilot:
        await pressed(pilot, "enter", "enter")
        shown = text_of(pilot)
        asked, ends = row_with(shown, "ASKED"), row_with(shown, "EXPIRES")
        assert (
            "From The square, a trade: Home by dark for an answer. Answer by 6 Jan 00:00" in asked
        )
        assert asked.index("Home by dark") < asked.index("May the men fire?")
        assert "6 Jan 00:00 Home by dark for an answer (The square) lapses" in ends
        assert "Whom do you name" not in asked


async def test_the_room_keeps_the_clocks_of_words_and_counts_what_waits(app_of: Made):
    app = app_of(DealingSession())
    async with app.run_test(size=LARGE) as pilot:
        await pressed(pilot, "enter", "enter")
        shown = text_of(pilot)
        assert "2 to answer · d" in shown
        assert "3 h left" in row_with(shown, "▸ Home by dark for an answer")
        assert "9 h left" in row_with(shown, "◷ Publish the count")
        assert "again: Who is named?" in shown


async def test_a_room_without_deals_has_no_pane_for_them(app_of: Made):
    app = app_of(DealingSession(quiet=True))
    async with app.run_test(size=LARGE) as pilot:
        await pressed(pilot, "enter", "enter")
        assert "─ Words ─" not in text_of(pilot)


class InsistentSession(DealingSession):
    """The same offer is put to this seat twice."""

    async def events(self, since: int) -> list[Plain]:
        rows = await super().events(0)
        put = {"offer": "named", "seat": "inner", "hearers": ["lead"], "answer_by": self.now + 1}
        for at in (self.now - 20 * HOUR, self.now - HOUR):
            row = told(len(rows), at, "offer_put", **put, deal="named-lead")
            rows.append(row | {"headline": "Who is named?", "text": "To you.", "sort": "report"})
        return rows[since:]


async def test_an_offer_that_is_put_again_is_reported_as_that(app_of: Made):
    app = app_of(InsistentSession())
    async with app.run_test(size=LARGE) as pilot:
        await pressed(pilot, "enter", "enter", "i")
        rows = [row for row in text_of(pilot).splitlines() if "Who is named? (2 times)" in row]
        assert ["Again. To you." in row for row in rows[:2]] == [True]


async def test_the_clocks_of_capitals_run_side_by_side_as_far_as_they_were_heard(app_of: Made):
    app = app_of(DealingSession(consulting=True))
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "d")
        shown = text_of(pilot)
        assert "asked 5 Jan 14:00" in row_with(shown, "The consultation")
        assert "✓ yes 18:00" in row_with(shown, "Oakland")
        assert "yes, if guard only" in row_with(shown, "Elmham")
        assert "◷ waits" in row_with(shown, "Ashton")
        assert "no quorum (39), again 6 Jan 05:00" in row_with(shown, "Firby")
        assert "2 of 4 said yes, 2 still to answer" in shown


async def test_where_no_round_runs_its_pane_takes_no_room(app_of: Made):
    app = app_of(DealingSession())
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "d")
        assert "The consultation" not in text_of(pilot)


async def test_a_form_says_which_word_of_ones_own_its_order_may_break(app_of: Made):
    session = DealingSession()
    given = term(
        "gives", "Head of state will not: Set the limit on force, for 48 h", "running",
        NOW + 9 * HOUR, seat="lead", card="limit",
    )  # fmt: skip
    session.dealt.append(
        deal("halls", "lead", "inner", "condition", "Posts for halls", state="running",
             terms=[given])
    )  # fmt: skip
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "2")
        assert "Your word" in row_with(text_of(pilot), "to Interior, until")
        await pressed(pilot, "escape", "1")
        assert "Your word" not in text_of(pilot)
    given["state"], session.dealt[-1]["state"] = "offered", "open"
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "2")
        assert "You offered" in row_with(text_of(pilot), "to Interior, not")


async def test_texts_that_do_not_fit_say_so_and_go_on_by_a_key(app_of: Made):
    session = DealingSession()
    session.dealt[0]["text"] = " ".join(f"word{number}" for number in range(200))
    app = app_of(session)
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "d", "enter")
        assert "more · PgDn" in row_with(text_of(pilot), "─ In full")
        first = row_with(text_of(pilot), "word0 ")
        await pressed(pilot, "pagedown")
        assert first not in text_of(pilot)
