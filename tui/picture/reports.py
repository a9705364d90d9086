"""What reached the seat in words: reports, news and the fate of orders, newest first."""

from dataclasses import dataclass
from itertools import islice

from tui.ink import Line, cut, line, wrap
from tui.picture.data import News
from tui.picture.known import Known
from tui.picture.times import age, full

SILENT = ("means",)


@dataclass(frozen=True, slots=True)
class Report:
    """A report as a row. `new`: it came since the move began; `bare`: it names an order, a move."""

    number: int
    age: str
    headline: str
    text: str
    sender: str
    place: str
    at: str
    new: bool
    sort: str
    bare: bool = False


def reports(known: Known, most: int | None = None) -> list[Report]:
    """Newest first; orders that were only taken in are left out, since their pane shows them."""
    heard = (item for item in reversed(known.news) if worth_reading(item))
    return [_report(known, item) for item in islice(heard, most)]


def counted(known: Known) -> tuple[int, int]:
    """How many reports there are, and how many of them are new."""
    heard = [item.number for item in known.news if worth_reading(item)]
    return len(heard), sum(1 for number in heard if number >= known.new_from)


def worth_reading(item: News) -> bool:
    """Whether a thing told is a line for people."""
    if item.sort in SILENT or not (item.text or item.headline):
        return False
    return item.event not in ("game.order_taken", "game.order_out", "game.order_withdrawn")


def _report(known: Known, item: News) -> Report:
    text = item.text
    if item.headline and text.startswith(f"{item.headline}: "):
        text = text[len(item.headline) + 2 :]
    return Report(
        item.number,
        age(known.now - item.at),
        item.headline,
        text,
        item.sender,
        known.title(item.place) if item.place else "",
        full(known.scene.start, item.at),
        item.number >= known.new_from,
        item.sort,
        item.event in ("game.order_known", "game.move_opened") or item.sort == "order",
    )


def report_lines(report: Report, width: int, most: int) -> list[Line]:
    """A report in a list: one line where there is little room, else its text below its headline."""
    head = line(
        ("▸" if report.new else " ", "$ask"),
        (f"{report.age:>5} ", "$dim" if report.new else "$faint"),
    )
    indent = 7
    if most <= 1:
        gap = " " if report.headline else ""
        return [cut((*head, (report.headline, "bold"), (gap + report.text, "")), width)]
    sender = report.sender if report.sender != report.headline else ""
    room = width - indent - len(sender) - 1
    title = cut(line((report.headline or report.sender, "bold")), max(room, 8))
    space = width - indent - sum(len(text) for text, _ in title) - len(sender)
    rows = [cut((*head, *title, (" " * max(space, 1), ""), (sender, "$faint")), width)]
    rows += [line(" " * indent, (row, "")) for row in wrap(report.text, width - indent, most - 1)]
    return rows
