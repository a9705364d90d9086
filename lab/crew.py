"""Workers on estimates: processes of low priority, or a bit of work at a time where none may be."""

import gc
import os
import signal
from collections.abc import Iterable
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Protocol

from engine.agents.registry import plug_in, plugged_in
from engine.errors import BadScenario
from engine.kernel import Restless
from engine.memory import collect_seldom
from lab.futures import Bits, Failed, News, Room, Sight
from lab.grounds import Grounds, Option, Question
from lab.worlds import SHARES

NICE = 10
"""By how much a worker gives way to everything that a person waits for."""

MOST_WORKERS = 4
QUIET = 4.0
"""Seconds for which a game has stood still before futures are played ahead: somebody is reading."""


@dataclass(frozen=True, slots=True)
class Warm:
    """Bring your worlds up to the seat's present while nobody waits for them.

    Where nothing else comes for a while, play futures ahead: `options` are what may be asked about,
    the likeliest first.
    """

    grounds: Grounds
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """Answer a question, whatever you did before; `number` comes back with all that is said."""

    number: int
    question: Question


@dataclass(frozen=True, slots=True)
class Stop:
    """Leave off what you do."""


Told = Warm | Work | Stop
Said = tuple[int, News]
WARMING = 0
"""The number of what is said while worlds are brought up for nobody."""


class Crew(Protocol):
    """Whoever does the work."""

    def tell(self, told: Told) -> None:
        """Give work, or call it off; work given before is left off."""
        ...

    def heard(self) -> list[Said]:
        """What was said since the last time; never waits."""
        ...

    def close(self) -> None:
        """Let everybody go."""
        ...


class Bench:
    """The work of some shares, a step at a time, each in turn."""

    def __init__(self, shares: Iterable[int]) -> None:
        self._rooms = [Room(share) for share in shares]
        self._going: list[tuple[Room, Bits]] = []
        self._later: list[tuple[Room, Bits]] = []
        self._number = WARMING

    def take(self, told: Told) -> None:
        """Other work than before."""
        self._later = []
        match told:
            case Warm(grounds, options):
                self._number = WARMING
                self._going = [(room, room.warm(grounds)) for room in self._rooms]
                self._later = [(r, r.ahead(grounds, o)) for o in options for r in self._rooms]
            case Work(number, question):
                self._number = number
                self._going = [(room, room.answer(question)) for room in self._rooms]
            case Stop():
                self._going = []

    @property
    def busy(self) -> bool:
        """Whether there is anything to do."""
        return bool(self._going)

    @property
    def patience(self) -> float | None:
        """Seconds to wait for other work before going on; None for as long as it takes."""
        if self._going:
            return 0.0
        return QUIET if self._later else None

    def play_ahead(self) -> None:
        """Turn to what may be asked, once there is nothing else to do."""
        if not self._going:
            self._going, self._later = self._later, []

    def step(self) -> Said | None:
        """Do a bit; None where nothing is to be told of it."""
        room, work = self._going.pop(0)
        try:
            news = next(work)
        except StopIteration:
            return None
        except (BadScenario, Restless, LookupError, OSError) as problem:
            return self._number, Failed(room.share, str(problem))
        # A share goes on until it has looked at the nearest mark: the first numbers come sooner
        # from one that is ready than from two that are half-way.
        turn_over = isinstance(news, Sight) and news.mark > 0
        self._going.insert(len(self._going) if turn_over else 0, (room, work))
        return None if news is None else (self._number, news)


class Inline:
    """Everything done here, a part whenever somebody listens: for tests, and as a last way.

    What is told and what is said are the same as with processes.
    """

    def __init__(self, most: int = 50) -> None:
        """`most` is how much is said at one time."""
        self._bench = Bench(range(SHARES))
        self._most = most

    def tell(self, told: Told) -> None:
        """See Crew."""
        self._bench.take(told)

    @property
    def busy(self) -> bool:
        """Whether there is anything left to do."""
        return self._bench.busy

    def heard(self) -> list[Said]:
        """See Crew."""
        found: list[Said] = []
        while self._bench.busy and len(found) < self._most:
            said = self._bench.step()
            if said is not None:
                found.append(said)
        return found

    def close(self) -> None:
        """See Crew."""
        self._bench.take(Stop())


def run_worker(line: Connection, shares: tuple[int, ...], plug_ins: tuple[str, ...] = ()) -> None:
    """A worker's life: a step of work, a look whether something else is wanted, and again."""
    os.nice(NICE)
    # Ctrl+C is meant for whoever talks to the person; a worker ends when its line does.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    plug_in(plug_ins)
    collect_seldom()
    gc.freeze()
    bench = Bench(shares)
    try:
        while True:
            while line.poll(bench.patience):
                told = line.recv()
                if told is None:
                    return
                bench.take(told)
            bench.play_ahead()
            said = bench.step() if bench.busy else None
            if said is not None:
                line.send(said)
    except (EOFError, OSError):
        return


class Processes:
    """Workers in processes of their own, begun from a server that has imported what they need."""

    def __init__(self, workers: int | None = None) -> None:
        count = min(workers or os.cpu_count() or 1, MOST_WORKERS, SHARES)
        context = get_context("forkserver")
        context.set_forkserver_preload(["lab.crew"])
        self._lines: list[Connection] = []
        self._people: list[BaseProcess] = []
        for number in range(count):
            mine, theirs = context.Pipe()
            shares = tuple(range(number, SHARES, count))
            person = context.Process(
                target=run_worker, args=(theirs, shares, plugged_in()), daemon=True
            )
            person.start()
            theirs.close()
            self._lines.append(mine)
            self._people.append(person)

    def tell(self, told: Told) -> None:
        """See Crew."""
        for line in self._lines:
            line.send(told)

    def heard(self) -> list[Said]:
        """See Crew."""
        found: list[Said] = []
        for line in self._lines:
            try:
                while line.poll(0):
                    found.append(line.recv())
            except (EOFError, OSError):
                continue
        return found

    def close(self) -> None:
        """See Crew."""
        for line in self._lines:
            line.close()
        for person in self._people:
            person.join(timeout=2)
            if person.is_alive():
                person.terminate()
