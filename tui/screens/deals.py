"""The deals screen: what waits for an answer, words that run, credit, and the evidence file."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.containers import Container, Horizontal, Vertical
from textual.message import Message
from textual.widget import Widget

from tui.ink import Line, line
from tui.picture.consultation import consultation
from tui.picture.credit import credit_rows
from tui.picture.deal_text import deal_lines, deal_of, exhibit_lines
from tui.picture.deals import (
    can_answer,
    names_width,
    offer_line,
    offer_rows,
    unsaid,
    yours,
)
from tui.picture.evidence import exhibit_line, exhibit_rows, unchecked
from tui.picture.known import Known
from tui.picture.needs import HEADING, KEY, need_line, need_lines, need_of, whose
from tui.picture.pledges import WORD_NAMES, word_line, word_rows
from tui.screens.board import Board, Keys
from tui.screens.pages import NoteScreen
from tui.widgets.credit import Credit
from tui.widgets.listing import Listing, Row
from tui.widgets.pane import Lines
from tui.widgets.round import RoundPane
from tui.widgets.said import Said
from tui.words import phrase

MOST_WIDTH = 104
EMPTY = phrase("No offer waits. c puts one before another seat.")
EMPTY_OF_BOTH = phrase("No offer waits; c puts one. You need nothing from others now.")


class DealsScreen(Board):
    """Four panes; what is under the cursor stands in full beside them, where there is room."""

    KEYS: ClassVar[Keys] = (
        ("Enter", phrase("answer")),
        ("c", phrase("new offer")),
        ("h", phrase("hot line")),
        ("k", phrase("have it checked")),
        ("Tab", phrase("next pane")),
        ("Esc", phrase("room")),
        ("n", phrase("close the move")),
    )
    BINDINGS = [
        ("c", "offer(False)", phrase("New offer")),
        ("h", "offer(True)", phrase("Hot line")),
        ("k", "check", phrase("Have evidence checked")),
    ]
    FOCUS_FIRST = "#offers"

    class Answer(Message):
        """This deal is to be answered."""

        def __init__(self, deal: str) -> None:
            super().__init__()
            self.deal = deal

    class Offer(Message):
        """An offer is to be put, over the hot line or not."""

        def __init__(self, hot: bool) -> None:
            super().__init__()
            self.hot = hot

    class Check(Message):
        """This piece of evidence is to be checked."""

        def __init__(self, exhibit: str) -> None:
            super().__init__()
            self.exhibit = exhibit

    def inside(self) -> Iterable[Widget]:
        """Every pane once; the style sheet says where it stands."""
        offers = Listing(phrase("Offers"), id="offers")
        words = Listing(phrase("Words given and taken"), id="words")
        proof = Listing(phrase("Evidence"), id="proof")
        for each in (offers, words, proof):
            # Nothing is said to be missing before anything was looked up.
            each.empty = ""
        with Horizontal(id="deals"):
            with Vertical(id="deals-left"):
                yield offers
                yield RoundPane(phrase("The consultation"), id="round")
                with Container(id="deals-middle"):
                    yield words
                    yield Credit(phrase("Credit"), id="credit")
                yield proof
            yield Lines(phrase("In full"), id="in-full")
        yield Said(id="deals-said")

    def on_mount(self) -> None:
        """The text in full is read, not walked to."""
        super().on_mount()
        self.query_one("#in-full", Lines).can_focus = False

    def show(self, known: Known) -> None:
        """Fill every pane; cursors stay on their rows."""
        super().show(known)
        self._fill_offers(known)
        self._fill_words(known)
        self._fill_proof(known)
        pane, clocks = self.query_one(RoundPane), tuple(consultation(known))
        self.set_class(bool(clocks), "consulting")
        pane.known, pane.clocks = known, clocks
        began = min((each.asked for each in clocks if each.asked is not None), default=None)
        pane.note = "" if began is None else phrase("asked {dated}", dated=known.dated(began))
        self.query_one(Credit).rows = tuple(credit_rows(known))
        self._show_full(self._listing())
        said = self.query_one("#deals-said", Said)
        said.sentence = self.answer or unsaid(known)
        said.tone = "bold" if self.answer else "$dim"

    def _fill_offers(self, known: Known) -> None:
        listing, rows = self.query_one("#offers", Listing), offer_rows(known)
        width = _width(listing)
        names = names_width([row.who for row in rows], width)
        none = known.scene.needs and not known.view.needs
        listing.empty = EMPTY_OF_BOTH if none else EMPTY
        found = [Row(row.key, (offer_line(row, width, names),)) for row in rows]
        listing.fill([*found, *_needs(known, width, bool(rows), listing.empty)])
        mine = len(yours(known))
        listing.note = phrase("{mine} for you to answer", mine=mine) if mine else ""

    def _fill_words(self, known: Known) -> None:
        listing, rows = self.query_one("#words", Listing), word_rows(known)
        listing.empty = phrase("No word has been given yet.")
        width = _width(listing)
        names = names_width([row.who for row in rows], width, WORD_NAMES)
        listing.fill([Row(row.key, (word_line(row, width, names),)) for row in rows])
        running = sum(row.open for row in rows)
        listing.note = (
            phrase("{running} of {rows} run", running=running, rows=len(rows)) if rows else ""
        )

    def _fill_proof(self, known: Known) -> None:
        listing, rows = self.query_one("#proof", Listing), exhibit_rows(known)
        listing.empty = phrase("No evidence has come to hand.")
        width = _width(listing)
        listing.fill([Row(row.key, (exhibit_line(row, width),)) for row in rows])
        free = sum(not row.used for row in rows)
        listing.note = phrase("{free} of {rows} free", free=free, rows=len(rows)) if rows else ""

    def to_next_open(self) -> None:
        """Stand on the first offer that still waits for this seat, if one does."""
        mine = yours(self.known)
        listing = self.query_one("#offers", Listing)
        keys = [row.key for row in listing.rows]
        if mine and mine[0].deal in keys:
            listing.cursor = keys.index(mine[0].deal)
            listing.focus()

    def _listing(self) -> Listing:
        """The list that has the keyboard, or else the offers."""
        focused = self.focused
        return focused if isinstance(focused, Listing) else self.query_one("#offers", Listing)

    def _show_full(self, listing: Listing) -> None:
        pane = self.query_one("#in-full", Lines)
        pane.top = 0
        pane.lines = tuple(self.in_full(listing, max(pane.size.width - 1, 20)))

    def in_full(self, listing: Listing, width: int) -> Sequence[Line]:
        """What stands under the cursor of a list, with everything that is known of it."""
        known, key = self.known, listing.key
        if not key:
            return ()
        if listing.id == "proof":
            found = next((each for each in known.view.exhibits if each.exhibit == key), None)
            return () if found is None else exhibit_lines(known, found, width)
        if (need := need_of(known, key)) is not None:
            return need_lines(known, need, width)
        deal = deal_of(known, key.partition("|")[0])
        if deal is None:
            return [line((phrase(" It goes out when time goes on. u takes it back."), "$dim"))]
        return deal_lines(known, deal, width)

    def on_listing_moved(self, event: Listing.Moved) -> None:
        """Another row."""
        event.stop()
        if event.listing is self._listing():
            self._show_full(event.listing)

    def on_listing_picked(self, event: Listing.Picked) -> None:
        """Enter: answer what can be answered, and read the rest in full."""
        event.stop()
        deal = deal_of(self.known, event.key)
        if event.listing.id == "offers" and deal is not None and can_answer(self.known, deal):
            self.post_message(self.Answer(deal.deal))
            return
        width = min(max(self.size.width - 4, 20), MOST_WIDTH)
        lines = [(), *((("  ", ""), *row) for row in self.in_full(event.listing, width))]
        self.app.push_screen(NoteScreen(phrase("In full"), lines, phrase("back")))

    def action_offer(self, hot: bool) -> None:
        """Put one of the seat's own offers."""
        self.post_message(self.Offer(hot))

    def action_check(self) -> None:
        """Have the evidence under the cursor checked, or the first piece that nobody checked."""
        listing = self.query_one("#proof", Listing)
        key = listing.key if listing.has_focus else next(iter(unchecked(self.known)), "")
        self.post_message(self.Check(key or listing.key))

    def on_descendant_focus(self) -> None:
        """Another list has the keyboard."""
        self._show_full(self._listing())


def _width(listing: Listing) -> int:
    """Cells of a row: what the list has, but no more than an eye follows from end to end."""
    return min(max(listing.size.width - 3, 20), MOST_WIDTH)


def _needs(known: Known, width: int, offers: bool, empty: str) -> list[Row]:
    """What the seat needs from others, below the offers or below that there are none."""
    needs = known.view.needs
    names = names_width([whose(known, each) for each in needs], width)
    heads = () if offers else (line((empty, "$dim")),)
    rows = []
    for number, each in enumerate(needs):
        above = () if number else (*heads, line((HEADING, "$faint")))
        lines = (*above, need_line(known, each, width, names))
        rows.append(Row(f"{KEY}|{each.need}", lines, len(above)))
    return rows
