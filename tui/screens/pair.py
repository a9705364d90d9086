"""A list, and what is known of the row under its cursor."""

from collections.abc import Iterable, Sequence

from textual.containers import Container
from textual.widget import Widget
from textual.widgets import Input

from tui.ink import Line, plain
from tui.picture.known import Known
from tui.screens.board import Board
from tui.widgets.listing import Listing, Row
from tui.widgets.pane import Lines
from tui.words import phrase


class Pair(Board):
    """Side by side where there is room, else one above the other; `/` keeps what holds a word."""

    FOCUS_FIRST = "#list"
    TITLE = ""
    DETAIL = phrase("Detail")
    EMPTY = phrase("Nothing here yet.")
    NEWEST_FIRST = False
    """Whether new rows come above the others: a cursor on the first one stays on the first one."""
    BINDINGS = [("slash", "find", phrase("Find")), ("escape", "back", phrase("Back"))]

    def __init__(self, known: Known) -> None:
        super().__init__(known)
        self._wanted = ""

    def inside(self) -> Iterable[Widget]:
        """The list and the detail, and a line to type on while something is looked for."""
        listing = Listing(self.TITLE, id="list")
        listing.empty = self.EMPTY
        yield from self.above()
        yield Input(placeholder=phrase("a word"), max_length=60, compact=True, id="find")
        yield Container(listing, Lines(self.DETAIL, id="detail"), id="pair")

    def above(self) -> Iterable[Widget]:
        """Widgets before the list."""
        return ()

    def rows(self, known: Known, width: int) -> Sequence[Row]:
        """The rows of the list."""
        return ()

    def detail(self, known: Known, key: str, width: int) -> Sequence[Line]:
        """What is known of a row."""
        return ()

    def show(self, known: Known) -> None:
        """Fill the list; the cursor stays on its row."""
        super().show(known)
        listing = self.query_one("#list", Listing)
        rows = self.rows(known, max(listing.size.width - 2, 20))
        found = self._kept(known, rows)
        listing.note = (
            phrase(
                "{found} of {rows} with “{wanted}”",
                found=len(found),
                rows=len(rows),
                wanted=self._wanted,
            )
            if self._wanted
            else ""
        )
        listing.empty = (
            phrase("Nothing has this word. Esc shows all.") if self._wanted else self.EMPTY
        )
        newest = self.NEWEST_FIRST and not listing.cursor
        listing.fill(found)
        if newest:
            listing.cursor = 0
        self._show_detail(listing.key)

    def as_at_first(self, known: Known) -> None:
        """Closed and opened again: on the first row, with nothing looked for."""
        self.answer, self._wanted = "", ""
        if self.maximized is not None:
            self.minimize()
        typed = self.query_one("#find", Input)
        with self.prevent(Input.Changed):
            typed.value = ""
        typed.display = False
        listing = self.query_one("#list", Listing)
        listing.cursor = 0
        if self.focused is not listing:
            listing.focus()
        self.show(known)

    def _kept(self, known: Known, rows: Sequence[Row]) -> Sequence[Row]:
        """Rows that hold every word that is looked for, in their line, heading or detail."""
        words = self._wanted.lower().split()
        if not words:
            return rows
        kept: list[Row] = []
        heading: tuple[Line, ...] = ()
        for row in rows:
            heading = row.lines[: row.heading] or heading
            lines = [*heading, *row.lines, *self.detail(known, row.key, 400)]
            text = " ".join(map(plain, lines)).lower()
            if all(word in text for word in words):
                kept.append(row)
        return kept

    def action_find(self) -> None:
        """Type a word; the list follows every letter."""
        line = self.query_one("#find", Input)
        line.display = True
        line.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Another word."""
        event.stop()
        self._wanted = event.value.strip()
        self.show(self.known)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter: to the rows that are left."""
        event.stop()
        self.query_one("#list", Listing).focus()

    def action_back(self) -> None:
        """First all rows again, then the room."""
        line = self.query_one("#find", Input)
        if not line.display:
            self.app.call_later(self.app.run_action, "app.to_room")
            return
        line.value = ""
        line.display = False
        self.query_one("#list", Listing).focus()

    def _show_detail(self, key: str) -> None:
        pane = self.query_one("#detail", Lines)
        pane.top = 0
        pane.lines = tuple(
            self.detail(self.known, key, max(pane.size.width - 1, 20)) if key else ()
        )

    def on_listing_moved(self, event: Listing.Moved) -> None:
        """Another row: show what is known of it."""
        event.stop()
        self._show_detail(event.key)

    def on_listing_picked(self, event: Listing.Picked) -> None:
        """Enter on a row."""
        event.stop()
        self.picked(event.key)

    def picked(self, key: str) -> None:
        """What Enter does; nothing unless a screen says so."""
