"""The staff estimate: what is assumed, then harm first, as ranges that settle while it runs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from time import monotonic

from textual.message import Message
from textual.widget import Widget

from tui.picture.cards import card_rows
from tui.picture.coming import Remaining, progress
from tui.picture.data import Estimated, Field
from tui.picture.estimate import (
    head_line,
    in_words,
    of_row,
    row_line,
    wrapped,
)
from tui.picture.known import Known
from tui.screens.board import Board
from tui.screens.order import offered
from tui.widgets.form import Filled, FormFields
from tui.widgets.listing import Listing, Row
from tui.widgets.pane import Lines
from tui.widgets.strip import Strip
from tui.words import phrase

Plain = dict[str, object]

NOTHING, SAME = "", "="
NO_CHOICE = phrase("as the odds are")
HORIZONS = (
    ("12", phrase("12 hours on")),
    ("24", phrase("a day on")),
    ("72", phrase("three days on")),
    ("240", phrase("ten days on")),
)
FUTURES = 100
A, B, OTHER, AHEAD = "a", "b", "other", "ahead"


@dataclass(frozen=True, slots=True)
class Subject:
    """A card with what stands in its fields; no card is no order more."""

    card: str
    fields: Mapping[str, str]


class Assumed(FormFields):
    """Every field on one line."""

    MOST_ROWS = 1


class EstimateScreen(Board):
    """Asks for the reading first; posts Wanted when the staff is to begin, and Left when not."""

    KEYS = (
        ("Enter", phrase("ask, then fill in A")),
        ("←→", phrase("choose")),
        ("r", phrase("other reading")),
        ("x", phrase("other B")),
        ("k", phrase("stop")),
        ("Tab", phrase("numbers")),
        ("↑↓", phrase("line")),
        ("f", phrase("fill in A")),
        ("Esc", phrase("room")),
    )
    BINDINGS = [
        ("enter", "begin", phrase("Ask the staff")),
        ("r", "reading", phrase("Other reading")),
        ("x", "swap", phrase("Other card B")),
        ("f", "fill_in", phrase("Fill in A")),
        ("k", "stop", phrase("Stop the staff")),
    ]
    FOCUS_FIRST = "#fields"

    class Wanted(Message):
        """The staff is to begin."""

        def __init__(self, asked: Plain) -> None:
            super().__init__()
            self.asked = asked

    class Left(Message):
        """The staff may leave off."""

    def __init__(self, known: Known, subject: Subject) -> None:
        super().__init__(known)
        self._subject = subject
        self._found: Estimated | None = None
        self._labels: tuple[str, ...] = ()
        self.begun = False
        self._remaining = Remaining()
        self._seconds: float | None = None

    def inside(self) -> Iterable[Widget]:
        """What is assumed, how far it has come, the numbers, the words."""
        yield Assumed(
            phrase("Staff estimate: first choose what you assume"),
            phrase("Enter asks"),
            id="fields",
        )
        yield Strip(id="progress")
        table = Listing(phrase("Harm first"), phrase("median, and 8 in 10"), id="table")
        table.empty = phrase("The numbers come here.")
        yield table
        yield Lines(phrase("In words"), id="words")

    def on_mount(self) -> None:
        """Filled in with two cards, no reading, and three days."""
        super().on_mount()
        self.query_one(FormFields).filled = tuple(fields_of(self.known, self._subject))
        self.query_one("#words", Lines).can_focus = False

    def show(self, known: Known) -> None:
        """At this width."""
        super().show(known)
        self._show_found()

    def show_found(self, found: Estimated) -> None:
        """What the staff knows by now."""
        self._found = found
        self._seconds = self._remaining.seconds(monotonic(), found)
        self._show_found()

    def _show_found(self) -> None:
        found = self._found
        # News may come while the screen is only being put up; it is shown once it stands.
        if not self.query("#table"):
            return
        table = self.query_one("#table", Listing)
        width = max(table.size.width - 2, 40)
        self.query_one(Strip).line = progress(found, self.size.width, self._seconds)
        if found is None:
            return
        table.title = phrase("Harm first · {read}", read=self._read)
        rows = [Row("", (head_line(self._labels, width),))]
        rows += [Row(row.key, (row_line(row, width),)) for row in found.rows]
        at_first = not table.rows
        table.fill(rows if found.rows else ())
        if at_first and found.rows:
            table.cursor = 1
        self._say()

    def _say(self) -> None:
        found = self._found
        if found is None:
            return
        pane = self.query_one("#words", Lines)
        key = self.query_one("#table", Listing).key
        row = next((row for row in found.rows if row.key == key), None)
        sure = [] if row is None else of_row(row)
        said, rest = in_words(self.known, found)[:-1], in_words(self.known, found)[-1:]
        pane.lines = tuple(wrapped([*said, *sure, *rest], max(pane.size.width, 40)))

    @property
    def _read(self) -> str:
        """What is assumed, and how far ahead it looks."""
        filled = {each.field.name: each for each in self.query_one(FormFields).filled}
        causes = [filled[cause.id].words for cause in self.known.scene.readings]
        assumed = [words for words in causes if words != NO_CHOICE]
        return ", ".join(
            [filled[AHEAD].words, *(phrase("if: {words}", words=words) for words in assumed)]
        )

    @property
    def _reads(self) -> bool:
        return self.focused is not None and self.focused.id == "table"

    def on_listing_moved(self, event: Listing.Moved) -> None:
        """Another row: how sure its numbers are."""
        event.stop()
        self._say()

    def on_descendant_focus(self) -> None:
        """Room for what is being read."""
        self.set_class(self._reads, "reads")
        self._say()

    def on_listing_picked(self, event: Listing.Picked) -> None:
        """Enter on the numbers fills in A."""
        event.stop()
        self.app.call_later(self.action_fill_in)

    def action_begin(self) -> None:
        """Ask the staff, and look at the numbers."""
        filled = values(self.query_one(FormFields).filled)
        options, self._labels = options_of(self.known, self._subject, filled)
        asked: Plain = {"options": options, "hours": float(filled[AHEAD]), "futures": FUTURES}
        self._found, self.begun = None, True
        self._remaining, self._seconds = Remaining(), None
        self.query_one("#table", Listing).fill(())
        self.query_one("#table", Listing).focus()
        self.post_message(self.Wanted(asked))

    def action_stop(self) -> None:
        """The staff leaves off; what is known stays."""
        self.post_message(self.Left())

    def action_reading(self) -> None:
        """The next answer to the first question, and begin again."""
        if self.known.scene.readings:
            self._turn(self.known.scene.readings[0].id)

    def action_swap(self) -> None:
        """The next card as B, and begin again."""
        self._turn(B)

    def _turn(self, name: str) -> None:
        form = self.query_one(FormFields)
        form.filled = tuple(
            Filled(each.field, (each.choice + 1) % len(each.field.choices))
            if each.field.name == name
            else each
            for each in form.filled
        )
        if self.begun:
            self.action_begin()

    async def action_fill_in(self) -> None:
        """The form of card A."""
        card = values(self.query_one(FormFields).filled)[A]
        if card:
            await self.app.run_action(f"app.fill_in({card!r})")


def fields_of(known: Known, subject: Subject) -> list[Filled]:
    """The form of an estimate: two cards, a reading of each open question, and how far ahead."""
    cards = [(row.card, row.form.title) for row in card_rows(known) if row.open]
    first = [*cards, (NOTHING, phrase("no order more"))]
    second = [
        (NOTHING, phrase("no order more")),
        *cards,
        (SAME, phrase("the same under another reading")),
    ]
    found = []
    for cause in known.scene.readings:
        answers = [("", NO_CHOICE), *cause.answers.items()]
        found.append(_choice(cause.id, cause.question, answers, ""))
    found += [_choice(A, "A", first, subject.card), _choice(B, "B", second, NOTHING)]
    others = [
        (f"{cause.id}={answer}", text)
        for cause in known.scene.readings
        for answer, text in cause.answers.items()
    ]
    if others:
        found.append(_choice(OTHER, phrase("Other reading, of B"), others, others[0][0]))
    return [*found, _choice(AHEAD, phrase("Looking"), list(HORIZONS), "72")]


def _choice(name: str, label: str, choices: list[tuple[str, str]], chosen: str) -> Filled:
    field = Field(name=name, label=label, sort="labelled", unit="", choices=choices)
    values = [value for value, _ in choices]
    return Filled(field, values.index(chosen) if chosen in values else 0)


def values(filled: Sequence[Filled]) -> dict[str, str]:
    """What stands in each field."""
    return {each.field.name: each.value for each in filled}


def options_of(
    known: Known, subject: Subject, filled: Mapping[str, str]
) -> tuple[list[Plain], tuple[str, ...]]:
    """The options of a question, and what they are called."""
    assume = {c.id: filled[c.id] for c in known.scene.readings if filled.get(c.id)}
    first = filled[A]
    option: Plain = {"card": first, "fields": _as_filled(known, subject, first), "assume": assume}
    if filled[B] == SAME:
        cause, _, answer = filled.get(OTHER, "").partition("=")
        other: Plain = {**option, "assume": assume | ({cause: answer} if cause else {})}
        causes = {c.id: c for c in known.scene.readings}
        named = causes[cause].answers[answer] if cause in causes else phrase("the same")
        title = _title(known, first)
        return [option, other], (title, phrase("the same, if: {named}", named=named))
    other = {
        "card": filled[B], "fields": _as_filled(known, subject, filled[B]), "assume": assume,
    }  # fmt: skip
    return [option, other], (_title(known, first), _title(known, filled[B]))


def _title(known: Known, card: str) -> str:
    return known.title(card) if card else phrase("no order more")


def _as_filled(known: Known, subject: Subject, card: str) -> dict[str, str]:
    if not card:
        return {}
    if card == subject.card and subject.fields:
        return dict(subject.fields)
    return {
        each.field.name: each.value
        for each in map(Filled.new, offered(known.scene.cards[card], known))
    }
