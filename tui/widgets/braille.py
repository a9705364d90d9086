"""Lines drawn in braille: two dots by four in a cell."""

from collections.abc import Iterator

BLANK = 0x2800
DOTS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))


class Braille:
    """A canvas of cells; each cell keeps the sort of the strongest line through it."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._dots: dict[tuple[int, int], int] = {}
        self._sorts: dict[tuple[int, int], int] = {}

    def dot(self, x: int, y: int, sort: int = 0) -> None:
        """Set a dot; outside the canvas nothing happens."""
        if 0 <= x < 2 * self.width and 0 <= y < 4 * self.height:
            cell = (x // 2, y // 4)
            self._dots[cell] = self._dots.get(cell, 0) | DOTS[x % 2][y % 4]
            self._sorts[cell] = max(self._sorts.get(cell, 0), sort)

    def stroke(self, first: tuple[int, int], last: tuple[int, int], sort: int = 0) -> None:
        """A straight line between two dots."""
        for x, y in between(first, last):
            self.dot(x, y, sort)

    def cells(self) -> Iterator[tuple[int, int, str, int]]:
        """Column, row, letter and sort of every cell that is not empty."""
        for (x, y), dots in self._dots.items():
            yield x, y, chr(BLANK + dots), self._sorts[(x, y)]


def between(first: tuple[int, int], last: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The dots of a straight line, both ends included."""
    steps = max(abs(last[0] - first[0]), abs(last[1] - first[1]), 1)
    for step in range(steps + 1):
        share = step / steps
        yield (
            round(first[0] + (last[0] - first[0]) * share),
            round(first[1] + (last[1] - first[1]) * share),
        )
