"""A pane with rows to choose from: a cursor, and a scroll that moves only as far as it must."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.message import Message
from textual.reactive import reactive

from tui.ink import Line, line, pad
from tui.widgets.pane import Pane
from tui.words import phrase

RULE = 8
"""Cells that the strokes and gaps of a title's line take."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what it stands for, its lines, and how many of them are a heading above it."""

    key: str
    lines: tuple[Line, ...]
    heading: int = 0


class Listing(Pane):
    """Rows with a cursor. Posts Moved when the cursor does, and Picked on Enter."""

    can_focus = True
    BINDINGS = [
        ("up", "move(-1)", phrase("Up")),
        ("down", "move(1)", phrase("Down")),
        ("pageup", "move(-10)", phrase("Ten up")),
        ("pagedown", "move(10)", phrase("Ten down")),
        ("home", "move(-10000)", phrase("First")),
        ("end", "move(10000)", phrase("Last")),
        ("enter", "pick", phrase("Choose")),
    ]

    rows: reactive[tuple[Row, ...]] = reactive(())
    cursor: reactive[int] = reactive(0)
    empty: reactive[str] = reactive(phrase("Nothing here yet."))

    class Moved(Message):
        """The cursor stands on another row."""

        def __init__(self, listing: "Listing", key: str) -> None:
            super().__init__()
            self.listing, self.key = listing, key

        @property
        def control(self) -> "Listing":
            """The listing."""
            return self.listing

    class Picked(Moved):
        """A row was chosen."""

    def __init__(
        self, title: str = "", note: str = "", *, mark: bool = True, id: str | None = None
    ) -> None:
        super().__init__(title, note, id=id)
        self._mark = mark
        self._top = 0
        self._stood = False
        """Whether the row under the cursor was clicked on before."""

    @property
    def key(self) -> str:
        """What the cursor stands on; empty if there is nothing."""
        return self.rows[self.cursor].key if self.cursor < len(self.rows) else ""

    def fill(self, rows: Sequence[Row]) -> None:
        """Other rows; the cursor stays on what it stood on, if that is still there."""
        key = self.key
        self.rows = tuple(rows)
        at = next((i for i, row in enumerate(rows) if row.key == key), None)
        self.cursor = at if at is not None else min(self.cursor, max(len(rows) - 1, 0))

    def body(self, width: int, height: int) -> list[Line]:
        """As many rows as fit, the cursor's among them."""
        if not self.rows:
            return [line((f" {self.empty}", "$dim"))]
        self._scroll(height)
        found: list[Line] = []
        for number in range(self._top, len(self.rows)):
            chosen = number == self.cursor
            row = self.rows[number]
            found += [
                self._drawn(each, width, chosen and at >= row.heading)
                for at, each in enumerate(row.lines)
            ]
            if len(found) >= height:
                break
        return found[:height]

    @property
    def below(self) -> int:
        """How many rows stand below what is shown, or are shown in part."""
        height = max(self.size.height - bool(self.title), 0)
        self._scroll(height)
        room = height
        for number in range(self._top, len(self.rows)):
            room -= len(self.rows[number].lines)
            if room < 0:
                return len(self.rows) - number
        return 0

    def said_beside(self) -> str:
        """The note, and how many rows stand below, where there are any."""
        if not self.size.height or not (below := self.below):
            return self.note
        more = phrase("▼ {below} more", below=below)
        both = f"{self.note} · {more}" if self.note else more
        fits = cell_len(self.title) + cell_len(both) + RULE <= self.size.width
        return both if fits else more

    def _drawn(self, runs: Line, width: int, chosen: bool) -> Line:
        if not self._mark:
            return runs
        if not chosen:
            return (("  ", ""), *runs)
        style = "bold $focus" if self.has_focus else "$faint"
        return (("▌ ", style), *pad(runs, width - 2))

    def _scroll(self, height: int) -> None:
        self._top = min(self._top, self.cursor)
        while self._top < self.cursor and self._between(self._top, self.cursor) > height:
            self._top += 1

    def _between(self, first: int, last: int) -> int:
        return sum(len(row.lines) for row in self.rows[first : last + 1])

    def action_move(self, rows: int) -> None:
        """Move the cursor."""
        if self.rows:
            self.cursor = min(max(self.cursor + rows, 0), len(self.rows) - 1)

    def action_pick(self) -> None:
        """Choose the row under the cursor."""
        if self.key:
            self.post_message(self.Picked(self, self.key))

    def on_click(self, event: events.Click) -> None:
        """Stand on the row there; on the row that the cursor stands on, choose it."""
        at, line = self._top, event.y - bool(self.title)
        while at < len(self.rows) and line >= len(self.rows[at].lines):
            line -= len(self.rows[at].lines)
            at += 1
        if line < 0 or at >= len(self.rows):
            return
        event.stop()
        if at == self.cursor and (event.chain > 1 or self._stood):
            self.action_pick()
        self.cursor, self._stood = at, True

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel."""
        event.stop()
        self.action_move(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel."""
        event.stop()
        self.action_move(-1)

    def on_blur(self) -> None:
        """A click that brings the keyboard here chooses nothing yet."""
        self._stood = False
        super().on_blur()

    def watch_cursor(self) -> None:
        """Say where the cursor stands now."""
        if self.key:
            self.post_message(self.Moved(self, self.key))
