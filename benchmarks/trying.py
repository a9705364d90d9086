"""How long an author waits for `whitecell test` of 200 plays on two cores."""

import tempfile
from pathlib import Path
from time import process_time

from benchmarks.games import FLAGSHIP
from benchmarks.measure import Line, Report, span
from engine.scenario.load import load
from lab.trying.asking import Asked, jobs_of
from lab.trying.figures import figures_of
from lab.trying.playing import play
from tui.commands.authoring.new import begun

PLAYS, CORES, TARGET = 200, 2, 120.0
SMALL = ("first-watch", "the-weir", "spring-flood")
TRIED, TRIED_OF_LARGE = 10, 13
"""Plays that are timed here: the rest are as long."""


def run() -> Report:
    """Some plays of each scenario, as a worker plays them, and the report of them."""
    with tempfile.TemporaryDirectory() as folder:
        new = str(Path(folder) / "harbour-town")
        begun(Path(new), "Harbour town")
        lines = [
            *(_line(name, name, TRIED) for name in SMALL),
            _line(new, "one that `whitecell new` has just made", TRIED),
            _line(FLAGSHIP, FLAGSHIP, TRIED_OF_LARGE),
        ]
    return Report(
        f"`whitecell test` with {PLAYS} plays on {CORES} cores",
        tuple(lines),
        (
            "Processor time: reading the scenario once for each core, the plays shared between "
            f"them ({TRIED} were timed, {TRIED_OF_LARGE} of the last), and the report.",
        ),
    )


def _line(name: str, called: str, tried: int) -> Line:
    began = process_time()
    scenario = load(name)
    read = process_time() - began
    asked = Asked(name, plays=tried)
    jobs = jobs_of(asked, scenario)
    # The first play of a worker reads the scenario, which is counted by itself.
    rows = [play(jobs[0])]
    began = process_time()
    rows += [play(job) for job in jobs[1:]]
    each = (process_time() - began) / (len(jobs) - 1)
    began = process_time()
    figures_of(asked, scenario, rows)
    told = process_time() - began
    whole = 2 * read + each * PLAYS / CORES + told
    measured = f"{span(whole)}, {span(each)} a play"
    return Line(called, measured, f"at most {span(TARGET)}", whole <= TARGET)
