"""A number that can be typed: the luck of a game."""

from textual import events
from textual.message import Message
from textual.reactive import reactive

from tui.ink import Line, line
from tui.widgets.pane import Pane

LONGEST = 9


class Seed(Pane):
    """The first digit begins it anew, backspace shortens it; Enter posts Given."""

    can_focus = True
    types_letters = True
    number: reactive[str] = reactive("")

    def __init__(self, title: str = "", note: str = "", *, id: str | None = None) -> None:
        super().__init__(title, note, id=id)
        self._anew = False

    @property
    def _fits(self) -> bool:
        return self._anew or len(self.number) < LONGEST

    class Given(Message):
        """Enter was pressed here."""

    def body(self, width: int, height: int) -> list[Line]:
        """The number, in reverse while it can be typed."""
        style = "bold reverse" if self.has_focus else "bold"
        return [line(" ", (f" {self.number or ' '} ", style), ("  same seed, same luck", "$faint"))]

    def on_focus(self) -> None:
        """What is typed first takes the place of what stands here."""
        super().on_focus()
        self._anew = True

    def on_key(self, event: events.Key) -> None:
        """Type."""
        if event.key == "backspace":
            self.number = self.number[:-1]
        elif event.key == "enter":
            self.post_message(self.Given())
        elif event.character and event.character in "0123456789" and self._fits:
            self.number = event.character if self._anew else self.number + event.character
        else:
            return
        self._anew = False
        event.stop()
        event.prevent_default()
