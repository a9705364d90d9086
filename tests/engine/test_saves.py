"""A save survives what is done to it, and says what is wrong when it has not."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from engine.game import Game
from engine.orders import Order
from engine.saves import BadSave, Save, peek
from engine.setup import Wanted, branched, prepare, replayed, resume, saved_branch, start
from host.table import Table

WANTED = Wanted("harbour", seed=4, bots="doctrine", people={"union": "somebody"})


def saved(path: Path, beats: int = 30) -> Table:
    table = Table.new(WANTED, "union", path)
    table.submit(Order(id="a", seat="union", card="work_to_rule", fields={"until": "day"}))
    table.advance(beats, until_move=False)
    return table


def test_a_resumed_game_is_the_game(tmp_path: Path) -> None:
    first = saved(tmp_path / "one.wcsave")
    first.close()
    game, save = resume(tmp_path / "one.wcsave")
    assert game.journal.digest() == first.game.journal.digest()
    game.play()
    first.game.on_order(lambda _: None)
    first.game.play()
    assert game.journal.digest() == first.game.journal.digest()
    assert len(save.orders()) == len(game.orders)


def test_the_same_order_again_gets_the_same_answer_and_nothing_else_happens(tmp_path: Path) -> None:
    table = saved(tmp_path / "one.wcsave")
    before = len(table.game.journal)
    again = table.submit(Order(id="a", seat="union", card="work_to_rule", fields={"until": "day"}))
    assert again["accepted"] is True
    assert len(table.game.journal) == before


CHILD = """
import sys
from pathlib import Path
from engine.orders import Order
from host.table import Table
from tests.engine.test_saves import WANTED
table = Table.new(WANTED, "union", Path(sys.argv[1]))
number = 0
while True:
    number += 1
    answer = table.submit(Order(id=f"o{number}", seat="union", card="open_gate"))
    print(f"o{number}", answer["accepted"], flush=True)
    table.advance(1, until_move=False)
"""


@pytest.mark.parametrize("lines", [1, 3, 7])
def test_a_killed_game_has_lost_no_order_that_was_answered(tmp_path: Path, lines: int) -> None:
    path = tmp_path / "killed.wcsave"
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(path)], stdout=subprocess.PIPE, text=True, cwd=os.getcwd()
    )
    assert child.stdout is not None
    heard = [child.stdout.readline().split() for _ in range(lines)]
    child.send_signal(signal.SIGKILL)
    child.wait()
    save = Save.open(path)
    kept = {line.order.id: line.answer.accepted for line in save.orders()}
    assert all(kept[name] is (accepted == "True") for name, accepted in heard)
    assert replayed(save).opened >= lines - 1


def damage(path: Path, how: str) -> None:
    if how == "truncated":
        path.write_bytes(path.read_bytes()[:5000])
    elif how == "binary":
        path.write_bytes(os.urandom(4096))
    elif how == "empty":
        path.write_bytes(b"")
    else:
        with sqlite3.connect(path) as db:
            if how == "altered order":
                db.execute("UPDATE orders SET json = replace(json, '\"accepted\": true', '1')")
            elif how == "later format":
                (text,) = db.execute("SELECT json FROM manifest").fetchone()
                db.execute(
                    "UPDATE manifest SET json = ?", [json.dumps(json.loads(text) | {"format": 9})]
                )
            elif how == "other engine":
                (text,) = db.execute("SELECT json FROM manifest").fetchone()
                db.execute(
                    "UPDATE manifest SET json = ?",
                    [json.dumps(json.loads(text) | {"engine": "0.0.9"})],
                )
            elif how == "no manifest":
                db.execute("DELETE FROM manifest")


@pytest.mark.parametrize(
    ("how", "code"),
    [
        ("truncated", "E-save-damaged"),
        ("binary", "E-save-damaged"),
        ("empty", "E-save-damaged"),
        ("altered order", "E-save-damaged"),
        ("no manifest", "E-save-damaged"),
        ("later format", "E-save-version"),
        ("other engine", "E-save-version"),
    ],
)
def test_a_damaged_save_is_refused_with_a_code(tmp_path: Path, how: str, code: str) -> None:
    path = tmp_path / "bad.wcsave"
    saved(path).close()
    damage(path, how)
    with pytest.raises(BadSave) as problem:
        resume(path)
    assert problem.value.code == code
    assert str(path) in str(problem.value)


def test_a_save_of_another_engine_can_still_be_read(tmp_path: Path) -> None:
    path = tmp_path / "old.wcsave"
    saved(path).close()
    damage(path, "other engine")
    assert sum(1 for _ in Save.open(path).lines()) > 100


def test_a_new_save_never_writes_over_a_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.txt"
    path.write_text("keep me")
    with pytest.raises(BadSave, match="E-save-exists"):
        Save.create(path, prepare(WANTED).manifest)
    assert path.read_text() == "keep me"


def test_what_is_drawn_stands_in_the_manifest_and_is_drawn_again_by_its_path() -> None:
    from dataclasses import replace

    drawn = replace(WANTED, drawn=True)
    first, again = prepare(drawn), prepare(drawn)
    assert first.manifest == again.manifest
    assert first.manifest.parameters != prepare(WANTED).manifest.parameters
    assert start(first).scenario.agents == start(again).scenario.agents


def branch_of(path: Path, beat: int, replicate: int | None) -> tuple[Game, Save]:
    """A branch of a save at a beat, played a little on and saved beside it."""
    game, save = resume(path)
    other, manifest = branched(game, save.manifest, beat * 3600, replicate)
    assert (manifest.parent, manifest.parent_beat) == (save.manifest.digest(), beat)
    save.close()
    kept = saved_branch(path.with_name(f"{path.stem}-{beat}.wcsave"), other, manifest)
    other.submit(Order(id=f"b{beat}", seat="union", card="open_gate"))
    other.advance(8)
    kept.seal(other.journal, other.opened)
    kept.close()
    return other, kept


@pytest.mark.parametrize("turns", [[(20, None)], [(20, 3)], [(20, 3), (24, 5)], [(20, 3), (12, 0)]])
def test_a_saved_branch_names_its_parent_and_is_the_same_game_when_resumed(
    tmp_path: Path, turns: list[tuple[int, int | None]]
) -> None:
    path = tmp_path / "root.wcsave"
    saved(path).close()
    for beat, replicate in turns:
        other, kept = branch_of(path, beat, replicate)
        again, save = resume(kept.path)
        assert again.journal.digest() == other.journal.digest()
        assert save.manifest == peek(kept.path) == kept.manifest
        assert save.manifest.parent == peek(path).digest()
        other.on_order(lambda _: None)
        again.play()
        other.play()
        assert again.journal.digest() == other.journal.digest()
        assert again.outcomes() == other.outcomes()
        save.close()
        path = kept.path
    assert other.chance.replicate == (turns[-1][1] or 0)


def test_a_branch_with_other_luck_shares_its_parents_beats_and_no_more(tmp_path: Path) -> None:
    path = tmp_path / "root.wcsave"
    first = saved(path)
    first.close()
    other, _ = branch_of(path, 20, 3)
    ours = [e.line() for e in first.game.journal if e.at < 20 * 3600]
    assert [e.line() for e in other.journal if e.at < 20 * 3600] == ours
    same, _ = branch_of(path, 19, None)
    assert same.settings.replicate == 0
    assert first.game.settings.replicate == 0
    with pytest.raises(KeyError):
        branched(first.game, peek(path), 9999 * 3600)


def test_orders_answered_before_a_kill_within_their_beat_are_there_once(tmp_path: Path) -> None:
    """The bots had ordered and the beat had not opened yet: they are asked again, and as before."""
    path = tmp_path / "one.wcsave"
    table = saved(path, beats=12)
    table.game.ask_bots()
    assert table.save is not None
    table.save.close()
    whole = saved(tmp_path / "two.wcsave", beats=12).game
    game, save = resume(path)
    whole.on_order(lambda _: None)
    game.play()
    whole.play()
    assert game.journal.digest() == whole.journal.digest()
    save.close()
