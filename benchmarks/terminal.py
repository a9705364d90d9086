"""What a player feels, through a pseudo-terminal: first paint, keys, and memory over time."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from benchmarks.driving import (
    GAME,
    LONG,
    OVER,
    ROOM,
    SLIP,
    begin_again,
    into_the_room,
    opened,
    running,
)
from benchmarks.games import FLAGSHIP
from benchmarks.measure import Line, Report, span
from tools.terminal import NotSeen, Seen, Terminal

STARTS, KEYS = 7, 80
PATIENCE = 5.0
"""Seconds after which a key is taken for lost, and counted as having taken that long."""

FIRST, KEY, UNDER_LOAD, GROWTH = 0.5, 0.1, 2.0, 1.05
MEGABYTE = 2**20
BOARDS = (("o", "What is said of it"), ("m", "Places, worst first"))
Sample = tuple[str, Callable[[str], Seen]]


@dataclass(frozen=True, slots=True)
class Felt:
    """Seconds from a key to its paint in one situation, and processor seconds spent for a key."""

    times: tuple[float, ...]
    spent: float

    @property
    def p95(self) -> float:
        """What 19 of 20 keys stay below."""
        return quantiles(self.times, n=20)[-1]

    def line(self, what: str, more: str = "", met: bool = True) -> Line:
        """Median and p95, beside what is hoped for."""
        said = f"{span(median(self.times))}, {span(self.p95)} ({span(self.spent)})"
        return Line(what, said, f"p95 at most {span(KEY)}{more}", self.p95 <= KEY and met)


def first_paints() -> list[tuple[float, float, float]]:
    """Seconds to the first characters, to the lobby, and to a scenario that can be begun."""
    found = []
    for _ in range(STARTS):
        with opened("play") as terminal:
            steps = (
                terminal.wait(lambda text: bool(text.strip()), LONG),
                terminal.see("Scenarios", LONG),
                terminal.see("min · ", LONG),
            )
            found.append(tuple(step - terminal.started for step in steps))
            terminal.press("q")
            terminal.left()
    return [(first, lobby, ready) for first, lobby, ready in found]


def words(wanted: str) -> Callable[[str], Seen]:
    """Seen once these words stand there."""
    return lambda before: lambda text: wanted in text


def moved(mark: str) -> Callable[[str], Seen]:
    """Seen once the rows that begin with a mark are others."""

    def rows(text: str) -> list[tuple[int, str]]:
        found = enumerate(text.splitlines())
        return [(at, row) for at, row in found if row.lstrip().startswith(mark)]

    def changed(before: str) -> Seen:
        were = rows(before)
        return lambda text: rows(text) != were

    return changed


def in_the_room(text: str, number: int) -> Sample:
    """Boards opened and left again, a row further on them, and the next pane of the room."""
    for key, title in BOARDS:
        if title in text:
            return ("down", moved("▌")) if number % 3 == 1 else (key, words(ROOM))
    key, title = BOARDS[number % len(BOARDS)]
    return ("tab", focus_moved) if number % 3 == 0 else (key, words(title))


def focus_moved(before: str) -> Seen:
    """Seen once the heavy line stands elsewhere."""

    def heavy(text: str) -> list[tuple[int, int]]:
        found = ((at, row.find("━ ")) for at, row in enumerate(text.splitlines()))
        return [(at, column) for at, column in found if column >= 0]

    were = heavy(before)
    return lambda text: heavy(text) != were


def in_the_estimate(text: str, number: int) -> Sample:
    """The keyboard from what is assumed to the numbers, and back."""
    return "tab", focus_moved


def felt(
    terminal: Terminal,
    choose: Callable[[str, int], Sample],
    ready: Callable[[Terminal], None],
    times: int = KEYS,
) -> Felt:
    """Press so many keys, each once its situation is ready, and read until each is painted."""
    found: list[float] = []
    before = processor(terminal.process.pid)
    while len(found) < times:
        ready(terminal)
        key, seen = choose(terminal.text, len(found))
        wanted = seen(terminal.text)
        sent = terminal.press(key)
        try:
            found.append(terminal.wait(wanted, PATIENCE, f"what `{key}` does") - sent)
        except NotSeen:
            # A move that opened took the key; anything else that long is slow, and counts.
            if SLIP not in terminal.text and OVER not in terminal.text:
                found.append(PATIENCE)
        pause = 0.03 + 0.01 * (len(found) % 7)
        until = perf_counter() + pause
        while (left := until - perf_counter()) > 0:
            terminal.read(left)
    spent = processor(terminal.process.pid) - before
    return Felt(tuple(found), spent / times)


def idle(terminal: Terminal) -> None:
    """Nothing runs."""
    terminal.settle(0.05)


def estimating(terminal: Terminal) -> None:
    """The staff is at work: where it has finished, another card is asked about."""
    if "100 of 100 each" in terminal.text:
        terminal.press("x")
        terminal.wait(lambda text: "100 of 100 each" not in text, LONG, "another question")


def keys() -> list[Line]:
    """Keys idle, while the game runs, and while the staff estimates."""
    with opened(*GAME) as terminal:
        into_the_room(terminal)
        still = felt(terminal, in_the_room, idle)
        terminal.press("e")
        terminal.see("Enter asks")
        asked = felt(terminal, in_the_estimate, idle)
        terminal.press("enter")
        terminal.see("Imagining worlds", LONG)
        busy = felt(terminal, in_the_estimate, estimating)
        terminal.press("e")
        terminal.see(ROOM)
        for _ in range(4):
            terminal.press("+")
        fast = felt(terminal, in_the_room, running)
    return [
        still.line("keys in the room, idle"),
        fast.line("the same, the game at full speed"),
        asked.line("keys of the staff estimate, idle"),
        busy.line(
            "the same, 2 cards by 100 futures under way",
            ", and twice the idle",
            busy.p95 <= UNDER_LOAD * asked.p95,
        ),
    ]


def processor(pid: int) -> float:
    """Processor seconds that a process has used."""
    rest = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(rest[11]) + int(rest[12])) / os.sysconf("SC_CLK_TCK")


def resident(pid: int) -> int:
    """Bytes of memory that a process holds."""
    with open(f"/proc/{pid}/statm", encoding="ascii") as found:
        return int(found.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def game_of(pid: int) -> int | None:
    """The process of the game: the eldest child of the screens'."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return int(children[0]) if children else None


def memory(minutes: float) -> list[Line]:
    """What both processes hold over time, with the game at full speed again and again."""
    screens: list[int] = []
    games: list[int] = []
    with opened(*GAME) as terminal:
        into_the_room(terminal)
        for _ in range(4):
            terminal.press("+")
        until = perf_counter() + 60.0 * minutes
        while perf_counter() < until:
            if OVER in terminal.text:
                begin_again(terminal)
            running(terminal)
            tick = perf_counter() + 1.0
            while (left := tick - perf_counter()) > 0:
                terminal.read(left)
            screens.append(resident(terminal.process.pid))
            if game := game_of(terminal.process.pid):
                games.append(resident(game))
    return [_grown("screens", screens, minutes), _grown("the game", games, minutes)]


def _grown(what: str, held: list[int], minutes: float) -> Line:
    """The most held in the second quarter and in the last; short runs are not judged."""
    quarter = max(len(held) // 4, 1)
    early, late = max(held[quarter : 2 * quarter]), max(held[-quarter:])
    said = f"{early / MEGABYTE:.0f} MB, then {late / MEGABYTE:.0f} MB"
    judged = minutes >= 30
    return Line(
        f"memory of {what}, second and last quarter of {minutes:g} min",
        said,
        "at most 1.05 times over an hour",
        late <= GROWTH * early if judged else None,
    )


def run(minutes: float = 1.0) -> Report:
    """Everything that a player feels; `minutes` is for how long the memory is watched."""
    before = os.getloadavg()[0]
    paints = first_paints()
    first, lobby, ready = (median(column) for column in zip(*paints, strict=True))
    lines = [
        Line(
            "first paint after the start of the process", span(first), span(FIRST), first <= FIRST
        ),
        Line("the lobby", span(lobby)),
        Line("a scenario can be begun", span(ready)),
        *keys(),
        *memory(minutes),
    ]
    after = os.getloadavg()[0]
    return Report(
        f"The terminal, {FLAGSHIP} on 120 by 40 through a pseudo-terminal, wall-clock time",
        tuple(lines),
        (
            "Keys: median, p95, and in brackets what the screens used of a processor for each.",
            f"The load of the machine was {before:.1f} before and {after:.1f} after.",
        ),
    )
