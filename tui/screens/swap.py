"""Which decision is swapped, and for what: for nothing, or for another choice of its card."""

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.screen import ModalScreen

from tui.ink import line
from tui.picture.data_of_luck import OwnDecision
from tui.picture.ending import when
from tui.widgets.key_bar import KeyBar
from tui.widgets.listing import Listing, Row
from tui.widgets.too_small import TooSmall
from tui.words import phrase

NONE = "none"

Chosen = tuple[int, int] | None
"""Which decision and which of its other choices, both from 0; None for no swap."""


class SwapScreen(ModalScreen[tuple[bool, Chosen]]):
    """Gives back whether anything was chosen, and what."""

    DEFAULT_CSS = "SwapScreen Listing { height: 1fr; }"
    BINDINGS = [("escape", "dismiss((False, None))", phrase("Back"))]

    def __init__(self, decisions: Sequence[OwnDecision]) -> None:
        super().__init__()
        self._decisions = decisions

    def compose(self) -> ComposeResult:
        """Every decision with its other choices."""
        swaps = Listing(phrase("Swap a decision"), phrase("one at a time"), id="swaps")
        swaps.empty = phrase("You gave no order that could be swapped.")
        yield swaps
        yield KeyBar(
            (
                ("Enter", phrase("play it again so")),
                ("↑↓", phrase("choose")),
                ("Esc", phrase("back")),
            )
        )
        yield TooSmall()

    def on_mount(self) -> None:
        """Fill it."""
        swaps = self.query_one(Listing)
        swaps.fill(tuple(_rows(self._decisions)))
        swaps.focus()

    def on_listing_picked(self, event: Listing.Picked) -> None:
        """This one."""
        event.stop()
        first, _, second = event.key.partition("|")
        found = None if first == NONE else (int(first), int(second))
        self.dismiss((True, found))


def _rows(decisions: Sequence[OwnDecision]) -> Iterator[Row]:
    if decisions:
        yield Row(NONE, (line((phrase("No swap: the same decisions alone"), "$dim")),))
    for number, decision in enumerate(decisions):
        head = line((f" {when(decision.at):<13}", "$faint"), (decision.words, "bold"))
        for other, instead in enumerate(decision.instead):
            choice = line((phrase("      instead  "), "$dim"), instead.words)
            lines = (head, choice) if not other else (choice,)
            yield Row(f"{number}|{other}", lines, heading=0 if other else 1)
