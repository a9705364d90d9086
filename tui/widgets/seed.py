"""The luck of a game: a number, or its words that can be said aloud."""

from textual import events
from textual.message import Message
from textual.reactive import reactive

from tui.ink import Line, line
from tui.seed_words import heard, spoken
from tui.widgets.pane import Pane
from tui.words import phrase

LONGEST = 24
ROOM = 50
"""Cells from which on it is said what a seed is good for."""


class Seed(Pane):
    """The first letter begins it anew, backspace shortens it; Enter posts Given."""

    can_focus = True
    types_letters = True
    text: reactive[str] = reactive("")

    def __init__(self, title: str = "", note: str = "", *, id: str | None = None) -> None:
        super().__init__(title, note, id=id)
        self._anew = False

    class Given(Message):
        """Enter was pressed here."""

    @property
    def number(self) -> int | None:
        """The seed; None while what stands here is none."""
        try:
            return heard(self.text)
        except ValueError:
            return None

    def show(self, seed: int) -> None:
        """Another seed, in words."""
        self.text = spoken(seed)

    def body(self, width: int, height: int) -> list[Line]:
        """The words, in reverse while they can be typed, and the number that they stand for."""
        style = "bold reverse" if self.has_focus else "bold"
        number = self.number
        if number is None:
            said = (phrase("  no seed: a number, or three words"), "$ask")
        else:
            other = spoken(number) if self.text.isdecimal() else f"{number}"
            rest = phrase(" · same seed, same luck") if width >= ROOM else ""
            said = (f"  {other}{rest}", "$faint")
        return [line(" ", (f" {self.text or ' '} ", style), said)]

    def on_focus(self) -> None:
        """What is typed first takes the place of what stands here."""
        super().on_focus()
        self._anew = True

    def on_key(self, event: events.Key) -> None:
        """Type."""
        letter = event.character or ""
        if event.key == "backspace":
            self.text = self.text[:-1]
        elif event.key == "enter":
            self.post_message(self.Given())
        elif (
            letter
            and (letter.isalnum() or letter in "- ")
            and (self._anew or len(self.text) < LONGEST)
        ):
            self.text = letter if self._anew else self.text + letter
        else:
            return
        self._anew = False
        event.stop()
        event.prevent_default()
