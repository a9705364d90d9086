"""The newest reports, a few lines each."""

from textual.reactive import reactive

from tui.ink import Line, line
from tui.picture.reports import Report, report_lines
from tui.widgets.pane import Pane

NARROW = 60
LOW = 6


class Reports(Pane):
    """As many as fit; a new one is marked, and nothing moves under the reader."""

    can_focus = True
    BINDINGS = [("enter", "app.board('reports')", "Open")]

    reports: reactive[tuple[Report, ...]] = reactive(())

    def body(self, width: int, height: int) -> list[Line]:
        """One line each where there is little room, else up to three."""
        if not self.reports:
            return [line((" Nobody has reported yet.", "$dim"))]
        rows: list[Line] = []
        most = 1 if height < LOW else (4 if width >= NARROW else 3)
        for report in self.reports:
            rows += report_lines(report, width - 1, most)
            if len(rows) >= height:
                break
        return rows[:height]
