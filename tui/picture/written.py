"""The pages of an ending as one page of Markdown that can be kept, printed and handed round."""

from collections.abc import Iterator
from pathlib import Path

from tui.ink import Line, plains
from tui.picture.afterwards import afterwards_lines, causes_lines
from tui.picture.data_of_luck import Debrief, LuckFound
from tui.picture.ending import ending_lines, harm_lines
from tui.picture.luck import luck_lines
from tui.picture.turning import record_lines, turning_lines
from tui.words import phrase

WIDTH = 78


def page_path(save: Path | None, seat: str) -> Path:
    """Where it is written: beside the save, named after it and the seat."""
    base = Path("ending") if save is None else save
    return base.with_name(f"{base.stem}-{seat}-ending.md")


def written_pages(found: Debrief, luck: LuckFound | None, swap: str, seat: str) -> str:
    """All pages, harm first; luck only where futures were played."""
    return "\n".join(_pages(found, luck, swap, seat)) + "\n"


def _pages(found: Debrief, luck: LuckFound | None, swap: str, seat: str) -> Iterator[str]:
    mine = found.seats.get(seat)
    yield f"# {found.title}" + (f": {mine.title}" if mine is not None else "")
    yield from _page(phrase("Harm"), harm_lines(found, WIDTH))
    yield from _page(phrase("Ending"), ending_lines(found, seat, WIDTH))
    if luck is not None and luck.same:
        yield from _page(phrase("Was that me, or luck?"), luck_lines(luck, 0, swap, WIDTH))
    yield from _page(phrase("Three turning points"), turning_lines(found, WIDTH))
    yield from _page(phrase("Decisions beside the record"), record_lines(found, WIDTH))
    yield from _page(phrase("Afterwards"), afterwards_lines(found, WIDTH))
    yield from _page(phrase("What nobody knew"), causes_lines(found, seat, WIDTH))


def _page(title: str, lines: list[Line]) -> Iterator[str]:
    """A heading, and the page as it is set: columns stay columns in a block of code."""
    yield from ("", f"## {title}", "", "```text")
    text = [row.rstrip() for row in plains(lines)]
    while text and not text[0]:
        text.pop(0)
    yield from text
    yield "```"
