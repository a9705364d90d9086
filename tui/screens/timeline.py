"""The timeline: everything this seat has seen and done, hour by hour, and what branches off it."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from pathlib import Path

from textual.containers import Container
from textual.message import Message
from textual.widget import Widget

from tui.ink import Line, cut, line, wrap
from tui.notes import Mark
from tui.picture.data import Branch
from tui.picture.known import Known
from tui.picture.orders import order_rows
from tui.picture.places import has_unrest, towns
from tui.picture.strips import strips
from tui.picture.then import as_then
from tui.picture.timeline import Happening, timeline
from tui.picture.times import DAY, dated, full
from tui.screens.board import Board
from tui.widgets.listing import Listing, Row
from tui.widgets.map_view import MapView
from tui.widgets.pane import Lines
from tui.words import phrase

UNSET = -1


class TimelineScreen(Board):
    """Looks at one second; posts what is to be done there."""

    KEYS = (
        ("←→", phrase("hour")),
        ("[ ]", phrase("my orders")),
        ("Enter", phrase("room as it was")),
        ("b", phrase("branch here")),
        ("*", phrase("bookmark")),
        ("N", phrase("note")),
        ("⇧←→", phrase("day")),
        ("{ }", phrase("bookmarks")),
        ("Home End", phrase("first, now")),
        ("Tab", phrase("branches")),
        ("Esc", phrase("room")),
    )
    BINDINGS = [
        ("left", "hour(-1)", phrase("An hour back")),
        ("right", "hour(1)", phrase("An hour on")),
        ("shift+left", "hour(-24)", phrase("A day back")),
        ("shift+right", "hour(24)", phrase("A day on")),
        ("left_square_bracket", "own(-1)", phrase("My order before")),
        ("right_square_bracket", "own(1)", phrase("My order after")),
        ("left_curly_bracket", "mark(-1)", phrase("Bookmark before")),
        ("right_curly_bracket", "mark(1)", phrase("Bookmark after")),
        ("b", "branch", phrase("Branch from here")),
        ("asterisk", "bookmark", phrase("Bookmark here")),
        ("N", "note", phrase("Note here")),
    ]
    FOCUS_FIRST = "#list"

    class Wanted(Message):
        """Something is to be done at a second: `branch`, `bookmark`, `note` or `past`."""

        def __init__(self, what: str, at: int) -> None:
            super().__init__()
            self.what, self.at = what, at

    class TakeUp(Message):
        """Another branch is to be played."""

        def __init__(self, path: Path) -> None:
            super().__init__()
            self.path = path

    class Branches(Message):
        """The branches are wanted."""

    def __init__(self, known: Known, marks: Sequence[Mark] = (), first: int = UNSET) -> None:
        """`first` numbers the thing told at which to begin; without it, what is newest."""
        super().__init__(known)
        self.marks = tuple(marks)
        self._first, self._at = first, UNSET
        self._rows: list[Happening] = []
        self._branches: tuple[Branch, ...] = ()
        self._sent_to = UNSET

    def inside(self) -> Iterable[Widget]:
        """The strips; the hours around; the map as it was, or the text; the branches."""
        yield Lines(
            phrase("Everything this seat has seen"), phrase("←→ hour  ⇧←→ day"), id="strips"
        )
        shown = MapView(phrase("As you saw it then"), id="then")
        shown.can_focus = False
        side = Container(shown, Lines(phrase("In full"), id="detail"), id="side")
        yield Container(
            Listing(phrase("Around"), phrase("* bookmark · N note"), id="list"), side, id="pair"
        )
        branches = Listing(phrase("Branches"), phrase("b branch from here"), id="branches")
        branches.empty = phrase("None yet.")
        yield branches

    def on_mount(self) -> None:
        """Ask for the branches."""
        super().on_mount()
        self.query_one("#strips", Lines).can_focus = False
        self.query_one("#detail", Lines).can_focus = False
        self.post_message(self.Branches())

    def show(self, known: Known) -> None:
        """At this width; begins at what is newest."""
        super().show(known)
        self._rows = with_notes(known, self.marks)
        listing = self.query_one("#list", Listing)
        width = max(listing.size.width - 2, 20)
        marked = {mark.at for mark in self.marks}
        listing.fill([Row(str(n), (_row(r, marked, width),)) for n, r in enumerate(self._rows)])
        if self._at == UNSET:
            numbers = [row.number for row in self._rows]
            known_one = self._first >= 0 and self._first in numbers
            self._to_row(numbers.index(self._first) if known_one else len(self._rows) - 1)
        self._look()

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Other bookmarks and notes."""
        self.marks = tuple(marks)
        self.show(self.known)

    def show_branches(self, branches: Sequence[Branch]) -> None:
        """The saves that hang together with this one."""
        self._branches = tuple(branches)
        listing = self.query_one("#branches", Listing)
        listing.fill([Row(b.path, (branch_line(self.known, b),)) for b in branches])
        here = [b.here for b in branches]
        listing.cursor = here.index(True) if True in here else 0

    def _to_row(self, number: int) -> None:
        listing = self.query_one("#list", Listing)
        wanted = min(max(number, 0), max(len(self._rows) - 1, 0))
        # The cursor says so when it is moved; what was moved from here has been dealt with.
        self._sent_to = wanted if wanted != listing.cursor else UNSET
        listing.cursor = wanted
        if self._rows:
            self._at = self._rows[listing.cursor].at

    def _look(self) -> None:
        """Everything that follows from the second that is looked at."""
        at = min(max(self._at, 0), self.known.now)
        strip = self.query_one("#strips", Lines)
        strip.lines = tuple(strips(self.known, at, self.marks, max(strip.size.width, 40)))
        listing = self.query_one("#list", Listing)
        listing.title = phrase("Around {dated}", dated=dated(self.known.scene.start, at))
        self._show_detail(listing.key)
        shown = self.query_one("#then", MapView)
        if shown.size.height > 2:
            then = as_then(self.known, at)
            shown.outline = tuple(then.scene.outline)
            shown.ascii_only = self._ascii
            shown.shapes = has_unrest(then.scene)
            shown.towns = tuple(towns(then))

    @property
    def _ascii(self) -> bool:
        return bool(getattr(self.app, "ascii_only", False))

    def _show_detail(self, key: str) -> None:
        pane = self.query_one("#detail", Lines)
        width = max(pane.size.width - 1, 20)
        pane.lines = tuple(_detail(self.known, self._rows[int(key)], width)) if key else ()

    def on_listing_moved(self, event: Listing.Moved) -> None:
        """Another line: its second is looked at."""
        event.stop()
        if event.listing.id != "list" or not event.key:
            return
        if int(event.key) == self._sent_to:
            self._sent_to = UNSET
        else:
            self._at = self._rows[int(event.key)].at
            self._look()

    def on_listing_picked(self, event: Listing.Picked) -> None:
        """Enter: the room as it was, or another branch."""
        event.stop()
        if event.listing.id == "list":
            self.post_message(self.Wanted("past", min(self._at, self.known.now)))
            return
        chosen = next((b for b in self._branches if b.path == event.key), None)
        if chosen is not None and not chosen.here:
            self.post_message(self.TakeUp(Path(event.key)))

    def action_hour(self, beats: int) -> None:
        """On or back by beats; the last line before that second is under the cursor."""
        beat = self.known.scene.beat
        step = beats * beat if abs(beats) == 1 else (DAY if beats > 0 else -DAY)
        into = self._at % beat
        # From inside a beat the way back leads to its beginning.
        at = self._at - into + (0 if into and beats == -1 else step)
        at = min(max(at, 0), self.known.now)
        number = bisect_right([row.at for row in self._rows], at) - 1
        self._to_row(number)
        self._at = at
        self._look()

    def action_own(self, step: int) -> None:
        """To the next order of the seat's own."""
        self._to_next(step, [row.own for row in self._rows])

    def action_mark(self, step: int) -> None:
        """To the next bookmark."""
        marked = {mark.at for mark in self.marks}
        at = [mark for mark in sorted(marked) if (mark > self._at if step > 0 else mark < self._at)]
        if at:
            second = at[0] if step > 0 else at[-1]
            self._to_row(bisect_right([row.at for row in self._rows], second) - 1)
            self._at = second
            self._look()

    def _to_next(self, step: int, wanted: Sequence[bool]) -> None:
        at = self.query_one("#list", Listing).cursor + step
        while 0 <= at < len(wanted):
            if wanted[at]:
                self._to_row(at)
                self._look()
                return
            at += step

    def action_branch(self) -> None:
        """Begin again from the beat that is looked at."""
        beat = self.known.scene.beat
        self.post_message(self.Wanted("branch", self._at // beat * beat))

    def action_bookmark(self) -> None:
        """Mark this second, or take the mark away."""
        self.post_message(self.Wanted("bookmark", self._at))

    def action_note(self) -> None:
        """Note something here."""
        self.post_message(self.Wanted("note", self._at))


def with_notes(known: Known, marks: Sequence[Mark]) -> list[Happening]:
    """The timeline with the player's notes among it."""
    rows = timeline(known)
    rows += [
        Happening(
            -2, m.at, dated(known.scene.start, m.at), phrase("you"), phrase("Note"), m.text, False
        )
        for m in marks
        if m.text
    ]
    return sorted(rows, key=lambda row: (row.at, row.number))


def _row(row: Happening, marked: set[int], width: int) -> Line:
    star = "★" if row.at in marked else " "
    head = line(
        (f"{row.when:<12}", "$faint"), (f"{star} ", "bold $ask"), (f"{row.who[:12]:<13}", "$dim")
    )
    move = row.number == -1
    title = line((row.headline, "$faint" if move else "bold"), (f"  {row.text}", ""))
    return cut((*head, *title), width)


def _detail(known: Known, row: Happening, width: int) -> list[Line]:
    head = line((f" {row.headline}", "bold"), (f"  {row.when}  {row.who}", "$dim"))
    lines = [head, *(line(f" {text}") for text in wrap(row.text, width - 2) if text)]
    if row.own:
        given = [order for order in order_rows(known) if order.title == row.headline]
        lines += [line((f" {g.fields or phrase('no choices')} · {g.state}", "$dim")) for g in given]
    return lines


def branch_line(known: Known, branch: Branch) -> Line:
    """`╰━○ first order, from 5 Jan 12:00, played to 7 Jan 00:00`."""
    start = known.scene.start
    end = dated(start, branch.ends)
    if not branch.parent:
        name = phrase("this game") if branch.here else phrase("the first game")
        return line(
            ("●━━━● ", "bold $own"), (name, "bold" if branch.here else ""),
            (phrase("  played to {end}", end=end), "$dim"),
        )  # fmt: skip
    luck = phrase(", luck {luck}", luck=branch.luck) if branch.luck else ""
    name, begins = branch.first or phrase("nothing ordered yet"), full(start, branch.begins)
    played = phrase("  from {begins}, played to {end}{luck}", begins=begins, end=end, luck=luck)
    return line(
        ("    ╰━○ ", "$ally"), (name, "bold" if branch.here else ""),
        (phrase("  this game") if branch.here else "", "$own"),
        (played, "$dim"),
    )  # fmt: skip
