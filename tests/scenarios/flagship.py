"""Runs of the flagship that the tests of this folder share: each is played once."""

from collections.abc import Sequence
from functools import cache

from engine.setup import Wanted
from lab.runs import Job, Run, median, run_one

NAME = "kazakhstan-2022"
SEEDS = (1, 2, 3, 4, 5)


@cache
def run(
    seed: int = 1, variant: str | None = None, bots: str = "history", days: float | None = None,
    sets: tuple[tuple[str, str], ...] = (), bot_of: tuple[tuple[str, str], ...] = (),
) -> Run:  # fmt: skip
    """One run, to its end or for some days; `bot_of` sits in some seats, `bots` in the others."""
    wanted = Wanted(
        NAME, seed=seed, bots=bots, bot_of=dict(bot_of), variant=variant, sets=dict(sets)
    )
    return run_one(Job("one", wanted, days=days))


def recorded() -> tuple[Run, ...]:
    """Five seeds with the record's orders, to their end."""
    return tuple(run(seed) for seed in SEEDS)


def value(metric: str, date: str, scope: str = "national", of: Sequence[Run] = ()) -> float:
    """The median of an outcome over the runs; a huge number where it did not happen."""
    found = median([one.outcomes[metric, scope, date] for one in of or recorded()])
    return float("inf") if found is None else found


def latest(of: Run, metric: str, scope: str = "national") -> float | None:
    """The last value that one run has of an outcome; None if it never happened."""
    known = {
        date: figure
        for (name, where, date), figure in of.outcomes.items()
        if (name, where) == (metric, scope) and figure is not None
    }
    return known[max(known)] if known else None
