"""What a long trial says while it goes on."""

from engine.scenario.load import load
from lab.trying.asking import Asked, jobs_of
from lab.trying.playing import Row, play
from tui.commands.trying_so_far import FIRST, SoFar


def told(plays: int, seconds: float, rows: list[Row], asked: Asked) -> list[str]:
    """The lines of a trial in which each of so many plays takes so long."""
    said: list[str] = []
    now = [0.0]
    so_far = SoFar(asked, load(asked.scenario), said.append, lambda: now[0])
    for row in rows[:plays]:
        now[0] += seconds
        so_far.heard(row)
    return said


def test_a_trial_says_how_it_goes_ever_more_seldom_and_not_at_its_end():
    asked = Asked("first-watch", plays=8)
    rows = [play(job) for job in jobs_of(asked, load("first-watch"))]
    said = told(8, FIRST, rows, asked)
    assert [line.split(" plays")[0] for line in said] == [
        "After 1 of 8", "After 2 of 8", "After 4 of 8",
    ]  # fmt: skip
    assert "% reached; " in said[0]
    assert said[2].endswith("About 60 s left.")
    assert told(8, FIRST / 10, rows, asked) == []


def test_what_breaks_off_is_told_at_once_and_once():
    asked = Asked("first-watch", plays=3)
    broken: Row = {
        "key": "1", "seed": 1, "command": "whitecell run first-watch --seed 1", "hours": 2.0,
        "error": "ZeroDivisionError: division by zero", "at": "plug.py:3",
    }  # fmt: skip
    said = told(2, 0.1, [broken, {**broken, "seed": 2, "key": "2"}], asked)
    assert said == [
        "Broke off: ZeroDivisionError: division by zero, at plug.py:3",
        "    whitecell run first-watch --seed 1",
    ]
