"""A consultation as clocks side by side: who was asked, who has answered, and on what terms."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.ink import Line, cut, line
from tui.picture.backing import backing, backing_line
from tui.picture.backing import words as of_backing
from tui.picture.known import Known, Point, in_words
from tui.picture.times import HOUR, hour, moment
from tui.words import phrase, sense

READING = "clocks"
IDLE, DONE = "idle", "done"
WIDE = 70
CELLS = (24, 12)
"""Cells of a bar where there is room, and where there is little."""
NAME = 12
MARKS = {"yes": ("✓", "$kept"), "yes_if": ("✓", "$kept"), "no": ("×", "$clash"),
         "abstain": ("–", "$dim"), "": ("◷", "$ask"), "later": ("◷", "$ask")}  # fmt: skip
ANSWERS = {
    "yes": phrase("yes"),
    "yes_if": phrase("yes, if"),
    "no": phrase("no"),
    "abstain": phrase("stands aside"),
    "later": sense("an answer", "later"),
}


@dataclass(frozen=True, slots=True)
class Clock:
    """A member as the seat was told of it; seconds are those of the tellings, None: not yet."""

    member: str
    title: str
    phase: str
    answer: str
    term: str
    asked: int | None
    answered: int | None
    sits: int | None
    present: int
    quorum: int


def clocks_key(known: Known) -> str | None:
    """The reading that tells of members one by one; None where the seat is told of none."""
    for key, told in known.scene.told.items():
        if key.partition(".")[2] == READING and told.of == "self":
            return key
    return None


def is_clocks(key: str) -> bool:
    """Whether a reading is told as clocks, and not as a figure."""
    return key.partition(".")[2] == READING


def consultation(known: Known) -> list[Clock]:
    """The members of the round that runs or was the last; empty while nobody is asked."""
    key = clocks_key(known)
    points = () if key is None else known.history.of(key)
    asked: dict[str, int] = {}
    answered: dict[str, int] = {}
    rows: list[list[str]] = []
    for point in points:
        rows = _rows(point)
        if all(row[1] == IDLE and not row[2] for row in rows):
            asked, answered, rows = {}, {}, []
        for row in rows:
            if row[1] != IDLE:
                asked.setdefault(row[0], point.since)
            if row[2] and row[2] != "later":
                answered.setdefault(row[0], point.since)
    return [_clock(row, asked, answered) for row in rows]


def _rows(point: Point) -> list[list[str]]:
    text = point.values[0] if point.values else None
    rows = [each.split(",") for each in text.split(";")] if isinstance(text, str) and text else []
    return [row for row in rows if len(row) == len(Clock.__slots__) - 3]


def _clock(row: Sequence[str], asked: dict[str, int], answered: dict[str, int]) -> Clock:
    member, phase, answer, term, sits, present, quorum = row
    return Clock(
        member, in_words(member), phase, answer, term, asked.get(member), answered.get(member),
        int(sits) if sits else None, int(present), int(quorum),
    )  # fmt: skip


def words(known: Known, clock: Clock) -> str:
    """Where a member stands, in words: its answer with its terms, or what it waits for."""
    start, now = known.scene.start, known.now
    said = ANSWERS.get(clock.answer, "")
    if clock.answer == "yes_if":
        said = f"{said} {in_words(clock.term).lower()}"
    if said and clock.answered is not None:
        said = f"{said} {hour(start, clock.answered, now)}"
    if clock.sits is not None:
        when = hour(start, clock.sits, now)
        short = clock.quorum > clock.present > 0
        waits = (
            phrase("no quorum ({present}), again {when}", present=clock.present, when=when)
            if short
            else phrase("parliament {when}", when=when)
        )
        return f"{said}, {waits}" if said else phrase("waits, {waits}", waits=waits)
    if said:
        return said
    return phrase("not asked yet") if clock.asked is None else phrase("waits")


def clock_lines(known: Known, found: Sequence[Clock], width: int) -> Iterator[Line]:
    """A scale of hours, a line a member, and how many said yes."""
    scale = _Scale(known, found, CELLS[0] if width >= WIDE else CELLS[1])
    yield cut(line((" " * (NAME + 1) + scale.heads(known), "$faint")), width)
    for clock in found:
        mark, style = MARKS.get(clock.answer, MARKS[""])
        yield cut(
            line(
                (f" {clock.title:<{NAME}.{NAME}}", ""),
                *scale.bar(known, clock),
                (f" {mark} ", style),
                (words(known, clock), "$dim"),
            ),
            width,
        )
    held = backing(known)
    if held is not None:
        yield cut(backing_line(known, held, NAME, scale.cells), width)
    yield cut(line((f" {counted(found)}", "bold")), width)


def counted(found: Sequence[Clock]) -> str:
    """`3 of 5 said yes, 2 still to answer`."""
    yes = sum(clock.answer in ("yes", "yes_if") for clock in found)
    open_ = sum(clock.phase != DONE for clock in found)
    said = phrase("{yes} of {found} said yes", yes=yes, found=len(found))
    return phrase("{said}, {open} still to answer", said=said, open=open_) if open_ else said


def sentences(known: Known) -> list[str]:
    """For plain play, one sentence a member."""
    found = consultation(known)
    rows = [f"{clock.title}: {words(known, clock)}." for clock in found]
    held = backing(known)
    if held is not None:
        rows.append(
            phrase("Its backing of the ranks: {of_backing}.", of_backing=of_backing(known, held))
        )
    return [phrase("The consultation: {counted}.", counted=counted(found)), *rows] if found else []


class _Scale:
    """Hours from the first asking to now, or to the next sitting."""

    def __init__(self, known: Known, found: Sequence[Clock], cells: int) -> None:
        self.cells = cells
        self.first = min((c.asked for c in found if c.asked is not None), default=known.now)
        last = max([known.now, *(c.sits for c in found if c.sits is not None)])
        self.span = max(last - self.first, HOUR)

    def cell(self, second: int) -> int:
        return min(max((second - self.first) * self.cells // self.span, 0), self.cells - 1)

    def heads(self, known: Known) -> str:
        marks = [" "] * self.cells
        for part in range(0, self.cells, 8):
            text = f"{moment(known.scene.start, self.first + self.span * part // self.cells):%H:%M}"
            marks[part : part + len(text)] = text
        return "".join(marks[: self.cells])

    def bar(self, known: Known, clock: Clock) -> Line:
        if clock.asked is None:
            return line(" " * self.cells)
        begin = self.cell(clock.asked)
        end = self.cell(clock.answered if clock.answered is not None else known.now)
        run = max(end - begin, 0)
        tail = 0 if clock.sits is None else max(self.cell(clock.sits) - end - 1, 0)
        point = "○" if tail else "●" if clock.answered is not None else "╌"
        rest = self.cells - begin - run - tail - 1
        return line(
            " " * begin, ("━" * run, "$own"), ("╌" * tail, "$rule"), (point, "bold $own"),
            " " * max(rest, 0),
        )  # fmt: skip
