"""A program on a terminal, driven to where something is to be measured."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from time import perf_counter

from benchmarks.games import FLAGSHIP
from benchmarks.machine import as_installed
from tools.terminal import NotSeen, Seen, Terminal

SIZE = (120, 40)
LONG = 120.0
"""Seconds that a busy machine may need."""

GAME = ("play", FLAGSHIP, "--seat", "president", "--seed", "7")
SLIP, TROUBLE = "How likely is each", "The game does not answer"
PAGE = "The page waits."
"""On the page of reported deaths, which holds the game until it was read."""

ROOM, OVER = "Three cards", "after the game"


_COMPILED = tempfile.TemporaryDirectory()
"""Bytecode that the first start leaves for the others, as an installation does."""


@contextmanager
def opened(*words: str) -> Iterator[Terminal]:
    """The program on a terminal, with folders of its own."""
    with tempfile.TemporaryDirectory() as folder:
        env = as_installed(_COMPILED.name)
        env |= {"XDG_DATA_HOME": folder, "XDG_CONFIG_HOME": folder}
        with Terminal((sys.executable, "-m", "tui.cli", *words), *SIZE, env=env) as terminal:
            yield terminal


def into_the_room(terminal: Terminal) -> None:
    """Past the content note, the briefing, the aims and the first slip."""
    terminal.see("Before you play", LONG)
    until = perf_counter() + LONG
    while ROOM not in terminal.text or "Tick two" in terminal.text or SLIP in terminal.text:
        asked = "Tick two" in terminal.text or SLIP in terminal.text
        terminal.press("escape" if asked else "enter")
        terminal.settle(0.4)
        if perf_counter() > until:
            raise NotSeen(f"the room never came:\n{terminal.text}")
    terminal.settle(0.5)


def running(terminal: Terminal) -> None:
    """The game runs as fast as it can be set: what stops it is put away, and it is let go."""
    for _ in range(20):
        text = terminal.text
        if SLIP in text:
            _pressed(terminal, "escape", lambda text: SLIP not in text)
        elif PAGE in text:
            _pressed(terminal, "enter", lambda text: PAGE not in text)
        elif OVER in text:
            return
        elif TROUBLE in text:
            raise NotSeen(f"the game does not run on:\n{text}")
        elif not _goes(text):
            _pressed(terminal, "p", _goes)
        else:
            return
        terminal.settle(0.05, 0.2)


def _goes(text: str) -> bool:
    return " paused" not in text.splitlines()[0]


def _pressed(terminal: Terminal, key: str, seen: Seen) -> None:
    """Press a key once, however long it takes to act: a second one would do something else."""
    terminal.press(key)
    with suppress(NotSeen):
        terminal.wait(seen, 5.0)


def begin_again(terminal: Terminal) -> None:
    """From the end of the game to a branch from its first day, in the same process."""
    terminal.press("t")
    terminal.see("my order", 30.0)
    terminal.press("home")
    terminal.settle(0.3)
    terminal.press("b")
    terminal.see("with the same luck", 30.0)
    terminal.press("enter")
    terminal.see(ROOM, LONG)
    terminal.settle(1.0)
