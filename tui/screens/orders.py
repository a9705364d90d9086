"""What became of orders: when each was accepted, what came back, and what is known of why."""

from collections.abc import Sequence

from tui.ink import Line, wrap
from tui.ink import line as line_of
from tui.picture.fates import fate
from tui.picture.known import Known
from tui.picture.orders import order_rows
from tui.screens.pair import Pair
from tui.widgets.listing import Row
from tui.widgets.orders_out import order_line
from tui.words import phrase


class OrdersScreen(Pair):
    """Every order of the seat, and in full what it has heard of the one under the cursor."""

    TITLE, DETAIL = phrase("Your orders"), phrase("What you know of it")
    EMPTY = phrase("You have given no order yet.")
    KEYS = (
        ("↑↓", phrase("order")),
        ("/", phrase("find")),
        ("Esc", phrase("room")),
        ("o", phrase("cards")),
        ("n", phrase("close the move")),
    )

    def rows(self, known: Known, width: int) -> Sequence[Row]:
        """One line an order, as in the room."""
        return [Row(row.order, (order_line(row, width),)) for row in order_rows(known)]

    def detail(self, known: Known, key: str, width: int) -> Sequence[Line]:
        """Its card and fields, its hours, and why it came out as it did, if that is known."""
        row = next((each for each in order_rows(known) if each.order == key), None)
        if row is None:
            return ()
        head: list[Line] = [line_of((f" {row.title}", "bold"))]
        head += [line_of((f" {part}", "$dim")) for part in wrap(row.fields, width - 2) if part]
        for sentence in fate(known, key):
            head += [line_of(f" {part}") for part in wrap(sentence, width - 2)]
        return head
