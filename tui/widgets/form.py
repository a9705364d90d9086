"""A card's fields: choices and numbers with their limits, filled in by keys alone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.message import Message
from textual.reactive import reactive

from engine.quantities import QuantityError, parse_value, show
from tui.ink import HARD_SPACE, Line, line
from tui.picture.data import Field
from tui.picture.orders import NOTHING
from tui.widgets.choices import MANY, Part, choice_rows, clicked, stands_below
from tui.widgets.pane import Pane
from tui.words import phrase

ROWS_FOR_CHOICES = 4
LABEL = 17
"""Cells that the name of a field may take in a narrow pane."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A field with what stands in it: the number of a choice, or what was typed."""

    field: Field
    choice: int = 0
    typed: str = ""
    touched: bool = False
    """Whether somebody typed here: the first letter takes the place of what the staff wrote."""

    @classmethod
    def new(cls, field: Field) -> "Filled":
        """As the staff would fill it in."""
        if field.choices:
            return cls(field)
        number, _, _ = field.default_text.partition(" ")
        return cls(field, typed=number.replace(",", ""))

    def choosing(self, word: str) -> "Filled":
        """With this one of its choices chosen, if it is one of them."""
        words = [each for each, _ in self.field.choices]
        return replace(self, choice=words.index(word)) if word in words else self

    @property
    def value(self) -> str:
        """What goes into the order."""
        if self.field.choices:
            return self.field.choices[self.choice][0]
        return f"{self.typed} {self.field.unit}".strip() if self._is_number else self.typed

    @property
    def words(self) -> str:
        """What people read."""
        if self.field.choices:
            return self.field.choices[self.choice][1]
        if self._is_number and not self.problem:
            text = show(parse_value(self.value).number, self.field.unit)
            return text.replace(" ", HARD_SPACE)
        return self.value or phrase("nothing")

    @property
    def labels(self) -> list[str]:
        """What its choices are called."""
        return [words for _, words in self.field.choices]

    @property
    def _is_number(self) -> bool:
        return self.field.sort == "number"

    @property
    def problem(self) -> str:
        """Why it cannot be sent so; empty if it can."""
        if self.field.choices:
            return ""
        if self.field.sort in ("report", "exhibit"):
            return phrase("{label}: you have been told of none yet.", label=self.field.label)
        if not self.typed:
            return phrase("{label}: fill something in.", label=self.field.label)
        if not self._is_number:
            return ""
        try:
            number = parse_value(self.value).number
        except QuantityError:
            return phrase("{label}: that is no number.", label=self.field.label)
        low, high = self.field.low, self.field.high
        if (low is not None and number < low - 1e-9) or (high is not None and number > high + 1e-9):
            return f"{self.field.label}: {self.field.range_text}."
        return ""


def twice(filled: Sequence[Filled]) -> str:
    """Which exhibit stands in two fields: each is attached once. Empty if none does."""
    named: set[str] = set()
    for each in filled:
        if each.field.sort == "exhibit" and each.value != NOTHING:
            if each.value in named:
                return phrase(
                    "{field}: {paper} is attached already.",
                    field=each.field.label, paper=each.words,
                )  # fmt: skip
            named.add(each.value)
    return ""


class FormFields(Pane):
    """The fields of a card, one under the cursor. Posts Changed whenever a value does.

    Where choices stand below each other, ↑↓ walk over them as they do over fields: in a form of
    one field that chooses, else Space or Enter takes the one that is marked.
    """

    MOST_ROWS: ClassVar[int] = ROWS_FOR_CHOICES
    """A field with more choices than these, or too wide for a line, shows the chosen one alone."""
    can_focus = True
    filled: reactive[tuple[Filled, ...]] = reactive(())
    cursor: reactive[int] = reactive(0)
    marked: reactive[int] = reactive(-1)
    """The choice that ↑↓ stand on in a field that shows them below each other; -1: the chosen."""

    class Changed(Message):
        """A field holds something else."""

    class Find(Message):
        """One of the many choices of a field is to be picked from a list."""

        def __init__(self, fields: "FormFields") -> None:
            super().__init__()
            self.fields, self.filled = fields, fields.filled[fields.cursor]

    def choose(self, choice: int) -> None:
        """Take this choice of the field under the cursor; -1 leaves it as it is."""
        if choice >= 0:
            self._set(replace(self.filled[self.cursor], choice=choice))

    def body(self, width: int, height: int) -> list[Line]:
        """Each field with its choices beside or below it."""
        if not self.filled:
            return [line((phrase(" Nothing to fill in: this card has no choices."), "$dim"))]
        rows = self._rows(width)
        return [runs for runs, *_ in rows[self._first(rows, height) :][:height]]

    def _rows(self, width: int) -> list[tuple[Line, int, int]]:
        """Every line, with its field and the choice that it belongs to, -1 for none."""
        return [
            (row, number, choice)
            for number, each in enumerate(self.filled)
            for row, choice in self._block(number, each, self._label(width), width)
        ]

    def _first(self, rows: Sequence[tuple[Line, int, int]], height: int) -> int:
        """The first line to be shown, so that all of the field under the cursor is."""
        end = max((at for at, row in enumerate(rows) if row[1] == self.cursor), default=0)
        start = next((at for at, row in enumerate(rows) if row[1] == self.cursor), 0)
        return min(max(end + 1 - height, 0), start)

    def _label(self, width: int) -> int:
        longest = max((cell_len(each.field.label) for each in self.filled), default=0)
        return min(longest + 3, max(width // 3, LABEL))

    def _block(self, number: int, filled: Filled, label: int, width: int) -> list[Part]:
        here = number == self.cursor and self.has_focus
        name = (f"{filled.field.label[: label - 2]:<{label - 1}}", "bold" if here else "$dim")
        rows: list[Part] = [(_typed(filled, here), -1)]
        below = False
        if filled.field.choices:
            labels, marked = filled.labels, self._mark if here else -1
            below = stands_below(labels, width - label, self.MOST_ROWS)
            rows = choice_rows(labels, filled.choice, marked, width - label, self.MOST_ROWS)
        return [
            (
                (
                    ("▌" if here and (not below or choice == self._mark) else " ", "bold $focus"),
                    name if not at else (" " * (label - 1), ""),
                    *row,
                ),
                choice,
            )
            for at, (row, choice) in enumerate(rows)
        ]

    @property
    def _mark(self) -> int:
        """The choice that ↑↓ stand on."""
        current = self.filled[self.cursor]
        return current.choice if self.marked < 0 else self.marked

    @property
    def _below(self) -> bool:
        """Whether the choices of the field under the cursor stand below each other."""
        width, labels = self.size.width, self.filled[self.cursor].labels
        return stands_below(labels, width - self._label(width), self.MOST_ROWS)

    def said_beside(self) -> str:
        """The note, or how what is marked is taken."""
        marked = bool(self.filled) and self._mark != self.filled[self.cursor].choice
        return phrase("Space, Enter: take it") if marked else self.note

    @property
    def types_letters(self) -> bool:
        """Whether letters go into the field under the cursor."""
        if not self.filled:
            return False
        field = self.filled[self.cursor].field
        return not field.choices and field.sort not in ("number", "report", "exhibit")

    def take(self) -> bool:
        """Choose what ↑↓ stand on; false if that is chosen already."""
        if not self.filled or not self._below or self._mark == self.filled[self.cursor].choice:
            return False
        self._set(replace(self.filled[self.cursor], choice=self._mark))
        return True

    def on_key(self, event: events.Key) -> None:
        """Move, choose, type."""
        if not self.filled:
            return
        current = self.filled[self.cursor]
        match event.key:
            case "up" | "down":
                self._move(-1 if event.key == "up" else 1)
            case "tab" | "shift+tab" if getattr(self.screen, "FILLING", False):
                step = -1 if event.key == "shift+tab" else 1
                self.cursor, self.marked = (self.cursor + step) % len(self.filled), -1
            case "slash" if len(current.field.choices) >= MANY:
                self.post_message(self.Find(self))
            case "space" if current.field.choices and self.take():
                pass
            case "left" | "right" | "space" if current.field.choices:
                step = -1 if event.key == "left" else 1
                count = len(current.field.choices)
                self._set(replace(current, choice=(current.choice + step) % count))
            case "backspace" if not current.field.choices:
                self._set(replace(current, typed=current.typed[:-1], touched=True))
            case "delete" if not current.field.choices:
                self._set(replace(current, typed="", touched=True))
            case _ if self._takes(current, event.character):
                assert event.character is not None
                before = current.typed if current.touched else ""
                self._set(replace(current, typed=before + event.character, touched=True))
            case _:
                return
        event.stop()
        event.prevent_default()

    def _move(self, step: int) -> None:
        """Over the choices that stand below each other, then to the next field."""
        current = self.filled[self.cursor]
        if self._below and 0 <= self._mark + step < len(current.field.choices):
            self.marked = self._mark + step
            if len(self.filled) == 1:
                self.take()
            return
        if len(self.filled) > 1:
            self.cursor, self.marked = (self.cursor + step) % len(self.filled), -1
        elif choices := current.field.choices:
            self._set(replace(current, choice=(current.choice + step) % len(choices)))

    def on_click(self, event: events.Click) -> None:
        """The field there, and the choice there."""
        rows = self._rows(self.size.width)
        at = event.y - 1 + self._first(rows, max(self.size.height - 1, 0))
        if event.y < 1 or not 0 <= at < len(rows):
            return
        _, self.cursor, below = rows[at]
        self.marked, current = -1, self.filled[self.cursor]
        if not current.field.choices:
            return
        label = self._label(self.size.width)
        room = self.size.width - label
        choice = clicked(current.labels, current.choice, below, event.x - label, room)
        if choice >= 0:
            self._set(replace(current, choice=choice))

    def _takes(self, current: Filled, letter: str | None) -> bool:
        if current.field.choices or letter is None or not letter.isprintable():
            return False
        if current.field.sort in ("report", "exhibit"):
            return False
        return current.field.sort != "number" or letter in "0123456789.-"

    def _set(self, filled: Filled) -> None:
        before = list(self.filled)
        before[self.cursor] = filled
        self.marked = -1
        self.filled = tuple(before)
        self.post_message(self.Changed())


def _typed(filled: Filled, here: bool) -> Line:
    box = (f" {filled.typed or ' '} ", "bold reverse" if here else "bold")
    limits = filled.field.range_text.replace(f" {filled.field.unit}", "")
    limits = f"   {limits}" if limits else ""
    unit = f" {filled.field.unit}" if filled.field.unit else ""
    tone = "bold $ask" if filled.problem else "$faint"
    return line(box, (unit, "$dim"), (limits, tone))
