"""Why: each figure, and what moved it as far as the seat may know."""

from collections.abc import Iterable, Sequence

from textual.containers import Container
from textual.message import Message
from textual.widget import Widget

from tui.ink import line
from tui.picture.data import WhyLedger
from tui.picture.figures import Meter, amount, meters, title_of
from tui.picture.known import Known
from tui.picture.times import HOUR, age, lately
from tui.picture.why import SPANS, head, rows
from tui.screens.board import Board
from tui.widgets.listing import Listing, Row
from tui.widgets.meters import meter_line
from tui.widgets.strip import Strip
from tui.words import phrase


class WhyScreen(Board):
    """Posts Ask whenever another figure or span is looked at; the app shows the ledger."""

    KEYS = (
        ("↑↓", phrase("figure")),
        ("[ ]", phrase("shorter, longer")),
        ("Tab", phrase("to its parts")),
        ("Enter", phrase("go to that hour")),
        ("Esc", phrase("room")),
        ("e", phrase("estimate")),
    )
    BINDINGS = [
        ("left_square_bracket", "span(-1)", phrase("Shorter span")),
        ("right_square_bracket", "span(1)", phrase("Longer span")),
    ]
    FOCUS_FIRST = "#list"

    class Ask(Message):
        """A ledger is wanted."""

        def __init__(self, key: str, where: int, since: int) -> None:
            super().__init__()
            self.key, self.where, self.since = key, where, since

    class Goto(Message):
        """What was told under this number is wanted in the timeline."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, known: Known, key: str = "", where: int = 0) -> None:
        super().__init__(known)
        self._extra = (key, where) if key and _of_many(known, key) else None
        self._first = key
        self._span = 2
        self._ledger: WhyLedger | None = None
        self._asked: tuple[str, int] = ("", 0)

    def inside(self) -> Iterable[Widget]:
        """Figures, what moved the one under the cursor, and the change in a line."""
        figures = Listing(phrase("Figures"), phrase("[ ] span"), id="list")
        figures.empty = phrase("No figure is told to this seat.")
        parts = Listing(phrase("What moved it"), id="parts")
        parts.empty = phrase("It was told to you once at most: nothing has moved yet.")
        yield Container(figures, parts, id="pair")
        yield Strip(id="sum")

    def show(self, known: Known) -> None:
        """Fill the figures, and ask for the ledger of the one under the cursor."""
        super().show(known)
        listing = self.query_one("#list", Listing)
        first = not listing.rows
        listing.fill(self._figures(known, max(listing.size.width - 2, 20)))
        if first and self._first:
            keys = [row.key for row in listing.rows]
            wanted = _named(*self._extra) if self._extra else _named(self._first, 0)
            listing.cursor = keys.index(wanted) if wanted in keys else 0
        self._ask(listing.key)
        self._show_ledger()

    def _figures(self, known: Known, width: int) -> Sequence[Row]:
        found = [Row(_named(meter.key, 0), (meter_line(meter, width),)) for meter in meters(known)]
        if self._extra is None:
            return found
        return [Row(_named(*self._extra), (meter_line(_one(known, *self._extra), width),)), *found]

    def show_ledger(self, ledger: WhyLedger | None) -> None:
        """What moved it."""
        self._ledger = ledger
        self._show_ledger()

    def _show_ledger(self) -> None:
        parts, ledger = self.query_one("#parts", Listing), self._ledger
        key, where = self._asked
        words = SPANS[self._span][1]
        parts.note = (
            phrase("since {words}", words=words)
            if not SPANS[self._span][0]
            else phrase("over {words}", words=words)
        )
        strip = self.query_one(Strip)
        if ledger is None:
            parts.fill(())
            strip.line = ()
            return
        parts.title = (
            phrase("What moved it")
            if ledger.exact
            else phrase("Its steps, and what was heard then")
        )
        parts.fill(rows(self.known, key, ledger, max(parts.size.width - 2, 40)))
        name = _title(self.known, key, where)
        strip.line = line((f" {head(self.known, key, name, ledger)}", "bold"))

    def _ask(self, named: str) -> None:
        if not named:
            return
        key, _, where = named.rpartition("@")
        self._asked = (key, int(where))
        hours = SPANS[self._span][0]
        since = max(self.known.now - hours * HOUR, 0) if hours else 0
        self.post_message(self.Ask(key, int(where), since))

    def action_span(self, step: int) -> None:
        """Another span."""
        self._span = min(max(self._span + step, 0), len(SPANS) - 1)
        self._ask(self.query_one("#list", Listing).key)

    def on_listing_moved(self, event: Listing.Moved) -> None:
        """Another figure."""
        event.stop()
        if event.listing.id == "list":
            self._ask(event.key)

    def on_listing_picked(self, event: Listing.Picked) -> None:
        """Enter goes from the figures to the parts, and from a part to its hour."""
        event.stop()
        if event.listing.id == "list":
            self.query_one("#parts", Listing).focus()
        elif event.key.lstrip("-").isdecimal() and int(event.key) >= 0:
            self.post_message(self.Goto(int(event.key)))


def _named(key: str, where: int) -> str:
    return f"{key}@{where}"


def _of_many(known: Known, key: str) -> bool:
    told = known.scene.told.get(key)
    return told is not None and told.of not in ("self", "meter")


def _title(known: Known, key: str, where: int) -> str:
    if not _of_many(known, key):
        return title_of(known.scene, key)
    told = known.scene.told[key]
    names = {
        "place": [place.title for place in known.scene.places],
        "site": [site.title for site in known.scene.sites],
        "force": list(known.scene.forces.values()),
        "region": list(known.scene.regions.values()),
    }.get(told.of, [])
    return f"{title_of(known.scene, key)}, {names[where] if where < len(names) else where}"


def _one(known: Known, key: str, where: int) -> Meter:
    """The figure of one place or site, as a row."""
    title, figure = _title(known, key, where), known.view.figures.get(key)
    told = known.scene.told[key]
    if figure is None or where >= len(figure.values) or figure.values[where] is None:
        return Meter(key, title, "?", "–", False)
    value = figure.values[where]
    at = figure.as_of[where] if where < len(figure.as_of) else figure.as_of[0]
    said = amount(float(value), told.unit) if isinstance(value, float | int) else str(value)
    old = known.now - at
    return Meter(key, title, said, age(old), old <= lately(told.after, known.scene.beat))
