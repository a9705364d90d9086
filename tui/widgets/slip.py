"""Questions with a percentage each, filled in by keys alone; one may be left empty."""

from dataclasses import dataclass, replace

from textual import events
from textual.message import Message
from textual.reactive import reactive

from tui.ink import Line, wrap
from tui.widgets.pane import Pane
from tui.words import phrase

STEP = 10
MOST = 100


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and what was typed: a whole number of percent, or nothing."""

    id: str
    question: str
    typed: str = ""


class SlipRows(Pane):
    """One question under the cursor; digits and arrows fill it in."""

    can_focus = True
    rows: reactive[tuple[Asked, ...]] = reactive(())
    cursor: reactive[int] = reactive(0)

    class Changed(Message):
        """Something else stands in it."""

    @property
    def given(self) -> dict[str, str]:
        """The questions that were answered, as shares."""
        return {row.id: f"{row.typed} %" for row in self.rows if row.typed}

    def body(self, width: int, height: int) -> list[Line]:
        """Each question with its percentage before it."""
        found: list[Line] = []
        for number, row in enumerate(self.rows):
            here = number == self.cursor and self.has_focus
            mark = ("▌", "bold $focus") if here else (" ", "")
            box = (f"{row.typed or '—':>4} % ", "bold reverse" if here else "bold")
            for at, text in enumerate(wrap(row.question, max(width - 10, 20))):
                head = (mark, box, ("  ", "")) if not at else ((" " * 10, ""),)
                found.append((*head, (text, "bold" if here else "")))
            found.append(())
        return found[:height]

    def on_key(self, event: events.Key) -> None:
        """Move, type, or go by tens."""
        if not self.rows:
            return
        row = self.rows[self.cursor]
        match event.key:
            case "up" | "down":
                step = -1 if event.key == "up" else 1
                self.cursor = (self.cursor + step) % len(self.rows)
            case "left" | "right":
                step = -STEP if event.key == "left" else STEP
                now = int(row.typed or MOST // 2)
                self._set(replace(row, typed=str(min(max(now + step, 0), MOST))))
            case "backspace":
                self._set(replace(row, typed=row.typed[:-1]))
            case "delete":
                self._set(replace(row, typed=""))
            case _ if event.character is not None and event.character in "0123456789":
                typed = f"{row.typed}{event.character}".lstrip("0") or "0"
                if int(typed) <= MOST:
                    self._set(replace(row, typed=typed))
            case _:
                return
        event.stop()
        event.prevent_default()

    def _set(self, row: Asked) -> None:
        before = list(self.rows)
        before[self.cursor] = row
        self.rows = tuple(before)
        self.post_message(self.Changed())


class Ticks(Pane):
    """Texts of which two are ticked: ticking a third lets go of the one ticked first."""

    can_focus = True
    BINDINGS = [
        ("up", "move(-1)", phrase("Up")),
        ("down", "move(1)", phrase("Down")),
        ("space,x", "tick", phrase("Tick")),
    ]
    texts: reactive[tuple[tuple[str, str], ...]] = reactive(())
    ticked: reactive[tuple[str, ...]] = reactive(())
    cursor: reactive[int] = reactive(0)

    def body(self, width: int, height: int) -> list[Line]:
        """Each text with its box."""
        found: list[Line] = []
        for number, (id, text) in enumerate(self.texts):
            here = number == self.cursor and self.has_focus
            mark = ("▌", "bold $focus") if here else (" ", "")
            box = "[x] " if id in self.ticked else "[ ] "
            for at, row in enumerate(wrap(text, max(width - 7, 20))):
                head = (mark, (box, "bold")) if not at else ((" " * 5, ""),)
                found.append((*head, (row, "bold" if here else "")))
            found.append(())
        return found[:height]

    def action_move(self, rows: int) -> None:
        """Move the cursor."""
        if self.texts:
            self.cursor = (self.cursor + rows) % len(self.texts)

    def action_tick(self) -> None:
        """Tick or untick the text under the cursor."""
        if not self.texts:
            return
        id = self.texts[self.cursor][0]
        kept = tuple(each for each in self.ticked if each != id)
        self.ticked = kept if id in self.ticked else (*kept[-1:], id)
