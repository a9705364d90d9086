"""A pane: one hairline with a title, and lines below it; heavy while it has the keyboard."""

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.ink import Line, cut, line, pad, width_of
from tui.words import phrase

THIN, HEAVY = "─", "━"
WHEEL = 3
"""Lines that a turn of the wheel moves."""


def rule(title: str, note: str, width: int, heavy: bool) -> Line:
    """`─ Title ──────── note ─`, heavy if it has the keyboard."""
    stroke, style = (HEAVY, "bold $focus") if heavy else (THIN, "$rule")
    head = (
        line((stroke, style), (f" {title} ", "bold $focus" if heavy else "bold"))
        if title
        else line((stroke * 2, style))
    )
    tail = line((f" {note} ", "$dim"), (stroke, style)) if note else line((stroke, style))
    gap = width - width_of(head) - width_of(tail)
    if gap < 1:
        return cut((*head, (stroke * max(width - width_of(head), 0), style)), width)
    return (*head, (stroke * gap, style), *tail)


def content_of(lines: list[Line], width: int, height: int) -> Content:
    """Lines as Textual draws them, as many as there is room for."""
    parts: list[tuple[str, str] | str] = []
    for number, runs in enumerate(lines[:height]):
        if number:
            parts.append("\n")
        parts += pad(runs, width)
    return Content.assemble(*parts)


class Pane(Widget):
    """Subclasses say what their body is at a size."""

    title: reactive[str] = reactive("")
    note: reactive[str] = reactive("")

    def __init__(self, title: str = "", note: str = "", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.set_reactive(Pane.title, title)
        self.set_reactive(Pane.note, note)

    def body(self, width: int, height: int) -> list[Line]:
        """The lines below the title."""
        return []

    def said_beside(self) -> str:
        """What stands at the end of the title's line."""
        return self.note

    def render(self) -> Content:
        """The title's line and the body."""
        width, height = self.size
        head = [rule(self.title, self.said_beside(), width, self.has_focus)] if self.title else []
        body = self.body(width, max(height - len(head), 0))
        return content_of(head + body, width, height)

    def on_focus(self) -> None:
        """The title's line is heavy only while the pane has the keyboard."""
        self.refresh()

    def on_blur(self) -> None:
        """See on_focus."""
        self.refresh()


class Lines(Pane):
    """A pane that shows the lines that it is given, from a line on, so that long texts scroll.

    Where lines are left below, the title's line counts them and names the key that shows them.
    """

    can_focus = True
    BINDINGS = [
        ("up", "scroll_by(-1)", phrase("Up")),
        ("down", "scroll_by(1)", phrase("Down")),
        ("pageup", "scroll_by(-10)", phrase("Page up")),
        ("pagedown,space", "scroll_by(10)", phrase("Page down")),
    ]

    lines: reactive[tuple[Line, ...]] = reactive(())
    top: reactive[int] = reactive(0)

    def body(self, width: int, height: int) -> list[Line]:
        """The lines from the first that is shown on."""
        return list(self.lines[self.top : self.top + height])

    @property
    def below(self) -> int:
        """How many lines stand below what is shown."""
        return max(len(self.lines) - self.top - max(self.size.height - bool(self.title), 0), 0)

    def said_beside(self) -> str:
        """The note, or how much more there is."""
        if not self.below or not self.size.height:
            return self.note
        key = "↓" if self.can_focus else getattr(self.screen, "SCROLLED_BY", "")
        return phrase("▼ {below} more{which}", below=self.below, which=f" · {key}" if key else "")

    def watch_lines(self) -> None:
        """Other lines: never past their end."""
        self.action_scroll_by(0)

    def action_scroll_by(self, rows: int) -> None:
        """Move the text, never past its end."""
        last = max(len(self.lines) - self.size.height + 1, 0)
        self.top = min(max(self.top + rows, 0), last)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel."""
        event.stop()
        self.action_scroll_by(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel."""
        event.stop()
        self.action_scroll_by(-WHEEL)
