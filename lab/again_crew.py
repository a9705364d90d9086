"""Workers that play a finished game again: processes of low priority, or bit by bit right here."""

import gc
import os
import signal
from collections.abc import Iterator, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Protocol

from engine.agents.registry import plug_in, plugged_in
from engine.errors import BadScenario
from engine.kernel import Restless
from engine.memory import collect_seldom
from lab.again import Failed, Job, News, ParJob, Played, Player
from lab.crew import MOST_WORKERS, NICE

Jobs = tuple[Job | ParJob, ...]


class Again(Protocol):
    """Whoever plays the futures of one finished game."""

    def tell(self, jobs: Jobs) -> None:
        """What is to be played from now on; what was to be played before is left off."""
        ...

    def heard(self) -> list[News]:
        """What has come since the last time; never waits."""
        ...

    def wait(self, seconds: float) -> None:
        """Until something has come, or so many seconds have gone by."""
        ...

    def close(self) -> None:
        """Let everybody go."""
        ...


class Bench:
    """Plays one job after the other, a step at a time."""

    def __init__(self, played: Played) -> None:
        self._played = played
        self._player: Player | None = None
        self._jobs: list[Job | ParJob] = []
        self._going: Iterator[News | None] | None = None

    def take(self, jobs: Jobs) -> None:
        """Other jobs than before; the one that is being played is left off."""
        self._jobs, self._going = list(jobs), None

    @property
    def busy(self) -> bool:
        """Whether there is anything to do."""
        return bool(self._jobs) or self._going is not None

    def step(self) -> News | None:
        """Do a bit; what came of it, if a future came to its end."""
        try:
            if self._going is None:
                self._player = self._player or Player(self._played)
                self._going = self._player.play(self._jobs.pop(0))
            news = next(self._going, None)
        except (BadScenario, Restless, LookupError, OSError) as problem:
            self._jobs, self._going = [], None
            return Failed(str(problem))
        if news is not None:
            self._going = None
        return news


class Inline:
    """Everything is played here, so many steps whenever somebody listens: for tests."""

    def __init__(self, played: Played, steps: int = 40) -> None:
        self._bench = Bench(played)
        self._steps = steps

    def tell(self, jobs: Jobs) -> None:
        """See Again."""
        self._bench.take(jobs)

    def heard(self) -> list[News]:
        """See Again."""
        said = (self._bench.step() for _ in range(self._steps) if self._bench.busy)
        return [each for each in said if each is not None]

    def wait(self, seconds: float) -> None:
        """See Again: whoever listens next does the work."""

    def close(self) -> None:
        """See Again."""
        self._bench.take(())


def run_worker(line: Connection, played: Played, plug_ins: tuple[str, ...] = ()) -> None:
    """A worker's life: a step of work, a look whether something else is wanted, and again."""
    os.nice(NICE)
    # Ctrl+C is meant for whoever talks to the person; a worker ends when its line does.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()
    plug_in(plug_ins)
    gc.freeze()
    bench = Bench(played)
    try:
        while True:
            while line.poll(0 if bench.busy else None):
                jobs = line.recv()
                if jobs is None:
                    return
                bench.take(jobs)
            news = bench.step() if bench.busy else None
            if news is not None:
                line.send(news)
    except (EOFError, OSError):
        return


class Processes:
    """Workers in processes of their own; every future goes to the one whose turn it is."""

    def __init__(self, played: Played, workers: int | None = None) -> None:
        count = min(workers or os.cpu_count() or 1, MOST_WORKERS)
        context = get_context("forkserver")
        context.set_forkserver_preload(["lab.crew", "lab.again_crew"])
        self._lines: list[Connection] = []
        self._people: list[BaseProcess] = []
        for _ in range(count):
            mine, theirs = context.Pipe()
            person = context.Process(
                target=run_worker, args=(theirs, played, plugged_in()), daemon=True
            )
            person.start()
            theirs.close()
            self._lines.append(mine)
            self._people.append(person)

    def tell(self, jobs: Jobs) -> None:
        """See Again."""
        for line, mine in zip(self._lines, _dealt(jobs, len(self._lines)), strict=True):
            try:
                line.send(mine)
            except OSError:
                # Whoever listens next hears that it has stopped.
                continue

    def heard(self) -> list[News]:
        """See Again."""
        found: list[News] = []
        for line in self._lines:
            try:
                while not line.closed and line.poll(0):
                    found.append(line.recv())
            except (EOFError, OSError):
                line.close()
                found.append(Failed("a worker that played the futures has stopped"))
        return found

    def wait(self, seconds: float) -> None:
        """See Again."""
        from multiprocessing.connection import wait

        wait([line for line in self._lines if not line.closed], seconds)

    def close(self) -> None:
        """See Again."""
        for line in self._lines:
            line.close()
        for person in self._people:
            person.join(timeout=1)
            if person.is_alive():
                person.terminate()


def _dealt(jobs: Jobs, count: int) -> Sequence[Jobs]:
    """Jobs of one luck stay together, so that a swap is soon held against what it swaps."""
    lucks = sorted({job.luck for job in jobs if isinstance(job, Job)})
    turn = {luck: number % count for number, luck in enumerate(lucks)}
    hands: list[list[Job | ParJob]] = [[] for _ in range(count)]
    for job in jobs:
        hands[turn[job.luck] if isinstance(job, Job) else count - 1].append(job)
    return [tuple(hand) for hand in hands]
