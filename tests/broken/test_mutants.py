"""Scenarios damaged at random: sentences come of them, or a game that plays, and no traceback.

`WHITECELL_MUTANTS` says how many are tried; `make mutants` tries 2,000.
"""

import copy
import os
import random
import shutil
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.errors import BadScenario
from engine.scenario.load import check
from engine.setup import Wanted, prepare, start
from tests.broken.test_broken import GOOD
from tests.engine.scenario.test_mutants import mutant

HOW_MANY = int(os.environ.get("WHITECELL_MUTANTS", "60"))
LONGEST = 5.0
BEATS = 18

Steps = tuple[object, ...]


@cache
def texts() -> dict[str, str]:
    """The files of the good scenario."""
    return {
        path.relative_to(GOOD).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(GOOD.rglob("*"))
        if path.is_file()
    }


@cache
def trees() -> dict[str, object]:
    """The YAML files as data, every scalar a text."""
    return {
        name: yaml.load(text, Loader=yaml.CBaseLoader)
        for name, text in texts().items()
        if name.endswith(".yaml")
    }


def inside(node: object, path: Steps = ()) -> Iterator[tuple[Steps, object]]:
    """Every node below one, with its path."""
    if isinstance(node, dict):
        for key, item in node.items():
            yield (*path, key), item
            yield from inside(item, (*path, key))
    elif isinstance(node, list):
        for number, item in enumerate(node):
            yield (*path, number), item
            yield from inside(item, (*path, number))


@cache
def nodes() -> list[object]:
    """Every node of the scenario, and some that nobody would write."""
    strange: list[object] = [
        None,
        "",
        [],
        {},
        "never",
        "all",
        "0",
        "-1",
        "1e9 t",
        "12 h",
        "60 %",
        "{x}",
        [[]],
        "é",
    ]
    return [node for tree in trees().values() for _, node in inside(tree)] + strange


def spliced(dice: random.Random, name: str) -> str:
    """A file in which some node is gone, moved, renamed, or another one stands."""
    tree = copy.deepcopy(trees()[name])
    for _ in range(dice.randrange(1, 4)):
        found = list(inside(tree))
        if not found:
            break
        path, node = dice.choice(found)
        # A mapping by keys or a list by numbers: whichever, the step fits.
        holder: Any = tree
        for step in path[:-1]:
            holder = holder[step]
        last = path[-1]
        match dice.randrange(5):
            case 0:
                del holder[last]
            case 1 if isinstance(holder, dict):
                holder[dice.choice(found)[0][-1]] = node
            case 2 if isinstance(holder, dict):
                holder[f"{last}_"] = holder.pop(last)
            case _:
                holder[last] = copy.deepcopy(dice.choice(nodes()))
    return yaml.safe_dump(tree, sort_keys=False, allow_unicode=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("mutants") / "good"
    shutil.copytree(GOOD, root)
    return root


@given(st.integers(0, 10**9))
@settings(
    max_examples=HOW_MANY,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_damaged_scenario_is_answered_in_sentences_or_plays(folder: Path, number: int):
    dice = random.Random(number)
    name = dice.choice(sorted(texts()))
    damaged = spliced(dice, name) if name in trees() and number % 3 else mutant(dice, texts()[name])
    (folder / name).write_text(damaged, encoding="utf-8")
    began = time.monotonic()
    try:
        found = check(folder)
    except BadScenario as error:
        found = error.problems
    finally:
        (folder / name).write_text(texts()[name], encoding="utf-8")
    assert time.monotonic() - began < LONGEST
    for problem in found:
        assert problem.sentence
        assert problem.place.file
    mistakes = [problem for problem in found if not problem.warning]
    assert len(mistakes) < 60
    if not mistakes:
        (folder / name).write_text(damaged, encoding="utf-8")
        try:
            game = start(prepare(Wanted(str(folder), seed=number % 97, bots="random")), keep=False)
            game.play(until=BEATS * game.scene.beat_seconds)
        finally:
            (folder / name).write_text(texts()[name], encoding="utf-8")
