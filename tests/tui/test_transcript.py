"""The transcript of plain play beside the journal as the seat saw it."""

import asyncio
import re
from pathlib import Path

import pytest

from engine.saves import Save
from host.table import Table
from tests.tui.test_commands import whitecell
from tui.session import LocalSession

EVERYTHING = (
    "look", "cards", "orders", "deals", "offers", "brief", "room", "more", "map", "forces",
    "airlift", "why", "timeline", "notes", "move",
)  # fmt: skip


def drawn(text: str) -> list[str]:
    """Characters that draw, or steer a terminal."""
    lines, dots = range(0x2500, 0x25A0), range(0x2800, 0x2900)
    return [c for c in text if ord(c) in lines or ord(c) in dots or ord(c) == 0x1B]


UNDER_WAY = ("game.order_taken", "game.order_out")


def in_one_line(text: object) -> str:
    return re.sub(r"\s+", " ", str(text)).strip()


@pytest.mark.parametrize(
    ("scenario", "seat", "moves"),
    [("harbour", "union", 9), ("spring-flood", "relief", 6), ("kazakhstan-2022", "moscow", 8)],
)
def test_everything_that_the_seat_was_told_stands_in_the_transcript(
    tmp_path: Path, scenario: str, seat: str, moves: int
):
    path = tmp_path / "game.wcsave"
    lines = [*EVERYTHING, *["next"] * moves, *EVERYTHING, "quit"]
    played = whitecell(
        "play", "--plain", scenario, "--seat", seat, "--seed", 3, "--save", path,
        given="\n".join(lines) + "\n",
    )  # fmt: skip
    assert played.exit_code == 0, played.output
    said = in_one_line(played.output)
    assert drawn(played.output) == []
    table = Table.resumed(path)
    told = asyncio.run(LocalSession(table).events(0))
    assert isinstance(table.save, Save)
    table.save.close()
    # The way of an order until it is reported of stands under `orders`, by its title and its state.
    under_way = [row for row in told if row["event"] in UNDER_WAY]
    assert [row["headline"] for row in under_way if str(row["headline"]) not in said] == []
    rest = [row for row in told if row["sort"] != "means" and row not in under_way]
    worded = [in_one_line(row["text"]) for row in rest]
    assert len(worded) > 5
    assert [text for text in worded if text not in said] == []


def test_what_draws_is_found():
    assert drawn("a ─ b") == ["─"]
