"""The ending, page by page: the harm first and alone, and every page waits for a key."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.message import Message
from textual.widget import Widget

from tui.ink import Line, line
from tui.picture.afterwards import afterwards_lines, causes_lines
from tui.picture.data_of_luck import Debrief, LuckFound
from tui.picture.ending import ending_lines, harm_lines, rests_lines
from tui.picture.known import Known
from tui.picture.luck import luck_lines
from tui.picture.turning import record_lines, turning_lines
from tui.screens.board import Board, Keys
from tui.screens.pages import NoteScreen
from tui.screens.swap import Chosen, SwapScreen
from tui.widgets.key_bar import KeyBar
from tui.widgets.pane import Lines
from tui.words import phrase

WIDEST = 100
"""Pages are set no wider than this, however wide the window."""

PAGES = (
    phrase("Harm"),
    phrase("Ending"),
    phrase("Was that me, or luck?"),
    phrase("Three turning points"),
    phrase("Afterwards"),
)
HARM, LUCK = 0, 2


class EndingScreen(Board):
    """What a finished game is read by. It shows nothing until the game has said it is over."""

    KEYS: ClassVar[Keys] = (
        ("Enter", phrase("when you are ready")),
        ("w", phrase("what each line rests on")),
    )
    LATER: ClassVar[Keys] = (
        ("Enter", phrase("next page")),
        ("x", phrase("swap a decision")),
        ("r", phrase("record")),
        ("c", phrase("causes drawn")),
        ("S", phrase("save as a page")),
        ("b", phrase("page before")),
        ("w", phrase("what harm rests on")),
        ("t", phrase("timeline")),
        ("Esc", phrase("the room")),
    )
    ON_LUCK: ClassVar[Keys] = (
        ("Enter", phrase("next page")),
        ("x", phrase("swap a decision")),
        ("[ ]", phrase("measure")),
        ("+", phrase("more futures")),
        ("s", phrase("stop")),
        ("b", phrase("page before")),
    )
    LOCAL = (*LATER, *ON_LUCK[2:5])
    BINDINGS = [
        ("enter", "next_page", phrase("Next page")),
        ("b", "page_before", phrase("Page before")),
        ("w", "rests", phrase("What the harm rests on")),
        ("c", "causes", phrase("Causes drawn")),
        ("r", "record", phrase("The record")),
        ("x", "swap_decision", phrase("Swap a decision")),
        ("S", "save_page", phrase("Save as a page")),
        ("left_square_bracket", "measure(-1)", phrase("Measure before")),
        ("right_square_bracket", "measure(1)", phrase("Next measure")),
        ("plus", "more", phrase("More futures")),
        ("s", "stop_futures", phrase("Stop")),
    ]
    FOCUS_FIRST = "#ending"

    class Wanted(Message):
        """The results are to be read."""

    class Futures(Message):
        """Futures are wanted: so many more, and with this swap."""

        def __init__(self, more: bool, swap: Chosen) -> None:
            super().__init__()
            self.more, self.swap = more, swap

    class Stopped(Message):
        """No more futures are wanted."""

    class Saved(Message):
        """The pages are to be written down."""

    def __init__(self, known: Known, found: Debrief | None = None) -> None:
        super().__init__(known)
        self.found = found
        self.luck: LuckFound | None = None
        self.page = HARM
        self.swap: Chosen = None
        self._measure = 0
        self._said = ""

    def inside(self) -> Iterable[Widget]:
        """One page."""
        yield Lines(phrase("Harm"), id="ending")

    def on_mount(self) -> None:
        """Ask for the results, unless they are known."""
        super().on_mount()
        if self.found is None:
            self.post_message(self.Wanted())

    def show_results(self, found: Debrief) -> None:
        """They have come."""
        self.found = found
        self._show_again()

    def show_luck(self, luck: LuckFound) -> None:
        """Some futures have come; nothing on the screen moves but what they changed."""
        self.luck = luck
        if self.found is not None and luck.par is not None:
            seat = self.known.scene.seat
            mine = self.found.seats.get(seat)
            if mine is not None and mine.par is None:
                beside = mine.model_copy(update={"par": luck.par})
                seats = {**self.found.seats, seat: beside}
                self.found = self.found.model_copy(update={"seats": seats})
        self._show_again()

    def _show_again(self) -> None:
        # What comes before the screen stands is shown when it does; once it goes, nothing is.
        if self.is_mounted and all(map(self.query, ("ClockBar", "KeyBar", "#ending"))):
            self.show(self.known)

    def say(self, sentence: str) -> None:
        """A sentence at the end of the title's line, until the page is turned."""
        self._said = sentence
        self.show(self.known)

    def show(self, known: Known) -> None:
        """The page at this width."""
        super().show(known)
        pane = self.query_one("#ending", Lines)
        pane.title = PAGES[self.page]
        pane.note = self._said or phrase(
            "ending, page {page} of {pages}", page=self.page + 1, pages=len(PAGES)
        )
        width = min(max(pane.size.width - 3, 40), WIDEST)
        pane.lines = tuple(self._lines(width, pane.size.height - 1))
        keys = self.ON_LUCK if self.page == LUCK else self.LATER
        self.query_one(KeyBar).keys = keys if self.page else self.KEYS

    def _lines(self, width: int, height: int) -> list[Line]:
        found = self.found
        if found is None:
            return [(), line((phrase("   The game is read."), "$faint"))]
        seat = self.known.scene.seat
        pages: tuple[Callable[[], list[Line]], ...] = (
            lambda: harm_lines(found, width, height),
            lambda: ending_lines(found, seat, width),
            lambda: luck_lines(self.luck, self._measure, self.swapped, width),
            lambda: turning_lines(found, width),
            lambda: afterwards_lines(found, width),
        )
        return pages[self.page]()

    @property
    def swapped(self) -> str:
        """The swap in words; empty for none."""
        if self.swap is None or self.found is None:
            return ""
        decision = self.found.decisions[self.swap[0]]
        return f"{decision.words} → {decision.instead[self.swap[1]].words}"

    def action_next_page(self) -> None:
        """The next page; after the last one the room as it is."""
        if self.found is None:
            return
        if self.page + 1 == len(PAGES):
            self.call_later(self.app.run_action, "to_room")
            return
        if self.page == HARM and self.luck is None:
            self.post_message(self.Futures(False, None))
        self._turn(self.page + 1)

    def action_page_before(self) -> None:
        """The page before."""
        if self.page:
            self._turn(self.page - 1)

    def _turn(self, page: int) -> None:
        self.page, self._said = page, ""
        self.query_one("#ending", Lines).top = 0
        self.show(self.known)

    def _beside(self, title: str, lines: Callable[[Debrief, int], list[Line]]) -> None:
        """A page beside the others; the harm is read first, and alone."""
        if self.found is not None and self.page != HARM:
            width = min(max(self.size.width - 6, 40), WIDEST)
            shown = lines(self.found, width)
            self.app.push_screen(NoteScreen(title, shown, phrase("back to the ending")))

    def action_rests(self) -> None:
        """Whose counts stand on the page of harm, and what lies behind each line."""
        if self.found is not None:
            width = min(max(self.size.width - 6, 40), WIDEST)
            shown = rests_lines(self.found, width)
            self.app.push_screen(
                NoteScreen(phrase("What each line rests on"), shown, phrase("back"))
            )

    def action_causes(self) -> None:
        """What had been drawn, and which clues reached this seat."""
        seat = self.known.scene.seat
        self._beside(
            phrase("What nobody knew"), lambda found, width: causes_lines(found, seat, width)
        )

    def action_record(self) -> None:
        """What was done in fact, beside what was ordered here."""
        self._beside(phrase("Your decisions beside the record"), record_lines)

    def action_measure(self, step: int) -> None:
        """Another measure."""
        if self.page == LUCK:
            self._measure += step
            self.show(self.known)

    def action_more(self) -> None:
        """More futures."""
        if self.page == LUCK:
            self.post_message(self.Futures(True, self.swap))

    def action_stop_futures(self) -> None:
        """Leave off; what has come stays."""
        if self.page == LUCK:
            self.post_message(self.Stopped())

    def action_swap_decision(self) -> None:
        """Which decision, and for what."""
        if self.found is None or self.page == HARM:
            return

        def chosen(answer: tuple[bool, Chosen] | None) -> None:
            if answer is not None and answer[0]:
                self.swap = answer[1]
                self.post_message(self.Futures(False, self.swap))
                self._turn(LUCK)

        self.app.push_screen(SwapScreen(self.found.decisions), chosen)

    def action_save_page(self) -> None:
        """Write the pages down, once the harm was read."""
        if self.found is not None and self.page != HARM:
            self.post_message(self.Saved())
