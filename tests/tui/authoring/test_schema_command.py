"""`whitecell schema`: printed, installed, and nothing else in the files touched."""

import json
from pathlib import Path

import pytest

from engine.scenario import schema_words, shapes
from engine.scenario.load import check
from engine.scenario.schema import schema
from tests.engine.scenario.copies import SHIPPED, copies
from tests.tui.authoring.shell import held, whitecell
from tui.commands.authoring.schema import with_modeline

LINE = "# yaml-language-server: $schema=.whitecell/schema.json"


def test_it_prints_the_schema_of_a_scenario_and_of_any():
    one, every = held("schema", "harbour"), held("schema")
    assert isinstance(one, dict)
    assert isinstance(every, dict)
    assert set(one["properties"]) == set(every["properties"]) >= set(shapes.SECTIONS)
    assert '"tankers.hurry"' in json.dumps(one)
    assert '"tankers.hurry"' not in json.dumps(every)


def test_it_is_installed_once_and_the_scenario_stays_as_it_was(tmp_path: Path):
    folder = copies(tmp_path) / "harbour"
    before = {path: path.read_text() for path in folder.rglob("*.*") if path.is_file()}
    whole = check(folder)
    first = held("schema", folder, "--install", "--json")
    assert isinstance(first, dict)
    kept = {path: path.read_bytes() for path in folder.rglob("*.*") if path.is_file()}
    again = held("schema", folder, "--install", "--json")
    assert isinstance(again, dict)
    assert again["changed"] == []
    assert {path: path.read_bytes() for path in folder.rglob("*.*") if path.is_file()} == kept
    assert json.loads((folder / ".whitecell" / "schema.json").read_text()) == schema(folder)
    for path, text in before.items():
        top = path.parent == folder and path.suffix == ".yaml" and not text.startswith(LINE)
        assert path.read_text() == (f"{LINE}\n{text}" if top else text)
    moved = [problem._replace(place=problem.place._replace(line=0)) for problem in check(folder)]
    assert moved == [problem._replace(place=problem.place._replace(line=0)) for problem in whole]


def test_without_a_name_it_is_the_folder_one_is_in(tmp_path: Path, monkeypatch):
    monkeypatch.chdir(copies(tmp_path) / "harbour")
    assert whitecell("schema", "--install").exit_code == 0
    assert Path(".whitecell/schema.json").is_file()


@pytest.mark.parametrize("name", ["harbour", str(SHIPPED / "harbour")])
def test_a_shipped_scenario_stays_as_it_is(name: str):
    done = whitecell("schema", name, "--install")
    assert (done.exit_code, "E-shipped" in done.output) == (1, True)
    assert not (SHIPPED / "harbour" / ".whitecell").exists()


def test_a_copy_of_a_shipped_scenario_under_its_name_is_the_author_s_own(
    tmp_path: Path, monkeypatch
):
    monkeypatch.chdir(copies(tmp_path))
    for name in ("harbour", "./harbour"):
        assert whitecell("schema", name, "--install").exit_code == 0
    assert (tmp_path / "harbour" / ".whitecell" / "schema.json").is_file()


def test_no_scenario_is_bad_input(tmp_path: Path):
    assert whitecell("schema", tmp_path / "nowhere", "--install").exit_code == 1
    assert whitecell("schema", "harbor").exit_code == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"a: 1\n", f"{LINE}\na: 1\n".encode()),
        (b"a: 1\r\nb: 2\r\n", f"{LINE}\r\na: 1\r\nb: 2\r\n".encode()),
        (b"\xef\xbb\xbfa: 1\n", b"\xef\xbb\xbf" + f"{LINE}\na: 1\n".encode()),
        (b"# yaml-language-server: $schema=other.json\na: 1\n", f"{LINE}\na: 1\n".encode()),
        (b"# mine\n", f"{LINE}\n# mine\n".encode()),
        (b"", f"{LINE}\n".encode()),
    ],
)
def test_the_first_line_names_it_and_the_rest_stays(before: bytes, after: bytes):
    assert with_modeline(before) == after
    assert with_modeline(after) == after


def test_every_key_says_what_it_is():
    for section, shape in shapes.SECTIONS.items():
        assert [key for key, what in shape.items() if not what.text] == [], section


@pytest.mark.parametrize(
    "sort",
    "condition sum amount moment value fields cost known_to effects unless told stocks aims term"
    " chapters set".split(),
)
def test_what_has_a_form_of_its_own_shows_how_it_is_written(sort: str):
    asked = [what for shape in shapes.SECTIONS.values() for what in shape.values()]
    found = [schema_words.examples(what) for what in asked if what.sort == sort]
    assert found
    assert all(found)
