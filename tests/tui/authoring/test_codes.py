"""Every code is explained, and its examples are wrong and right as they say."""

import re
import shlex
from pathlib import Path

import pytest

from engine.errors import BadScenario
from engine.scenario.load import check
from tests.tui.authoring.shell import held, whitecell
from tui.commands.authoring.codes import Code, codes

ELSEWHERE = {
    "E-parameter": "tests/engine/scenario",
    "E-msel": "tests/tui/authoring/test_msel.py",
    "E-layout": "tests/engine/scenario/test_layout.py",
    "E-set": "tests/engine/scenario",
    "E-size": "tests/engine/scenario",
    **{f"E-save{end}": "tests/engine/test_saves.py" for end in (
        "", "-damaged", "-differs", "-shared", "-unended", "-version",
    )},
}  # fmt: skip
"""Codes whose examples need more than a snippet or a command, and where they are tried."""

TRIED = [code for code in codes().values() if code.code not in ELSEWHERE]


def tried(folder: Path, text: str, file: str) -> set[str]:
    """The codes that are said of a scenario that extends `island`, or of a command on it."""
    (folder / "island").mkdir()
    (folder / "island" / "island.yaml").write_text("extends: harbour\n")
    if text.startswith("whitecell "):
        (folder / "there").mkdir()
        (folder / "there" / "kept.txt").write_text("kept")
        (folder / "there.wcsave").write_text("kept")
        # Only what comes with the program is refused as shipped.
        text = text.replace("schema island", "schema harbour")
        output = whitecell(*shlex.split(text)[1:]).output
        return set(re.findall(r"\[([EW]-[a-z-]+)\]", output))
    mine = folder / "mine"
    path = mine / (file or "mine.yaml")
    path.parent.mkdir(parents=True)
    alone = path.parent != mine or path.suffix != ".yaml" or "extends:" in text
    path.write_text(text if alone else f"extends: island\n{text}\n", encoding="utf-8")
    if path.name != "mine.yaml":
        (mine / "frame.yaml").write_text("extends: island\n")
        path.write_text(f"{text}\n", encoding="utf-8")
    try:
        return {problem.code for problem in check(mine)}
    except BadScenario as error:
        return {problem.code for problem in error.problems}


@pytest.mark.parametrize("code", TRIED, ids=lambda code: code.code)
def test_the_wrong_example_is_answered_with_its_code(tmp_path: Path, monkeypatch, code: Code):
    monkeypatch.chdir(tmp_path)
    assert code.code in tried(tmp_path, code.wrong, code.file)


@pytest.mark.parametrize("code", TRIED, ids=lambda code: code.code)
def test_the_right_example_is_not(tmp_path: Path, monkeypatch, code: Code):
    monkeypatch.chdir(tmp_path)
    if "my-" not in code.right:
        found = tried(tmp_path, code.right, code.right_file or code.file)
        assert [name for name in found if name.startswith("E")] == []
        assert code.code not in found


def test_no_code_is_said_to_be_tried_elsewhere_that_is_not_there():
    assert set(ELSEWHERE) <= set(codes())


@pytest.mark.parametrize("given", ["E-key", "e-KEY", "key", "[E-key]"])
def test_a_code_is_found_however_it_is_written(given: str):
    output = whitecell("explain-error", given).output
    assert "E-key: a key has no place here." in output
    assert re.search(r"^Wrong:\n    .*case_agianst", output, re.MULTILINE | re.DOTALL)


def test_a_code_is_json_and_so_are_all():
    one, every = held("explain-error", "W-long", "--json"), held("explain-error", "--json")
    assert isinstance(every, list)
    assert one in every
    assert len(every) == len(codes())


def test_a_slip_is_answered_with_the_code_that_was_meant():
    for slip, meant in (("E-kee", "E-key"), ("E-missin", "E-missing"), ("bond", "E-bound")):
        done = whitecell("explain-error", slip)
        assert done.exit_code == 2
        assert f"did you mean `{meant}`?" in done.output


def test_what_is_invisible_is_written_out():
    assert "\\tpatience" in whitecell("explain-error", "tab").output
    assert "Is\\x07land" in whitecell("explain-error", "bytes").output
