"""A list, and what is known of the row under its cursor."""

from collections.abc import Iterable, Sequence

from textual.containers import Container
from textual.widget import Widget

from tui.ink import Line
from tui.picture.known import Known
from tui.screens.board import Board
from tui.widgets.listing import Listing, Row
from tui.widgets.pane import Lines


class Pair(Board):
    """Side by side where there is room, else one above the other."""

    FOCUS_FIRST = "#list"
    TITLE = ""
    DETAIL = "Detail"
    EMPTY = "Nothing here yet."

    def inside(self) -> Iterable[Widget]:
        """The list and the detail."""
        listing = Listing(self.TITLE, id="list")
        listing.empty = self.EMPTY
        yield from self.above()
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
        listing.fill(self.rows(known, max(listing.size.width - 2, 20)))
        self._show_detail(listing.key)

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
