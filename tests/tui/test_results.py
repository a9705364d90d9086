"""`whitecell results`: harm first and apart, aims beside par, no score anywhere."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tui.cli import main

MINE = """extends: harbour
harm:
  hands:
    title: Hands hurt
    of: times(tankers.landed)
    by: {port: tankers.waiting >= 1 ships, union: always}
afterwards:
  mood:
    title: The town
    of: patience
    says: [{text: "The queue is {patience} long."}]
"""


def whitecell(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture(scope="module")
def save(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("results")
    (folder / "mine").mkdir()
    (folder / "mine" / "scenario.yaml").write_text(MINE)
    path = folder / "one.wcsave"
    words = ("run", folder / "mine", "--seed", 1, "--bots", "random", "--hidden", "drawn")
    assert whitecell(*words, "--save", path).exit_code == 0
    return path


def test_harm_stands_first_and_the_rest_in_its_order(save: Path):
    text = whitecell("results", save, "--seat", "port", "--par").output
    heads = ["Harm", "Ending: ", "Aims of Port authority", "What nobody knew", "Afterwards"]
    places = [text.index(f"\n{head}") for head in heads]
    assert places == sorted(places)
    assert re.search(r"Hands hurt: \d+\n    \d+ could have been prevented by: Port", text)
    assert "The decision that did most: " in text
    assert not re.search(r"tankers\.|\d\.\d people", text)
    assert re.search(r"Par: (not )?met; [a-z ]+: \d+", text)
    assert "Aims of Dockers' union" not in text
    assert not re.search(r"\b(score|rank|total|points? out of)\b", text, re.IGNORECASE)


def test_json_holds_the_same_and_par_only_where_it_was_asked_for(save: Path):
    plain = json.loads(whitecell("results", save, "--json").output)
    assert next(iter(plain)) == "harm"
    assert list(plain["seats"]) == ["port", "union", "council"]
    assert all(seat["par"] is None for seat in plain["seats"].values())
    beside = json.loads(whitecell("results", save, "--seat", "port", "--par", "--json").output)
    assert list(beside["seats"]) == ["port"]
    assert beside["seats"]["port"]["par"]["ending"]["id"]
    assert beside["harm"] == plain["harm"]
    for row in plain["harm"]:
        assert row["amount"] == sum(part["amount"] for part in row["parts"])
    (question,) = plain["hidden"]
    assert question["question"] == "why_slow"
    assert question["clues"]


def test_the_pages_of_one_seat_are_printed_as_markdown(save: Path):
    text = whitecell("results", save, "--seat", "port", "--par", "--markdown").output
    assert text.startswith("# ")
    heads = [row for row in text.splitlines() if row.startswith("## ")]
    assert heads[:3] == ["## Harm", "## Ending", "## Three turning points"]
    assert re.search(r"(not )?met +par: (not )?met", text)
    assert text.count("```") == 2 * len(heads)


def test_a_game_that_has_not_ended_has_no_results(tmp_path: Path):
    path = tmp_path / "half.wcsave"
    whitecell("run", "harbour", "--seed", 1, "--until", "2031-11-04", "--save", path)
    done = whitecell("results", path)
    assert done.exit_code == 1
    assert "its game has not ended" in done.output
    assert "E-save-unended" in done.output


def test_a_seat_that_there_is_not_is_bad_usage(save: Path):
    done = whitecell("results", save, "--seat", "mayor")
    assert done.exit_code == 2
    assert "no seat `mayor`; there are port, union, council" in done.output


def test_a_game_played_line_by_line_ends_with_its_results(tmp_path: Path):
    words = ("play", "--plain", "harbour", "--seat", "union", "--seed", 3, "--save", tmp_path / "g")
    fixed = ("--hidden", "why_slow=tired")
    given = "next\n" * 20
    text = CliRunner().invoke(main, [str(word) for word in (*words, *fixed)], input=given).output
    heads = ["\nHarm\n", "\nEnding\n", "\n Your aims", "\nAfterwards\n", "\nWhat nobody knew\n"]
    places = [text.index(head) for head in heads]
    assert places == sorted(places)
    assert "In this run: The crews are worn out" in text[places[-1] :]
    assert "Enter when you are ready> " in text[places[0] : places[1]]
