"""What reached the seat in words: reports, news and the fate of orders, newest first."""

import re
from dataclasses import dataclass
from itertools import islice

from tui.ink import Line, cut, line, plain, width_of, wrap
from tui.picture.data import News
from tui.picture.known import Known
from tui.picture.times import age, full
from tui.picture.waiting import put_before
from tui.words import phrase, sense

COUNTED = re.compile(r"\d(?:st|nd|rd|th) \w+\.$")
"""A text that says itself how often it came."""

SILENT = ("means",)
SHORT = 16
LEAST = 6
"""Cells for the shortest headline in a line of its own text, and for the shortest sender."""


@dataclass(frozen=True, slots=True)
class Report:
    """A report as a row. `new`: it came since the move began.

    `bare`: it names an order or a move, or an offer that was put before.
    """

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
    reliability: int = 0
    """From 1 to 3 as the desk gives its source; 0 where nothing is said of it."""
    disputed: int = -1
    """The number of another report that says otherwise, if one does."""
    seen: str = ""
    """When it was so, if it came later."""
    older: tuple[int, ...] = ()
    """The numbers of earlier reports that are gathered into this one."""


def reports(known: Known, most: int | None = None) -> list[Report]:
    """Newest first; orders that were only taken in are left out, since their pane shows them."""
    heard = (item for item in reversed(known.news) if worth_reading(item))
    return [report_of(known, item) for item in islice(heard, most)]


def counted(known: Known) -> tuple[int, int]:
    """How many reports there are, and how many of them are new."""
    heard = [item.number for item in known.news if worth_reading(item)]
    return len(heard), sum(1 for number in heard if number >= known.new_from)


def worth_reading(item: News) -> bool:
    """Whether a thing told is a line for people."""
    if item.sort in SILENT or not (item.text or item.headline):
        return False
    return item.event not in ("game.order_taken", "game.order_out", "game.order_withdrawn")


def opened_by(item: News) -> bool:
    """Whether it says what happened that opened a move."""
    return item.event == "game.move_opened" and bool(item.fields.get("because"))


def report_of(known: Known, item: News) -> Report:
    """A thing told as a row. Its age is that of what it tells, not that of its coming."""
    text = item.text
    if item.headline and text.startswith(f"{item.headline}: "):
        text = text[len(item.headline) + 2 :]
    if text.rstrip(".") == item.headline.rstrip("."):
        text = ""
    again = put_before(known, item) and not COUNTED.search(text)
    text = phrase("Again. {text}", text=text) if again else text
    named, trusted = item.fields.get("seen_at"), item.fields.get("reliability")
    seen = int(named) if isinstance(named, int | float) else item.at
    # What becomes public is news of that hour, however long it was known to others.
    told = item.at if "publication" in item.fields else seen
    return Report(
        item.number,
        age(known.now - told),
        item.headline,
        text,
        item.sender,
        known.title(item.place) if item.place else "",
        full(known.scene.start, item.at),
        item.number >= known.new_from,
        item.sort,
        again or item.event == "game.order_known" or item.sort == "order" or _bare_move(item),
        int(trusted) if isinstance(trusted, int | float) else 0,
        seen=full(known.scene.start, seen) if seen < item.at else "",
    )


def _bare_move(item: News) -> bool:
    return item.event == "game.move_opened" and not opened_by(item)


def trust(reliability: int) -> str:
    """`••·` for a fairly supported report; nothing where its reliability is not known."""
    return "•" * reliability + "·" * (3 - reliability) if reliability else "   "


TRUST = ("", phrase("badly supported"), phrase("fairly supported"), phrase("well supported"))
"""Said of the report, since a rumour may be well supported, and be no good source."""


def in_brief(report: Report) -> str:
    """A report in a sentence for plain play: its age, how far to trust it, where, who, what."""
    trusted = f", {TRUST[report.reliability]}" if report.reliability else ""
    who = f", {report.sender}" if report.sender and report.sender not in report.headline else ""
    new = phrase("New") if report.new else sense("a report", "Earlier")
    other = phrase(" Another report says otherwise.") if report.disputed >= 0 else ""
    head = f" {report.headline}" if report.headline else ""
    return phrase(
        "{new}, {age} old{trusted}.{head}{who}: {text}{other}",
        new=new,
        age=report.age,
        trusted=trusted,
        head=head,
        who=who,
        text=report.text,
        other=other,
    )


def report_lines(report: Report, width: int, most: int) -> list[Line]:
    """A report in a list: one line where there is little room, else its text below its headline."""
    head = line(
        ("▸" if report.new else " ", "$ask"),
        (f"{report.age:>5} ", "$dim" if report.new else "$faint"),
        (trust(report.reliability), "$dim"),
        ("≠" if report.disputed >= 0 else " ", "$ask"),
    )
    indent = 11
    if most <= 1:
        name = report.headline
        if report.text:
            # Whoever has one line wants what was said more than the full name of where.
            name = plain(cut(line(name), max((width - indent) // 2, SHORT)))
        gap = " " if name else ""
        return [cut((*head, (name, "bold"), (gap + report.text, "")), width)]
    room = width - indent
    title = cut(line((report.headline or report.sender, "bold")), room)
    sender = report.sender if report.sender not in (report.headline, "") else ""
    left = room - width_of(title) - 1
    # Where both do not fit, the place is worth more than the full name of who said it.
    sender = plain(cut(line(sender), left)) if left >= LEAST else ""
    space = room - width_of(title) - len(sender)
    rows = [cut((*head, *title, (" " * max(space, 1), ""), (sender, "$faint")), width)]
    rows += [line(" " * indent, (row, "")) for row in wrap(report.text, width - indent, most - 1)]
    return rows
