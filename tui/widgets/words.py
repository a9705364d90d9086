"""What is dealt in and has a clock: offers that this seat is to answer, and words that run."""

from textual.reactive import reactive

from tui.ink import Line, ends, line
from tui.picture.deals import OfferRow
from tui.picture.pledges import STYLES, WordRow
from tui.widgets.pane import Pane
from tui.words import phrase

NARROW = 34


class Words(Pane):
    """One line each, the first to fall due first; Enter opens the deals."""

    can_focus = True
    BINDINGS = [("enter", "app.board('deals')", phrase("Open"))]

    offers: reactive[tuple[OfferRow, ...]] = reactive(())
    words: reactive[tuple[WordRow, ...]] = reactive(())

    def body(self, width: int, height: int) -> list[Line]:
        """As many as fit; the last line counts the rest."""
        rows = [_offer(row, width) for row in self.offers]
        rows += [_word(row, width) for row in self.words]
        if len(rows) > height > 1:
            rest = len(rows) - height + 1
            return [
                *rows[: height - 1],
                line((phrase(" and {rest} more · d", rest=rest), "$faint")),
            ]
        return rows


def _offer(row: OfferRow, width: int) -> Line:
    who = row.who.partition(" → ")[0]
    again = ((phrase("again: "), "$faint"),) if row.times > 1 and width > NARROW else ()
    head = (("▸ ", "bold $ask"), *again, (row.title, "bold"), (f" {who}", "$faint"))
    return ends(((" ", ""), *head), line((f"{row.left} ", "$ask")), width)


def _word(row: WordRow, width: int) -> Line:
    head = line((f" {row.glyph} ", STYLES[row.glyph]), (row.what, ""), (f" {row.who}", "$faint"))
    return ends(head, line((f"{row.brief} ", "$dim")), width)
