"""The same run in another process: hash seeds and the processor's extras change nothing."""

import importlib
import json
import os
import subprocess
import sys

import pytest

RUNS = {
    "harbour": ["harbour", "--seed", "11", "--bots", "random", "--parameters", "drawn"],
    "flagship": ["kazakhstan-2022", "--seed", "1", "--bots", "history", "--until", "2022-01-04"],
}


def features() -> str:
    """The processor's extras that numpy uses where it finds them."""
    return " ".join(importlib.import_module("numpy._core._multiarray_umath").__cpu_dispatch__)


def digest(words: list[str], **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "tui.cli", "run", *words, "--json"],
        env={**os.environ, **environment}, capture_output=True, check=True, timeout=120,
    )  # fmt: skip
    assert b"Traceback" not in done.stderr
    found: str = json.loads(done.stdout)["digest"]
    return found


@pytest.mark.parametrize("run", RUNS)
def test_the_same_run_has_the_same_digest_in_every_process(run: str) -> None:
    first = digest(RUNS[run], PYTHONHASHSEED="0")
    plain = digest(RUNS[run], PYTHONHASHSEED="4242", NPY_DISABLE_CPU_FEATURES=features())
    assert first == plain


def test_another_seed_has_another_digest() -> None:
    seeds = [["harbour", "--until", "2031-11-05", "--seed", seed] for seed in ("1", "2")]
    assert digest(seeds[0]) != digest(seeds[1])
