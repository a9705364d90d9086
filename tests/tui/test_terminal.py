"""The program on a terminal of its own: first paint, no screen, and the same game either way."""

import json
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tools.terminal import Terminal

WHITECELL = (sys.executable, "-m", "tui.cli")
LONG = 60.0
"""Seconds that a busy machine may need for what takes one."""


@pytest.fixture
def home(own_folders: Path) -> Mapping[str, str]:
    """The environment in which nothing of the user is read or written."""
    return {"XDG_DATA_HOME": f"{own_folders}/data", "XDG_CONFIG_HOME": f"{own_folders}/config"}


def opened(
    *words: str, home: Mapping[str, str], columns: int = 80, rows: int = 24, **env: str
) -> Terminal:
    return Terminal([*WHITECELL, "play", *words], columns, rows, env={**home, **env})


HEAVY = ("engine.game", "engine.scenario.load", "host", "lab", "numpy", "simpy", "yaml")


def test_the_lobby_stands_before_anything_that_plays_is_read_in():
    code = "import sys, tui.commands.playing, tui.app; print(*sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert set(found.stdout.split()) & set(HEAVY) == set()


def test_the_first_paint_needs_no_screen_library():
    code = "import sys, tui.cli, tui.commands.playing; print(*sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert set(found.stdout.split()) & {*HEAVY, "textual", "rich", "pydantic", "engine"} == set()


def test_the_top_line_stands_first_and_then_the_lobby(home: Mapping[str, str]):
    with opened(home=home) as terminal:
        first = terminal.see("a crisis, several seats, one clock", LONG)
        assert "Scenarios" not in terminal.text
        assert first <= terminal.see("Your seat", LONG) <= terminal.see("begin here", LONG)
        terminal.press("q")
        assert terminal.left() == 0
    assert b"\x1b[?1049l" in terminal.written


def test_a_mistake_at_the_shell_gives_the_terminal_back(home: Mapping[str, str]):
    with opened("harbour", "--seat", "mayor", home=home) as terminal:
        assert terminal.left(LONG) == 2
    assert "no seat `mayor`" in terminal.text
    assert "several seats" not in terminal.text


def test_colours_that_are_not_wanted_are_in_no_byte(home: Mapping[str, str]):
    with opened(home=home, NO_COLOR="1") as terminal:
        terminal.see("invented", LONG)
    assert re.findall(rb"\x1b\[(?:[0-9]+;)*[34]8;[0-9;]*m", bytes(terminal.written)) == []


def test_a_terminal_that_can_show_no_screen_is_played_line_by_line(home: Mapping[str, str]):
    with opened("harbour", "--seat", "port", "--seed", "5", home=home, TERM="dumb") as terminal:
        terminal.see("06:00>", LONG)
        terminal.type("quit\r")
        assert terminal.left(LONG) == 0
    assert b"\x1b" not in terminal.written


def test_a_window_that_is_too_small_says_so_and_keeps_the_game(home: Mapping[str, str]):
    with opened(home=home, columns=60, rows=20) as terminal:
        terminal.see("this window is 60 by 20", LONG)


@dataclass(frozen=True)
class Game:
    """A short game, and what somebody decides in it: what is done in which move."""

    scenario: str
    seat: str
    aims: tuple[int, int]
    slip: Sequence[str]
    moves: Mapping[int, Sequence[str]]


BACK = "back"
SLIP = "How likely is each"
CLOSING = "Enter closes the move"
GAMES = (
    Game(
        "first-watch", "warden", (1, 3), ("70", "20"),
        {
            1: ("Ask to save power", "Ring the clinic", BACK),
            2: ("Send a lorry now",),
            4: ("Say how it stands", "Open the cold store"),
        },
    ),
    Game(
        "harbour", "union", (1, 2), ("60", "40"),
        {
            2: ("Work to rule",),
            3: ("Work to rule", BACK),
            4: ("Let the hospital's lorries through",),
        },
    ),
)  # fmt: skip


class OnTheScreen:
    """Plays by keys of the screens."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        terminal.see("Tick two", LONG)

    def aims(self, first: int, second: int) -> None:
        self.terminal.see("Tick two")
        self.terminal.settle()
        for number in (first, second):
            self._down(number - 1)
            self.terminal.press("space")
            self.terminal.settle()
            self._down(1 - number, "up")
        self.terminal.press("enter")

    def _down(self, rows: int, key: str = "down") -> None:
        for _ in range(abs(rows)):
            self.terminal.press(key)
            self.terminal.settle(0.1)

    def slip(self, chances: Sequence[str]) -> None:
        self.terminal.see("CHANGED")
        self.terminal.press("f")
        self.terminal.see(SLIP)
        for number, chance in enumerate(chances):
            if number:
                self._down(1)
            self.terminal.type(chance)
            self.terminal.settle()
        self.terminal.press("enter")
        self.terminal.see("Your slip is in")

    def order(self, title: str) -> None:
        self.terminal.press("o")
        self.terminal.see("What is said of it")
        self.terminal.settle()
        for _ in range(20):
            row = self._under_cursor(self.terminal.text)
            if title in row:
                break
            self.terminal.press("down")
            self._left(row)
        self.terminal.press("enter")
        self.terminal.see("You order")
        self.terminal.press("enter")
        self.terminal.see(f"Accepted: {title}")

    def _left(self, row: str) -> None:
        self.terminal.wait(lambda text: self._under_cursor(text) != row, LONG)

    def _under_cursor(self, text: str) -> str:
        return next((row for row in text.splitlines() if row.startswith("▌")), "")

    def back(self) -> None:
        self.terminal.press("u")
        self.terminal.see("Taken back")

    def next(self) -> bool:
        before = self._move()
        self.terminal.press("n")

        def on(text: str) -> bool:
            return "after the game" in text or self._move() not in ("", before)

        def asked(text: str) -> bool:
            return on(text) or CLOSING in text

        self.terminal.wait(asked, LONG, "the next move, or what closing this one means")
        if CLOSING in self.terminal.text:
            self.terminal.press("enter")
            self.terminal.wait(on, LONG, "the next move")
        self.terminal.settle()
        return "after the game" not in self.terminal.text

    def _move(self) -> str:
        """Which move it is, where the clock line says so."""
        found = re.search(r"move (\d+)/", self.terminal.text)
        return found[1] if found else ""

    def leave(self) -> None:
        self.terminal.press("q")


class LineByLine:
    """Plays by the words of plain play."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self._prompted()

    def _prompted(self) -> None:
        ends = re.compile(r">$|\]:$|\?:$|Saved\..*$")
        self.terminal.wait(lambda text: bool(ends.search(text.rstrip())), LONG, "a prompt")

    def say(self, *words: str) -> None:
        for word in words:
            self.terminal.type(f"{word}\r")
            self.terminal.settle(0.05)
            self._prompted()

    def aims(self, first: int, second: int) -> None:
        self.say("aims", str(first), str(second - 1))

    def slip(self, chances: Sequence[str]) -> None:
        self.say("forecast", *chances)

    def order(self, title: str) -> None:
        self.say("cards")
        number = re.findall(rf" (\d+) {title}", self.terminal.written.decode())[-1]
        self.say(number)
        for _ in range(10):
            if not self.terminal.text.rstrip().endswith("]:"):
                break
            self.say("")

    def back(self) -> None:
        self.say("orders")
        self.say(f"withdraw {re.findall(r'^ +([0-9]+) .*$', self.terminal.text, re.M)[-1]}")

    def next(self) -> bool:
        self.say("next")
        while re.search(r"Enter.*>$", self.terminal.text.rstrip()):
            self.say("")
        return "Saved." not in self.terminal.text

    def leave(self) -> None:
        """The game has told its results, and the program has left."""


def played(hands: OnTheScreen | LineByLine, game: Game) -> None:
    """Do everything that is decided in a game, to its end."""
    hands.aims(*game.aims)
    hands.slip(game.slip)
    for move in range(1, 40):
        for act in game.moves.get(move, ()):
            if act == BACK:
                hands.back()
            else:
                hands.order(act)
        if not hands.next():
            break
    hands.leave()


@pytest.mark.parametrize("game", GAMES, ids=lambda game: game.scenario)
def test_a_game_on_the_screens_and_line_by_line_ends_with_the_same_journal(
    home: Mapping[str, str], tmp_path: Path, game: Game
):
    journals = []
    words = (game.scenario, "--seat", game.seat, "--seed", "7")
    for name, more, hands in (("screen", (), OnTheScreen), ("lines", ("--plain",), LineByLine)):
        save = tmp_path / f"{name}.wcsave"
        with opened(*words, *more, "--save", str(save), home=home) as terminal:
            played(hands(terminal), game)
            assert terminal.left(LONG) == 0
        done = subprocess.run([*WHITECELL, "export", str(save)], check=True, capture_output=True)
        journals.append(done.stdout)
    given = [act for acts in game.moves.values() for act in acts]
    events = [json.loads(line) for line in journals[0].splitlines()]
    taken = [event for event in events if event["fields"].get("by") == "player"]
    assert len(taken) == len([act for act in given if act != BACK])
    assert [event["event"] for event in events].count("order_withdrawn") == given.count(BACK)
    assert journals[0] == journals[1]
