"""The choices of a field as they are drawn: beside each other, below each other, or one of many."""

from collections.abc import Sequence

from rich.cells import cell_len

from tui.ink import Line, hanging, line, wrap
from tui.words import phrase

BOX = 4
"""Cells of `(•) `."""
MANY = 7
"""From so many choices on, `/` opens a list of them."""
Part = tuple[Line, int]
"""A line, and the number of the choice that it belongs to; -1: of none in particular."""


def stands_below(labels: Sequence[str], width: int, most: int) -> bool:
    """Whether choices stand below each other: they do not fit one line, and are few."""
    return 1 < len(labels) <= most and _beside(labels) > width + 2


def _beside(labels: Sequence[str]) -> int:
    return sum(BOX + cell_len(words) + 2 for words in labels)


def choice_rows(
    labels: Sequence[str], chosen: int, marked: int, width: int, most: int
) -> list[Part]:
    """All on one line if they fit, below each other if they are few, else one with its number.

    Below each other nothing is cut; `marked` is the one that ↑↓ stand on, -1 for none.
    """
    if _beside(labels) <= width + 2:
        runs: Line = ()
        for number, words in enumerate(labels):
            runs += _choice(number == chosen, words, "  ")
        return [(runs, -1)]
    if len(labels) <= most:
        return [
            (row, number)
            for number, words in enumerate(labels)
            for row in _below(number == chosen, number == marked, words, width)
        ]
    count = (
        phrase("  {chosen} of {labels}, / list", chosen=chosen + 1, labels=len(labels))
        if len(labels) >= MANY
        else phrase("  {chosen} of {labels}, ←→", chosen=chosen + 1, labels=len(labels))
    )
    rows = wrap(labels[chosen], width - cell_len(count) - BOX, 1)
    return [(line(("(•) ", "bold $focus"), (rows[0], "bold"), (count, "$faint")), -1)]


def _below(chosen: bool, marked: bool, words: str, width: int) -> list[Line]:
    box = "(•) " if chosen else "( ) "
    style = "bold $focus" if chosen or marked else "$dim"
    return hanging(line((box, style)), words, width, "bold" if chosen or marked else "$dim")


def _choice(chosen: bool, words: str, gap: str) -> Line:
    if chosen:
        return line(("(•) ", "bold $focus"), (words + gap, "bold"))
    return line(("( ) ", "$dim"), (words + gap, "$dim"))


def clicked(labels: Sequence[str], chosen: int, below: int, cell: int, width: int) -> int:
    """The choice at a cell of a line; `below` is that of the line, where they stand so. -1: none.

    Where one stands alone, a click takes the next.
    """
    if below >= 0:
        return below
    if _beside(labels) > width + 2:
        return (chosen + 1) % len(labels)
    at = 0
    for number, words in enumerate(labels):
        at += BOX + cell_len(words) + 2
        if 0 <= cell < at:
            return number
    return -1
