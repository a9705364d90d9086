"""The terminal's words: what people read can be translated, and is found for translators."""

import os
import string
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.pseudo import NAME, install, said
from tools.code_rules import Module
from tools.word_rules import unmarked
from tools.words import Message, messages, quoted, shipped, template
from tui import words
from tui.words import phrase, plural, sense

ROOT = Path(__file__).parent.parent.parent
PARTS = {
    "lobby": "Lobby Note",
    "game": "Airlift Brief Cards Choice Close Estimate Forces Line Map Note Order Past Reports "
    "Room Slip Timeline Why",
    "deals": "Answer Deals Note Offer Offers Order",
    "ending": "Ending Note Reports Room Swap",
    "seldom": "Airlift Curtain Deals Ending Note Order Reports Room",
    "whole": "Brief Close Ending Order Room Slip",
    "plain": "",
}
"""What is walked over, and the screens that stand there on the way."""


@pytest.fixture
def in_marks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of data with a catalogue in which every message stands in marks."""
    install(tmp_path, messages(shipped()))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    "code",
    [
        'self.say("Nothing waits for you.")',
        'self.say(f"{count} orders wait.")',
        'TITLE = "All cards"',
        'BINDINGS = [("x", "swap", "Swap a decision")]',
        'said = {"open": "waits for you"}',
        'phrase("{what} waits.", what="Your answer" if own else theirs)',
        'def f(word: str = "to the room"): pass',
        'empty: reactive[str] = reactive("Nothing here yet.")',
    ],
)
def test_a_planted_word_that_nobody_can_translate_is_found(code: str):
    assert len(unmarked(Module("tui/planted.py", code))) == 1


@pytest.mark.parametrize(
    "code",
    [
        'phrase("Nothing waits for you.")',
        'line((" ", "bold $ask"))',
        'if label == "Nothing waits": pass',
        '"""What is said of a module."""',
        'rows["Too late"]',
    ],
)
def test_what_nobody_reads_is_not_called_a_word(code: str):
    assert unmarked(Module("tui/planted.py", code)) == []


def test_what_is_not_written_where_it_is_said_is_refused():
    with pytest.raises(ValueError, match="tui/planted.py:1: what is said must be written here"):
        messages([("tui/planted.py", "phrase(sentence)")])


def test_every_field_of_a_message_is_given_where_it_is_said():
    # A field that is missing is found only when the sentence is shown, and then the game breaks.
    import ast

    for path, text in shipped():
        for node in ast.walk(ast.parse(text)):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            count = {"phrase": 1, "plural": 2}.get(node.func.id, 0)
            given = {each.arg for each in node.keywords} | ({"number"} if count == 2 else set())
            for one in node.args[:count]:
                if isinstance(one, ast.Constant) and (given or count == 2):
                    assert fields_of(str(one.value)) <= given, f"{path}:{node.lineno}"


def fields_of(text: str) -> set[str]:
    """The names between braces, those of widths too."""
    found = set()
    for _, name, spec, _ in string.Formatter().parse(text):
        if name is not None:
            found |= {name} | fields_of(spec or "")
    return found


def test_the_template_has_every_message_once_with_its_places():
    found = messages(
        [("tui/a.py", 'phrase("All {count}", count=1)\nplural("one", "{number}", 2)\n'),
         ("tui/b.py", 'phrase("All {count}", count=2)')]
    )  # fmt: skip
    assert found[Message("All {count}")] == [("tui/a.py", 1), ("tui/b.py", 1)]
    text = template(found)
    assert text.count('msgid "All {count}"') == 1
    assert "#: tui/a.py:1\n#: tui/b.py:1\n#, python-brace-format\n" in text
    assert 'msgid "one"\nmsgid_plural "{number}"\nmsgstr[0] ""\nmsgstr[1] ""' in text


def test_a_word_that_means_two_things_has_two_places_in_the_template(in_marks: Path):
    text = template(messages([("tui/a.py", 'sense("a price", "free")\nsense("men", "free")')]))
    assert text.count('msgid "free"') == 2
    assert 'msgctxt "men"\nmsgid "free"' in text
    assert sense("men", "free") == "free"
    try:
        words.use(NAME)
        assert sense("men", "free") == said("free")
        assert sense("nothing known", "free") == "free"
    finally:
        words.use("")


def test_lines_and_signs_of_a_message_are_written_as_catalogues_have_them():
    assert quoted('a "b"\\') == r'"a \"b\"\\"'
    assert quoted("a\n\bb") == '""\n"a\\n"\n"\\bb"'


def test_what_a_command_and_its_options_say_of_themselves_is_found():
    found = messages(shipped())
    assert Message("The seat you play.") in found
    assert any(each.one.startswith("Let bots play a scenario") for each in found)


def test_english_is_said_as_it_stands():
    words.use("en_GB:xx")
    assert phrase("{count} of them", count=3) == "3 of them"
    assert phrase("50 % of {it}") == "50 % of {it}"
    assert [plural("{number} day", "{number} days", n) for n in (1, 2)] == ["1 day", "2 days"]


def test_a_catalogue_in_the_players_folder_is_spoken(in_marks: Path):
    try:
        words.use(f"nowhere:{NAME}")
        assert phrase("Nothing waits for your answer.") == said("Nothing waits for your answer.")
        assert phrase("move {number} of {of}", number=3, of=9) == "⟦ṁóṽé 3 óḟ 9······⟧"
        assert "2 ḟĺíġĥťś" in plural("{number} flight", "{number} flights", 2)
        assert phrase("This is in no catalogue.") == "This is in no catalogue."
    finally:
        words.use("")


def test_a_translation_that_names_another_field_is_left_and_the_english_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(words, "_words", lambda _: "{wrong} von {of}")
    assert phrase("move {number} of {of}", number=3, of=9) == "move 3 of 9"


@pytest.mark.parametrize("text", ["", "no catalogue"])
def test_a_catalogue_that_cannot_be_read_leaves_english(in_marks: Path, text: str):
    file = next(in_marks.rglob("*.mo"))
    file.write_text(text)
    words.use(NAME)
    assert phrase("Nothing waits for your answer.") == "Nothing waits for your answer."


def test_the_language_of_the_settings_goes_before_that_of_the_system(in_marks: Path):
    file = in_marks / "settings.toml"
    try:
        for text, marked in (('language = "xx"', True), ("language = 3", False), ("[", False)):
            words.use("")
            file.write_text(text)
            words.prefer(file)
            assert phrase("Nothing waits for your answer.").startswith("⟦") == marked
    finally:
        words.use("")


def other(data: Path, *command: str, given: str = "", language: str = NAME) -> str:
    """What a program prints that gets these lines, in the language of the marks if not said."""
    variables = {"LANGUAGE": language, "XDG_DATA_HOME": str(data), "XDG_CONFIG_HOME": str(data)}
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **variables},
        input=given,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def test_help_is_given_in_the_players_language(in_marks: Path):
    text = other(in_marks, "tui.cli", "play", "--help")
    assert "⟦Ṗĺáý á śéáť óḟ á śċéńáŕíó" in text
    assert "⟦Ťĥé śéáť ýóú ṗĺáý." in text
    assert "The seat you play." not in text


def test_a_game_is_played_in_the_language_of_the_settings(in_marks: Path):
    file = in_marks / "whitecell" / "settings.toml"
    command = ("tui.cli", "play", "--plain", "first-watch")
    for text, marked in ((f'language = "{NAME}"', True), ("", False)):
        file.write_text(text)
        said = other(in_marks, *command, given="1\nhelp\nquit\n", language="en_GB.UTF-8")
        assert ("⟦Śáṽéď." in said) == marked
        assert ("Words you can type:" in said) != marked


@pytest.mark.parametrize("part", PARTS)
def test_every_word_of_the_screens_is_translated_or_told_by_the_game(in_marks: Path, part: str):
    walked, *found = other(in_marks, "tests.tui.walk", part).strip().splitlines()
    assert found == []
    screens = {f"{name}Screen" for name in PARTS[part].split()}
    assert screens <= set(walked.split())
