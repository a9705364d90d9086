"""Many runs: each scenario is read once, and a run is the same as one that read it alone."""

import pytest

from engine.setup import Wanted
from lab import runs
from lab.runs import Job, Shelf, run_one

DAY = 1.0


def jobs() -> list[Job]:
    calm = Wanted("harbour", seed=3, bots="doctrine", variant="calm-sea")
    shown = [Wanted("harbour", seed=seed, bots="doctrine") for seed in (1, 2)]
    named = zip(("one", "two", "calm"), (*shown, calm), strict=True)
    return [Job(name, wanted, with_digest=True, days=DAY) for name, wanted in named]


def test_a_scenario_is_read_once_for_all_runs_of_it(monkeypatch: pytest.MonkeyPatch):
    alone = [run_one(job).digest for job in jobs()]
    assert len(set(alone)) == 3
    read: list[object] = []
    load = vars(runs)["load"]

    def counted(name, **how):
        read.append(how["variant"])
        return load(name, **how)

    monkeypatch.setattr(runs, "load", counted)
    shelf = Shelf()
    assert [run_one(job, shelf).digest for job in jobs()] == alone
    assert read == [None, "calm-sea"]
