"""Pages to read: the briefing, the ending, the harm, the help, a note."""

from collections.abc import Iterable, Sequence

from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widget import Widget

from tui.ink import Line, cut, hanging, line, wrap
from tui.picture.ending import ending, harm
from tui.picture.known import Known
from tui.picture.prose import prose
from tui.picture.times import dated
from tui.screens.board import Board
from tui.seed_words import spoken
from tui.widgets.key_bar import KeyBar
from tui.widgets.pane import Lines
from tui.widgets.too_small import TooSmall

COLUMN = 84
"""Texts are set no wider than this, however wide the window."""


class BriefScreen(Board):
    """Who you are, what you hold, what you want."""

    KEYS = (("Enter", "to the room"), ("↑↓", "scroll"), ("Esc", "room"))
    BINDINGS = [("enter", "app.to_room", "To the room")]
    FOCUS_FIRST = "#page"

    def inside(self) -> Iterable[Widget]:
        """The brief and the aims."""
        yield Lines("Who you are", id="page")
        yield Lines("What happened before you came", id="before")
        yield Lines("What you may want: results are read against it", id="aims")

    def show(self, known: Known) -> None:
        """Set the text to the width."""
        super().show(known)
        page = self.query_one("#page", Lines)
        text = known.scene.brief or f"# {known.scene.title}\n\n{known.scene.summary}"
        rows = prose(text, min(max(page.size.width - 3, 20), COLUMN))
        page.lines = tuple(((" ", ""), *row) for row in rows)
        before = self.query_one("#before", Lines)
        before.set_class(not known.scene.before, "absent")
        before.lines = tuple(_early(known, before.size.width))
        aims = self.query_one("#aims", Lines)
        aims.lines = tuple(line((" · ", "$faint"), text) for text in known.scene.aims.values()) or (
            line((" This seat has no aims of its own.", "$dim")),
        )


def _early(known: Known, width: int) -> Iterable[Line]:
    """One line for each thing that happened before the first move."""
    for item in known.scene.before:
        said = f"{item.headline}: {item.text}" if item.headline else item.text
        yield cut(line((f" {known.dated(item.at):<13}", "$faint"), said), max(width, 20))


class EndingScreen(Board):
    """How it ended, why, and what became of the aims."""

    KEYS = (("Enter", "next page"), ("t", "timeline"), ("Esc", "the room as it is"), ("q", "leave"))
    BINDINGS = [("enter", "app.after_ending", "Next page")]
    FOCUS_FIRST = "#ending"

    def inside(self) -> Iterable[Widget]:
        """One page."""
        yield Lines("Ending", id="ending")

    def show(self, known: Known) -> None:
        """The page at this width."""
        super().show(known)
        page = self.query_one("#ending", Lines)
        page.lines = tuple(ending_lines(known, min(max(page.size.width - 3, 20), COLUMN)))


def ending_lines(known: Known, width: int) -> list[Line]:
    """Title, text, reasons, aims, and how to see it again."""
    found = ending(known)
    if found is None:
        return [line((" The game goes on.", "$dim"))]
    lines: list[Line] = [
        (),
        line((f" {found.title}", "bold $focus")),
        line((f" {found.at}", "$dim")),
        (),
    ]
    lines += [line(f" {row}") for row in wrap(found.text, width)]
    if found.because:
        lines += [(), line((" Why this ending", "bold"))]
        for name, value in found.because:
            lines += hanging(line((f"   {name:<30}  ", "$dim")), value, width)
    if found.aims:
        lines += [(), line((" Your aims", "bold"))]
        lines += [_aim(text, met) for text, met in found.aims]
    seed = f" Seed {spoken(known.scene.seed)} ({known.scene.seed}) gives the same luck again."
    more = " `whitecell results` tells the rest: par, what nobody knew, what came after."
    return [*lines, (), line((seed, "$faint")), line((more, "$faint"))]


def _aim(text: str, met: bool | None) -> Line:
    if met is None:
        return line(("   ? ", "$faint"), (f"{text:<44}", ""), (" not known here", "$faint"))
    if met:
        return line(("   ✓ ", "bold $kept"), (f"{text:<44}", ""), (" met", "bold"))
    return line(("   × ", "bold $clash"), (f"{text:<44}", ""), (" not met", "bold"))


class HarmScreen(Board):
    """The harm, dated, as it was told to the seat. The page waits."""

    KEYS = (("Enter", "when you are ready"),)
    BINDINGS = [("enter", "app.to_room", "When you are ready")]
    FOCUS_FIRST = "#ending"

    def inside(self) -> Iterable[Widget]:
        """One page."""
        yield Lines("Harm", id="ending")

    def show(self, known: Known) -> None:
        """Rows in ink alone."""
        super().show(known)
        start = known.scene.start
        lines: list[Line] = [
            (),
            line(
                f"   In this game, to {dated(start, known.now)}. Figures as they were told to you."
            ),
            (),
        ]
        head = f"   {'':<28}{'told to you':>14}   {'as of':<14}   no word from"
        lines += [line((head, "$dim")), ()]
        for row in harm(known):
            told = f"   {row.title:<28}{row.told:>14}   {row.as_of:<14}   {row.missing}"
            lines += [line(told), ()]
        lines.append(line(("   What was never reported to you is not in these figures.", "$dim")))
        self.query_one("#ending", Lines).lines = tuple(lines)


class NoteScreen(ModalScreen[bool]):
    """A note over everything; Enter goes on, Esc goes back."""

    BINDINGS = [
        ("enter", "dismiss(True)", "Go on"),
        ("escape,question_mark", "dismiss(False)", "Back"),
    ]

    def __init__(self, title: str, lines: Sequence[Line], go_on: str = "go on") -> None:
        super().__init__()
        self._title, self._lines = title, tuple(lines)
        self._keys = (("Enter", go_on), ("↑↓", "more"), ("Esc", "back"))

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
