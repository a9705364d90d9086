"""Credit with the other seats, one line each."""

from textual.geometry import Size
from textual.reactive import reactive

from tui.ink import Line, line
from tui.picture.credit import FIGURES, CreditRow, credit_head, credit_line
from tui.widgets.pane import Pane
from tui.words import phrase


class Credit(Pane):
    """What each word is worth; the last line counts those that have no room."""

    rows: reactive[tuple[CreditRow, ...]] = reactive((), layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Where its height is left to it: the title, the head, and a line for each seat."""
        return len(self.rows) + 2

    def body(self, width: int, height: int) -> list[Line]:
        """A head where there is room for all and it, then the seats."""
        if not self.rows:
            return [line((phrase(" Nobody else deals here."), "$dim"))]
        names = min(max(len(row.title) for row in self.rows), max(width - FIGURES - 2, 8))
        lines = [credit_line(row, width, names) for row in self.rows]
        lines.insert(0, credit_head(width, names))
        if len(lines) > height > 1:
            rest = len(lines) - height + 1
            return [*lines[: height - 1], line((phrase(" and {rest} more", rest=rest), "$faint"))]
        return lines
