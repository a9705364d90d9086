"""Pages to read: the briefing, the help, a note."""

from collections.abc import Iterable, Sequence

from textual.app import ComposeResult
from textual.message import Message
from textual.screen import ModalScreen
from textual.widget import Widget

from tui.ink import Line, cut, hanging, line, wrap
from tui.picture.calm import calm
from tui.picture.known import Known
from tui.picture.moves import may_choose
from tui.picture.needs import needs_said
from tui.picture.prose import in_short, prose
from tui.screens.board import Board
from tui.widgets.key_bar import KeyBar
from tui.widgets.pane import Lines
from tui.widgets.said import Said
from tui.widgets.slip import Ticks
from tui.widgets.too_small import TooSmall
from tui.words import phrase

FITS = 20
"""Lines of a note that stand on the smallest screen without scrolling."""

COLUMN = 84
"""Texts are set no wider than this, however wide the window."""


class BriefScreen(Board):
    """Who you are, and what you want: in a few sentences when a game opens, else in full."""

    KEYS = (
        ("Enter", phrase("begin")),
        ("Space", phrase("tick")),
        ("↑↓", phrase("aim")),
        ("b", phrase("in full")),
    )
    BINDINGS = [
        ("enter", "take", phrase("To the room")),
        ("b", "whole", phrase("The whole brief")),
        ("escape", "back", phrase("Back")),
        ("pagedown", "scroll_by(1)", phrase("More of the text")),
        ("pageup", "scroll_by(-1)", phrase("Less of the text")),
    ]
    FOCUS_FIRST = "#page"

    class Taken(Message):
        """Two aims were ticked."""

        def __init__(self, aims: tuple[str, ...]) -> None:
            super().__init__()
            self.aims = aims

    def __init__(self, known: Known, whole: bool = True) -> None:
        super().__init__(known)
        self._whole = self._always = whole

    def inside(self) -> Iterable[Widget]:
        """The brief and the aims."""
        yield Lines(phrase("Who you are"), "", id="page")
        yield Lines(phrase("What happened before you came"), id="before")
        yield Lines(phrase("What you may want: results are read against it"), id="aims")
        yield Ticks(phrase("Tick two aims"), id="ticks")
        yield Said(id="calm")

    def on_mount(self) -> None:
        """The aims to tick have the keyboard, if there are any."""
        ticks = self.query_one(Ticks)
        ticks.texts = tuple(self.known.scene.aims.items())
        if self._ticking:
            self.call_after_refresh(ticks.focus)

    @property
    def _ticking(self) -> bool:
        return not self._always and may_choose(self.known)

    def show(self, known: Known) -> None:
        """Set the text to the width."""
        super().show(known)
        page = self.query_one("#page", Lines)
        text = known.scene.brief or f"# {known.scene.title}\n\n{known.scene.summary}"
        text = text if self._whole else in_short(text)
        rows = prose(text, min(max(page.size.width - 3, 20), COLUMN), title=self._whole)
        page.title = (
            phrase("Who you are") if self._whole else known.scene.seats.get(known.scene.seat, "")
        )
        if self._always:
            # Who opens it in the middle of a game reads first what has changed since.
            rows = [*_needed(known, min(max(page.size.width - 3, 20), COLUMN)), *rows]
        page.lines = tuple(((" ", ""), *row) for row in rows)
        before = self.query_one("#before", Lines)
        before.set_class(not (known.scene.before and self._whole), "absent")
        before.lines = tuple(_early(known, page.size.width))
        last = self.query_one("#calm", Said)
        last.sentence, last.tone = calm(known), "bold"
        last.set_class(not last.sentence, "absent")
        aims = self.query_one("#aims", Lines)
        aims.set_class(self._ticking, "absent")
        self.query_one(Ticks).set_class(not self._ticking, "absent")
        aims.lines = tuple(_aim(known, *each) for each in known.scene.aims.items()) or (
            line((phrase(" This seat has no aims of its own."), "$dim")),
        )

    def action_whole(self) -> None:
        """The brief in full, and in short again; a brief that was opened later goes away."""
        if self._always:
            self.app.call_later(self.app.run_action, "app.to_room")
            return
        self._whole = not self._whole
        if self._ticking:
            # Whoever went to the text to read it ticks again without looking for the aims.
            self.query_one(Ticks).focus()
        self.show(self.known)

    def action_back(self) -> None:
        """From the brief in full to the short one with its aims, from there to the room."""
        if self._whole and self._ticking:
            self.action_whole()
        else:
            self.app.call_later(self.app.run_action, "app.to_room")

    def action_scroll_by(self, pages: int) -> None:
        """Further in the text while the aims have the keyboard."""
        page = self.query_one("#page", Lines)
        page.action_scroll_by(pages * max(page.size.height - 2, 1))

    async def action_take(self) -> None:
        """To the room, with the two that are ticked; one alone is not taken."""
        ticks = self.query_one(Ticks)
        if self._ticking and len(ticks.ticked) == 1:
            ticks.note = phrase("1 more to tick")
            return
        if self._ticking and ticks.ticked:
            self.post_message(self.Taken(ticks.ticked))
        await self.run_action("app.to_room")


def _needed(known: Known, width: int) -> list[Line]:
    """What the seat needs from others now, above its brief; nothing where it never needs any."""
    said = [
        row for each in needs_said(known) for row in hanging(line(("· ", "$faint")), each, width)
    ]
    return [*said, ()] if said else []


def _aim(known: Known, id: str, text: str) -> Line:
    """An aim; one that the seat took says so."""
    own = ((phrase("  yours"), "bold $own"),) if id in known.view.aims.chosen else ()
    return (*line((" · ", "$faint"), text), *own)


def _early(known: Known, width: int) -> Iterable[Line]:
    """One line for each thing that happened before the first move."""
    for item in known.scene.before:
        said = f"{item.headline}: {item.text}" if item.headline else item.text
        yield cut(line((f" {known.dated(item.at):<13}", "$faint"), said), max(width, 20))


class NoteScreen(ModalScreen[bool]):
    """A note over everything; Enter goes on, Esc goes back."""

    BINDINGS = [
        ("enter", "dismiss(True)", phrase("Go on")),
        ("escape,question_mark", "dismiss(False)", phrase("Back")),
    ]

    def __init__(self, title: str, lines: Sequence[Line], go_on: str = phrase("go on")) -> None:
        super().__init__()
        self._title, self._lines = title, tuple(lines)
        more = (("↑↓", phrase("more")),) if len(self._lines) > FITS else ()
        self._keys = (("Enter", go_on), ("Esc", phrase("back")), *more)

    def compose(self) -> ComposeResult:
        """The note and its two keys."""
        yield Lines(self._title, id="ending")
        yield KeyBar(self._keys)
        yield TooSmall()

    def on_mount(self) -> None:
        """Show it."""
        page = self.query_one(Lines)
        page.lines = self._lines
        page.focus()


def note_lines(text: str, width: int = 74) -> list[Line]:
    """A text as the lines of a note."""
    return [(), *(line(f"  {row}") for row in wrap(text, width))]
