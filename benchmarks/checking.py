"""How long an author waits for `whitecell check` of the largest scenario that is shipped."""

import os
import resource
import subprocess
import sys
import tempfile
from statistics import median
from time import perf_counter

from benchmarks.machine import as_installed
from benchmarks.measure import Line, Report, seconds_of, span
from engine.scenario.load import check, load, shipped

RUNS = 7
TARGET = 1.0


def run() -> Report:
    """Once in a process of its own, as an author runs it, and once by itself."""
    name = max((name for name, _, _ in shipped()), key=lambda name: len(load(name).cards))
    command = (sys.executable, "-m", "tui.cli", "check", name)
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, **as_installed(folder)}

        def typed() -> object:
            return subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=env)

        typed()
        whole = [seconds_of(typed, perf_counter) for _ in range(RUNS)]
        worked = [seconds_of(typed, _of_children) for _ in range(RUNS)]
    again = [seconds_of(lambda: check(name)) for _ in range(RUNS)]
    return Report(
        f"Checking {name}",
        (
            Line(
                "whitecell check, on the clock, median and least",
                f"{span(median(whole))} and {span(min(whole))}",
                f"at most {span(TARGET)}",
                median(whole) <= TARGET,
            ),
            Line(
                "whitecell check, processor time, median and least",
                f"{span(median(worked))} and {span(min(worked))}",
            ),
            Line("a check again in one process, processor time", span(median(again))),
        ),
    )


def _of_children() -> float:
    """Processor seconds of the processes that this one began and that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
