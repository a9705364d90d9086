"""How problems are printed: with the line in question, as JSON, and as SARIF."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from engine.errors import Place, Problem
from engine.scenario.source_lines import Lines
from tests.engine.scenario.copies import change, copies
from tests.engine.scenario.test_schema import faults
from tests.tui.authoring.shell import held, whitecell
from tui.commands.checking import shown

TEXT = {
    "type": "object",
    "required": ["text"],
    "properties": {"text": {"type": "string"}},
    "additionalProperties": False,
}
NUMBER = {"type": "number"}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
REGION = {
    "type": "object",
    "required": ["startLine"],
    "properties": {"startLine": NUMBER, "startColumn": NUMBER, "endColumn": NUMBER},
    "additionalProperties": False,
}
PHYSICAL = {
    "type": "object",
    "required": ["artifactLocation"],
    "properties": {
        "artifactLocation": {
            "type": "object",
            "required": ["uri"],
            "properties": {"uri": {"type": "string"}},
            "additionalProperties": False,
        },
        "region": REGION,
    },
    "additionalProperties": False,
}
RULE = {
    "type": "object",
    "required": ["id", "shortDescription", "fullDescription", "help"],
    "properties": {
        "id": {"type": "string"},
        "shortDescription": TEXT,
        "fullDescription": TEXT,
        "help": TEXT,
        "defaultConfiguration": {
            "type": "object",
            "properties": {"level": LEVEL},
            "additionalProperties": False,
        },
    },
    "additionalProperties": False,
}
RESULT = {
    "type": "object",
    "required": ["ruleId", "ruleIndex", "level", "message", "locations"],
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": NUMBER,
        "level": LEVEL,
        "message": TEXT,
        "locations": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["physicalLocation"],
                "properties": {"physicalLocation": PHYSICAL},
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}
RUN = {
    "type": "object",
    "required": ["tool", "results"],
    "properties": {
        "tool": {
            "type": "object",
            "required": ["driver"],
            "properties": {
                "driver": {
                    "type": "object",
                    "required": ["name"],
                    "properties": {
                        "name": {"type": "string"},
                        "version": {"type": "string"},
                        "rules": {"type": "array", "items": RULE},
                    },
                    "additionalProperties": False,
                }
            },
            "additionalProperties": False,
        },
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "results": {"type": "array", "items": RESULT},
    },
    "additionalProperties": False,
}
SARIF: dict[str, Any] = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "$schema": {"type": "string"},
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "items": RUN},
    },
    "additionalProperties": False,
}
"""The part of the schema of SARIF 2.1.0 that we write, nothing beyond it allowed."""


@pytest.fixture
def broken(tmp_path: Path, monkeypatch) -> Path:
    """A harbour with a mistake, a warning, and a scenario on top of it."""
    folder = copies(tmp_path)
    change(folder / "harbour", "cards.yaml", "do: demands.provoke", "do: demands.provok")
    monkeypatch.chdir(folder)
    return folder / "harbour"


def sarif(*arguments: object) -> dict[str, Any]:
    done = whitecell("check", *arguments, "--format", "sarif")
    found = json.loads(done.stdout)
    assert isinstance(found, dict)
    assert faults(found, SARIF) == []
    return found


def test_sarif_holds_every_problem_with_its_rule_and_its_place(broken: Path):
    rows = json.loads(whitecell("check", "harbour", "--json").stdout)
    (run,) = sarif("harbour")["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(run["results"]) == len(rows) > 5
    for result, row in zip(run["results"], rows, strict=True):
        assert rules[result["ruleIndex"]] == result["ruleId"] == row["code"]
        assert result["message"]["text"] == row["sentence"]
        assert result["level"] == ("warning" if row["warning"] else "error")
        (where,) = [location["physicalLocation"] for location in result["locations"]]
        assert Path(unquote(where["artifactLocation"]["uri"])).is_file()
        assert where["region"]["startLine"] == row["line"]
        assert where["region"]["startColumn"] == row["column"] < where["region"]["endColumn"]
    assert sorted({row["code"] for row in rows}) == rules


def test_sarif_marks_the_word_at_fault(broken: Path):
    (found,) = [r for r in sarif("harbour")["runs"][0]["results"] if r["ruleId"] == "E-verb"]
    region = found["locations"][0]["physicalLocation"]["region"]
    line = (broken / "cards.yaml").read_text().split("\n")[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "demands.provok"


def test_sarif_names_the_file_of_a_lower_layer(broken: Path):
    results = sarif("harbour-two")["runs"][0]["results"]
    uris = {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in results}
    assert "harbour/cards.yaml" in uris


def test_sarif_of_nothing_wrong_is_an_empty_list():
    assert sarif("harbour")["runs"][0]["results"] == []


def test_sarif_of_no_scenario_has_a_place_without_a_line():
    (result,) = sarif("harbor")["runs"][0]["results"]
    assert "region" not in result["locations"][0]["physicalLocation"]


def test_the_line_in_question_stands_below_the_message(broken: Path):
    done = whitecell("check", "harbour", "--context", "--no-context", "--context")
    at = done.output.split("\n")
    (place,) = [number for number, line in enumerate(at) if line.endswith("[E-verb]")]
    number = at[place].split(":")[1]
    assert at[place + 1] == f"{number:>6} |       - {{do: demands.provok, when: notice is open}}"
    assert at[place + 2] == f"{'':6} |              ^^^^^^^^^^^^^^"
    assert "explain-error E-verb" in done.output


def test_a_pipe_gets_one_line_for_each_problem(broken: Path):
    output = whitecell("check", "harbour").output
    lines = output.strip().split("\n")
    assert all(re.search(r"\[[EW]-[a-z-]+\]$", line) for line in lines[:-1])


@pytest.mark.parametrize("name", ["harbour", "./harbour", "."])
def test_the_line_is_found_however_the_folder_was_named(broken: Path, monkeypatch, name: str):
    if name == ".":
        monkeypatch.chdir(broken)
    assert "- {do: demands.provok" in whitecell("check", name, "--context").output


def test_a_long_line_is_cut_around_the_place(tmp_path: Path):
    (tmp_path / "mine").mkdir()
    words = "title: " + "x" * 300 + " {nobody} " + "y" * 300
    (tmp_path / "mine" / "a.yaml").write_text(words)
    place = Place("mine/a.yaml", 1, words.index("nobody") + 1)
    line, caret = shown(Lines(tmp_path / "mine"), Problem(place, "no", "E-name"))
    assert len(line) < 120
    assert line[caret.index("^") : caret.rindex("^") + 1] == "nobody"


def test_what_is_invisible_in_a_line_is_written_out_and_the_caret_fits(tmp_path: Path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "a.yaml").write_text("a\tb: \x1b[31mred\n")
    place = Place("mine/a.yaml", 1, 11)
    line, caret = shown(Lines(tmp_path / "mine"), Problem(place, "no", "E-name"))
    assert "\x1b" not in line
    assert line[caret.index("^") :].startswith("red")


def test_disclosures_are_json_too():
    found = held("check", "harbour", "--disclosures", "--json")
    assert isinstance(found, dict)
    assert found["problems"] == []
    assert any("briefs.port.en" in line for line in found["disclosures"]["harbour"])
