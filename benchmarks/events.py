"""Events through the kernel, with the journal on, beside bare SimPy and a bare heap."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from heapq import heappop, heappush
from statistics import median
from typing import cast

import numpy as np
from simpy import Environment
from simpy import Event as Bell

from benchmarks.measure import Line, Pair, Report, Work, interleaved, span
from engine.begin import begin
from engine.chance import Chance
from engine.events import Event
from engine.journal import Journal
from engine.kernel import Kernel
from engine.kinds import Happenings, Kind, Record, Standing
from engine.scene import Scene
from engine.world import World
from engine.written import Written

AGENTS, WAKES = 10, 2000
MINUTE = 60
RUNS = 9


@dataclass(frozen=True, slots=True)
class Ticked(Event):
    """A minute went by."""

    at: int


@dataclass(slots=True)
class Clock:
    """When it ticks next."""

    due: int = MINUTE


class Ticker(Kind[Written, Clock]):
    """Tells of every minute, and does nothing else."""

    name, text, Config, events = "ticker", "Tells of every minute.", Written, (Ticked,)

    def begin(self, world: World, me: str) -> Clock:
        """It has not ticked yet."""
        return Clock()

    def next_due(self, world: World, me: str) -> int:
        """The next minute."""
        clock = world.agents[me]
        assert isinstance(clock, Clock)
        return clock.due

    def due(self, world: World, me: str, now: int) -> Sequence[Record]:
        """The tick, when it is time."""
        return (Standing(now),) if self.next_due(world, me) <= now else ()

    def judge(self, world: World, me: str, record: Record, chance: Chance) -> Happenings:
        """A minute went by."""
        yield Ticked(at=world.now)

    def apply(self, state: Clock, event: Event) -> None:
        """Set the next."""
        assert isinstance(event, Ticked)
        state.due = event.at + MINUTE


def _kernel(run: int) -> Work:
    names = [f"ticker{i}" for i in range(AGENTS)]
    nowhere = np.zeros(0)
    ticker = cast(Kind[Written, object], Ticker())
    scene = Scene(
        datetime(2031, 1, 1, tzinfo=UTC), WAKES * MINUTE, MINUTE, (), (),
        nowhere, nowhere, nowhere, nowhere, nowhere,
        agents=dict.fromkeys(names, ticker), configs=dict.fromkeys(names, Written()),
    )  # fmt: skip
    world, journal = begin(scene), Journal()
    kernel = Kernel(world, journal, Chance(run))

    def work() -> None:
        kernel.run_until(WAKES * MINUTE + 1)
        assert len(journal) == AGENTS * WAKES

    return work


def _simpy(run: int) -> Work:
    env = Environment()

    def ticks() -> Generator[Bell, object, None]:
        while True:
            yield env.timeout(MINUTE)

    for _ in range(AGENTS):
        env.process(ticks())
    return lambda: env.run(until=WAKES * MINUTE + 1)


def _heap(run: int) -> Work:
    def ticks() -> Generator[int, None, None]:
        while True:
            yield MINUTE

    def work() -> None:
        queue: list[tuple[int, int, Generator[int, None, None]]] = []
        for number in range(AGENTS):
            heappush(queue, (0, number, ticks()))
        while queue[0][0] <= WAKES * MINUTE:
            now, number, process = heappop(queue)
            heappush(queue, (now + next(process), number, process))

    return work


def run() -> Report:
    """What an event costs in each, and how the kernel compares."""
    simpy = interleaved(_simpy, _kernel, RUNS)
    heap = interleaved(_heap, _kernel, RUNS)
    return Report(
        f"{AGENTS * WAKES:,} events by {AGENTS} agents: the kernel with its journal",
        (
            Line("an event through the kernel, journalled and applied", _each(simpy.engine)),
            Line("a bare SimPy timeout", _each(simpy.plain)),
            Line("a bare heap and generators", _each(heap.plain)),
            Line("a SimPy timeout costs of a kernel event", _share(simpy)),
            Line("a step of the bare heap costs of a kernel event", _share(heap)),
        ),
    )


def _each(seconds: list[float]) -> str:
    return span(median(seconds) / (AGENTS * WAKES))


def _share(pair: Pair) -> str:
    return f"{100.0 * median(pair.ratios):.0f} %"
