"""Plays jobs over worker processes; whoever stops it keeps what was played."""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from multiprocessing import get_context

from engine.memory import collect_seldom
from lab.choices.asking import Job
from lab.choices.playing import Result, play

Done = Callable[[Result], None]


def work(jobs: Sequence[Job], workers: int | None, done: Done) -> None:
    """Play every job and hand each result on as it comes.

    `workers` None is one for each processor; 1 plays here. On a KeyboardInterrupt plays that have
    begun are finished and handed on, and then it is raised again.
    """
    count = workers or os.cpu_count() or 1
    if count == 1 or len(jobs) < 2:
        for job in jobs:
            done(play(job))
        return
    context = get_context("forkserver")
    with ProcessPoolExecutor(count, mp_context=context, initializer=_modest) as pool:
        running: set[Future[Result]] = set()
        waiting = iter(jobs)
        try:
            for _ in range(2 * count):
                running |= _next(pool, waiting)
            while running:
                finished, running = wait(running, return_when=FIRST_COMPLETED)
                for future in finished:
                    done(future.result())
                    running |= _next(pool, waiting)
        except KeyboardInterrupt:
            for future in running:
                future.cancel()
            for future in running:
                if not future.cancelled():
                    done(future.result())
            raise


def _next(pool: ProcessPoolExecutor, waiting: Iterator[Job]) -> set[Future[Result]]:
    job = next(waiting, None)
    return set() if job is None else {pool.submit(play, job)}


def _modest() -> None:
    """A worker gives way to others, and leaves stopping to its parent."""
    os.nice(5)
    collect_seldom()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
