"""How soon `whitecell watch` answers a save: what is wrong, and how the same game now goes."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import IO

from benchmarks.measure import Line, Report, figure, span
from engine.scenario.load import load, shipped

SAVES = 7
TARGET = 1.0
ROOT = Path(__file__).parents[1]


def run() -> Report:
    """Save a file of a copy of each scenario again and again, while a process watches it."""
    before = os.getloadavg()[0]
    lines = [line for name in _watched() for line in _lines(name)]
    after = os.getloadavg()[0]
    load_ = f"The machine had a load of {figure(before)} before and {figure(after)} after."
    return Report(
        "Saving a file while `whitecell watch` runs, median and longest of seven",
        tuple(lines),
        ("Wall-clock time from the save to the line on the screen; CPU of the watching process.",
         load_),
    )  # fmt: skip


def _watched() -> list[str]:
    """Every shipped scenario that stands alone, the smallest first."""
    names = [name for name, _, _ in shipped()]
    return sorted((name for name in names if _alone(name)), key=lambda name: len(load(name).cards))


def _alone(name: str) -> bool:
    head = (ROOT / "scenarios" / name / "scenario.yaml").read_text(encoding="utf-8")
    return "\nextends:" not in f"\n{head}"


def _lines(name: str) -> Iterator[Line]:
    with TemporaryDirectory() as folder:
        mine = Path(folder) / "mine"
        shutil.copytree(ROOT / "scenarios" / name, mine)
        checked, played, busy = _measured(mine)
    told = f"{span(median(checked))}, {span(max(checked))}"
    target = f"at most {span(TARGET)}"
    yield Line(f"{name}: mistakes and warnings", told, target, median(checked) <= TARGET)
    yield Line(f"{name}: the game played again", f"{span(median(played))}, {span(max(played))}")
    yield Line(f"{name}: processor time of a save", span(median(busy)))


def _measured(folder: Path) -> tuple[list[float], list[float], list[float]]:
    """Seconds until a save is judged, until it is played again, and of the processor."""
    command = [sys.executable, "-u", "-m", "tui.cli", "watch", str(folder), "--seed", "1"]
    watching = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL,
        text=True, cwd=ROOT,
    )  # fmt: skip
    assert watching.stdout is not None
    checked, played, busy = [], [], []
    try:
        _until(watching.stdout, "  seed 1")
        for save in range(SAVES):
            spent = _processor(watching.pid)
            file = folder / "scenario.yaml"
            file.write_text(f"{file.read_text(encoding='utf-8')}# save {save}\n", encoding="utf-8")
            saved = perf_counter()
            _until(watching.stdout, " mistakes, ")
            checked.append(perf_counter() - saved)
            _until(watching.stdout, "  seed 1")
            played.append(perf_counter() - saved)
            busy.append(_processor(watching.pid) - spent)
    finally:
        watching.terminate()
        watching.wait()
    return checked, played, busy


def _until(stream: IO[str], words: str) -> None:
    for line in stream:
        if words in line:
            return
    raise RuntimeError("the watch ended")


def _processor(process: int) -> float:
    """Seconds of processor time that a process has had."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
