"""The capitals that are asked, their clocks side by side."""

from textual.geometry import Size
from textual.reactive import reactive

from tui.ink import Line
from tui.picture.backing import backing
from tui.picture.consultation import Clock, clock_lines
from tui.picture.known import Known
from tui.widgets.pane import Pane


class RoundPane(Pane):
    """One line a capital, between a scale of hours and how the round stands."""

    known: reactive[Known | None] = reactive(None)
    clocks: reactive[tuple[Clock, ...]] = reactive((), layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The title, the scale, the capitals, how long backing holds, the sum."""
        held = self.known is not None and backing(self.known) is not None
        return len(self.clocks) + 3 + held if self.clocks else 0

    def body(self, width: int, height: int) -> list[Line]:
        """As many lines as fit, the sum among them."""
        if self.known is None or not self.clocks:
            return []
        rows = list(clock_lines(self.known, self.clocks, width))
        return rows if len(rows) <= height else [*rows[: height - 1], rows[-1]]
