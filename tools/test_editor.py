"""A real yaml-language-server completes, explains and marks; `make editor` runs these."""

import os
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from engine.scenario.load import shipped
from tools.editor import Editor, editor
from tui.commands.authoring.new import begun
from tui.commands.authoring.schema import installed

SERVER = os.environ.get("YAML_LANGUAGE_SERVER", "yaml-language-server")
NUMBERS = count(1)
SHIPPED = Path(__file__).parents[1] / "scenarios"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every shipped scenario and a new one, each with its schema."""
    root = tmp_path_factory.mktemp("scenarios")
    for name, _, _ in shipped():
        shutil.copytree(SHIPPED / name, root / name)
        installed(root / name)
    begun(root / "dry-week", "A dry week")
    return root


@pytest.fixture(scope="module")
def mine(folder: Path) -> Iterator[Editor]:
    with editor([SERVER, "--stdio"], folder) as found:
        yield found


def beside(path: Path) -> Path:
    """Another file in the same folder, which nobody has opened yet."""
    return path.with_name(f"{path.stem}-{next(NUMBERS)}.yaml")


@pytest.mark.parametrize("name", [*(name for name, _, _ in shipped()), "dry-week"])
def test_nothing_is_marked_in_a_sound_scenario(mine: Editor, folder: Path, name: str) -> None:
    marks = {path.name: mine.open(path) for path in sorted((folder / name).glob("*.yaml"))}
    assert marks
    assert {file: found for file, found in marks.items() if found} == {}


@pytest.mark.parametrize(
    ("file", "old", "new", "word"),
    [
        ("cards.yaml", "seat: waterworks", "seat: waterwork", "waterwork"),
        ("cards.yaml", "do: water.send", "do: water.sand", "water.sand"),
        ("cards.yaml", "case_against", "case_agianst", "case_agianst"),
        ("agents.yaml", "journey: 3 h", "journy: 3 h", "journy"),
        ("injects.yaml", "to: [waterworks, growers]", "to: [waterworks, grower]", "grower"),
    ],
)
def test_a_wrong_word_is_marked_where_it_stands(
    mine: Editor, folder: Path, file: str, old: str, new: str, word: str
) -> None:
    path = folder / "dry-week" / file
    text = path.read_text(encoding="utf-8")
    broken = text.replace(old, new, 1)
    marks = mine.open(beside(path), broken)
    lines = broken.split("\n")
    marked = []
    for mark in marks:
        span = mark["range"]
        assert isinstance(span, dict)
        line = lines[span["start"]["line"]]
        marked.append(line[span["start"]["character"] : span["end"]["character"]])
    assert word in marked


@pytest.mark.parametrize(
    ("file", "line", "offered"),
    [
        ("cards.yaml", "  x:\n    seat: ", ["waterworks", "growers"]),
        ("cards.yaml", "  x:\n    authority: ", ["shortage"]),
        ("cards.yaml", "  x:\n    effects:\n      - do: ", ["water.send", "claims.calm"]),
        ("cards.yaml", "  x:\n    ", ["case_for", "effects", "takes"]),
        ("injects.yaml", "  x:\n    effects:\n      - cancel: ", ["angry_letter"]),
    ],
)
def test_what_may_stand_here_is_offered(
    mine: Editor, folder: Path, file: str, line: str, offered: list[str]
) -> None:
    path = folder / "dry-week" / file
    text = f"{path.read_text(encoding='utf-8').rstrip()}\n{line}"
    other = beside(path)
    mine.open(other, text)
    at = text.split("\n")
    found = mine.completed(other, len(at) - 1, len(at[-1]))
    assert set(offered) <= set(found)


@pytest.mark.parametrize(
    ("file", "word", "said"),
    [
        ("cards.yaml", "takes:", "how long before its effects begin"),
        ("cards.yaml", "known_to:", "who learns of it"),
        ("agents.yaml", "journey:", "on the road"),
        ("injects.yaml", "unless_ordered:", "if a card was not ordered in time"),
        ("scenario.yaml", "endings:", "how it can end"),
    ],
)
def test_a_key_is_explained(mine: Editor, folder: Path, file: str, word: str, said: str) -> None:
    path = folder / "dry-week" / file
    other = beside(path)
    text = path.read_text(encoding="utf-8")
    mine.open(other, text)
    lines = path.read_text(encoding="utf-8").split("\n")
    number = next(n for n, line in enumerate(lines) if line.strip().startswith(word))
    assert said in mine.hover(other, number, lines[number].index(word) + 1)
