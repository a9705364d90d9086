"""The ending, page by page: the harm first and alone, and every page waits for a key."""

from collections.abc import Iterable
from typing import ClassVar

from textual.message import Message
from textual.widget import Widget

from tui.ink import Line, line
from tui.picture.afterwards import afterwards_lines, causes_lines
from tui.picture.data_of_endings import Results
from tui.picture.ending import ending_lines, harm_lines
from tui.picture.known import Known
from tui.screens.board import Board, Keys
from tui.screens.pages import NoteScreen
from tui.widgets.key_bar import KeyBar
from tui.widgets.pane import Lines

WIDEST = 100
"""Pages are set no wider than this, however wide the window."""

PAGES = ("Harm", "Ending", "Afterwards")


class EndingScreen(Board):
    """What a finished game is read by. It shows nothing until the game has said it is over."""

    KEYS: ClassVar[Keys] = (("Enter", "when you are ready"),)
    LATER: ClassVar[Keys] = (
        ("Enter", "next page"),
        ("b", "page before"),
        ("c", "causes drawn"),
        ("t", "timeline"),
        ("Esc", "the room as it is"),
        ("q", "leave"),
    )
    LOCAL = LATER
    BINDINGS = [
        ("enter", "next_page", "Next page"),
        ("b", "page_before", "Page before"),
        ("c", "causes", "Causes drawn"),
    ]
    FOCUS_FIRST = "#ending"

    class Wanted(Message):
        """The results are to be read."""

    def __init__(self, known: Known, found: Results | None = None) -> None:
        super().__init__(known)
        self.found = found
        self.page = 0

    def inside(self) -> Iterable[Widget]:
        """One page."""
        yield Lines("Harm", id="ending")

    def on_mount(self) -> None:
        """Ask for the results, unless they are known."""
        super().on_mount()
        if self.found is None:
            self.post_message(self.Wanted())

    def show_results(self, found: Results) -> None:
        """They have come."""
        self.found = found
        self.show(self.known)

    def show(self, known: Known) -> None:
        """The page at this width."""
        super().show(known)
        pane = self.query_one("#ending", Lines)
        pane.title = PAGES[self.page]
        pane.note = f"ending, page {self.page + 1} of {len(PAGES)}"
        pane.lines = tuple(self._lines(min(max(pane.size.width - 3, 40), WIDEST)))
        self.query_one(KeyBar).keys = self.LATER if self.page else self.KEYS

    def _lines(self, width: int) -> list[Line]:
        if self.found is None:
            return [(), line(("   The game is read.", "$faint"))]
        if self.page == 0:
            return harm_lines(self.found, width)
        if self.page == 1:
            return ending_lines(self.found, self.known.scene.seat, width)
        return afterwards_lines(self.found, width)

    def action_next_page(self) -> None:
        """The next page; after the last one the room as it is."""
        if self.found is None:
            return
        if self.page + 1 == len(PAGES):
            self.run_action_of_app("to_room")
        else:
            self._turn(self.page + 1)

    def action_page_before(self) -> None:
        """The page before."""
        if self.page:
            self._turn(self.page - 1)

    def action_causes(self) -> None:
        """What had been drawn, and which clues reached this seat; the harm is read first."""
        if self.found is not None and self.page:
            width = min(max(self.size.width - 6, 40), WIDEST)
            lines = causes_lines(self.found, self.known.scene.seat, width)
            self.app.push_screen(NoteScreen("What nobody knew", lines, "back to the ending"))

    def _turn(self, page: int) -> None:
        self.page = page
        self.query_one("#ending", Lines).top = 0
        self.show(self.known)

    def run_action_of_app(self, name: str) -> None:
        """What the app does for every screen."""
        self.call_later(self.app.run_action, name)
