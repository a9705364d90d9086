"""Walks the main screens, and prints every word on them that no catalogue could have changed.

It runs in a process of its own, because a language is chosen before any word is read in:
`python -m tests.tui.walk PART` with LANGUAGE and a catalogue set up.
"""

import asyncio
import re
import sys
from calendar import day_abbr, month_abbr, month_name
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, redirect_stdout
from dataclasses import asdict
from io import StringIO
from unittest.mock import patch

from textual.pilot import Pilot

from engine.catalogue import REFUSALS, RESULTS
from host.table import Table
from tests.tui.stage import (
    HandSession,
    asked_scene,
    chosen,
    in_a_move,
    pressed,
    scene,
    settled,
    text_of,
)
from tests.tui.stage_deals import DealingSession
from tests.tui.test_airlift import DOWN, FLIES, LEFT, LOADS, lifting
from tests.tui.test_deaths import Telling
from tests.tui.test_deaths import told as reports_of_deaths
from tui.app import WhitecellApp
from tui.commands.playing import wanted_of
from tui.picture.shown import Shown
from tui.plain import Talk
from tui.seed_words import FIRST, SECOND
from tui.session import LocalSession, Session
from tui.shelf import offered, scenarios

PLAIN = re.compile(r"(?<![^\W\d_])[A-Za-z]{2,}(?![^\W\d_])")
"""A word of plain letters, with no other letter beside it."""

NAMES = "Whitecell Enter Esc Tab Space PgDn PgUp Home End Ctrl shift super Brier min json"
"""The program, its keys and units: alike in every language."""

TOOLKIT = "copy selected text focus previous quit"
"""What the toolkit calls keys of its own, on the page of keys."""

AGAIN = "so much does not come back by itself"
"""What the engine puts behind a refusal."""

CUT = re.compile(r"…|│|  | [A-Z]|$")
"""What follows a word that was cut."""

SIZE, NARROW = (160, 48), (80, 24)


def kinds(of: type[Shown] = Shown) -> Iterator[type[Shown]]:
    """Every kind of plain data that a session answers."""
    for each in of.__subclasses__():
        yield each
        yield from kinds(each)


FIELDS = {name for kind in kinds() for name in kind.model_fields}
"""Names of fields, which are no words of a scenario as other keys are."""


BY_ID = ("cost", "stocks")
"""Fields whose keys are a scenario's, whatever they are."""


def words_in(value: object) -> Iterator[str]:
    """The words of plain data: those of the scenario and of the journal."""
    match value:
        case str():
            yield from re.findall(r"[A-Za-z]+", value.lower())
        case Mapping():
            for key, item in value.items():
                if key not in FIELDS:
                    yield from words_in(key)
                yield from words_in(list(item) if key in BY_ID else ())
                yield from words_in(item)
        case list() | tuple():
            for item in value:
                yield from words_in(item)
        case _:
            pass


class Heard:
    """A session that notes the words of all that it answers."""

    def __init__(self, session: Session) -> None:
        self._session, self.words = session, set(words_in([REFUSALS, RESULTS, AGAIN]))

    def __getattr__(self, name: str) -> object:
        found = getattr(self._session, name)
        if not asyncio.iscoroutinefunction(found):
            return found

        async def asked(*given: object, **named: object) -> object:
            answer = await found(*given, **named)
            self.words |= set(words_in(answer))
            return answer

        return asked


SEEN: set[str] = set()
"""The screens that were walked over."""


class Walk:
    """One app, the words that it may show, and what was found that it may not."""

    def __init__(self, pilot: Pilot[None], heard: Heard, found: set[str]) -> None:
        self._pilot, self._heard, self._found = pilot, heard, found

    async def __call__(self, *keys: str) -> None:
        """Press keys, and read what stands on the screen then."""
        await pressed(self._pilot, *keys)
        self.read()

    def read(self) -> None:
        """Read what stands on the screen."""
        screen = type(self._pilot.app.screen).__name__
        SEEN.add(screen)
        self._found |= strange(screen, text_of(self._pilot), self._heard.words)


def strange(where: str, text: str, known: set[str]) -> set[str]:
    """Plain words that nobody in the game has said, each with where it stands."""
    names = (*f"{NAMES} {TOOLKIT}".split(), *month_abbr, *month_name, *day_abbr, *FIRST, *SECOND)
    known = known | {word.lower() for word in names}
    found = set()
    for row in text.splitlines():
        for match in PLAIN.finditer(row):
            word = match[0].lower()
            cut = CUT.match(row, match.end()) and any(each.startswith(word) for each in known)
            # Units are told of one thing too: `1 ship`.
            if not cut and word not in known and f"{word}s" not in known:
                found.add(f"{where}: {match[0]}: {' '.join(row.split())}")
    return found


@asynccontextmanager
async def walked(
    session: Session, found: set[str], size: tuple[int, int] = SIZE
) -> AsyncIterator[Walk]:
    """An app with a game."""
    heard = Heard(session)
    app = WhitecellApp(chosen(), heard)  # type: ignore[arg-type]
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        walk = Walk(pilot, heard, found)
        walk.read()
        yield walk


async def lobby(found: set[str]) -> None:
    """The shelf, what a scenario says of itself, and the keys."""
    heard = Heard(HandSession())
    heard.words = {word for row in scenarios() for word in words_in(list(row))}
    for row in scenarios():
        heard.words |= set(words_in(asdict(offered(*row, variant=None))))
    app = WhitecellApp(chosen(scenario="harbour"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.pause(0.5)
        walk = Walk(pilot, heard, found)
        for keys in ("right", "h", "d", "s", "escape", "c", "escape", "question_mark", "escape"):
            await walk(keys)


async def game(found: set[str]) -> None:
    """The room and everything that opens from it, in an invented country."""
    session = HandSession(asked_scene(), move=in_a_move())
    async with walked(session, found) as walk:
        await walk("enter")
        await walk("b", "escape")
        for board in "oimawt":
            await walk(board)
            await walk("down", "question_mark")
            await walk("escape")
            await walk("escape")
        await walk("1")
        await walk("right", "down", "9", "enter")
        for keys in ("u", "f", "escape", "g", "escape", "x", "z", "z", "p", "p", "full_stop"):
            await walk(keys)
        await walk("a", "l")
        await walk("down", "right", "escape", "escape")
        await walk("f")
        await walk("escape", "n")
        await walk("escape")
        await walk("t", "left", "enter")
        await walk("o", "escape", "escape")
        await walk("left", "b")
        await walk("escape", "N")
        await walk("escape", "escape")
        await walk("e")
        await walk("enter")
        await walk("tab", "down")
        await walk("escape", "question_mark")


async def deals(found: set[str]) -> None:
    """Offers, words and evidence; an answer, an offer and the hot line."""
    async with walked(DealingSession(consulting=True), found) as walk:
        await walk("enter", "d")
        await walk("enter")
        await walk("right", "right", "enter")
        await walk("c")
        await walk("enter")
        await walk("escape", "escape", "d", "h")
        await walk("enter")
        await walk("escape", "escape", "d", "tab", "enter")
        await walk("escape", "tab", "k")
    async with walked(DealingSession(quiet=True), found) as walk:
        await walk("enter", "d")
        await walk("k")
        await walk("c")


async def ending(found: set[str]) -> None:
    """The pages of an ending, with what stands beside them."""
    async with walked(HandSession(over=True), found) as walk:
        await walk("w")
        await walk("escape")
        for _ in range(6):
            await walk("enter")
            for key in "xrc":
                await walk(key)
                await walk("escape")
        await walk("escape")
        await walk("n")


async def seldom(found: set[str]) -> None:
    """What not every game comes to: deaths, flights, a refusal, persons in turn, a small window."""
    async with walked(Telling(rows=reports_of_deaths()), found) as walk:
        await walk("enter", "enter")
    async with walked(lifting(LOADS, FLIES, DOWN, LEFT), found) as walk:
        await walk("enter", "a", "l")
        await walk("down")
    refused = ("cannot_afford", (("stock", "authority"), ("needs", "6")))
    async with walked(HandSession(refuse=refused), found, NARROW) as walk:
        await walk("enter", "1")
        await walk("enter")
        await walk("q")
    async with walked(HandSession(scene(people=["lead", "inner"])), found, NARROW) as walk:
        await walk("enter", "enter")
        await walk("n", "enter")
    async with walked(DealingSession(consulting=True), found, NARROW) as walk:
        await walk("enter", "escape")
        for board in "doiawe":
            await walk(board)
            await walk("escape")
    async with walked(HandSession(over=True), found, NARROW) as walk:
        for _ in range(5):
            await walk("enter")
    async with walked(HandSession(), found, (60, 12)) as walk:
        await walk("enter")


def union() -> tuple[LocalSession, Table]:
    """A seat of a small shipped game."""
    table = Table.new(wanted_of(chosen(seed=5), "harbour", "union"), "union", None)
    return LocalSession(table), table


async def whole(found: set[str]) -> None:
    """A shipped game from its brief to its ending."""
    async with walked(union()[0], found) as walk:
        await walk("space", "down", "down", "x", "enter")
        await walk("f")
        await walk("7", "0", "down", "right", "enter")
        await walk("n")
        await walk("enter")
        await walk("1")
        await walk("enter")
        for _ in range(10):
            await walk("n")
            await walk("enter")
        await walk("enter", "enter")
        await walk("enter")


LINES = (
    *"help|cards|look|orders|deals|offers|brief|room|more|move|map|forces|airlift".split("|"),
    *"why solidarity|timeline|notes|bookmark|note x|branches|forecast|||aims|1|2|hold".split("|"),
    *"1|day|orders|withdraw 1|2|back|offer 1|back|offer 99|answer 9|nonsense|wait x|at x".split(
        "|"
    ),
    *"luck x|why x|map x|estimate x|1|day".split("|"),
    *["next", "room", "look", "orders", "cards", "deals"] * 3,
    *["next"] * 12,
    *"help|rests|record|causes|swaps||||||quit".split("|"),
)


async def plain(found: set[str]) -> None:
    """The same game line by line."""
    session, table = union()
    heard = Heard(session)
    said, given = StringIO(), StringIO("\n".join(LINES) + "\n")
    with redirect_stdout(said), patch.object(sys, "stdin", given):
        await Talk(heard, table).run()  # type: ignore[arg-type]
    found |= strange("plain", said.getvalue(), heard.words | TYPED)


TYPED = {word.lower() for line in LINES for word in line.split()}
PARTS = (lobby, game, deals, ending, seldom, whole, plain)


def main() -> None:
    """Walk every part, or those that are named."""
    found: set[str] = set()
    for part in PARTS:
        if part.__name__ in (sys.argv[1:] or [each.__name__ for each in PARTS]):
            asyncio.run(part(found))
    print("Walked over:", *sorted(SEEN))
    print("\n".join(sorted(found)))


if __name__ == "__main__":
    main()
