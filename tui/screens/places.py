"""The map as large as there is room for, with every place and what is told of it."""

from collections.abc import Iterable, Sequence

from textual.widget import Widget

from tui.ink import Line, ends, line
from tui.picture.known import Known
from tui.picture.places import STYLES, by_trouble, has_unrest, note_of, told_of, towns
from tui.screens.pair import Pair
from tui.widgets.listing import Listing, Row
from tui.widgets.map_view import MapView, ascii_mark


class MapScreen(Pair):
    """Places by trouble, the worst first; `[` and `]` walk through them."""

    TITLE, DETAIL = "Places, worst first", "What you were told"
    EMPTY = "This scenario has no places."
    KEYS = (("↑↓", "place"), ("[ ]", "next by trouble"), ("Esc", "room"), ("n", "close the move"))
    BINDINGS = [("left_square_bracket", "go(-1)", ""), ("right_square_bracket", "go(1)", "")]

    def __init__(self, known: Known, ascii_only: bool) -> None:
        super().__init__(known)
        self._ascii = ascii_only

    def above(self) -> Iterable[Widget]:
        """The map."""
        yield MapView("Map", id="map")

    def show(self, known: Known) -> None:
        """The map and the list."""
        super().show(known)
        shown = self.query_one(MapView)
        shown.outline = tuple(known.scene.outline)
        shown.ascii_only = self._ascii
        shown.shapes = has_unrest(known.scene)
        places = towns(known)
        shown.towns = tuple(places)
        shown.note = note_of(known, places)

    def rows(self, known: Known, width: int) -> Sequence[Row]:
        """One line a place: its shape, its state in a word, what is lost, and the age of it."""
        shapes = has_unrest(known.scene)
        found = []
        for town in by_trouble(towns(known)):
            mark = ascii_mark(town) if self._ascii else town.mark
            state = town.word if shapes else ""
            lost = f" ×{town.lost} lost" if town.lost else ""
            left = line(
                (f"{mark} ", f"bold {STYLES[town.level]}"),
                (town.title, ""),
                (f"  {state} {town.note}{lost}".rstrip(), "$dim"),
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
            line((f" {place.title}", "bold"), (f"  {region}, {place.people:,.0f} people", "$dim"))
        ]
        for title, value, old in told_of(known, ids.index(key)):
            lines.append(
                ends(line(f" {title}"), line((value, "bold"), (f"{old:>12}", "$faint")), width)
            )
        sites = [site.title for site in known.scene.sites if site.place == key]
        return [*lines, *(line((f" ■ {title}", "$dim")) for title in sites)]

    def action_go(self, step: int) -> None:
        """The next place by trouble."""
        self.query_one("#list", Listing).action_move(step)
