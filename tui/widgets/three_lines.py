"""What changed, what is asked, what expires first: one line each, never scrolled."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.ink import cut, line
from tui.widgets.pane import content_of
from tui.words import phrase


class ThreeLines(Widget):
    """A player who reads only these can act."""

    changed: reactive[str] = reactive("")
    asked: reactive[str] = reactive("")
    urgent: reactive[bool] = reactive(False)
    expires: reactive[str] = reactive("")

    def render(self) -> Content:
        """Three lines at this width."""
        width = self.size.width
        tone = "bold" if self.urgent else ""
        rows = [
            line((phrase(" CHANGED  "), "$faint"), (self.changed, "")),
            line(
                (phrase(" ASKED    "), "bold $ask" if self.urgent else "$faint"), (self.asked, tone)
            ),
            line((phrase(" EXPIRES  "), "$faint"), (self.expires, "")),
        ]
        return content_of([cut(row, width - 1) for row in rows], width, 3)
