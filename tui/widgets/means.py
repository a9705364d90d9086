"""What can be spent, in one line a stock or all in one."""

from textual.reactive import reactive

from tui.ink import Line, line, width_of
from tui.picture.figures import Meter
from tui.picture.ladder import Ladder, rung_line
from tui.picture.means import SQUARES, Mean
from tui.picture.reserve import Reserve, reserve_lines
from tui.widgets.meters import meter_line
from tui.widgets.pane import Pane
from tui.words import phrase


class Means(Pane):
    """Stocks; on a narrow screen the seat's figures stand below them."""

    means: reactive[tuple[Mean, ...]] = reactive(())
    meters: reactive[tuple[Meter, ...]] = reactive(())
    ladder: reactive[Ladder | None] = reactive(None)
    reserve: reactive[Reserve | None] = reactive(None)

    def body(self, width: int, height: int) -> list[Line]:
        """Stocks in as few lines as they need, then figures while there is room."""
        rows: list[Line] = []
        current: Line = ()
        for mean in self.means:
            piece = _stock(mean, bar=len(self.means) == 1 and width >= 40)
            if current and width_of(current) + width_of(piece) > width:
                rows.append(current)
                current = ()
            current += piece
        rows.append(current or line((phrase(" Nothing to spend."), "$dim")))
        if self.reserve is not None:
            bar = reserve_lines(self.reserve, width)
            tail = rows[-1]
            if height == 1 and width_of(tail) + width_of(bar[0]) <= width:
                return [(*tail, *bar[0])]
            rows += bar
        if self.ladder is not None and self.ladder.told:
            rows.append(rung_line(self.ladder, width))
        room = height - len(rows)
        rows += [meter_line(meter, width) for meter in self.meters[: max(room, 0)]]
        return rows[:height]


def _stock(mean: Mean, bar: bool) -> Line:
    runs = line((f" {mean.title} ", ""), (mean.left, "bold"))
    if mean.of:
        runs += line((f" {mean.of}", "$faint"))
    if bar:
        full = round(mean.share * SQUARES)
        runs += line(" ", ("■" * full, "$own"), ("□" * (SQUARES - full), "$rule"))
    return (*runs, ("  ", ""))
