"""Figures with their age, their last hours, and what changed."""

from textual.reactive import reactive

from tui.ink import Line, line, pad, width_of
from tui.picture.figures import Meter
from tui.widgets.listing import Row
from tui.widgets.pane import Pane
from tui.words import phrase

BARS, CHANGE, AGE = 8, 15, 5


class Meters(Pane):
    """One figure a line."""

    can_focus = True
    BINDINGS = [("enter", "app.why", phrase("Open"))]

    meters: reactive[tuple[Meter, ...]] = reactive(())

    def body(self, width: int, height: int) -> list[Line]:
        """As many figures as fit; the last line counts the rest."""
        if not self.meters:
            return [line((phrase(" No figure is told to this seat."), "$dim"))]
        rows = [meter_line(meter, width) for meter in self.meters]
        if len(rows) > height > 0:
            rest = len(rows) - height + 1
            return [
                *rows[: height - 1],
                line((phrase(" and {rest} more · w", rest=rest), "$faint")),
            ]
        return rows


def meter_line(meter: Meter, width: int) -> Line:
    """A figure: name, value, bars, then change and age as far as there is room."""
    value = line((meter.value, "bold" if meter.fresh else "$dim"))
    tail: Line = ()
    if width >= 45:
        tail = pad(line((f" {meter.bars:>7}", "$calm")), BARS)
    if width >= 60:
        tail += pad(line((f" {meter.change}", _tone(meter.change))), CHANGE)
    tail += line((f"{meter.age:>{AGE}} ", "$faint"))
    name = width - width_of(tail) - max(width_of(value), 9) - 2
    gap = max(9 - width_of(value), 0)
    return (
        *pad(line((f" {meter.title}", "")), name + 1),
        (" " * (gap + 1), ""),
        *value,
        *tail,
    )


def _tone(change: str) -> str:
    return "$faint" if change in (phrase("no change"), phrase("within error")) else "$dim"


def meter_rows(meters: tuple[Meter, ...], width: int) -> list[Row]:
    """The same lines for a list to choose from."""
    return [Row(meter.key, (meter_line(meter, width),)) for meter in meters]
