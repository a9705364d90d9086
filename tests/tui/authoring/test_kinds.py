"""What an author is told of kinds and verbs, without a page to look them up on."""

import pytest

from engine.agents.registry import kinds
from tests.docs.test_reference import keys
from tests.tui.authoring.shell import held, whitecell


@pytest.mark.parametrize("name", list(kinds()))
def test_every_shipped_kind_is_explained_with_every_key_verb_and_argument(name: str):
    kind = kinds()[name]
    said = whitecell("explain-kind", name).output
    first = {line.split()[0] for line in said.splitlines() if line.strip()}
    assert keys(kind.Config) - first == set()
    assert {f"{name}.{verb}" for verb in kind.verbs} - first == set()
    assert {key for verb in kind.verbs.values() for key in verb.arguments} - first == set()


def test_the_kinds_are_listed_and_a_wrong_one_is_answered_with_the_right_one():
    said = whitecell("explain-kind").output
    assert [name for name in kinds() if f"\n{name} " not in f"\n{said}"] == []
    done = whitecell("explain-kind", "feild")
    assert done.exit_code == 2
    assert "did you mean `field`?" in done.output


def test_verbs_of_a_scenario_are_listed_with_what_each_argument_takes():
    said = " ".join(whitecell("explain", "dry-season", "--verbs").output.split())
    assert "fire.push Raise a level in each place of an area" in said
    assert "a number in the unit of `level` (standing in %, " in said
    assert "over a length of time, such as 12 h; without it 0 h: over how long" in said
    assert "Numbers that `shift:` may bend" in said
    rows = held("explain", "dry-season", "--verbs", "--json")
    assert isinstance(rows, list)
    (fire,) = [row for row in rows if row["agent"] == "fire"]
    assert fire["verbs"]["hold"]["arguments"]["by"]["needed"] is True
    assert fire["verbs"]["push"]["arguments"]["over"]["needed"] is False
