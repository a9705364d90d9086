"""Small screens over everything that ask for one thing: a choice by a key, or a line of text."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.ink import Line
from tui.screens.modal import Modal
from tui.widgets.key_bar import KeyBar
from tui.widgets.pane import Lines
from tui.widgets.too_small import TooSmall
from tui.words import phrase

Choices = Sequence[tuple[str, str]]
"""A key and what it stands for; Enter is written `enter`."""


class ChoiceScreen(Modal[str]):
    """Gives back the key that was pressed, or nothing for Esc."""

    def __init__(self, title: str, lines: Sequence[Line], choices: Choices) -> None:
        super().__init__()
        self._title, self._lines, self._choices = title, tuple(lines), tuple(choices)

    def compose(self) -> ComposeResult:
        """What is asked, and the keys that answer."""
        yield Lines(self._title, id="ending")
        named = tuple((key.capitalize() if len(key) > 1 else key, s) for key, s in self._choices)
        yield KeyBar((*named, ("Esc", phrase("back"))))
        yield TooSmall()

    def on_mount(self) -> None:
        """Show it."""
        page = self.query_one(Lines)
        page.lines = self._lines
        page.focus()

    def on_key(self, event: events.Key) -> None:
        """An answer."""
        keys = [key for key, _ in self._choices]
        if event.key in keys or event.character in keys:
            event.stop()
            self.dismiss(event.key if event.key in keys else event.character)
        elif event.key == "escape":
            event.stop()
            self.dismiss("")


class LineScreen(ModalScreen[str | None]):
    """Gives back a line of text, or None for Esc."""

    BINDINGS = [("escape", "dismiss(None)", phrase("Back"))]

    def __init__(self, title: str, lines: Sequence[Line], text: str = "", most: int = 400) -> None:
        super().__init__()
        self._title, self._lines, self._text, self._most = title, tuple(lines), text, most

    def compose(self) -> ComposeResult:
        """What is asked, and a line to type on."""
        yield Input(self._text, max_length=self._most, compact=True, id="line")
        yield Lines(self._title, id="ending")
        yield KeyBar((("Enter", phrase("keep it")), ("Esc", phrase("back"))))
        yield TooSmall()

    def on_mount(self) -> None:
        """Type at once."""
        page = self.query_one(Lines)
        page.lines, page.can_focus = self._lines, False
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter keeps it."""
        event.stop()
        self.dismiss(event.value)
