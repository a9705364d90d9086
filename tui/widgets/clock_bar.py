"""The top line: who plays what, the hour, and how time goes."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.ink import Line, ends, line, width_of
from tui.widgets.pane import content_of
from tui.words import phrase, sense


class ClockBar(Widget):
    """One line; on a narrow screen the scenario's title gives way to the hour."""

    seat: reactive[str] = reactive("")
    scenario: reactive[str] = reactive("")
    hour: reactive[str] = reactive("")
    move: reactive[str] = reactive("")
    left: reactive[str] = reactive("")
    left_briefly: reactive[str] = reactive("")
    chapter: reactive[str] = reactive("")
    opens: reactive[str] = reactive("")
    pace: reactive[str] = reactive("")

    def render(self) -> Content:
        """The line at this width."""
        width = self.size.width
        left: Line = line((" Whitecell", "bold"))
        if self.seat:
            left = (*left, (" │ ", "$rule"), (self.seat, "bold $focus"))
        if self.scenario and width >= 110:
            left = (*left, (" │ ", "$rule"), (self.scenario, "$dim"))
        right = self._right(width, self.chapter)
        if width_of(left) + width_of(right) >= width:
            left = line((f" {self.seat}", "bold $focus"))
        if width_of(left) + width_of(right) >= width:
            right = self._right(width, "")
        return content_of([ends(left, right, width)], width, 1)

    def _right(self, width: int, chapter: str) -> Line:
        if not self.hour:
            return line((f"{self.pace} ", "$dim")) if self.pace else ()
        gap = "  " if width >= 110 else " "
        whole = width >= 110 or not self.left
        move = self.move if whole else _briefly(self.move)
        left = self.left if whole else self.left_briefly
        said = ", ".join(part for part in (move, chapter, left) if part)
        runs: Line = line((self.hour, "bold"), (f"{gap}{said}", "$dim"))
        if self.opens:
            word = sense("a move", "next") if width >= 110 else "→"
            runs = (*runs, (f"{gap}{word} ", "$faint"), (self.opens, ""))
        return (*runs, (f"{gap}{self.pace} ", "bold $ask"))


def _briefly(text: str) -> str:
    """`3 of 8` as `3/8`, for narrow screens."""
    return text.replace(phrase(" of "), "/")
