"""What the code and the scenarios cite of the models stands in the documentation."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
READ = ("engine", "tui", "host", "lab", "scenarios", "tests")
NUMBER = r"\d+(?:\.\d+)?"
CITED = re.compile(rf"(models|refit)\.md,? (?:section )?({NUMBER}(?:(?:, | and ){NUMBER})*|A\d+)")
HEADING = re.compile(rf"^#+ ({NUMBER}) ", re.MULTILINE)
CHECK = re.compile(r"^\| (A\d.*?) \|", re.MULTILINE)
FILE = re.compile(r"`((?:tests|engine|lab|tools|host|tui)/[\w/]+\.py)`")


def sections(page: str) -> set[str]:
    """The numbers of a page's headings, and of its checks."""
    text = (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")
    found = set(HEADING.findall(text))
    for row in CHECK.findall(text):
        for part in row.split(", "):
            first, _, last = part.replace("A", "").partition("-")
            found |= {f"A{number}" for number in range(int(first), int(last or first) + 1)}
    return found


def citations(text: str) -> list[tuple[str, str]]:
    """(page, section) of everything that a text cites."""
    return [
        (page, number)
        for page, numbers in CITED.findall(text)
        for number in re.split(r", | and ", numbers)
    ]


def test_every_section_that_is_cited_exists():
    known = {page: sections(page) for page in ("models", "refit")}
    files = (path for folder in READ for path in (ROOT / folder).rglob("*") if path.is_file())
    texts = ((p, p.read_text(encoding="utf-8")) for p in files if p.suffix in (".py", ".yaml"))
    cited = [(path, *found) for path, text in texts for found in citations(text)]
    assert len(cited) > 40
    assert [item for item in cited if item[2] not in known[item[1]]] == []


def test_citations_are_read_one_by_one():
    text = "see models.md 4.1, 4.2 and 5; (refit.md 1.) and models.md A30"
    pairs = [("models", "4.1"), ("models", "4.2"), ("models", "5"), ("refit", "1")]
    assert citations(text) == [*pairs, ("models", "A30")]


@pytest.mark.parametrize("page", sorted((ROOT / "docs").glob("*.md")), ids=lambda page: page.name)
def test_every_file_that_a_page_names_exists(page: Path):
    named = FILE.findall(page.read_text(encoding="utf-8"))
    assert [name for name in named if not (ROOT / name).is_file()] == []
