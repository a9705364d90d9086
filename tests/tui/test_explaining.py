"""What `whitecell explain` owes: nothing about a number is left unsaid."""

import json

import pytest
from click.testing import CliRunner

from tui.cli import main

SHIPPED = ("kazakhstan-2022", "harbour", "harbour-two")


def explained(name):
    done = CliRunner().invoke(main, ["explain", name, "--json"])
    assert done.exit_code == 0, done.output
    return {item["path"]: item for row in json.loads(done.output) for item in row["parameters"]}


@pytest.mark.parametrize("name", SHIPPED)
def test_every_number_says_its_unit_range_basis_and_confidence(name):
    for path, item in explained(name).items():
        assert item["text"], path
        assert item["unit"], path
        assert item["confidence"] in ("low", "medium", "high"), path
        assert item["basis"], path
        if item["range"] == "fixed":
            assert item["low"] is None, path
        else:
            assert item["low"] <= item["high"], path


def test_what_is_known_of_a_part_is_what_is_known_of_the_whole():
    desks = explained("kazakhstan-2022")["agents.media.desks.press.sees"]
    assert (desks["basis"], desks["confidence"]) == ("design", "low")


def test_a_number_of_which_nobody_said_anything_is_a_design_value_of_low_confidence():
    item = explained("harbour")["agents.tankers.repair"]
    assert (item["basis"], item["confidence"]) == ("design value, no source", "low")
    assert item["range"] == "(6 h to 24 h)"


def test_a_number_that_a_scenario_sets_does_not_borrow_the_basis_of_the_usual_one():
    done = CliRunner().invoke(
        main, ["explain", "harbour", "--json", "--set", "agents.tankers.repair=20 h"]
    )
    rows = json.loads(done.output)
    (item,) = [p for r in rows for p in r["parameters"] if p["path"] == "agents.tankers.repair"]
    assert item["value"] == "20 h"
    assert item["basis"] == "design value of the scenario, no source"


def test_a_number_with_a_source_and_no_other_word_is_taken_from_the_record():
    item = explained("harbour")["agents.tankers.service"]
    assert (item["source"], item["basis"]) == ("HM31", "record")
