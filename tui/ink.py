"""Lines of styled text as plain values: cut, padded, wrapped and set side by side to a width."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len, set_cell_size

Run = tuple[str, str]
"""A piece of text and its style, such as `bold $focus`."""

Line = tuple[Run, ...]

MORE = "…"
HARD_SPACE = "\u00a0"
"""Keeps a number and its unit on one line."""


def line(*runs: Run | str) -> Line:
    """A line from pieces; a bare string has no style."""
    return tuple((run, "") if isinstance(run, str) else run for run in runs)


def width_of(runs: Line) -> int:
    """Cells that a line takes."""
    return sum(cell_len(text) for text, _ in runs)


def cut(runs: Line, width: int) -> Line:
    """A line of at most `width` cells; one that was longer ends in `…`."""
    if width_of(runs) <= width:
        return runs
    if width <= 0:
        return ()
    kept: list[Run] = []
    left = width - 1
    for text, style in runs:
        size = cell_len(text)
        if size > left:
            kept.append((set_cell_size(text, left).rstrip() + MORE, style))
            break
        kept.append((text, style))
        left -= size
    return tuple(kept)


def pad(runs: Line, width: int) -> Line:
    """A line of exactly `width` cells."""
    short = cut(runs, width)
    gap = width - width_of(short)
    return (*short, (" " * gap, "")) if gap > 0 else short


def ends(left: Line, right: Line, width: int) -> Line:
    """One part at the left and one at the right; the left is cut if they meet."""
    room = width - width_of(right) - 1
    if room < 1 or not right:
        return pad(left, width)
    return (*pad(left, room), (" ", ""), *right)


def wrap(text: str, width: int, most: int = 0) -> list[str]:
    """A text in lines of at most `width` cells, at most `most` of them (0: as many as it takes)."""
    found: list[str] = []
    for paragraph in text.splitlines() or [""]:
        found += _wrapped(paragraph, max(width, 1))
    if most and len(found) > most:
        last = found[most - 1]
        room = width - 1
        found = [*found[: most - 1], (set_cell_size(last, room).rstrip() + MORE)]
    return found


def _wrapped(paragraph: str, width: int) -> list[str]:
    found, current = [], ""
    for word in (each for each in paragraph.split(" ") if each):
        while cell_len(word) > width:
            if current:
                found.append(current)
                current = ""
            head = set_cell_size(word, width).rstrip()
            found.append(head)
            word = word[len(head) :]
        joined = f"{current} {word}".strip()
        if current and cell_len(joined) > width:
            found.append(current)
            current = word
        else:
            current = joined
    return [*found, current] if current or not found else found


def hanging(head: Line, text: str, width: int, style: str = "", most: int = 0) -> list[Line]:
    """A wrapped text beside a head; later lines stand under the text, not under the head."""
    indent = width_of(head)
    rows = wrap(text, width - indent, most)
    return [
        (*(head if not number else ((" " * indent, ""),)), (row, style))
        for number, row in enumerate(rows)
    ]


def beside(columns: Sequence[Sequence[Line]], widths: Sequence[int], gap: int = 1) -> list[Line]:
    """Several blocks of lines side by side."""
    height = max((len(column) for column in columns), default=0)
    rows = []
    for number in range(height):
        row: list[Run] = []
        for column, width in zip(columns, widths, strict=True):
            here = column[number] if number < len(column) else ()
            row += [*pad(here, width), (" " * gap, "")]
        rows.append(tuple(row))
    return rows


def plain(runs: Line) -> str:
    """A line without its styles."""
    return "".join(text for text, _ in runs)


def plains(lines: Iterable[Line]) -> list[str]:
    """Lines without their styles."""
    return [plain(each) for each in lines]
