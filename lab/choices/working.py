"""Plays jobs over worker processes; whoever stops it keeps what was played."""

from collections.abc import Callable, Sequence

from lab.choices.asking import Job
from lab.choices.playing import Result, play
from lab.pool import play_all

Done = Callable[[Result], None]


def work(jobs: Sequence[Job], workers: int | None, done: Done) -> None:
    """Play every job and hand each result on as it comes (see lab.pool.play_all)."""
    play_all(jobs, play, workers, done)
