"""How long a promise of help may hold: told from what the seat heard, and from ranges alone."""

from pathlib import Path

import pytest

from engine.moves.schedule import FIRST
from engine.setup import Wanted
from host.table import Table
from tests.tui.stage import HOUR, told
from tests.tui.test_consulting import ONE, Consulting, asking
from tui.ink import plain
from tui.keeper import Keeper
from tui.picture.backing import backing, backing_line, words
from tui.picture.consultation import sentences
from tui.session import LocalSession

RANGES = {"heard": (1.0, 3.0), "waits": (4.0, 9.0), "half": (6.0, 72.0)}


def promised(hours_ago: int, landed: bool = False) -> Consulting:
    """A promise told so long ago, and men told to be here an hour ago or not."""
    session = asking(ONE)
    session.about["backing"] = RANGES
    tellable = session.about["told"]
    assert isinstance(tellable, dict)
    tellable["pact.agreed"] = {"name": "agreed", "of": "self", "unit": "", "kind": "alliance"}
    tellable["guests.in_country"] = {"name": "in_country", "of": "self", "unit": "people"}
    at = (93 - hours_ago) * HOUR
    session.rows.append(told(1, at, ["pact.agreed", [at], [1.0]]))
    if landed:
        last = 92 * HOUR
        session.rows.append(told(2, last, ["guests.in_country", [last], [120.0]]))
    return session


async def test_without_a_promise_nothing_is_reckoned():
    assert backing(await Keeper(asking(ONE)).look()) is None


@pytest.mark.parametrize(
    ("hours", "landed", "said"),
    [
        (2, False, "whole until 6 Jan 00:00 to 6 Jan 07:00 if nobody comes"),
        (6, False, "nobody has come: it may fade already, from 6 Jan 03:00 it does"),
        (14, False, "nobody has come: it fades since 19:00 at the latest"),
        (14, True, "men are here since 20:00: it holds"),
    ],
)
async def test_it_is_said_how_long_it_holds(hours: int, landed: bool, said: str):
    known = await Keeper(promised(hours, landed)).look()
    found = backing(known)
    assert found is not None
    assert words(known, found).startswith(said)
    assert any(said in sentence for sentence in sentences(known))


async def test_the_bar_is_whole_then_may_fade_then_fades():
    known = await Keeper(promised(2)).look()
    found = backing(known)
    assert found is not None
    bar = plain(backing_line(known, found, 12, 36)).split()[1]
    assert bar == "━●━╌╌╌" + "·" * 30


async def test_what_is_shown_is_the_range_and_never_what_this_game_drew(tmp_path: Path):
    shown, drawn = [], []
    for seed in (2, 3):
        wanted = Wanted(
            scenario="kazakhstan-2022", seed=seed, bots="idle", drawn=True,
            people={"president": "player"}, format=FIRST,
        )  # fmt: skip
        table = Table.new(wanted, "president", tmp_path / f"{seed}.wcsave")
        session = LocalSession(table)
        shown.append((await session.scene())["backing"])
        drawn.append(table.game.world.value("loyalty", "backing_waits"))
        await session.close()
    assert drawn[0] != drawn[1]
    assert shown[0] is not None
    assert shown[0] == shown[1]
