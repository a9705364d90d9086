"""The map as large as there is room for, with every place and what is told of it."""

from collections.abc import Iterable, Sequence

from textual.widget import Widget

from tui.ink import Line, ends, line
from tui.picture.known import Known
from tui.picture.movements import movement_words, movements, with_movements
from tui.picture.places import (
    STYLES,
    by_trouble,
    has_unrest,
    note_of,
    ordered_by,
    told_of,
    towns,
)
from tui.screens.pair import Pair
from tui.widgets.listing import Listing, Row
from tui.widgets.map_view import MapView, Way, ascii_mark
from tui.words import phrase

CLOSEST = 16.0


def show_places(shown: MapView, known: Known) -> None:
    """Put the places on a map, and whoever is on the way to them."""
    shown.shapes = has_unrest(known.scene)
    shown.towns = tuple(with_movements(known))
    shown.moves = tuple(
        Way(each.target, each.origin, each.share(known.now), each.short)
        for each in movements(known)
    )


class MapScreen(Pair):
    """Places by trouble, the worst first; `[` and `]` walk through them."""

    TITLE, DETAIL = phrase("Places, worst first"), phrase("What you were told")
    EMPTY = phrase("This scenario has no places.")
    KEYS = (
        ("↑↓", phrase("place")),
        ("+ −", phrase("zoom")),
        ("←→ ⇧↑↓", phrase("pan")),
        ("0", phrase("whole map")),
        ("/", phrase("find")),
        ("[ ]", phrase("next by trouble")),
        ("Esc", phrase("room")),
        ("n", phrase("close the move")),
    )
    BINDINGS = [
        ("left_square_bracket", "go(-1)", ""),
        ("right_square_bracket", "go(1)", ""),
        ("plus,equals_sign", "zoom(1)", phrase("Closer")),
        ("minus", "zoom(-1)", phrase("Further")),
        ("0", "whole", phrase("The whole map")),
        ("left", "pan(-1, 0)", phrase("West")),
        ("right", "pan(1, 0)", phrase("East")),
        ("shift+up", "pan(0, -1)", phrase("North")),
        ("shift+down", "pan(0, 1)", phrase("South")),
    ]

    def __init__(self, known: Known, ascii_only: bool) -> None:
        super().__init__(known)
        self._ascii = ascii_only

    def above(self) -> Iterable[Widget]:
        """The map."""
        yield MapView(phrase("Map"), id="map")

    def show(self, known: Known) -> None:
        """The map and the list."""
        super().show(known)
        shown = self.query_one(MapView)
        shown.outline = tuple(known.scene.outline)
        shown.ascii_only = self._ascii
        show_places(shown, known)
        shown.note = note_of(known, towns(known))
        listing = self.query_one("#list", Listing)
        listing.title = phrase("Places, {ordered_by}", ordered_by=ordered_by(known))
        shown.chosen = listing.key

    def as_at_first(self, known: Known) -> None:
        """The whole map again."""
        shown = self.query_one(MapView)
        shown.zoom, shown.centre = 1.0, None
        super().as_at_first(known)

    def rows(self, known: Known, width: int) -> Sequence[Row]:
        """One line a place: its shape, its state in a word, what is lost, and the age of it."""
        shapes = has_unrest(known.scene)
        found = []
        for town in by_trouble(towns(known)):
            mark = ascii_mark(town) if self._ascii else town.mark
            state = town.word if shapes else ""
            lost = phrase(" ×{lost} lost", lost=town.lost) if town.lost else ""
            coming = ", ".join(each.what for each in movements(known) if each.target == town.id)
            left = line(
                (f"{mark} ", f"bold {STYLES[town.level]}"),
                (town.title, ""),
                (f"  {state} {town.note}{lost}".rstrip(), "$dim"),
                (f"  ▸ {coming}" if coming else "", "$own"),
            )
            found.append(Row(town.id, (ends(left, line((town.age, "$faint")), width),)))
        return found

    def detail(self, known: Known, key: str, width: int) -> Sequence[Line]:
        """Every figure told of the place, and the sites in it."""
        ids = [place.id for place in known.scene.places]
        if key not in ids:
            return ()
        place = known.scene.places[ids.index(key)]
        region = known.scene.regions.get(place.region, "")
        lines = [
            line(
                (f" {place.title}", "bold"),
                (
                    phrase("  {region}, {people:,.0f} people", region=region, people=place.people),
                    "$dim",
                ),
            )
        ]
        for title, value, old in told_of(known, ids.index(key)):
            lines.append(
                ends(line(f" {title}"), line((value, "bold"), (f"{old:>12}", "$faint")), width)
            )
        for each in movements(known):
            if each.target == key:
                lines.append(line((f" ▸ {movement_words(known, each)}", "$own")))
        sites = [site.title for site in known.scene.sites if site.place == key]
        return [*lines, *(line((f" ■ {title}", "$dim")) for title in sites)]

    def on_listing_moved(self, event: Listing.Moved) -> None:
        """Another place: its detail, its mark on the map, and the middle of a closer map."""
        super().on_listing_moved(event)
        shown = self.query_one(MapView)
        shown.chosen = event.key
        if shown.zoom > 1.0:
            self._centre(shown, event.key)

    def _centre(self, shown: MapView, key: str) -> None:
        town = next((town for town in shown.towns if town.id == key), None)
        if town is not None:
            shown.centre = (town.longitude, town.latitude)

    def action_zoom(self, step: int) -> None:
        """Closer to the place under the cursor, or further away."""
        shown = self.query_one(MapView)
        before = shown.zoom
        shown.zoom = min(max(before * 2.0**step, 1.0), CLOSEST)
        if before <= 1.0 < shown.zoom:
            self._centre(shown, self.query_one("#list", Listing).key)

    def action_whole(self) -> None:
        """All of it again."""
        self.query_one(MapView).zoom = 1.0

    def action_pan(self, right: int, down: int) -> None:
        """Another part of a closer map."""
        self.query_one(MapView).pan(right, down)

    def action_go(self, step: int) -> None:
        """The next place by trouble."""
        self.query_one("#list", Listing).action_move(step)
