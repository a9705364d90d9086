"""Playing line by line: a whole game typed, slips of the pen, leaving and coming back, a kill."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from engine.saves import Save
from engine.setup import replayed, resume
from tests.engine.test_reports import DESKS
from tests.tui.test_commands import mine, whitecell

NEW = ("play", "--plain", "harbour", "--seat", "union", "--seed", 3, "--save")


def played(path: Path, *lines: str) -> str:
    """What is printed when a new game gets these lines."""
    done = whitecell(*NEW, path, given="\n".join(lines) + "\n")
    assert done.exit_code == 0, done.output
    return done.output


def test_a_whole_game_is_played_from_the_brief_to_an_ending(tmp_path: Path):
    path = tmp_path / "game.wcsave"
    said = played(path, "cards", "look", "1", "2", "orders", *["next"] * 9)
    assert "# Dockers' union" in said
    assert "Seed 3: amber-acorn-03." in said
    assert "You have: solidarity 100 %" in said
    assert "1  Until we are answered" in said
    assert "Accepted." in said
    assert "1 Work to rule: accepted" in said
    assert "Your orders: Work to rule, done" in said
    assert "Gale from the west by midnight." in said
    assert re.search("The lights stayed on|Five days, and still a queue", said)
    game, save = resume(path)
    save.close()
    assert game.over
    logged, *others = [line for line in game.orders if line.order.seat == "union"]
    assert {line.order.by for line in others} <= {"staff"}
    assert (logged.order.card, dict(logged.order.fields)) == ("work_to_rule", {"until": "day"})
    assert whitecell("verify", path).exit_code == 0


def test_a_card_says_what_it_does_and_a_stock_has_a_name(tmp_path: Path, monkeypatch):
    folder = tmp_path / "fund"
    folder.mkdir()
    (folder / "fund.yaml").write_text(
        "extends: harbour\n"
        "seats:\n  union: {stocks: {solidarity: {title: Strike fund}}}\n"
        "cards:\n  work_to_rule: {text: Every crane keeps to the book.}\n"
    )
    to = ("--seat", "union", "--seed", 3, "--save", tmp_path / "game.wcsave")
    said = whitecell("play", "--plain", folder, *to, given="1\nback\nquit\n").output
    assert "You have: strike fund 100 %." in said
    room = " ".join(said.split())
    assert "Work to rule, strike fund 10 %, takes 1 h. Every crane keeps to the book." in room
    assert "Every crane keeps to the book. Costs: Strike fund: 10 %." in said
    assert "through for 5 % of strike fund" in said


def test_after_the_end_a_resumed_game_tells_its_story_and_leaves(tmp_path: Path):
    path = tmp_path / "game.wcsave"
    played(path, *["next"] * 9)
    again = whitecell("play", "--plain", "--resume", path)
    assert again.exit_code == 0
    assert "Gale from the west" in again.output
    assert not re.search(r"\d\d:\d\d> ", again.output)
    assert f"whitecell results '{path}'" in again.output
    assert "Go on with" not in again.output


SLIPS = [
    "nonsense", "", "wait", "wait x", "wait 0", "wait -1", "wait 1e9", "wait ²", "²", "0", "99",
    "9" * 5000, "wait " + "9" * 5000, "withdraw", "withdraw 7", "withdraw x", "next 5", "x" * 9999,
    "\u0000", "cards cards", "-1", "help",
]  # fmt: skip


def test_no_slip_of_the_pen_lets_time_go_by_or_ends_the_game(tmp_path: Path):
    said = played(tmp_path / "game.wcsave", *SLIPS, "look")
    prompts = re.findall(r"(\d{4}-\d\d-\d\d \d\d:\d\d)> ", said)
    assert set(prompts) == {"2031-11-03 06:00"}
    assert len(prompts) >= len(SLIPS)
    assert "is not understood; type `help`" in said
    assert "There are 3 cards" in said
    assert "You have given 0 orders" in said


def test_a_form_can_be_left_and_filled_in_by_number_or_by_word(tmp_path: Path):
    path = tmp_path / "game.wcsave"
    said = played(path, "1", "maybe", "7", "back", "orders", "1", "answered", "1", "", "quit")
    assert "Type a number from 1 to 2, or a name, or `back`." in said
    assert "nothing is ordered" in said
    save = Save.open(path)
    fields = [line.order.fields["until"] for line in save.orders() if line.order.by == "player"]
    save.close()
    assert fields == ["answered", "answered"]


def test_numbers_are_filled_in_with_units_and_wrong_ones_refused(tmp_path: Path):
    lines = ["1", "north_quay", "99 h", "1", "1", "7 h", "1", "1", "soon", "1", "2", "", "quit"]
    done = whitecell(
        "play", "--plain", "harbour", "--seat", "port", "--seed", 3, "--save", tmp_path / "g",
        given="\n".join(lines) + "\n",
    )  # fmt: skip
    assert done.exit_code == 0
    assert done.output.count("Accepted.") == 2
    assert done.output.count("Refused: length cannot hold that.") == 2


def test_an_order_is_withdrawn_and_its_cost_is_back(tmp_path: Path):
    said = played(tmp_path / "g", "1", "1", "cards", "withdraw 1", "cards", "orders", "withdraw 1")
    assert re.findall(r"You have: solidarity (\d+ %)", said) == ["100 %", "90 %", "100 %"]
    assert "1 Work to rule: withdrawn" in said
    assert "Refused: no order of yours of that name is still waiting." in said


def test_what_a_seat_cannot_pay_or_do_is_refused_in_words(tmp_path: Path):
    said = played(tmp_path / "g", *["1", "1", "1", "1", "next"] * 5, "1", "1")
    # Ten times at a tenth each.
    assert "Refused: it costs more solidarity than you have left" in said


def test_no_more_is_ordered_in_a_move_than_its_format_allows(tmp_path: Path):
    said = played(tmp_path / "g", *["1", "1"] * 3, "next", "1", "1")
    assert "you have 2 orders a move, and none is left; the next opens 03 Nov 18:00." in said


def test_a_game_begins_at_the_first_move_of_the_format_that_was_asked_for(tmp_path: Path):
    path = tmp_path / "g"
    done = whitecell(*NEW, path, "--format", "short", given="quit\n")
    assert "2031-11-03 18:00> " in done.output
    assert whitecell("play", "--plain", "--resume", path, given="quit\n").exit_code == 0
    assert whitecell("verify", path).exit_code == 0


@pytest.mark.parametrize("beat", ["1 h", "20 min", "5 h"])
def test_waiting_is_in_hours_whatever_the_beat(tmp_path: Path, monkeypatch, beat: str):
    mine(tmp_path, f"beat: {beat}")
    monkeypatch.chdir(tmp_path)
    words = ("play", "--plain", "mine", "--seat", "union", "--seed", 3, "--save", "g")
    assert "2031-11-03 11:00> " in whitecell(*words, given="wait 5\nquit\n").output


def test_a_form_that_asks_for_a_report_offers_those_that_the_seat_was_told_of(
    tmp_path: Path, monkeypatch
):
    mine(tmp_path, dedent(DESKS))
    monkeypatch.chdir(tmp_path)
    words = ("play", "--plain", "mine", "--seat", "union", "--seed", 3, "--save")
    given = ["4", "wait 12", "4", "1", "4", "union_1", "4", "union_999", "back", "quit"]
    said = whitecell(*words, "g", given="\n".join(given) + "\n").output
    assert "4 Print it" in whitecell(*words, "h", given="cards\nquit\n").output
    assert "you have been told of none yet" in said
    assert "Telephones and payment terminals have stopped, at 08:00 on 3 Nov (press)" in said
    assert said.count("Accepted.") >= 2
    assert "Type a number from 1 to" in said
    save = Save.open(tmp_path / "g")
    named = [line.order.fields["claim"] for line in save.orders() if line.order.by == "player"]
    save.close()
    assert len(named) == 2
    assert named[1] == "union_1"


def test_a_form_that_asks_for_a_time_takes_one_and_says_how_it_is_written(
    tmp_path: Path, monkeypatch
):
    mine(tmp_path, dedent(DESKS))
    monkeypatch.chdir(tmp_path)
    words = ("play", "--plain", "mine", "--seat", "union", "--seed", 3, "--save", "g")
    said = whitecell(*words, given="5\nsoon\n5\nday 2 18:00\nquit\n").output
    assert "Hour of it (such as day 2 18:00)" in said
    assert "Refused: hour of it cannot hold that." in said
    assert "Accepted." in said


def test_a_game_that_was_left_goes_on_where_it_was(tmp_path: Path):
    path = tmp_path / "one.wcsave"
    left = played(path, "1", "2", "next", "wait 3", "quit")
    assert f"--resume '{path}'" in left
    again = whitecell("play", "--plain", "--resume", path, given="orders\nnext\nquit\n")
    assert "2031-11-03 21:00> " in again.output
    assert "1 Work to rule: done as ordered" in again.output
    assert "Your orders: Work to rule, done" in again.output
    whole = tmp_path / "whole.wcsave"
    played(whole, "1", "2", "next", "wait 3", "next", "quit")
    one, other = replay_of(path), replay_of(whole)
    assert one == other


def replay_of(path: Path) -> str:
    save = Save.open(path)
    try:
        return replayed(save).journal.digest()
    finally:
        save.close()


@pytest.mark.parametrize("after", ["Accepted.", "2031-11-03 18:00> "])
def test_a_killed_game_goes_on_with_every_order_that_was_accepted(tmp_path: Path, after: str):
    path = tmp_path / "killed.wcsave"
    child = subprocess.Popen(
        [sys.executable, "-u", "-m", "tui.cli", *map(str, NEW), str(path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.write(b"2\n1\n2\nnext\n" if "18:00" in after else b"2\n")
    child.stdin.flush()
    heard = b""
    while after.encode() not in heard:
        heard += os.read(child.stdout.fileno(), 200)
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdin.close()
    child.stdout.close()
    again = whitecell("play", "--plain", "--resume", path, given="orders\nnext\nquit\n")
    assert again.exit_code == 0
    assert "1 Let the hospital's lorries through: " in again.output
    line = again.output.partition("Your orders: ")[2].partition("You have")[0]
    assert "Let the hospital's lorries through" in line.replace("\n  ", " ")
    assert whitecell("verify", path).exit_code == 0


def test_choices_are_asked_for_when_nothing_is_named(tmp_path: Path):
    given = "\n".join(["9999", "harbour", "mayor", "2", "quit"]) + "\n"
    done = whitecell("play", "--plain", "--save", tmp_path / "g", given=given)
    assert done.exit_code == 0
    assert "# Dockers' union" in done.output


def test_the_end_of_the_input_leaves_the_game_saved(tmp_path: Path):
    said = played(tmp_path / "g", "next")
    assert "Saved." in said
    assert played(tmp_path / "h", "1").endswith(f"--resume '{tmp_path / 'h'}'\n")


def test_figures_orders_and_deals_are_called_by_their_titles_and_never_by_ids(tmp_path: Path):
    path = tmp_path / "game.wcsave"
    said = played(path, "1", "", "", "", "look", "orders", "deals", "move", "next", "quit")
    said = said.replace(str(path), "")
    ids = re.findall(r"[a-z]+[_][a-z_]+", said)
    assert ids == []


def test_what_goes_out_is_said_as_a_move_closes(tmp_path: Path):
    said = played(tmp_path / "game.wcsave", "next", "quit")
    assert "Goes out: no order of yours." in said
    assert "Staff adds: " in said
