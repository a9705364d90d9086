"""How long a person waits for the program's help, beside Python doing nothing."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.machine import as_installed
from benchmarks.measure import Line, Report, Work, interleaved, span

RUNS = 15
TARGET = 0.15


def _spawned(env: dict[str, str], *command: str) -> Work:
    return lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=env)


def run() -> Report:
    """Both, in turn, and what the program adds."""
    program = str(Path(sys.executable).with_name("whitecell"))
    python = sys.executable
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, **as_installed(folder)}
        _spawned(env, program, "--help")()
        pair = interleaved(
            lambda run: _spawned(env, python, "-c", "pass"),
            lambda run: _spawned(env, program, "--help"),
            RUNS,
            perf_counter,
        )
    more = [ours - bare for ours, bare in zip(pair.engine, pair.plain, strict=True)]
    return Report(
        "Help on the command line, wall-clock time",
        (
            Line("python -c pass", span(median(pair.plain))),
            Line("whitecell --help", span(median(pair.engine))),
            Line(
                "what whitecell adds, median and least",
                f"{span(median(more))} and {span(min(more))}",
                f"at most {span(TARGET)}",
                median(more) <= TARGET,
            ),
        ),
    )
