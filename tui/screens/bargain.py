"""Two forms of dealing: an answer to a deal, and an offer. Nothing goes out before Enter."""

from collections.abc import Iterable
from typing import ClassVar

from textual.containers import Horizontal
from textual.message import Message
from textual.widget import Widget

from tui.ink import Line, hanging, line, wrap
from tui.picture.bargaining import (
    Rows,
    first_hearer,
    offer_fields,
    offer_rows,
    offer_sentence,
    reply_field,
    reply_rows,
    reply_sentence,
)
from tui.picture.deal_text import deal_of, said_lines, shown_lines
from tui.picture.deals import SORTS, hearers, named
from tui.picture.known import Known
from tui.screens.board import Board, Keys
from tui.widgets.form import Filled, FormFields
from tui.widgets.pane import Lines
from tui.widgets.said import Said
from tui.words import phrase

MOST_TEXT = 6
"""Rows for what a deal says; longer texts scroll."""


class BargainScreen(Board):
    """Fields beside what they mean, and one sentence; a refusal is said there."""

    KEYS: ClassVar[Keys] = (
        ("Enter", phrase("send it")),
        ("←→ Space", phrase("choose")),
        ("↑↓", phrase("field")),
        ("Esc", phrase("back, nothing sent")),
        ("Tab", phrase("next field")),
        ("PgDn PgUp", phrase("more of the texts")),
    )
    BINDINGS = [
        ("enter", "send", phrase("Send it")),
        ("escape", "app.to_deals", phrase("Back")),
        ("pagedown", "scroll_by(1)", phrase("More of the texts")),
        ("pageup", "scroll_by(-1)", phrase("Less of the texts")),
    ]
    SCROLLED_BY = "PgDn"
    FOCUS_FIRST = "#fields"
    FILLING = True
    WHAT: ClassVar[str] = phrase("What it does")

    class Sent(Message):
        """The form is to go out."""

        def __init__(self, act: str, fields: dict[str, str], title: str) -> None:
            super().__init__()
            self.act, self.fields, self.title = act, fields, title

    def __init__(self, known: Known) -> None:
        super().__init__(known)
        self._answer = ""
        self.touched = False

    def inside(self) -> Iterable[Widget]:
        """Title, fields beside what they do, the deal in full, the sentence."""
        yield Said(id="order-title")
        with Horizontal(id="form"):
            yield FormFields(phrase("Fill in"), phrase("↑↓ ←→ choose"), id="fields")
            yield Lines(self.WHAT, id="does")
        yield Lines(phrase("In full"), id="case")
        yield Lines(phrase("In one sentence"), phrase("Enter sends it"), id="sentence")

    def on_mount(self) -> None:
        """Only the fields take keys."""
        super().on_mount()
        for pane in self.query(Lines):
            pane.can_focus = False

    @property
    def chosen(self) -> dict[str, str]:
        """What goes into the order, by field."""
        return {each.field.name: each.value for each in self.query_one(FormFields).filled}

    @property
    def words(self) -> dict[str, str]:
        """What people read, by field."""
        return {each.field.name: each.words for each in self.query_one(FormFields).filled}

    def show(self, known: Known) -> None:
        """The form against what is known now."""
        super().show(known)
        title = self.query_one("#order-title", Said)
        title.sentence, title.tone = self.heading(), "bold"
        self.say()

    def heading(self) -> str:
        """What the form is about."""
        return ""

    def rows(self) -> Rows:
        """What the form would do."""
        return ()

    def full(self, width: int) -> list[Line]:
        """What it is about, in full."""
        return []

    def sentence(self) -> str:
        """What sending it means."""
        return ""

    def on_form_fields_changed(self) -> None:
        """What it does follows the fields."""
        self.touched = True
        self._answer = ""
        self.say()

    def refused(self, sentence: str) -> None:
        """Say why it was not sent."""
        self._answer = phrase("Not sent: {sentence}.", sentence=sentence)
        self.say()

    def action_scroll_by(self, pages: int) -> None:
        """Further in the texts beside and below the fields."""
        for pane in self.query(Lines):
            pane.action_scroll_by(pages * max(pane.size.height - 2, 1))

    def say(self) -> None:
        """What it does, and the sentence."""
        does, case = self.query_one("#does", Lines), self.query_one("#case", Lines)
        does.lines = tuple(consequence_lines(self.rows(), max(does.size.width - 1, 20)))
        case.lines = tuple(self.full(max(case.size.width - 1, 20)))
        case.set_class(not case.lines, "absent")
        # What is short leaves its room to what the form does.
        case.styles.height = min(len(case.lines) + 1, MOST_TEXT)
        pane = self.query_one("#sentence", Lines)
        problem = next((f.problem for f in self.query_one(FormFields).filled if f.problem), "")
        said = self._answer or problem or self.sentence()
        stopped = bool(self._answer or problem)
        pane.title = phrase("Not sent") if stopped else phrase("In one sentence")
        tone = "bold $ask" if stopped else "bold"
        pane.lines = tuple(line((f" {row}", tone)) for row in wrap(said, pane.size.width - 2))


def consequence_lines(rows: Rows, width: int) -> list[Line]:
    """What something does, line by line; a word that stays the same is said once."""
    found: list[Line] = []
    before = ""
    for label, text in rows:
        head = line((f" {label if label != before else '':<11} ", "$faint"))
        tone = (
            "bold"
            if label in (phrase("Binds you"), phrase("You would"), phrase("Your word"))
            else ""
        )
        found += hanging(head, text, width, tone)
        before = label
    return found


class AnswerScreen(BargainScreen):
    """A reply to one deal."""

    def __init__(self, known: Known, deal: str) -> None:
        super().__init__(known)
        self._deal = deal

    def on_mount(self) -> None:
        """The replies that there are."""
        super().on_mount()
        deal = deal_of(self.known, self._deal)
        if deal is not None:
            self.query_one(FormFields).filled = (Filled.new(reply_field(deal)),)

    def heading(self) -> str:
        """Whose offer it is, and to whom."""
        deal = deal_of(self.known, self._deal)
        if deal is None:
            return phrase("It is over.")
        who, whom = named(self.known, deal.from_), hearers(self.known, deal)
        return f"{deal.title} · {SORTS.get(deal.sort, deal.sort)} · {who} → {whom}"

    def rows(self) -> Rows:
        """What the reply does."""
        deal = deal_of(self.known, self._deal)
        return () if deal is None else reply_rows(self.known, deal, self.chosen.get("reply", ""))

    def full(self, width: int) -> list[Line]:
        """The deal itself."""
        deal = deal_of(self.known, self._deal)
        return [] if deal is None else said_lines(self.known, deal, width)

    def sentence(self) -> str:
        """What is sent, and how long it can be taken back."""
        deal = deal_of(self.known, self._deal)
        if deal is None or not deal.replies:
            return phrase("It is no longer open to an answer of yours.")
        return reply_sentence(self.known, deal, self.chosen.get("reply", ""))

    def action_send(self) -> None:
        """Answer, unless a reply is only marked."""
        if self.query_one(FormFields).take():
            return
        deal = deal_of(self.known, self._deal)
        if deal is not None and deal.replies:
            fields = {"deal": deal.deal, **self.chosen}
            self.post_message(self.Sent("answer", fields, deal.title))


class OfferScreen(BargainScreen):
    """One of the seat's own offers, filled in."""

    KEYS = (*BargainScreen.KEYS[:4], ("0-9", phrase("type hours")), *BargainScreen.KEYS[4:])

    def __init__(self, known: Known, offer: str, hot: bool = False) -> None:
        super().__init__(known)
        self._form = known.scene.offers[offer]
        self._offer = next(row for row in known.view.offers if row.offer == offer)
        self._hot = hot

    def on_mount(self) -> None:
        """Filled in as is usual."""
        super().on_mount()
        self._fill(first_hearer(self._form, self._offer))

    def _fill(self, to: str) -> None:
        fields = offer_fields(self.known, self._form, self._offer, to, self._hot)
        self.query_one(FormFields).filled = tuple(Filled.new(field) for field in fields)

    @property
    def to(self) -> str:
        """To whom it goes."""
        return self.chosen.get("to") or first_hearer(self._form, self._offer)

    def on_form_fields_changed(self) -> None:
        """Another hearer may be shown other things."""
        pane = self.query_one(FormFields)
        fields = offer_fields(self.known, self._form, self._offer, self.to, self._hot)
        pane.filled = tuple(
            each if each.field == field else Filled.new(field)
            for each, field in zip(pane.filled, fields, strict=True)
        )
        super().on_form_fields_changed()

    def heading(self) -> str:
        """What it is called, and of what sort it is."""
        return f"{self._form.title} · {SORTS.get(self._form.sort, self._form.sort)}"

    def rows(self) -> Rows:
        """What it does and costs."""
        return offer_rows(self.known, self._form, self.chosen, self.to)

    def full(self, width: int) -> list[Line]:
        """What it says."""
        said = self._form.text
        rows = [line(f" {row}") for row in wrap(said, width - 2)] if said else []
        rows += shown_lines(self.known, self._form, self.chosen.get("shows", ""), width)
        answers = [f"“{reply}”" for reply in self._form.question[1:]]
        if answers:
            rows += hanging(line((phrase(" Answers     "), "$faint")), " · ".join(answers), width)
        return rows

    def sentence(self) -> str:
        """What is sent, what it costs, and how long it can be taken back."""
        return offer_sentence(self.known, self._form, self.chosen, self.words, self.to)

    def action_send(self) -> None:
        """Put it, unless a field cannot stand as it is, or a choice is only marked."""
        if self.query_one(FormFields).take():
            return
        if not any(each.problem for each in self.query_one(FormFields).filled):
            fields = {"offer": self._offer.offer, **self.chosen}
            self.post_message(self.Sent("offer", fields, self._form.title))
