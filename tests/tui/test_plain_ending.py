"""The pages of an ending line by line: the harm alone, each page waits, luck and swaps by words."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from tui.cli import main


def read(save: Path, *lines: str) -> str:
    words = ["play", "--plain", "--resume", str(save)]
    done = CliRunner().invoke(main, words, input="".join(f"{line}\n" for line in lines))
    assert done.exit_code == 0, done.output
    return done.output.partition("\nHarm\n")[2]


@pytest.fixture(scope="module")
def save(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("plain") / "one.wcsave"
    words = ["play", "--plain", "harbour", "--seat", "union", "--seed", "3", "--save", str(path)]
    done = CliRunner().invoke(main, words, input="1\n\n\n" + "next\n" * 20)
    assert "Ending" in done.output
    return path


def test_pages_wait_for_enter_and_the_harm_is_read_first(save: Path):
    text = read(save, "luck", "rests", "", "", "", "", "")
    first, _, rest = text.partition("\nEnding\n")
    assert "The harm is read first." in first
    assert "in the game" in first
    for words in ("Why this ending", "met", "futures", "turning"):
        assert words not in first
    heads = ["\nThree turning points\n", "\nAfterwards\n", "\nWhat nobody knew\n"]
    assert [rest.index(head) for head in heads] == sorted(rest.index(head) for head in heads)


def test_where_nobody_presses_enter_the_pages_follow_on_each_other(save: Path):
    assert "What nobody knew" in read(save)


def test_luck_and_a_swap_are_asked_for_in_words(save: Path):
    text = read(save, "", "swaps", "luck 9", "swap 1", "swap 99", "swap 1 99", "quit")
    assert re.search(r"\n   1 3 Nov 06:00  .*\n       1 nothing ordered", text)
    assert "Playing 9 futures. Ctrl-C stops" in text
    assert "other luck, 9 of 9" in text
    assert "one swapped: " in text
    assert "same luck, 9 of 9" in text
    assert "type `swaps` to see them" in text
    assert "other choices" in text
    assert "Three turning points" not in text


def test_the_record_the_causes_and_help_are_words_too(save: Path):
    text = read(save, "", "record", "causes", "what?", "quit")
    assert "no record" in text
    assert "In this run: " in text
    assert "what each line of the harm rests on" in text


def test_the_pages_are_written_beside_the_save(save: Path):
    text = read(save, "", "save", "quit")
    path = save.with_name("one-union-ending.md")
    assert f"Written to {path}" in text
    assert path.read_text(encoding="utf-8").startswith("# Harbour: Dockers' union\n\n## Harm")
