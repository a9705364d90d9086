"""The ladder of demands."""

from textual.reactive import reactive

from tui.ink import Line, line
from tui.picture.ladder import Ladder, ladder_lines
from tui.widgets.pane import Pane
from tui.words import phrase


class LadderView(Pane):
    """A scale of rungs with what is asked and what was granted."""

    ladder: reactive[Ladder | None] = reactive(None)

    def body(self, width: int, height: int) -> list[Line]:
        """The scale and its two readings."""
        if self.ladder is None:
            return [line((phrase(" No ladder of demands here."), "$dim"))]
        return ladder_lines(self.ladder, width)[:height]
