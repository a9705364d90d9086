"""The situation room."""

from collections.abc import Iterable
from typing import ClassVar

from textual.containers import Container, Horizontal, Vertical
from textual.widget import Widget

from tui.picture import brief
from tui.picture.cards import argued, nothing_to_argue
from tui.picture.deals import offer_rows
from tui.picture.figures import meters
from tui.picture.known import Known
from tui.picture.ladder import ladder
from tui.picture.means import means
from tui.picture.moves import first_look
from tui.picture.orders import order_rows
from tui.picture.places import note_of, towns
from tui.picture.pledges import word_rows
from tui.picture.ranking import MOST, ranked
from tui.picture.reports import counted
from tui.picture.reserve import reserve
from tui.picture.ticker import ticker
from tui.screens.board import Board, Keys
from tui.screens.places import show_places
from tui.widgets.card_row import Cards
from tui.widgets.key_bar import KeyBar
from tui.widgets.ladder_view import LadderView
from tui.widgets.map_view import MapView
from tui.widgets.means import Means
from tui.widgets.meters import Meters
from tui.widgets.orders_out import OrdersOut
from tui.widgets.reports import Reports
from tui.widgets.said import Said
from tui.widgets.strip import Strip
from tui.widgets.three_lines import ThreeLines
from tui.widgets.words import Words
from tui.words import phrase

ALL_CARDS = phrase("o all cards")


class RoomScreen(Board):
    """Three lines first; then the map, the reports, the means, and three cards."""

    KEYS: ClassVar[Keys] = (
        ("1-3", phrase("fill in")),
        ("n", phrase("close the move")),
        ("o", phrase("all cards")),
        ("i", phrase("reports")),
        ("m", phrase("map")),
        ("d", phrase("deals")),
        ("e", phrase("estimate")),
        ("Space", phrase("run")),
        ("w", phrase("why")),
        ("a", phrase("forces")),
        ("t", phrase("timeline")),
        ("b", phrase("brief")),
        ("u", phrase("take back")),
        (". + −", phrase("step, speed")),
    )
    FIRST_KEYS: ClassVar[Keys] = (
        ("n", phrase("close the move")),
        ("Esc", phrase("everything")),
    )
    """What the first move names, until something was ordered or everything is wanted."""
    LOCAL: ClassVar[Keys] = (
        ("b", phrase("briefing")),
        ("Enter", phrase("open the pane that has the keyboard")),
    )
    BINDINGS = [
        ("b", "app.board('brief')", phrase("Briefing")),
        ("escape", "whole", phrase("The whole room")),
    ]
    FOCUS_FIRST = "#reports"

    def __init__(self, known: Known, ascii_only: bool) -> None:
        super().__init__(known)
        self._ascii = ascii_only
        self._whole = False
        """Whether everything is shown although nothing was ordered yet."""

    def inside(self) -> Iterable[Widget]:
        """Every pane once; the style sheet says where it stands."""
        yield ThreeLines()
        yield Strip(id="ticker")
        with Horizontal(id="middle"):
            with Vertical(id="ground"):
                yield MapView(phrase("Map"), id="map")
                yield Means(phrase("Your means"), id="means-wide")
                with Container(id="given"):
                    yield Words(phrase("Words"), id="words-room")
                    yield OrdersOut(phrase("Orders out"), id="orders")
            with Vertical(id="heard"):
                yield Reports(phrase("Reports"), id="reports")
                yield Means(
                    phrase("Your means, and figures"), phrase("age · w why"), id="means-narrow"
                )
                yield Meters(phrase("Figures"), phrase("age · w why"), id="meters")
                yield LadderView(phrase("Asked and offered"), id="ladder")
        yield Cards(phrase("Three cards the staff would argue about"), ALL_CARDS, id="cards")
        yield Said(id="default")

    def show(self, known: Known) -> None:
        """Fill every pane."""
        super().show(known)
        first = first_look(known) and not self._whole
        self.set_class(first, "first")
        self.query_one(KeyBar).keys = self.FIRST_KEYS if first else self.KEYS
        self._show_lines(known)
        self._show_ground(known)
        self._show_heard(known)
        cards = self.query_one(Cards)
        cards.cards = tuple(argued(known))
        cards.note = "" if self.has_class("first") else ALL_CARDS
        cards.nothing = nothing_to_argue(known)

    def action_whole(self) -> None:
        """Everything, also in the first move."""
        self._whole = True
        self.show(self.known)

    def _show_lines(self, known: Known) -> None:
        lines = self.query_one(ThreeLines)
        lines.changed = brief.changed(known)
        lines.asked, lines.urgent = brief.asked(known)
        lines.expires = brief.expires(known)
        self.query_one("#ticker", Strip).line = ticker(known)
        said = self.query_one("#default", Said)
        default = brief.default(known)
        said.head = phrase("If you decide nothing more:") if default and not self.answer else ""
        said.sentence = self.answer or default
        said.tone = "bold" if self.answer else ""
        said.set_class(not self.answer, "silent")

    def _show_ground(self, known: Known) -> None:
        shown = self.query_one(MapView)
        places = towns(known)
        if shown.outline != (outline := tuple(known.scene.outline)):
            shown.outline = outline
        shown.ascii_only = self._ascii
        show_places(shown, known)
        shown.note = note_of(known, places) if shown.size.width > 50 else ""
        orders = self.query_one(OrdersOut)
        orders.orders = tuple(order_rows(known))
        orders.note = phrase("u take back") if any(row.waits for row in orders.orders) else ""
        words = self.query_one(Words)
        words.offers = tuple(row for row in offer_rows(known) if row.yours)
        words.words = tuple(row for row in word_rows(known) if row.open)
        count = len(words.offers)
        words.note = phrase("{count} to answer · d", count=count) if count else phrase("d deals")
        self.set_class(bool(words.offers or words.words), "dealing")

    def _show_heard(self, known: Known) -> None:
        pane = self.query_one(Reports)
        count, fresh = counted(known)
        pane.reports = tuple(ranked(known))
        few = (
            phrase("{reports} of {count} · i all", reports=len(pane.reports), count=count)
            if count > MOST
            else phrase("i all")
        )
        pane.note = phrase("{fresh} new, {few}", fresh=fresh, few=few) if fresh else few
        rows = tuple(meters(known))
        found = ladder(known)
        self.query_one(Meters).meters = rows
        men = reserve(known)
        for means_pane in self.query(Means):
            means_pane.means = tuple(means(known))
            means_pane.reserve = men
            means_pane.set_class(men is not None, "armed")
            means_pane.meters = rows if means_pane.id == "means-narrow" else ()
            means_pane.ladder = found if means_pane.id == "means-narrow" else None
        view = self.query_one(LadderView)
        view.set_class(found is None, "absent")
        view.ladder = found
