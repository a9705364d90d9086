"""Two things measured in turn, so that what else the machine does falls on both alike."""

import gc
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median
from time import process_time

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of a report; `target` says in words what was hoped for, `met` whether it was."""

    what: str
    measured: str
    target: str = ""
    met: bool | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What one benchmark found: figures, and sentences that say how they are to be read."""

    title: str
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class Pair:
    """Seconds of a plain way and of the engine's, taken in turn."""

    plain: list[float] = field(default_factory=list)
    engine: list[float] = field(default_factory=list)

    @property
    def ratios(self) -> list[float]:
        """How many times as long the plain way took, run by run."""
        return [slow / fast for slow, fast in zip(self.plain, self.engine, strict=True)]

    def times_faster(self) -> str:
        """The median ratio, and the range of them all."""
        found = self.ratios
        return f"{figure(median(found))} ({figure(min(found))} to {figure(max(found))})"


def seconds_of(work: Work, clock: Callable[[], float] = process_time) -> float:
    """Processor seconds that `work` takes, with the garbage of others cleared away first."""
    gc.collect()
    before = clock()
    work()
    return clock() - before


def interleaved(
    plain: Callable[[int], Work],
    engine: Callable[[int], Work],
    times: int,
    clock: Callable[[], float] = process_time,
) -> Pair:
    """Plain, engine, engine, plain, and so on; run number `i` of a side is what it makes of `i`.

    What is done in making a run ready is not counted.
    """
    found = Pair()
    for run in range(times):
        one, other = plain(run), engine(run)
        if run % 2:
            found.engine.append(seconds_of(other, clock))
            found.plain.append(seconds_of(one, clock))
        else:
            found.plain.append(seconds_of(one, clock))
            found.engine.append(seconds_of(other, clock))
    return found


def figure(value: float) -> str:
    """A number to three digits, as people write it."""
    if value == 0.0:
        return "0"
    if abs(value) >= 100:
        return f"{value:.0f}"
    return f"{value:.3g}" if abs(value) < 10 else f"{value:.1f}"


def span(seconds: float) -> str:
    """A length of time in the unit that suits it."""
    for unit, size in (("s", 1.0), ("ms", 1e-3)):
        if seconds >= size:
            return f"{figure(seconds / size)} {unit}"
    return f"{figure(seconds / 1e-6)} µs"
