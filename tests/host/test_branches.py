"""Branches: another save that shares a beginning, and how saves hang together."""

from pathlib import Path

import pytest

from engine.orders import Order
from engine.saves import peek
from engine.setup import Wanted, resume
from host.branches import family, free_path
from host.protocol import Ask
from host.table import Table

HOUR = 3600


def table(path: Path, hours: int = 12) -> Table:
    found = Table.new(Wanted("harbour", seed=4, people={"union": "somebody"}), "union", path)
    found.submit(Order(id="one", seat="union", card="work_to_rule"))
    found.advance(hours, until_move=False)
    return found


def branched(found: Table, at: int, luck: int | None = None) -> Path:
    result = found.answer(Ask(id=1, do="branch", since=at, luck=luck)).result
    assert isinstance(result, dict)
    return Path(str(result["path"]))


def listed(found: Table) -> list[dict[str, object]]:
    result = found.answer(Ask(id=1, do="branches")).result
    assert isinstance(result, list)
    return result


def test_a_branch_shares_everything_before_its_beat_and_can_be_played(tmp_path: Path):
    found = table(tmp_path / "a.wcsave")
    path = branched(found, 5 * HOUR)
    assert path == tmp_path / "a-branch-1.wcsave"
    other, save = resume(path)
    assert other.now == 5 * HOUR
    mine = list(found.game.journal.lines())[: len(other.journal)]
    assert list(other.journal.lines()) == mine
    other.advance(3)
    save.close()
    found.close()


def test_the_parent_goes_on_as_if_nothing_had_been_branched(tmp_path: Path):
    ours, theirs = table(tmp_path / "a.wcsave"), table(tmp_path / "b.wcsave")
    branched(ours, 5 * HOUR)
    ours.advance(8, until_move=False)
    theirs.advance(8, until_move=False)
    assert ours.game.journal.digest() == theirs.game.journal.digest()
    ours.close()
    theirs.close()


def test_branches_are_listed_with_where_they_begin_how_far_they_go_and_what_was_tried(
    tmp_path: Path,
):
    found = table(tmp_path / "a.wcsave")
    table(tmp_path / "other.wcsave", hours=1).close()
    path = branched(found, 5 * HOUR, luck=7)
    second = Table.resumed(path)
    second.submit(Order(id="two", seat="union", card="open_gate"))
    second.advance(2, until_move=False)
    third = branched(second, 6 * HOUR)
    second.close()
    rows = {Path(str(row["path"])).name: row for row in listed(found)}
    assert set(rows) == {"a.wcsave", path.name, third.name}
    assert (rows["a.wcsave"]["here"], rows["a.wcsave"]["ends"]) == (True, 12 * HOUR)
    row = rows[path.name]
    assert (row["begins"], row["ends"], row["luck"]) == (5 * HOUR, 7 * HOUR, 7)
    assert row["first"] == "Let the hospital's lorries through"
    assert rows[third.name]["parent"] == str(path)
    found.close()


def test_looking_at_branches_does_not_make_them_newer(tmp_path: Path):
    found = table(tmp_path / "a.wcsave")
    path = branched(found, 5 * HOUR)
    before = path.stat().st_mtime_ns
    listed(found)
    assert path.stat().st_mtime_ns == before
    found.close()


@pytest.mark.parametrize("at", [1, 13 * HOUR, 10**8])
def test_there_is_no_branch_from_inside_a_beat_or_from_what_was_not_played(tmp_path: Path, at: int):
    found = table(tmp_path / "a.wcsave")
    reply = found.answer(Ask(id=1, do="branch", since=at))
    assert reply.error == "no beat that was played begins then"
    found.close()


def test_a_game_that_is_not_kept_has_no_branches():
    found = Table.new(Wanted("harbour", seed=4, people={"union": "somebody"}), "union", None)
    assert "is not kept" in found.answer(Ask(id=1, do="branch", since=0)).error
    assert listed(found) == []


def test_branches_of_branches_are_numbered_on(tmp_path: Path):
    (tmp_path / "a-branch-1.wcsave").touch()
    assert free_path(tmp_path / "a-branch-1.wcsave") == tmp_path / "a-branch-2.wcsave"
    assert family(tmp_path / "none.wcsave") == []


def test_a_branch_names_its_parent_and_its_beat(tmp_path: Path):
    found = table(tmp_path / "a.wcsave")
    manifest = peek(branched(found, 5 * HOUR))
    assert (manifest.parent_beat, manifest.parent) == (5, peek(tmp_path / "a.wcsave").digest())
    found.close()
