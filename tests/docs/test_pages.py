"""The documentation holds together: links, pages and make targets exist."""

import re
import tomllib
from pathlib import Path

import pytest

from tools import reference

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
MADE = frozenset(reference.pages())
"""Pages that the build makes: they are not committed, and may or may not be here now."""
PAGES = sorted(page for page in DOCS.rglob("*.md") if page.parent != reference.FOLDER)
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


def leads_somewhere(text: Path, link: str) -> bool:
    """Whether a link of a text is to a file that is here, or to a page that the build makes."""
    target = (text.parent / link).resolve()
    made = target.is_relative_to(DOCS) and target.relative_to(DOCS).as_posix() in MADE
    return made or target.exists()


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(text: Path):
    missing = [link for link in LINK.findall(text.read_text()) if not leads_somewhere(text, link)]
    assert missing == []


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_make_target_shown_exists(text: Path):
    shown = re.findall(r"(?:`|^    |^)make ([a-z-]+)", text.read_text(), re.MULTILINE)
    assert [target for target in shown if target not in targets()] == []


def test_every_page_is_in_the_navigation():
    navigation = tomllib.loads((ROOT / "zensical.toml").read_text())["project"]["nav"]
    written = {page.relative_to(DOCS).as_posix() for page in PAGES}
    assert sorted(leaves(navigation)) == sorted(written | MADE)


def test_the_read_me_begins_with_how_to_play_and_how_to_test():
    first, second = (ROOT / "README.md").read_text().splitlines()[:2]
    assert first.split()[:2] == ["make", "play"]
    assert second.split()[:2] == ["make", "test"]


def test_help_lists_every_target():
    described = re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert described[0] == "help"
    assert targets() == set(described)
