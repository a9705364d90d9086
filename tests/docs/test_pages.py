"""The documentation holds together: links, pages and make targets exist."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
TEXTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *PAGES]
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)")


def targets() -> set[str]:
    """What `make` can be asked for."""
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))


def leaves(entry: object) -> list[str]:
    """The pages of a navigation, at any depth."""
    if isinstance(entry, str):
        return [entry]
    inner = entry.values() if isinstance(entry, dict) else entry if isinstance(entry, list) else []
    return [leaf for value in inner for leaf in leaves(value)]


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(text: Path):
    missing = [link for link in LINK.findall(text.read_text()) if not (text.parent / link).exists()]
    assert missing == []


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_make_target_shown_exists(text: Path):
    shown = re.findall(r"(?:`|^    |^)make ([a-z-]+)", text.read_text(), re.MULTILINE)
    assert [target for target in shown if target not in targets()] == []


def test_every_page_is_in_the_navigation():
    navigation = tomllib.loads((ROOT / "zensical.toml").read_text())["project"]["nav"]
    assert sorted(leaves(navigation)) == [page.relative_to(DOCS).as_posix() for page in PAGES]


def test_the_read_me_begins_with_how_to_play_and_how_to_test():
    first, second = (ROOT / "README.md").read_text().splitlines()[:2]
    assert first.split()[:2] == ["make", "play"]
    assert second.split()[:2] == ["make", "test"]


def test_help_lists_every_target():
    described = re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert described[0] == "help"
    assert targets() == set(described)
