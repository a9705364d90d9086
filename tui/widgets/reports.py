"""The newest reports, a few lines each."""

from textual.reactive import reactive

from tui.ink import Line, line
from tui.picture.reports import Report, report_lines
from tui.widgets.pane import Pane
from tui.words import phrase


class Reports(Pane):
    """Those of the room, the weightiest first; a new one is marked."""

    can_focus = True
    BINDINGS = [("enter", "app.board('reports')", phrase("Open"))]

    reports: reactive[tuple[Report, ...]] = reactive(())

    def body(self, width: int, height: int) -> list[Line]:
        """As many lines as there is room for."""
        if not self.reports:
            return [line((phrase(" Nobody has reported yet."), "$dim"))]
        return [row for rows in shared(self.reports, width - 1, height) for row in rows][:height]


def shared(reports: tuple[Report, ...], width: int, height: int) -> list[list[Line]]:
    """The lines of each report: one each where there is little room, else the first get most."""
    lines = [1] * len(reports)
    room = height - len(reports)
    for wanted in (2, 3, 4):
        for number, report in enumerate(reports):
            if room > 0 and lines[number] == wanted - 1 and _has(report, width, wanted):
                lines[number] += 1
                room -= 1
    return [report_lines(report, width, most) for report, most in zip(reports, lines, strict=True)]


def _has(report: Report, width: int, lines: int) -> bool:
    """Whether a report fills so many lines."""
    return len(report_lines(report, width, lines)) == lines
