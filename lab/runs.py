"""Many runs: the same game under many seeds and settings, over worker processes."""

import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context

from engine.agents.registry import plug_in, plugged_in
from engine.memory import collect_seldom, undisturbed
from engine.report import Systems
from engine.scenario.answers import answered
from engine.scenario.load import load
from engine.scenario.scenario import Scenario
from engine.setup import Wanted, begin, settle
from engine.staging import Kinds

DAY = 86_400
"""Seconds."""

Key = tuple[str, str, str]
"""Metric, scope and date of an outcome."""


@dataclass(frozen=True, slots=True)
class Run:
    """What is kept of one run: its ending, its outcomes, and how much each system did.

    `last` is when the game ended, in hours since the start.
    """

    name: str
    seed: int
    ending: str
    last: float
    outcomes: Mapping[Key, float | None]
    systems: Mapping[str, int]
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """One run to do: a name for its arm, what to play, and for how many days (None: to its end)."""

    name: str
    wanted: Wanted
    with_digest: bool = field(default=False)
    days: float | None = None


class Shelf:
    """Scenarios that were read already, so that a hundred seeds of one are not a hundred readings.

    Made anew for every set of jobs: what an author changes in between is read again.
    """

    def __init__(self) -> None:
        self._read: dict[object, Scenario] = {}
        self._answered: dict[object, tuple[Scenario, Scenario]] = {}

    def __call__(
        self, name: str, *, variant: str | None, sets: Mapping[str, str], kinds: Kinds
    ) -> Scenario:
        """As `engine.scenario.load.load`."""
        key = (name, variant, tuple(sets.items()))
        if key not in self._read:
            self._read[key] = load(name, variant=variant, sets=sets, kinds=kinds)
        return self._read[key]

    def answered(self, scenario: Scenario, answers: Mapping[str, str]) -> Scenario:
        """As `engine.scenario.answers.answered`, once for each set of answers of late."""
        key = (id(scenario), tuple(answers.items()))
        # Written and answered are kept together, so that no other can come to have its id.
        kept = self._answered.pop(key, None) or (scenario, answered(scenario, answers))
        self._answered[key] = kept
        if len(self._answered) > MOST_ANSWERED:
            del self._answered[next(iter(self._answered))]
        return kept[1]


MOST_ANSWERED = 32


def run_one(job: Job, shelf: Shelf | None = None) -> Run:
    """Play one job to its end, or for as many days as it says."""
    shelf = shelf or Shelf()
    with undisturbed():
        found = settle(job.wanted, shelf, shelf.answered)
        game = begin(found)
        game.play(until=None if job.days is None else round(job.days * DAY))
        run = Run(
            name=job.name,
            seed=job.wanted.seed,
            ending=game.world.ending,
            last=game.now / 3600,
            outcomes={(row.metric, row.scope, row.date): row.value for row in game.outcomes()},
            systems=Systems(found.scenario).counted(game),
            digest=game.journal.digest() if job.with_digest else "",
        )
        game.forget(wholly=True)
    return run


_SHELF = Shelf()
"""A worker's own; a worker lives for one set of jobs."""


def _settle_in(plug_ins: tuple[str, ...]) -> None:
    os.nice(5)
    collect_seldom()
    plug_in(plug_ins)


def _run_here(job: Job) -> Run:
    return run_one(job, _SHELF)


def run_all(jobs: Sequence[Job], workers: int | None = None) -> Iterator[Run]:
    """Play all jobs, in order, over worker processes of low priority.

    `workers` None is one for each processor; 1 plays them here.
    """
    count = workers or os.cpu_count() or 1
    if count == 1 or len(jobs) == 1:
        shelf = Shelf()
        yield from (run_one(job, shelf) for job in jobs)
        return
    context = get_context("forkserver")
    with ProcessPoolExecutor(
        count, mp_context=context, initializer=_settle_in, initargs=(plugged_in(),)
    ) as pool:
        yield from pool.map(_run_here, jobs)


def median(values: Sequence[float | None]) -> float | None:
    """The middle value; None (it did not happen) counts as beyond every number."""
    known = sorted(value for value in values if value is not None)
    middle = (len(values) - 1) / 2
    below, above = int(middle), -(-int(middle * 2) // 2)
    if not values or above >= len(known):
        return None
    return (known[below] + known[above]) / 2


def quantile(values: Sequence[float | None], share: float) -> float | None:
    """The value below which that share of all values lies; None stands beyond every number."""
    known = sorted(value for value in values if value is not None)
    index = round(share * (len(values) - 1))
    return known[index] if 0 <= index < len(known) else None
