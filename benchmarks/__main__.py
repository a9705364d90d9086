"""Measure, print, and keep the figures if asked."""

import argparse
from importlib import import_module
from pathlib import Path

from benchmarks.machine import described
from benchmarks.measure import Report

NAMES = (
    "field",
    "events",
    "branching",
    "parts",
    "startup",
    "checking",
    "watching",
    "futures",
    "reacting",
    "trying",
    "terminal",
)
PAGE = Path(__file__).with_name("README.md")
MARK = "<!-- figures -->"


def table(report: Report) -> str:
    """A report as a heading and a Markdown table, which reads well on a terminal too."""
    rows = [("", "measured", "target", "")]
    rows += [
        (line.what, line.measured, line.target, {True: "met", False: "missed", None: ""}[line.met])
        for line in report.lines
    ]
    if not any(line.target for line in report.lines):
        rows = [row[:2] for row in rows]  # type: ignore[misc]
    wide = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [_row(row, wide) for row in rows]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in wide) + "|")
    return "\n".join([f"### {report.title}", "", *lines, *(f"\n{note}" for note in report.notes)])


def _row(cells: tuple[str, ...], wide: list[int]) -> str:
    return "| " + " | ".join(c.ljust(w) for c, w in zip(cells, wide, strict=True)) + " |"


def main() -> None:
    """Run the benchmarks that are named, or all of them."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"any of {', '.join(NAMES)}")
    parser.add_argument(
        "--minutes", type=float, default=1.0, help="for how long `terminal` watches its memory"
    )
    parser.add_argument("--write", action="store_true", help=f"keep the figures in {PAGE.name}")
    given = parser.parse_args()
    if wrong := [name for name in given.names if name not in NAMES]:
        parser.error(f"no benchmark {wrong[0]}; there are {', '.join(NAMES)}")
    if given.write and given.names:
        parser.error("--write keeps all figures together: leave the names out")
    machine = described()
    print(machine)
    tables = []
    for name in given.names or NAMES:
        run = import_module(f"benchmarks.{name}").run
        tables.append(table(run(given.minutes) if name == "terminal" else run()))
        print(f"\n{tables[-1]}", flush=True)
    if given.write:
        head, _, _ = PAGE.read_text(encoding="utf-8").partition(MARK)
        text = "\n\n".join([MARK, machine, *tables])
        PAGE.write_text(f"{head}{text}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
