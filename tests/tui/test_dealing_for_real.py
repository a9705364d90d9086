"""Deals of a shipped game, by keys alone: a word given and kept, and an offer that is answered."""

from textual.pilot import Pilot

from host.table import Table
from tests.tui.stage import chosen, on, pressed, text_of
from tui.app import WhitecellApp
from tui.commands.playing import wanted_of
from tui.screens.deals import DealsScreen
from tui.screens.slips import AimsScreen
from tui.session import LocalSession


def seated(seat: str) -> LocalSession:
    """A seat of a small shipped game, in this process."""
    return LocalSession(Table.new(wanted_of(chosen(seed=3), "harbour", seat), seat, None))


async def at_the_deals(pilot: Pilot[None]) -> None:
    """Whatever is asked first is left; then the deals."""
    for _ in range(6):
        if on(pilot.app, DealsScreen):
            return
        await pressed(pilot, "escape", "d")


async def close_the_move(pilot: Pilot[None]) -> None:
    """The move closes; aims are put off, and a slip is left empty."""
    await pressed(pilot, "n")
    if on(pilot.app, AimsScreen):
        await pressed(pilot, "escape")
    await pressed(pilot, "enter")


async def test_a_word_is_given_runs_and_is_kept():
    app = WhitecellApp(chosen(), seated("port"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pressed(pilot, "enter", "enter")
        await at_the_deals(pilot)
        await pressed(pilot, "c", "down", "enter")
        assert "Binds you" in text_of(pilot)
        assert "will not: Hire crews" in text_of(pilot)
        await pressed(pilot, "enter")
        assert "Your offer: Nobody from outside (put)." in text_of(pilot)
        await close_the_move(pilot)
        await at_the_deals(pilot)
        shown = text_of(pilot)
        assert "◷ you → Dockers' union  not: Hire" in shown
        assert "36 h left" in shown
        for _ in range(4):
            await close_the_move(pilot)
        await at_the_deals(pilot)
        assert "✓ you → Dockers' union" in text_of(pilot)
        assert "+5" in next(row for row in text_of(pilot).splitlines() if "━─" in row)


async def test_an_offer_that_came_is_answered():
    app = WhitecellApp(chosen(), seated("union"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "enter", "enter", "escape", "full_stop")
        await at_the_deals(pilot)
        assert "1 for you to answer" in text_of(pilot)
        await pressed(pilot, "enter", "right", "enter")
        assert "Your answer: The gate for the pay (refused)." in text_of(pilot)
        assert "refused" in text_of(pilot)
        await pressed(pilot, "full_stop")
        assert "for you to answer" not in text_of(pilot)
        assert cards_given(app) == ["answer"]


def cards_given(app: WhitecellApp) -> list[str]:
    """The cards and acts that the person has given so far."""
    assert app.keeper is not None
    session = app.keeper.session
    assert isinstance(session, LocalSession)
    game = session.table.game
    mine = [line for line in game.orders if line.order.by == "player" and line.answer.accepted]
    return [line.order.card for line in mine]
