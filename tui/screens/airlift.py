"""The airlift on an axis of time: flights above, stands below."""

from collections.abc import Iterable

from textual.containers import Container
from textual.widget import Widget

from tui.ink import Line, cut, line
from tui.picture.airlift import (
    LEGEND,
    Axis,
    flight_line,
    heading,
    loaded,
    shown,
    stand_lines,
    summed,
    waiting_words,
    words,
)
from tui.picture.flights import Lift, board_key, lift
from tui.picture.known import Known
from tui.picture.times import HOUR, dated
from tui.screens.board import Board
from tui.widgets.listing import Listing, Row
from tui.widgets.pane import Lines
from tui.widgets.strip import Strip
from tui.words import phrase, sense

STEP = 3 * HOUR


class AirliftScreen(Board):
    """Each flight and each stand as a bar; the line below says all of the flight chosen."""

    KEYS = (
        ("↑↓", phrase("flight")),
        ("←→", phrase("earlier, later")),
        ("0", phrase("now")),
        ("o", phrase("cards")),
        ("Tab", phrase("stands")),
        ("a", phrase("forces")),
        ("Esc", phrase("room")),
    )
    BINDINGS = [
        ("left", "shift(-1)", sense("hours", "Earlier")),
        ("right", "shift(1)", sense("hours", "Later")),
        ("0", "now", phrase("Now")),
    ]
    FOCUS_FIRST = "#flights"

    def __init__(self, known: Known) -> None:
        super().__init__(known)
        self._shift = 0
        self._placed = False

    def inside(self) -> Iterable[Widget]:
        """The sum, the flights, the stands, and the flight under the cursor in words."""
        yield Strip(id="sum")
        flights = Listing(phrase("Flights"), LEGEND, id="flights")
        flights.empty = phrase("Nothing flies on these hours.")
        yield Container(Strip(id="axis"), flights, id="bars")
        yield Lines(phrase("Stands"), phrase("× closed"), id="stands")
        yield Lines("", id="chosen")

    def show(self, known: Known) -> None:
        """Draw it at this width."""
        super().show(known)
        listing = self.query_one("#flights", Listing)
        width = max(listing.size.width - 2, 60)
        axis = Axis.around(known.now, width, self._shift)
        found = lift(known)
        self.query_one("#sum", Strip).line = line((f" {self._sum(found)}", "bold"))
        self.query_one("#axis", Strip).line = (("  ", ""), *heading(known, axis))
        if found is None:
            listing.fill([])
            return
        rows = shown(found, axis)
        listing.fill([Row(f.id, (cut(flight_line(known, found, f, axis), width),)) for f in rows])
        if not self._placed and rows:
            here = [number for number, each in enumerate(rows) if not each.over]
            listing.cursor = here[0] if here else len(rows) - 1
            self._placed = True
        stands = self.query_one("#stands", Lines)
        drawn = stand_lines(known, found, axis, width)
        stands.lines = tuple((("  ", ""), *each) for each in drawn)
        stands.styles.height = min(len(drawn) + 1, max(self.size.height // 3, 4))
        self._choose(listing.key)

    def _sum(self, found: Lift | None) -> str:
        if found is not None:
            return summed(self.known, found)
        if board_key(self.known) is None:
            return phrase("This seat is not told of single flights.")
        return phrase("Nothing flies. It opens when the first flight is ordered.")

    def _choose(self, key: str) -> None:
        found = lift(self.known)
        flight = None if found is None else next((f for f in found.flights if f.id == key), None)
        rows: list[Line] = []
        if found is not None and flight is not None:
            start = self.known.scene.start
            parts = [
                (flight.loads, phrase("loading began")), (flight.leaves, phrase("left")),
                (flight.arrives, phrase("arrived")), (flight.parks, phrase("on a stand")),
                (flight.ends, phrase("gone by")),
            ]  # fmt: skip
            said = ", ".join(f"{word} {dated(start, at)}" for at, word in parts if at is not None)
            head = f" {flight.title}: {words(self.known, found, flight)}; {loaded(flight)}"
            rows = [line((head, "bold")), line((f" {said}.", "$dim"))]
        waits = "" if found is None else "  ".join(waiting_words(found))
        rows.append(line((phrase(" Not off yet: {waits}", waits=waits) if waits else "", "$dim")))
        self.query_one("#chosen", Lines).lines = tuple(rows)

    def on_listing_moved(self, event: Listing.Moved) -> None:
        """Another flight."""
        event.stop()
        self._choose(event.key)

    def action_shift(self, step: int) -> None:
        """Other hours."""
        self._shift = min(self._shift + step * STEP, 0)
        self.show(self.known)

    def action_now(self) -> None:
        """Back to the hours around now."""
        self._shift = 0
        self.show(self.known)
