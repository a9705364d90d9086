"""Orders given: waiting, out, answered."""

from textual.reactive import reactive

from tui.ink import Line, ends, line
from tui.picture.orders import OrderRow
from tui.widgets.pane import Pane
from tui.words import phrase


class OrdersOut(Pane):
    """One order a line, with its mark and the words for it."""

    can_focus = True
    BINDINGS = [
        ("enter", "app.board('orders')", phrase("Open")),
        ("w", "app.board('orders')", phrase("Why")),
    ]

    orders: reactive[tuple[OrderRow, ...]] = reactive(())

    def body(self, width: int, height: int) -> list[Line]:
        """As many as fit."""
        if not self.orders:
            return [line((phrase(" None yet."), "$dim"))]
        rows = [order_line(order, width) for order in self.orders]
        if len(rows) > height > 0:
            rest = len(rows) - height + 1
            return [
                *rows[: height - 1],
                line((phrase(" and {rest} earlier · Tab, Enter", rest=rest), "$faint")),
            ]
        return rows


def order_line(order: OrderRow, width: int) -> Line:
    """An order: mark, card, what it says, and what became of it."""
    head = line((f" {order.mark} ", f"bold {order.style}"), (order.title, ""))
    if order.fields and width >= 60:
        head += line((f" {order.fields}", "$faint"))
    return ends(head, line((f"{order.state} ", "$dim")), width)
