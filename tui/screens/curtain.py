"""A screen between two persons at one keyboard: nothing of any seat is on it."""

from textual.app import ComposeResult
from textual.screen import ModalScreen

from tui.ink import line
from tui.widgets.key_bar import KeyBar
from tui.widgets.pane import Lines
from tui.widgets.too_small import TooSmall
from tui.words import phrase


class CurtainScreen(ModalScreen[bool]):
    """Stays until somebody says that the right person sits there."""

    BINDINGS = [
        ("enter", "dismiss(True)", phrase("I am alone with the screen")),
        ("q", "app.leave", phrase("Leave")),
    ]

    def __init__(self, seat: str) -> None:
        super().__init__()
        self._seat = seat

    def compose(self) -> ComposeResult:
        """Whose turn it is."""
        yield Lines(phrase("Hand the keyboard over"), id="ending")
        yield KeyBar(
            (
                ("Enter", phrase("I am {seat}, and nobody else looks", seat=self._seat)),
                ("q", phrase("leave")),
            )
        )
        yield TooSmall()

    def on_mount(self) -> None:
        """Show it."""
        page = self.query_one(Lines)
        page.lines = (
            (),
            line((phrase("  It is the turn of"), "$dim")),
            line((f"  {self._seat}", "bold $focus")),
            (),
            line(phrase("  Everybody else turns away. What this seat knows is shown after Enter.")),
        )
        page.focus()
