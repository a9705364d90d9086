"""One line that says something: a default, an answer, a problem."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.ink import Line, cut, line
from tui.widgets.pane import content_of


class Said(Widget):
    """A head in a faint tone and a sentence."""

    head: reactive[str] = reactive("")
    sentence: reactive[str] = reactive("")
    tone: reactive[str] = reactive("")

    def render(self) -> Content:
        """The line at this width."""
        width, height = self.size
        runs: Line = line((f" {self.head} " if self.head else " ", "$faint"))
        return content_of([cut((*runs, (self.sentence, self.tone)), width)], width, height)
