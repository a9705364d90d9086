"""The whole game as strips: reports, own orders, bookmarks and a figure, hour by hour."""

from collections.abc import Sequence
from datetime import timedelta

from tui.ink import Line, line
from tui.notes import Mark
from tui.picture.figures import bars_of, title_of
from tui.picture.known import Known
from tui.picture.reports import worth_reading
from tui.picture.times import DAY, full, moment
from tui.words import phrase

LABEL = 12
SPARSE = 4
"""A day narrower than so many cells is named every other day or less often."""


def strips(known: Known, at: int, marks: Sequence[Mark], width: int) -> list[Line]:
    """The strips at a width, and a pointer at the second that is looked at."""
    cells = max(width - LABEL - 1, 10)
    scale = Scale(known, cells)
    orders = [item.at for item in known.news if item.event == "game.order_taken"]
    heard = [
        item.at for item in known.news if worth_reading(item) and item.sort in ("report", "news")
    ]
    rows = [
        line(" " * LABEL, (scale.days(), "$faint")),
        _dots(phrase("reports"), scale, heard, "·", "$dim"),
        _dots(phrase("my orders"), scale, orders, "●", "bold $own"),
        _dots(phrase("bookmarks"), scale, [mark.at for mark in marks], "★", "bold $ask"),
    ]
    return [*rows, *_figure(known, scale), _pointer(known, scale, at)]


class Scale:
    """Which cell a second falls into."""

    def __init__(self, known: Known, cells: int) -> None:
        self.start, self.end, self.cells = known.scene.start, max(known.scene.end, 1), cells

    def cell(self, second: int) -> int:
        """The cell of a second."""
        return min(max(second * self.cells // self.end, 0), self.cells - 1)

    def second(self, cell: int) -> int:
        """The last second of a cell."""
        return (cell + 1) * self.end // self.cells - 1

    def days(self) -> str:
        """The days of the month over their first cells."""
        found = [" "] * self.cells
        every = max(-(-SPARSE * self.end // (self.cells * DAY)), 1)
        day = 0
        midnight = self.start.replace(hour=0, minute=0, second=0)
        into = int((self.start - midnight).total_seconds())
        while day * DAY - into < self.end:
            second = max(day * DAY - into, 0)
            at = moment(self.start, 0) + timedelta(seconds=second)
            text = f"{at:%b} {at.day}" if not day else str(at.day)
            cell = self.cell(second)
            if day % every == 0 and cell + len(text) <= self.cells:
                found[cell : cell + len(text)] = text
            day += 1
        return "".join(found)


def _dots(label: str, scale: Scale, seconds: Sequence[int], mark: str, style: str) -> Line:
    cells = [" "] * scale.cells
    for second in seconds:
        cells[scale.cell(second)] = mark
    return line((f" {label:<{LABEL - 1}}", "$faint"), ("".join(cells), style))


def _figure(known: Known, scale: Scale) -> list[Line]:
    """The first figure that is a share, as bars up to now; nothing where there is none."""
    key = next((key for key, told in known.scene.told.items() if told.of == "meter"), None)
    points = known.history.of(key) if key else ()
    if key is None or not points:
        return []
    values: list[float] = []
    for cell in range(scale.cell(known.now) + 1):
        second = scale.second(cell)
        found = next((p for p in reversed(points) if p.since <= second), None)
        value = found.values[0] if found is not None and found.values else None
        if isinstance(value, float | int):
            values.append(float(value))
    label = title_of(known.scene, key)[: LABEL - 2].lower()
    untold = scale.cell(known.now) + 1 - len(values)
    bars = " " * untold + bars_of(values, known.scene.told[key].unit) if values else " " * untold
    rest = "·" * (scale.cells - len(bars))
    return [line((f" {label:<{LABEL - 1}}", "$faint"), (bars, "$calm"), (rest, "$rule"))]


def _pointer(known: Known, scale: Scale, at: int) -> Line:
    cell = scale.cell(at)
    text = full(known.scene.start, at)
    if cell + len(text) + 2 > scale.cells:
        return line(" " * (LABEL + cell - len(text) - 1), (f"{text} ▲", "bold $focus"))
    return line(" " * (LABEL + cell), (f"▲ {text}", "bold $focus"))
