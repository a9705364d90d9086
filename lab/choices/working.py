"""Plays jobs over worker processes; whoever stops it keeps what was played."""

from collections.abc import Callable, Sequence
from functools import partial

from lab.choices.asking import Job
from lab.choices.playing import Result, play
from lab.pool import play_all
from lab.runs import Shelf

Done = Callable[[Result], None]

_SHELF = Shelf()
"""A worker's own; a worker lives for one report."""


def work(jobs: Sequence[Job], workers: int | None, done: Done) -> None:
    """Play every job and hand each result on as it comes (see lab.pool.play_all)."""
    alone = workers == 1 or len(jobs) < 2
    play_all(jobs, partial(play, read=Shelf()) if alone else _play_here, workers, done)


def _play_here(job: Job) -> Result:
    return play(job, _SHELF)
