"""Closing a move: what goes out and what the staff adds, and the slip; Esc closes nothing."""

from typing import ClassVar

from textual.app import ComposeResult

from tui.ink import Line, hanging, line
from tui.picture import moves
from tui.picture.closing import asks_slip, closing_rows
from tui.picture.known import Known
from tui.screens.modal import Modal
from tui.screens.slips import Drafts, asked_rows
from tui.widgets.key_bar import KeyBar
from tui.widgets.pane import Lines
from tui.widgets.said import Said
from tui.widgets.slip import SlipRows
from tui.widgets.too_small import TooSmall
from tui.words import phrase

LABEL = 11


class CloseScreen(Modal[dict[str, str] | None]):
    """Dismissed with the slip, perhaps an empty one, where the move is closed; None: it is not."""

    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("Enter", phrase("close the move")),
        ("Esc", phrase("back, nothing closed")),
        ("x", phrase("staff orders nothing")),
    )
    SLIP: ClassVar[tuple[tuple[str, str], ...]] = (
        ("0-9", phrase("percent")),
        ("←→", phrase("by tens")),
        ("↑↓", phrase("question")),
    )
    BINDINGS = [
        ("enter", "close", phrase("Close the move")),
        ("escape,n", "back", phrase("Back")),
        ("x", "hold", phrase("Order nothing in this move")),
    ]

    def __init__(self, known: Known, drafts: Drafts, then: str = "") -> None:
        """`then` says whose turn it is before time runs, where several persons play."""
        super().__init__()
        self._known, self._drafts, self._then = known, drafts, then
        self._asks = asks_slip(known)

    def compose(self) -> ComposeResult:
        """What follows, the questions of the slip if it is open, one sentence, the keys."""
        yield Lines(phrase("Close {where}?", where=moves.where(self._known)), id="closing")
        if self._asks:
            yield SlipRows(
                phrase("How likely is each by then?"), phrase("empty: left out"), id="slip"
            )
        yield Said(id="closing-said")
        yield KeyBar((*self.KEYS, *(self.SLIP if self._asks else (("↑↓", phrase("more")),))))
        yield TooSmall()

    def on_mount(self) -> None:
        """Fill it in; digits go to the slip at once."""
        page = self.query_one("#closing", Lines)
        page.can_focus = not self._asks
        if self._asks:
            rows = self.query_one(SlipRows)
            rows.rows = asked_rows(self._known, self._drafts)
            rows.focus()
        else:
            page.focus()
        self._say()
        self.call_after_refresh(self._fill)

    def on_resize(self) -> None:
        """The lines follow the width."""
        self._fill()

    def _fill(self) -> None:
        page = self.query_one("#closing", Lines)
        width = max(page.size.width - 1, 20)
        found: list[Line] = []
        for label, said in closing_rows(self._known):
            tone = (
                "bold $ask"
                if label == phrase("Too late")
                else "bold"
                if label == phrase("Goes out")
                else ""
            )
            found += hanging(line((f" {label:<{LABEL}}", "$dim")), f"{said}.", width, tone)
        page.lines = tuple(found)

    def on_slip_rows_changed(self) -> None:
        """The sentence says what is handed in."""
        self._say()

    def _say(self) -> None:
        said = self.query_one("#closing-said", Said)
        said.sentence, said.tone = (
            phrase(
                "Enter closes the move{slip_in_words}.{then}",
                slip_in_words=self._slip_in_words(),
                then=self._then,
            ),
            "bold",
        )

    def _slip_in_words(self) -> str:
        if not self._asks:
            move = self._known.view.move
            return phrase("; your forecasts are in") if move is not None and move.slip else ""
        rows = self.query_one(SlipRows)
        count = len(rows.given)
        if not count:
            return phrase(" and leaves the forecasts out")
        return phrase(" and hands in {count} of {rows} forecasts", count=count, rows=len(rows.rows))

    async def action_hold(self) -> None:
        """Not even what the staff would order goes out; again: it may."""
        await self.app.run_action("app.hold")
        known = getattr(self.app, "known", None)
        if isinstance(known, Known):
            self._known = known
        self._fill()

    def action_close(self) -> None:
        """Close it, with what is filled in."""
        self.dismiss(self.query_one(SlipRows).given if self._asks else {})

    def action_back(self) -> None:
        """Nothing is closed; what was typed is kept for when the move is closed."""
        if self._asks:
            self._drafts.keep(self._known, self.query_one(SlipRows).rows)
        self.dismiss(None)
