"""`whitecell new`: what it makes checks clean, plays, and is nobody's work written over."""

import re
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.game import Game
from engine.scenario.load import check, load
from engine.scenario.writing import scalar
from engine.setup import Wanted, prepare, start
from tests.tui.authoring.shell import held, whitecell

TEMPLATE = Path(str(files("tui") / "template"))


def play(bots: str, seed: int = 1) -> Game:
    wanted = Wanted(str(TEMPLATE), seed=seed, bots=bots, drawn=True)
    game = start(prepare(wanted), keep=False)
    game.play()
    return game


def test_what_is_made_has_neither_mistakes_nor_warnings(tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    made = held("new", "dry-week", "--json")
    assert isinstance(made, dict)
    assert sorted(made["files"]) == sorted(
        str(path.relative_to(tmp_path))
        for path in Path("dry-week").resolve().rglob("*.*")
        if path.is_file()
    )
    assert check("dry-week") == ()
    assert load("dry-week").title == "Dry week"


def test_it_is_small_and_complete():
    made = load(TEMPLATE)
    assert len(made.places) == len(made.seats) == len(made.endings) == 2
    assert set(made.briefs["en"]) == set(made.doctrine) == set(made.seats)
    assert 6 <= len(made.cards) <= 9
    assert made.sources
    assert made.variants


def test_every_file_teaches():
    for path in TEMPLATE.glob("*.yaml"):
        assert path.read_text(encoding="utf-8").startswith("# "), path.name


def test_what_is_decided_changes_how_it_ends():
    assert play("doctrine").world.ending == "rain"
    assert play("idle").world.ending == "standpipes"


def test_every_card_is_carried_out_and_every_inject_comes_in_some_run():
    carried: set[str] = set()
    come: set[str] = set()
    for bots in ("doctrine", "idle", *["random"] * 12):
        world = play(bots, seed=len(carried) + len(come) + 1).world
        carried |= {name.removeprefix("card:") for name in world.tallies if name[:5] == "card:"}
        come |= set(world.fired)
    made = load(TEMPLATE)
    assert carried == set(made.cards)
    assert come == set(made.injects) - {"inspector"}


def test_the_message_that_the_page_shows_is_the_message(tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    whitecell("new", "dry-week")
    cards = tmp_path / "dry-week" / "cards.yaml"
    cards.write_text(cards.read_text().replace("case_against", "case_agianst", 1))
    page = (Path(__file__).parents[3] / "docs" / "author-tools.md").read_text(encoding="utf-8")
    (block,) = [text for text in re.findall(r"```text\n(.*?)```", page, re.S) if "agianst" in text]
    assert whitecell("check", "dry-week", "--context").output.startswith(block)


@pytest.mark.parametrize("title", ["It's: a #day", "null", "- [x", "  Été 2031 ", '"q"', "{a}"])
def test_any_title_can_be_given(tmp_path: Path, title: str):
    assert whitecell("new", tmp_path / "mine", "--title", title).exit_code == 0
    assert load(tmp_path / "mine").title == title.strip()


def test_nothing_is_written_over(tmp_path: Path):
    kept = tmp_path / "mine" / "kept.txt"
    kept.parent.mkdir()
    kept.write_text("mine")
    done = whitecell("new", kept.parent)
    assert (done.exit_code, list(kept.parent.iterdir())) == (1, [kept])
    assert "this is there already" in done.stderr


def test_an_empty_folder_is_filled(tmp_path: Path):
    (tmp_path / "mine").mkdir()
    assert whitecell("new", tmp_path / "mine").exit_code == 0


@pytest.mark.parametrize("name", ["Dry", "dry week", "harbour", "..", "été"])
def test_a_name_that_no_command_could_find_is_bad_usage(tmp_path: Path, monkeypatch, name: str):
    monkeypatch.chdir(tmp_path)
    assert whitecell("new", name).exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_a_title_of_two_lines_is_bad_usage(tmp_path: Path):
    assert whitecell("new", tmp_path / "mine", "--title", "a\nb").exit_code == 2
    assert not (tmp_path / "mine").exists()


@given(st.text(min_size=1, max_size=30).filter(str.isprintable))
@settings(max_examples=30, deadline=None)
def test_a_text_is_read_back_as_it_was_written(text: str):
    from engine.scenario.source import Scalar, Table, parse

    for form in (f"key: {scalar(text)}\n", f"{{key: {scalar(text)}}}\n"):
        tree, problems = parse(form.encode(), "a.yaml")
        assert isinstance(tree, Table)
        value = tree.items["key"]
        assert isinstance(value, Scalar)
        assert (value.text, problems) == (text, [])
        assert not value.deletes
