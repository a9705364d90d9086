"""`whitecell format`: what is changed, what is only checked, and what stays."""

from pathlib import Path

import pytest

from engine.scenario.load import check
from tests.engine.scenario.copies import SHIPPED, change, copies
from tests.tui.authoring.shell import held, whitecell


@pytest.fixture
def untidy(tmp_path: Path) -> Path:
    folder = copies(tmp_path) / "harbour"
    change(folder, "seats.yaml", "  union:\n", "  union:   \n\n\n\n")
    change(
        folder, "injects.yaml", "    from: Coastguard\n", "    from:            Coastguard # who\n"
    )
    return folder


def test_check_says_which_files_and_changes_none(untidy: Path):
    before = {path: path.read_bytes() for path in untidy.rglob("*.yaml")}
    done = whitecell("format", untidy, "--check")
    assert done.exit_code == 1
    assert "seats.yaml: is laid out otherwise" in done.stderr
    assert "injects.yaml: is laid out otherwise" in done.stderr
    assert {path: path.read_bytes() for path in untidy.rglob("*.yaml")} == before


def test_files_are_laid_out_once_and_say_what_they_said(untidy: Path):
    said = [problem.sentence for problem in check(untidy)]
    found = held("format", untidy, "--json")
    assert isinstance(found, dict)
    assert [Path(path).name for path in found["changed"]] == ["injects.yaml", "seats.yaml"]
    assert "from: Coastguard  # who\n" in (untidy / "injects.yaml").read_text()
    assert [problem.sentence for problem in check(untidy)] == said
    assert held("format", untidy, "--json") == {"changed": [], "problems": []}
    assert whitecell("format", untidy, "--check").exit_code == 0


def test_one_file_can_be_named(untidy: Path):
    assert whitecell("format", untidy / "seats.yaml").exit_code == 0
    assert whitecell("format", untidy / "seats.yaml", "--check").exit_code == 0
    assert whitecell("format", untidy, "--check").exit_code == 1


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_laid_out(untidy: Path):
    (untidy / "cards.yaml").write_text("cards: {a: [\n")
    done = whitecell("format", untidy)
    assert done.exit_code == 1
    assert "cards.yaml:2:1: " in done.stderr
    assert (untidy / "cards.yaml").read_text() == "cards: {a: [\n"
    assert "seats.yaml: laid out" in done.stdout


@pytest.mark.parametrize("name", ["harbour", str(SHIPPED / "harbour" / "cards.yaml")])
def test_a_shipped_scenario_can_be_checked_and_not_changed(name: str):
    assert whitecell("format", name, "--check").exit_code == 0
    done = whitecell("format", name)
    assert (done.exit_code, "E-shipped" in done.stderr) == (1, True)


def test_no_scenario_is_bad_input(tmp_path: Path):
    assert whitecell("format", tmp_path / "nowhere").exit_code == 1
    assert whitecell("format", "harbor", "--check").exit_code == 1
