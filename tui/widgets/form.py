"""A card's fields: choices and numbers with their limits, filled in by keys alone."""

from dataclasses import dataclass, replace
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.message import Message
from textual.reactive import reactive

from engine.quantities import QuantityError, parse_value, show
from tui.ink import HARD_SPACE, Line, line, wrap
from tui.picture.data import Field
from tui.widgets.pane import Pane

ROWS_FOR_CHOICES = 4


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
        return self.value or "nothing"

    @property
    def _is_number(self) -> bool:
        return self.field.sort == "number"

    @property
    def problem(self) -> str:
        """Why it cannot be sent so; empty if it can."""
        if self.field.choices:
            return ""
        if self.field.sort == "report":
            return f"{self.field.label}: you have been told of none yet."
        if not self.typed:
            return f"{self.field.label}: fill something in."
        if not self._is_number:
            return ""
        try:
            number = parse_value(self.value).number
        except QuantityError:
            return f"{self.field.label}: that is no number."
        low, high = self.field.low, self.field.high
        if (low is not None and number < low - 1e-9) or (high is not None and number > high + 1e-9):
            return f"{self.field.label}: {self.field.range_text}."
        return ""


class FormFields(Pane):
    """The fields of a card, one under the cursor. Posts Changed whenever a value does."""

    MOST_ROWS: ClassVar[int] = ROWS_FOR_CHOICES
    """A field with more choices than these, or too wide for a line, shows the chosen one alone."""
    can_focus = True
    filled: reactive[tuple[Filled, ...]] = reactive(())
    cursor: reactive[int] = reactive(0)

    class Changed(Message):
        """A field holds something else."""

    def body(self, width: int, height: int) -> list[Line]:
        """Each field with its choices beside or below it."""
        if not self.filled:
            return [line((" Nothing to fill in: this card has no choices.", "$dim"))]
        label = min(max(cell_len(each.field.label) for each in self.filled) + 3, width // 3)
        blocks = [
            self._block(number, each, label, width) for number, each in enumerate(self.filled)
        ]
        first = 0
        while first < self.cursor and sum(map(len, blocks[first : self.cursor + 1])) > height:
            first += 1
        return [row for block in blocks[first:] for row in block][:height]

    def _block(self, number: int, filled: Filled, label: int, width: int) -> list[Line]:
        here = number == self.cursor and self.has_focus
        mark = ("▌", "bold $focus") if here else (" ", "")
        name = (f"{filled.field.label[: label - 2]:<{label - 1}}", "bold" if here else "$dim")
        rows = [_typed(filled, here)]
        if filled.field.choices:
            rows = _choices(filled, width - label, self.MOST_ROWS)
        return [
            (mark, name, *row) if not at else (mark, (" " * (label - 1), ""), *row)
            for at, row in enumerate(rows)
        ]

    @property
    def types_letters(self) -> bool:
        """Whether letters go into the field under the cursor."""
        if not self.filled:
            return False
        field = self.filled[self.cursor].field
        return not field.choices and field.sort not in ("number", "report")

    def on_key(self, event: events.Key) -> None:
        """Move, choose, type."""
        if not self.filled:
            return
        current = self.filled[self.cursor]
        match event.key:
            case "up" | "down":
                step = -1 if event.key == "up" else 1
                self.cursor = (self.cursor + step) % len(self.filled)
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

    def _takes(self, current: Filled, letter: str | None) -> bool:
        if current.field.choices or letter is None or not letter.isprintable():
            return False
        if current.field.sort == "report":
            return False
        return current.field.sort != "number" or letter in "0123456789.-"

    def _set(self, filled: Filled) -> None:
        before = list(self.filled)
        before[self.cursor] = filled
        self.filled = tuple(before)
        self.post_message(self.Changed())


def _choices(filled: Filled, width: int, most: int) -> list[Line]:
    """All on one line if they fit, below each other if they are few, else one with its number."""
    labels = [words for _, words in filled.field.choices]
    runs: Line = ()
    for number, words in enumerate(labels):
        runs += _choice(number == filled.choice, words, "  ")
    if sum(cell_len(text) for text, _ in runs) <= width + 2:
        return [runs]
    if len(labels) <= most:
        return [
            _choice(n == filled.choice, words[: width - 5], "") for n, words in enumerate(labels)
        ]
    count = f"  {filled.choice + 1} of {len(labels)}, ←→"
    rows = wrap(labels[filled.choice], width - cell_len(count) - 4, 1)
    return [line(("(•) ", "bold $focus"), (rows[0], "bold"), (count, "$faint"))]


def _choice(chosen: bool, words: str, gap: str) -> Line:
    if chosen:
        return line(("(•) ", "bold $focus"), (words + gap, "bold"))
    return line(("( ) ", "$dim"), (words + gap, "$dim"))


def _typed(filled: Filled, here: bool) -> Line:
    box = (f" {filled.typed or ' '} ", "bold reverse" if here else "bold")
    limits = filled.field.range_text.replace(f" {filled.field.unit}", "")
    limits = f"   {limits}" if limits else ""
    unit = f" {filled.field.unit}" if filled.field.unit else ""
    tone = "bold $ask" if filled.problem else "$faint"
    return line(box, (unit, "$dim"), (limits, tone))
