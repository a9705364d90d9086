"""One of many: a list over everything, of which a typed word keeps what holds it."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.ink import line, wrap
from tui.widgets.key_bar import KeyBar
from tui.widgets.listing import Listing, Row
from tui.widgets.too_small import TooSmall
from tui.words import phrase

MOST_LINES = 3
"""Lines of one choice."""


class PickScreen(ModalScreen[int]):
    """Gives back the number of a choice, from 0, or -1 for Esc."""

    DEFAULT_CSS = "PickScreen Listing { height: 1fr; }"
    BINDINGS = [("escape", "dismiss(-1)", phrase("Back"))]

    def __init__(self, title: str, labels: Sequence[str], chosen: int) -> None:
        super().__init__()
        self._title, self._labels, self._chosen = title, tuple(labels), chosen

    def compose(self) -> ComposeResult:
        """A line to type on, the choices, the keys."""
        yield Input(placeholder=phrase("a word"), max_length=60, compact=True, id="line")
        yield Listing(self._title, id="choices")
        yield KeyBar((("Enter", phrase("choose")), ("↑↓", phrase("move")), ("Esc", phrase("back"))))
        yield TooSmall()

    def on_mount(self) -> None:
        """On what is chosen, ready to type."""
        self.query_one(Listing).empty = phrase("Nothing has this word.")
        self.query_one(Input).focus()
        self.call_after_refresh(self._fill, True)

    def on_resize(self) -> None:
        """Rows follow the width."""
        self.call_after_refresh(self._fill)

    def _fill(self, first: bool = False) -> None:
        listing = self.query_one(Listing)
        words = self.query_one(Input).value.lower().split()
        width = max(listing.size.width - 3, 20)
        found = [
            Row(str(number), tuple(line(row) for row in wrap(label, width, MOST_LINES)))
            for number, label in enumerate(self._labels)
            if all(word in label.lower() for word in words)
        ]
        listing.note = phrase("{found} of {all}", found=len(found), all=len(self._labels))
        listing.fill(found)
        if first:
            listing.cursor = self._chosen

    def on_input_changed(self, event: Input.Changed) -> None:
        """Another word."""
        event.stop()
        self._fill()

    def on_key(self, event: events.Key) -> None:
        """The list moves while one types."""
        steps = {"up": -1, "down": 1, "pageup": -10, "pagedown": 10}
        if event.key in steps:
            event.stop()
            self.query_one(Listing).action_move(steps[event.key])

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """This one."""
        event.stop()
        self.query_one(Listing).action_pick()

    def on_listing_picked(self, event: Listing.Picked) -> None:
        """This one."""
        event.stop()
        self.dismiss(int(event.key))
