"""Pages to read: the briefing, the help, a note."""

from collections.abc import Iterable, Sequence

from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widget import Widget

from tui.ink import Line, cut, line, wrap
from tui.picture.calm import calm
from tui.picture.known import Known
from tui.picture.prose import prose
from tui.screens.board import Board
from tui.widgets.key_bar import KeyBar
from tui.widgets.pane import Lines
from tui.widgets.said import Said
from tui.widgets.too_small import TooSmall

COLUMN = 84
"""Texts are set no wider than this, however wide the window."""


class BriefScreen(Board):
    """Who you are, what you hold, what you want."""

    KEYS = (("Enter", "to the room"), ("↑↓", "scroll"), ("Esc", "room"))
    BINDINGS = [("enter", "app.to_room", "To the room")]
    FOCUS_FIRST = "#page"

    def inside(self) -> Iterable[Widget]:
        """The brief and the aims."""
        yield Lines("Who you are", id="page")
        yield Lines("What happened before you came", id="before")
        yield Lines("What you may want: results are read against it", id="aims")
        yield Said(id="calm")

    def show(self, known: Known) -> None:
        """Set the text to the width."""
        super().show(known)
        page = self.query_one("#page", Lines)
        text = known.scene.brief or f"# {known.scene.title}\n\n{known.scene.summary}"
        rows = prose(text, min(max(page.size.width - 3, 20), COLUMN))
        page.lines = tuple(((" ", ""), *row) for row in rows)
        before = self.query_one("#before", Lines)
        before.set_class(not known.scene.before, "absent")
        before.lines = tuple(_early(known, before.size.width))
        aims = self.query_one("#aims", Lines)
        last = self.query_one("#calm", Said)
        last.sentence, last.tone = calm(known), "bold"
        last.set_class(not last.sentence, "absent")
        aims.lines = tuple(line((" · ", "$faint"), text) for text in known.scene.aims.values()) or (
            line((" This seat has no aims of its own.", "$dim")),
        )


def _early(known: Known, width: int) -> Iterable[Line]:
    """One line for each thing that happened before the first move."""
    for item in known.scene.before:
        said = f"{item.headline}: {item.text}" if item.headline else item.text
        yield cut(line((f" {known.dated(item.at):<13}", "$faint"), said), max(width, 20))


class NoteScreen(ModalScreen[bool]):
    """A note over everything; Enter goes on, Esc goes back."""

    BINDINGS = [
        ("enter", "dismiss(True)", "Go on"),
        ("escape,question_mark", "dismiss(False)", "Back"),
    ]

    def __init__(self, title: str, lines: Sequence[Line], go_on: str = "go on") -> None:
        super().__init__()
        self._title, self._lines = title, tuple(lines)
        self._keys = (("Enter", go_on), ("↑↓", "more"), ("Esc", "back"))

    def compose(self) -> ComposeResult:
        """The note and its two keys."""
        yield Lines(self._title, id="ending")
        yield KeyBar(self._keys)
        yield TooSmall()

    def on_mount(self) -> None:
        """Show it."""
        page = self.query_one(Lines)
        page.lines = self._lines
        page.focus()


def note_lines(text: str, width: int = 74) -> list[Line]:
    """A text as the lines of a note."""
    return [(), *(line(f"  {row}") for row in wrap(text, width))]
