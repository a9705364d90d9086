"""The room as it was: what this seat knew at an earlier hour. Nothing can be ordered there."""

from tui.picture.known import Known
from tui.screens.room import RoomScreen
from tui.words import phrase


class PastScreen(RoomScreen):
    """Stays at its hour, whatever the game does meanwhile."""

    KEYS = (("Esc", phrase("back to the timeline")), ("Enter", phrase("open the pane")))
    LOCAL = KEYS
    BINDINGS = [("escape", "app.pop_screen", phrase("Back")), ("b", "nothing", "")]

    def __init__(self, then: Known, ascii_only: bool) -> None:
        super().__init__(then, ascii_only)
        self._then = then
        self.answer = phrase("You are looking back. Esc goes back to the timeline.")

    def show(self, known: Known) -> None:
        """The hour that is looked at, and no other."""
        super().show(self._then)
