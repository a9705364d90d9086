"""The map: the country in braille, places as shapes with words, filled if seen lately."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rich.cells import cell_len
from textual.geometry import Size
from textual.reactive import reactive

from tui.ink import Line, Run, cut, line
from tui.picture.data import Outline
from tui.picture.places import STYLES, Town, by_trouble
from tui.widgets.braille import Braille, between
from tui.widgets.map_frame import Frame, Point
from tui.widgets.pane import Pane
from tui.words import phrase

SORTS = ("region", "border", "water", "country")
SORT_STYLES = ("$rule", "$rule", "$water", "$outline")
WIDE, NARROW = 130, 60
SHORT = 7
Key = tuple[Size, float, Point | None]
"""What the ground was drawn for."""

FEW = 9
"""Up to so many places are all named, however narrow the map."""

LEGEND = line(
    (" · ", "$faint"), (phrase("quiet  "), "$dim"), ("● ", "$crowd"), (phrase("crowd  "), "$dim"),
    ("◆ ", "$clash"), (phrase("clashes  "), "$dim"),
    ("▲ ", "$viol"), (phrase("violence  "), "$dim"),
    (phrase("○◇△ older  ×2 sites lost"), "$faint"),
)  # fmt: skip
LEGEND_ASCII = line(
    (phrase(" . quiet  o crowd  x clashes  ! violence  (o)(x)(!) older news"), "$dim"),
    (phrase("  x2 sites lost"), "$faint"),
)


@dataclass(frozen=True, slots=True)
class Way:
    """Somebody on the way between two places: how far along, and how many in a word.

    Where nobody knows from where they come, only the word stands, beside the target.
    """

    target: str
    origin: str
    share: float
    word: str


class MapView(Pane):
    """Outlines are kept as drawn until the size changes; places are set anew each time."""

    can_focus = True
    BINDINGS = [("enter", "app.board('map')", phrase("Open"))]

    outline: reactive[tuple[Outline, ...]] = reactive((), layout=False)
    towns: reactive[tuple[Town, ...]] = reactive(())
    shapes: reactive[bool] = reactive(True)
    ascii_only: reactive[bool] = reactive(False)
    moves: reactive[tuple[Way, ...]] = reactive(())
    chosen: reactive[str] = reactive("")
    zoom: reactive[float] = reactive(1.0)
    centre: reactive[Point | None] = reactive(None)

    def __init__(self, title: str = "", *, id: str | None = None) -> None:
        super().__init__(title, id=id)
        self._drawn: tuple[Key, Frame, dict[tuple[int, int], Run]] | None = None

    def watch_outline(self) -> None:
        """Draw anew."""
        self._drawn = None

    def body(self, width: int, height: int) -> list[Line]:
        """The map, and below it what the shapes mean where there is room."""
        legend = self.shapes and height >= 10
        rows = height - 1 if legend else height
        if rows < 2 or width < 10 or not self.towns:
            return [line((phrase(" No places."), "$dim"))]
        frame, ground = self._ground(Size(width, rows))
        cells = dict(ground)
        _ways(cells, self.moves, self.towns, frame)
        wide = round(width * self.zoom)
        cells = _placed(cells, self.towns, frame, Size(width, rows), wide, self.ascii_only)
        self._mark_chosen(cells, frame)
        found = [_row(cells, y, width) for y in range(rows)]
        if legend:
            found.append(cut(LEGEND_ASCII if self.ascii_only else LEGEND, width))
        return found

    def _mark_chosen(self, cells: dict[tuple[int, int], Run], frame: Frame) -> None:
        town = next((town for town in self.towns if town.id == self.chosen), None)
        if town is not None:
            cell = frame.cell(town.longitude, town.latitude)
            letter, style = cells.get(cell, (" ", ""))
            cells[cell] = (letter, f"{style} reverse".strip())

    def pan(self, right: int, down: int) -> None:
        """Another part of the map, by quarters of what is seen; the whole map stays where it is."""
        if self.zoom <= 1.0 or self._drawn is None:
            return
        (size, _, _), frame, _ = self._drawn
        x, y = size.width * (1 + right / 2), size.height * 2 * (1 + down / 2)
        self.centre = frame.point(x, y)

    def _ground(self, size: Size) -> tuple[Frame, dict[tuple[int, int], Run]]:
        key = (size, self.zoom, self.centre)
        if self._drawn is None or self._drawn[0] != key:
            frame = self._frame(size)
            if self.zoom > 1.0:
                middle = self.centre or frame.point(size.width, size.height * 2)
                frame = frame.closer(self.zoom, middle, size.width, size.height)
            drawn = _drawn_once(self.outline, frame, size, round(size.width * self.zoom))
            self._drawn = (key, frame, drawn)
        return self._drawn[1], self._drawn[2]

    def _frame(self, size: Size) -> Frame:
        country = [
            point for each in self.outline if each.sort == "country" for point in each.points
        ]
        places = [(town.longitude, town.latitude) for town in self.towns]
        margin = 0 if country else min(16, size.width // 4)
        return Frame.around(country or places, size.width, size.height, margin)


Cells = dict[tuple[int, int], Run]
_DRAWN: dict[tuple[object, ...], tuple[Sequence[Outline], Cells]] = {}
_MOST_DRAWN = 8


def _drawn_once(outline: Sequence[Outline], frame: Frame, size: Size, wide: int) -> Cells:
    """`_outlines`, kept for the next board that opens with the same map; do not write to it."""
    key = (*map(id, outline), frame, size, wide)
    kept = _DRAWN.get(key)
    if kept is None:
        if len(_DRAWN) >= _MOST_DRAWN:
            _DRAWN.clear()
        # The lines are kept as well, so that no others can come to have their ids.
        kept = _DRAWN[key] = (tuple(outline), _outlines(outline, frame, size, wide))
    return kept[1]


def _outlines(
    outline: Sequence[Outline], frame: Frame, size: Size, wide: int
) -> dict[tuple[int, int], Run]:
    canvas = Braille(size.width, size.height)
    for each in outline:
        if each.sort == "region" and wide < WIDE:
            continue
        dots = [frame.dot(*point) for point in each.points]
        sort = SORTS.index(each.sort) if each.sort in SORTS else 0
        for first, last in pairwise(dots):
            if first != last:
                canvas.stroke(first, last, sort)
    return {(x, y): (letter, SORT_STYLES[sort]) for x, y, letter, sort in canvas.cells()}


def _ways(
    cells: dict[tuple[int, int], Run], moves: Sequence[Way], towns: Sequence[Town], frame: Frame
) -> None:
    """A dotted line from place to place with `▸` where they may be by now, under names."""
    at = {town.id: frame.cell(town.longitude, town.latitude) for town in towns}
    for move in moves:
        if move.origin not in at or move.target not in at:
            continue
        cells_between = list(between(at[move.origin], at[move.target]))
        for cell in cells_between[1:-1:2]:
            cells[cell] = ("·", "$own")
        here = cells_between[round(move.share * (len(cells_between) - 1))]
        cells[here] = ("▸", "bold $own")


def _placed(
    cells: dict[tuple[int, int], Run],
    towns: Sequence[Town],
    frame: Frame,
    size: Size,
    wide: int,
    ascii_only: bool,
) -> dict[tuple[int, int], Run]:
    """Shapes and names; as many names as there would be room for on a map `wide` cells wide."""
    taken: set[tuple[int, int]] = set()
    width, height = size
    every = {town.id: frame.cell(town.longitude, town.latitude) for town in towns}
    at = {id: cell for id, cell in every.items() if 0 <= cell[0] < width and 0 <= cell[1] < height}
    towns = [town for town in towns if town.id in at]
    for town in reversed(by_trouble(towns)):
        x, y = at[town.id]
        mark = ascii_mark(town) if ascii_only else town.mark
        _write(cells, taken, x, y, mark, f"bold {STYLES[town.level]}")
    for town in by_trouble(towns):
        if _named(town, towns, wide):
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
    lost += f" ▸{town.coming}" if town.coming else ""
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
