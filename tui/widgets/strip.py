"""One line of styled text, given as it is to stand."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.ink import Line, cut
from tui.widgets.pane import content_of


class Strip(Widget):
    """A line between two panes."""

    DEFAULT_CSS = "Strip { height: 1; }"

    line: reactive[Line] = reactive(())

    def render(self) -> Content:
        """The line at this width."""
        width = self.size.width
        return content_of([cut(self.line, width)], width, 1)
