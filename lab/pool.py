"""Plays jobs over worker processes; whoever stops it keeps what was played."""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from multiprocessing import get_context
from typing import TypeVar

from engine.agents.registry import plug_in, plugged_in
from engine.memory import collect_seldom

J = TypeVar("J")
R = TypeVar("R")


def play_all(
    jobs: Sequence[J], play: Callable[[J], R], workers: int | None, done: Callable[[R], None]
) -> None:
    """Play every job and hand each result on as it comes.

    `play` must be a function of a module, `workers` None is one for each processor; 1 plays here.
    Workers know the plug-ins that are known here. On a KeyboardInterrupt plays that have begun are
    finished and handed on, and then it is raised again.
    """
    count = workers or os.cpu_count() or 1
    if count == 1 or len(jobs) < 2:
        for job in jobs:
            done(play(job))
        return
    context = get_context("forkserver")
    # What plays is imported once, before workers part.
    context.set_forkserver_preload([play.__module__])
    with ProcessPoolExecutor(
        count, mp_context=context, initializer=settle_in, initargs=(plugged_in(),)
    ) as pool:
        running: set[Future[R]] = set()
        waiting = iter(jobs)
        try:
            for _ in range(2 * count):
                running |= _next(pool, play, waiting)
            while running:
                finished, running = wait(running, return_when=FIRST_COMPLETED)
                for future in finished:
                    done(future.result())
                    running |= _next(pool, play, waiting)
        except KeyboardInterrupt:
            for future in running:
                future.cancel()
            for future in running:
                if not future.cancelled():
                    done(future.result())
            raise


def _next(
    pool: ProcessPoolExecutor, play: Callable[[J], R], waiting: Iterator[J]
) -> set[Future[R]]:
    job = next(waiting, None)
    return set() if job is None else {pool.submit(play, job)}


def settle_in(plug_ins: tuple[str, ...] = ()) -> None:
    """A worker gives way to others, and leaves stopping to its parent."""
    os.nice(5)
    collect_seldom()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    plug_in(plug_ins)
