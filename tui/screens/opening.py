"""What stands while a game is opened that was asked for by name: what is being done."""

from textual.app import ComposeResult
from textual.screen import Screen

from tui.ink import line
from tui.widgets.clock_bar import ClockBar
from tui.widgets.key_bar import KeyBar
from tui.widgets.pane import Lines
from tui.widgets.too_small import TooSmall
from tui.words import phrase

OPENING = phrase("Opening the game …")
HOUR = 3600


def played_so_far(second: int) -> str:
    """How far what lies before the first move has been played."""
    days, hours = divmod(second // HOUR, 24)
    said = f"{days} d {hours} h" if days else f"{hours} h"
    return phrase(
        "Opening the game: what happened before you came, {said} of it so far …", said=said
    )


class OpeningScreen(Screen[None]):
    """Gives way to the room."""

    def compose(self) -> ComposeResult:
        """One sentence, which changes as the game is opened."""
        yield ClockBar()
        yield Lines("", id="ending")
        yield KeyBar((("q", phrase("leave")),))
        yield TooSmall()

    def on_mount(self) -> None:
        """Say it."""
        self.say(OPENING)

    def say(self, sentence: str) -> None:
        """What is being done now."""
        for pane in self.query(Lines):
            pane.lines = ((), line((f"  {sentence}", "$dim")))
