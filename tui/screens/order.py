"""A card as a form: its fields, what it does, what is said of it, and one confirming sentence."""

from collections.abc import Iterable, Mapping

from textual.containers import Horizontal
from textual.message import Message
from textual.widget import Widget

from tui.ink import Line, line, wrap
from tui.picture.breaking import own_words
from tui.picture.cards import case_lines, chosen
from tui.picture.closing import late
from tui.picture.data import Field, Form
from tui.picture.freeing import freed
from tui.picture.hearing import hearers_in_words
from tui.picture.holding import race, taking
from tui.picture.known import Known, in_words
from tui.picture.times import hour
from tui.screens.board import Board
from tui.widgets.form import Filled, FormFields, twice
from tui.widgets.pane import Lines
from tui.widgets.said import Said
from tui.words import phrase

GRAVE = (phrase("Your word"), phrase("You offered"), phrase("Too late"))
"""What nobody should overlook among what an order does."""


NARROW = 90
"""Cells up to which the sentence of a form does not name what its fields show."""


class OrderScreen(Board):
    """Nothing goes out before Enter; a refusal is said here, and the form stays as it was."""

    KEYS = (
        ("Enter", phrase("send")),
        ("↑↓", phrase("field")),
        ("←→ Space", phrase("choose")),
        ("Esc", phrase("back")),
        ("e", phrase("estimate")),
        ("0-9", phrase("type a number")),
        ("Tab", phrase("next field")),
        ("PgDn PgUp", phrase("more of the texts")),
    )
    BINDINGS = [
        ("enter", "send", phrase("Send it")),
        ("e", "estimate", phrase("Estimate this")),
        ("pagedown", "scroll_by(1)", phrase("More of the texts")),
        ("pageup", "scroll_by(-1)", phrase("Less of the texts")),
    ]
    SCROLLED_BY = "PgDn"
    FOCUS_FIRST = "#fields"
    FILLING = True

    class Sent(Message):
        """The form is to go out."""

        def __init__(self, card: str, fields: dict[str, str]) -> None:
            super().__init__()
            self.card, self.fields = card, fields

    class Estimate(Message):
        """What it would lead to is wanted first."""

        def __init__(self, card: str, fields: dict[str, str]) -> None:
            super().__init__()
            self.card, self.fields = card, fields

    def __init__(self, known: Known, card: str, chosen: Mapping[str, str] | None = None) -> None:
        super().__init__(known)
        self.card = card
        self._chosen = chosen or {}
        self.form: Form = known.scene.cards[card]
        self._answer = ""
        self.touched = False

    def inside(self) -> Iterable[Widget]:
        """Title, fields beside their consequences, the case, the sentence."""
        yield Said(id="order-title")
        with Horizontal(id="form"):
            yield FormFields(phrase("Fill in"), id="fields")
            yield Lines(phrase("What it does"), id="does")
        yield Lines(phrase("For, against, not known"), id="case")
        yield Lines(phrase("You order"), id="sentence")

    def on_mount(self) -> None:
        """Filled in as the staff would."""
        super().on_mount()
        fields = self.query_one(FormFields)
        fields.filled = tuple(
            Filled.new(field).choosing(self._chosen.get(field.name, ""))
            for field in offered(self.form, self.known)
        )
        for pane in self.query(Lines):
            pane.can_focus = False

    def show(self, known: Known) -> None:
        """The form against what is known now."""
        super().show(known)
        title = self.query_one("#order-title", Said)
        title.sentence, title.tone = self.form.title, "bold"
        self._show_does()
        case = self.query_one("#case", Lines)
        case.lines = tuple(case_lines(self.form, max(case.size.width, 20)))
        self._say()

    def _show_does(self) -> None:
        does = self.query_one("#does", Lines)
        values = {each.field.name: each.value for each in self.query_one(FormFields).filled}
        width = max(does.size.width, 20)
        does.lines = tuple(_consequences(self.card, self.form, self.known, values, width))

    def on_form_fields_changed(self) -> None:
        """The sentence and the consequences follow the fields."""
        self._show_does()
        self.touched = True
        self._answer = ""
        self._say()

    def refused(self, sentence: str) -> None:
        """Say why it was not sent."""
        self._answer = phrase("Not sent: {sentence}.", sentence=sentence)
        self._say()

    def _say(self) -> None:
        pane = self.query_one("#sentence", Lines)
        width = max(pane.size.width - 2, 20)
        filled = self.query_one(FormFields).filled
        problem = _problem(filled)
        # A narrow form shows its fields and this sentence at once: it need not name them again.
        named = filled if width > NARROW else ()
        said = self._answer or problem or confirming(named, self.known)
        tone = "bold $ask" if self._answer or problem else "bold"
        order = (
            phrase("You order: {title}", title=self.form.title) if named else phrase("You order")
        )
        pane.title = phrase("Not sent") if self._answer or problem else order
        pane.lines = tuple(line((f" {row}", tone)) for row in wrap(said, width))

    def action_send(self) -> None:
        """Send it, unless a field cannot stand as it is, or a choice is only marked."""
        if self.query_one(FormFields).take():
            return
        filled = self.query_one(FormFields).filled
        if not _problem(filled):
            fields = {each.field.name: each.value for each in filled}
            self.post_message(self.Sent(self.card, fields))

    def action_scroll_by(self, pages: int) -> None:
        """Further in the texts beside and below the fields."""
        for pane in self.query(Lines):
            pane.action_scroll_by(pages * max(pane.size.height - 2, 1))

    def action_estimate(self) -> None:
        """Ask the staff about the form as it is filled in."""
        filled = self.query_one(FormFields).filled
        if not _problem(filled):
            fields = {each.field.name: each.value for each in filled}
            self.post_message(self.Estimate(self.card, fields))


def _problem(filled: tuple[Filled, ...]) -> str:
    """Why a form cannot be sent so; empty if it can."""
    return next((each.problem for each in filled if each.problem), "") or twice(filled)


def offered(form: Form, known: Known) -> list[Field]:
    """The fields of a form; one that asks for a report offers those that the seat holds now."""
    return [
        field.model_copy(update={"choices": known.view.reports})
        if field.sort == "report"
        else field
        for field in form.fields
    ]


def confirming(filled: tuple[Filled, ...], known: Known) -> str:
    """What sending means, in one sentence, and how long it can be taken back."""
    what = ", ".join(each.words for each in filled)
    beat = known.scene.beat
    due = -(-known.now // beat) * beat
    until = (
        phrase("until time runs on")
        if due == known.now
        else phrase("until {hour}", hour=hour(known.scene.start, due, known.now))
    )
    return (
        phrase("{what}. u takes it back {until}.", what=what, until=until)
        if what
        else phrase("u takes it back {until}.", until=until)
    )


def _learns(form: Form, known: Known) -> str:
    """Who hears of it: names, unless everybody does."""
    others = {title for id, title in known.scene.seats.items() if id != known.scene.seat}
    if others and others <= set(form.known_to):
        return phrase("everybody")
    return ", ".join(form.known_to) or phrase("your own staff")


def _consequences(
    card: str, form: Form, known: Known, values: Mapping[str, str], width: int
) -> list[Line]:
    stocks = [f"{in_words(id).lower()}: {chosen(form, text)}" for id, text in form.cost.items()]
    rows = (
        *own_words(known, card),
        (phrase("In short"), form.text),
        *race(known, form, values),
        *freed(known, form, values),
        (phrase("Costs"), ", ".join(stocks) or phrase("nothing")),
        (phrase("Takes"), chosen(form, form.takes) or phrase("effect at once")),
        (phrase("Heard by"), hearers_in_words(known) if form.spoken else ""),
        (phrase("Who learns"), _learns(form, known)),
        (phrase("Authority"), form.authority),
        (phrase("Carried by"), in_words(form.carried_by)),
        (phrase("May fail"), form.may_fail),
        (phrase("Too late"), late(known, phrase("It"), known.now + taking(form, values))),
    )
    lines: list[Line] = []
    for label, text in rows:
        if text:
            for number, row in enumerate(wrap(text, width - 13)):
                head = (f" {label if not number else '':<11} ", "$faint")
                lines.append(line(head, (row, "bold $ask" if label in GRAVE else "")))
    return lines
