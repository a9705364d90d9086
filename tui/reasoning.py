"""What `w` does: the ledger of a figure, from wherever one is under the cursor."""

from tui.moving import Moving
from tui.picture.data import WhyLedger
from tui.picture.places import readings
from tui.screens.lists import ForcesScreen
from tui.screens.places import MapScreen
from tui.screens.why import WhyScreen
from tui.session import Trouble
from tui.widgets.listing import Listing
from tui.words import phrase


class Reasoning(Moving):
    """Why a figure moved."""

    BINDINGS = [("w", "why", phrase("Why: what moved a figure"))]
    ASKING = Moving.ASKING | {"why"}

    def action_why(self) -> None:
        """What moved the figure under the cursor; the same key again goes back."""
        if self.known is None:
            return
        again = isinstance(self.screen, WhyScreen)
        key, where = self._under_cursor()
        self.action_to_room()
        if not again:
            self.push_screen(WhyScreen(self.known, key, where))

    def action_why_of(self, key: str) -> None:
        """What moved one figure."""
        if self.known is not None:
            self.action_to_room()
            self.push_screen(WhyScreen(self.known, key, 0))

    def _under_cursor(self) -> tuple[str, int]:
        """The figure that the screen in front has under its cursor, and which of its values."""
        assert self.known is not None
        screen = self.screen
        if isinstance(screen, MapScreen):
            places = [place.id for place in self.known.scene.places]
            chosen = screen.query_one("#list", Listing).key
            found = readings(self.known)
            if chosen in places and found:
                return found[0].key, places.index(chosen)
        if isinstance(screen, ForcesScreen):
            key, _, name = screen.query_one("#list", Listing).key.partition("|")
            return key, self._index_of(key, name)
        return "", 0

    def _index_of(self, key: str, name: str) -> int:
        assert self.known is not None
        scene = self.known.scene
        told = scene.told.get(key)
        names = {
            "place": [place.title for place in scene.places],
            "site": [site.title for site in scene.sites],
            "force": list(scene.forces.values()),
            "region": list(scene.regions.values()),
        }.get("" if told is None else told.of, [])
        return names.index(name) if name in names else 0

    async def on_why_screen_ask(self, event: WhyScreen.Ask) -> None:
        """Ask for a ledger, and show it where it is still wanted."""
        if self.keeper is None:
            return
        try:
            plain = await self.keeper.session.why(event.key, event.where, event.since)
        except Trouble as problem:
            self.trouble(problem)
            return
        if isinstance(self.screen, WhyScreen):
            self.screen.show_ledger(WhyLedger.model_validate(plain) if plain else None)
