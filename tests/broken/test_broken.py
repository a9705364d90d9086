"""Each broken scenario gives a mistake on the right line that names it, and little else."""

import shutil
from pathlib import Path

import pytest

from engine.errors import BadScenario, Problem
from engine.scenario.load import check
from tests.broken.corpus import CASES, Case

GOOD = Path(__file__).parent / "good"
MOST_SAID = 5
"""Mistakes that one slip may be answered with."""


def broken(folder: Path, case: Case) -> tuple[str, int, int]:
    """Break a copy of the good scenario; where the mistake is to be said."""
    shutil.copytree(GOOD, folder / "good")
    file, old, new = case.file, case.old, case.new
    path = folder / "good" / file
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    if old:
        assert before.count(old) == 1, (old, before.count(old))
    marked = before.replace(old, new) if old else new
    path.write_text(marked.replace("§", ""), encoding="utf-8")
    if case.elsewhere:
        file, _, text = case.elsewhere.partition(": ")
        if file.endswith(":"):
            return f"good/{file[:-1]}", 0, 0
        whole = (folder / "good" / file).read_text(encoding="utf-8")
        return (f"good/{file}", *_at(whole, whole.index(text)))
    assert marked.count("§") == 1
    return (f"good/{file}", *_at(marked, marked.index("§")))


def _at(text: str, index: int) -> tuple[int, int]:
    before = text[:index]
    return before.count("\n") + 1, index - (before.rfind("\n") + 1) + 1


def said_of(folder: Path) -> list[Problem]:
    try:
        return [problem for problem in check(folder / "good") if not problem.warning]
    except BadScenario as error:
        return list(error.problems)


def test_the_good_scenario_has_neither_mistakes_nor_warnings():
    assert check(GOOD) == ()


def test_the_corpus_is_large():
    assert len(CASES) >= 150
    assert len({(case.file, case.old, case.new) for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_mistake_is_said_on_its_line_and_named(tmp_path: Path, case: Case):
    file, line, column = broken(tmp_path, case)
    found = said_of(tmp_path)
    here = [p for p in found if (p.place.file, p.place.line) == (file, line)]
    assert any(case.words in str(problem) for problem in here), [str(problem) for problem in found]
    if not case.elsewhere and file.endswith((".yaml", ".md")):
        assert column in [problem.place.column for problem in here]
    assert len([p for p in found if p.code != "E-unchecked"]) <= MOST_SAID
