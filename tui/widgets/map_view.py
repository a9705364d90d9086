"""The map: the country in braille, places as shapes with words, filled if seen lately."""

from collections.abc import Sequence
from itertools import pairwise

from rich.cells import cell_len
from textual.geometry import Size
from textual.reactive import reactive

from tui.ink import Line, Run, cut, line
from tui.picture.data import Outline
from tui.picture.places import STYLES, Town, by_trouble
from tui.widgets.braille import Braille
from tui.widgets.map_frame import Frame
from tui.widgets.pane import Pane

SORTS = ("region", "border", "water", "country")
SORT_STYLES = ("$rule", "$rule", "$water", "$outline")
WIDE, NARROW = 130, 60
SHORT = 7
FEW = 9
"""Up to so many places are all named, however narrow the map."""

LEGEND = line(
    (" · ", "$faint"), ("quiet  ", "$dim"), ("● ", "$crowd"), ("crowd  ", "$dim"),
    ("◆ ", "$clash"), ("clashes  ", "$dim"), ("▲ ", "$viol"), ("violence  ", "$dim"),
    ("○◇△ older news", "$faint"),
)  # fmt: skip
LEGEND_ASCII = line((" . quiet  o crowd  x clashes  ! violence  (o)(x)(!) older news", "$dim"))


class MapView(Pane):
    """Outlines are kept as drawn until the size changes; places are set anew each time."""

    can_focus = True
    BINDINGS = [("enter", "app.board('map')", "Open")]

    outline: reactive[tuple[Outline, ...]] = reactive((), layout=False)
    towns: reactive[tuple[Town, ...]] = reactive(())
    shapes: reactive[bool] = reactive(True)
    ascii_only: reactive[bool] = reactive(False)

    def __init__(self, title: str = "", *, id: str | None = None) -> None:
        super().__init__(title, id=id)
        self._drawn: tuple[Size, Frame, dict[tuple[int, int], Run]] | None = None

    def watch_outline(self) -> None:
        """Draw anew."""
        self._drawn = None

    def body(self, width: int, height: int) -> list[Line]:
        """The map, and below it what the shapes mean where there is room."""
        legend = self.shapes and height >= 12
        rows = height - 1 if legend else height
        if rows < 2 or width < 10 or not self.towns:
            return [line((" No places.", "$dim"))]
        frame, ground = self._ground(Size(width, rows))
        cells = _placed(dict(ground), self.towns, frame, width, rows, self.ascii_only)
        found = [_row(cells, y, width) for y in range(rows)]
        if legend:
            found.append(cut(LEGEND_ASCII if self.ascii_only else LEGEND, width))
        return found

    def _ground(self, size: Size) -> tuple[Frame, dict[tuple[int, int], Run]]:
        if self._drawn is None or self._drawn[0] != size:
            frame = self._frame(size)
            self._drawn = (size, frame, _outlines(self.outline, frame, size))
        return self._drawn[1], self._drawn[2]

    def _frame(self, size: Size) -> Frame:
        country = [
            point for each in self.outline if each.sort == "country" for point in each.points
        ]
        places = [(town.longitude, town.latitude) for town in self.towns]
        margin = 0 if country else min(16, size.width // 4)
        return Frame.around(country or places, size.width, size.height, margin)


def _outlines(outline: Sequence[Outline], frame: Frame, size: Size) -> dict[tuple[int, int], Run]:
    canvas = Braille(size.width, size.height)
    for each in outline:
        if each.sort == "region" and size.width < WIDE:
            continue
        dots = [frame.dot(*point) for point in each.points]
        sort = SORTS.index(each.sort) if each.sort in SORTS else 0
        for first, last in pairwise(dots):
            if first != last:
                canvas.stroke(first, last, sort)
    return {(x, y): (letter, SORT_STYLES[sort]) for x, y, letter, sort in canvas.cells()}


def _placed(
    cells: dict[tuple[int, int], Run],
    towns: Sequence[Town],
    frame: Frame,
    width: int,
    height: int,
    ascii_only: bool,
) -> dict[tuple[int, int], Run]:
    taken: set[tuple[int, int]] = set()
    at = {town.id: frame.cell(town.longitude, town.latitude) for town in towns}
    for town in reversed(by_trouble(towns)):
        x, y = at[town.id]
        mark = ascii_mark(town) if ascii_only else town.mark
        _write(cells, taken, x, y, mark, f"bold {STYLES[town.level]}")
    for town in by_trouble(towns):
        if _named(town, towns, width):
            _label(cells, taken, town, at[town.id], width, ascii_only)
    return {cell: run for cell, run in cells.items() if cell[1] < height}


def ascii_mark(town: Town) -> str:
    """The shape in ASCII: in brackets if it was last seen long ago."""
    letter = ".ox!"[town.level] if town.known else "?"
    return letter if town.fresh or town.level == 0 or not town.known else f"({letter})"


def _named(town: Town, towns: Sequence[Town], width: int) -> bool:
    if town.level or len(towns) <= FEW or width >= WIDE:
        return True
    if width < NARROW:
        return False
    return town.id in {each.id for each in sorted(towns, key=lambda t: -t.people)[:2]}


def labels_of(town: Town) -> list[str]:
    """What may stand beside a shape, the fullest first: name, size, what is lost there."""
    lost = f" ×{town.lost}" if town.lost else ""
    note = f" {town.note}" if town.note else ""
    short = town.title if cell_len(town.title) <= SHORT else f"{town.title[: SHORT - 1]}."
    return list(dict.fromkeys((f"{town.title}{note}{lost}", f"{town.title}{lost}", short + lost)))


def _label(
    cells: dict[tuple[int, int], Run],
    taken: set[tuple[int, int]],
    town: Town,
    at: tuple[int, int],
    width: int,
    ascii_only: bool,
) -> None:
    x, y = at
    shape = len(ascii_mark(town)) if ascii_only else 1
    own = {(x + step, y) for step in range(shape)}
    for text in labels_of(town):
        size = cell_len(text)
        for start in (x + shape + 1, x - size - 1):
            wanted = {(start + step, y) for step in range(-1, size + 1)} - own
            if start >= 0 and start + size <= width and not wanted & taken:
                _write(cells, taken, start, y, text, "" if town.level else "$dim")
                for end in (start - 1, start + size):
                    if (end, y) not in taken:
                        cells.pop((end, y), None)
                return


def _write(
    cells: dict[tuple[int, int], Run],
    taken: set[tuple[int, int]],
    x: int,
    y: int,
    text: str,
    style: str,
) -> None:
    for step, letter in enumerate(text):
        cells[(x + step, y)] = (letter, style)
        taken.add((x + step, y))


def _row(cells: dict[tuple[int, int], Run], y: int, width: int) -> Line:
    runs: list[Run] = []
    for x in range(width):
        letter, style = cells.get((x, y), (" ", ""))
        if runs and runs[-1][1] == style:
            runs[-1] = (runs[-1][0] + letter, style)
        else:
            runs.append((letter, style))
    return tuple(runs)
