"""A game over a pipe is the game: a screen cannot tell it from one in its own process."""

import asyncio
from pathlib import Path

import pytest

from engine.orders import Order
from engine.setup import Wanted
from host.table import Table
from tui.session import LocalSession, PipeSession, Session, Trouble

WANTED = Wanted("harbour", seed=9, bots="doctrine", people={"union": "somebody"}, drawn=True)


async def played(session: Session) -> list[object]:
    """Everything that a screen is shown and answered from the first beat to the last."""
    shown: list[object] = [await session.scene()]
    heard = 0
    number = 0
    while not (await session.clock())["over"]:
        view = await session.view()
        cards = view["cards"]
        assert isinstance(cards, list)
        for card in cards:
            number += 1
            order = Order(id=f"o{number}", seat="union", by="somebody", card=card["card"])
            shown.append(await session.submit(order))
        shown.append(await session.submit(Order(id="o1", seat="union", card="anything")))
        shown += [view, await session.advance(7, until_move=True), await session.clock()]
        news = await session.events(heard)
        heard += len(news)
        shown += news
    shown.append(await session.view())
    await session.close()
    return shown


async def test_a_game_over_a_pipe_shows_what_a_game_at_hand_shows(tmp_path: Path):
    near = await played(LocalSession(Table.new(WANTED, "union", tmp_path / "near.wcsave")))
    far = await played(await PipeSession.new(WANTED, "union", tmp_path / "far.wcsave"))
    assert len(near) > 60
    assert far == near


async def test_a_game_left_on_one_side_of_the_pipe_goes_on_at_the_other(tmp_path: Path):
    path = tmp_path / "one.wcsave"
    far = await PipeSession.new(WANTED, "union", path)
    await far.submit(Order(id="o1", seat="union", card="open_gate"))
    await far.advance(9)
    view, news = await far.view(), await far.events(0)
    await far.close()
    near = LocalSession(Table.resumed(path))
    assert (await near.view(), await near.events(0)) == (view, news)
    await near.advance(3)
    view, news = await near.view(), await near.events(0)
    await near.close()
    again = await PipeSession.resume(path)
    assert (await again.view(), await again.events(0)) == (view, news)
    await again.close()


async def test_a_game_that_cannot_begin_is_trouble_with_every_reason(tmp_path: Path):
    wanted = Wanted("harbour", sets={"agents.fuel.x": "3 t", "agents.nobody.y": "4 t"})
    with pytest.raises(Trouble) as trouble:
        await PipeSession.new(wanted, "union", tmp_path / "x.wcsave")
    assert "E-path" in str(trouble.value)
    assert "nobody" in str(trouble.value)
    assert "Traceback" not in str(trouble.value)
    assert not (tmp_path / "x.wcsave").exists()


async def test_a_question_given_up_does_not_answer_the_next(tmp_path: Path):
    session = await PipeSession.new(WANTED, "union", tmp_path / "given-up.wcsave")
    asked = asyncio.create_task(session.scene())
    for _ in range(3):
        await asyncio.sleep(0)
    asked.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked
    answer = await session.submit(Order(id="o1", seat="union", card="open_gate"))
    assert answer.order == "o1"
    assert "now" in await session.clock() or "over" in await session.clock()
    await session.close()
