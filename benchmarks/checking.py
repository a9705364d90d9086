"""How long an author waits for `whitecell check` of the largest scenario that is shipped."""

import subprocess
import sys
from statistics import median
from time import perf_counter

from benchmarks.measure import Line, Report, seconds_of, span
from engine.scenario.load import check, load, shipped

RUNS = 7
TARGET = 1.0


def run() -> Report:
    """Once in a process of its own, as an author runs it, and once by itself."""
    name = max((name for name, _, _ in shipped()), key=lambda name: len(load(name).cards))
    command = (sys.executable, "-m", "tui.cli", "check", name)

    def typed() -> object:
        return subprocess.run(command, check=True, stdout=subprocess.DEVNULL)

    whole = [seconds_of(typed, perf_counter) for _ in range(RUNS)]
    inside = [seconds_of(lambda: check(name), perf_counter) for _ in range(RUNS)]
    return Report(
        f"Checking {name}, wall-clock time",
        (
            Line(
                "whitecell check, median and least",
                f"{span(median(whole))} and {span(min(whole))}",
                f"at most {span(TARGET)}",
                median(whole) <= TARGET,
            ),
            Line("the check without starting Python", span(median(inside))),
        ),
    )
