"""The staff estimate in an app: asked from a screen, watched four times a second, left off."""

from typing import ClassVar

from textual.timer import Timer

from tui.picture.cards import argued
from tui.picture.data import Estimated
from tui.screens.estimate import EstimateScreen, Plain, Subject
from tui.screens.order import OrderScreen
from tui.screens.picking import PickScreen
from tui.session import Trouble
from tui.tidying import Tidying
from tui.widgets.form import FormFields
from tui.words import phrase

LOOKS, SELDOM = 0.25, 2.0
"""Seconds between two looks at what the staff knows; the second where changes are to be few."""


class Estimating(Tidying):
    """What `e` does, and who listens to the staff meanwhile."""

    BINDINGS = [("e", "estimate", phrase("Staff estimate"))]
    ASKING: ClassVar[frozenset[str]] = frozenset({"estimate"})
    _watch: Timer | None = None

    def action_estimate(self) -> None:
        """The staff estimate of the first of the three cards; the same key again goes back."""
        if self.known is None or self.known.clock.over:
            return
        again = isinstance(self.screen, EstimateScreen)
        self.action_to_room()
        if not again:
            cards = argued(self.known)
            self.estimate_of(Subject(cards[0].card if cards else "", {}))

    def action_to_room(self) -> None:
        """To the room; subclasses say how."""

    def estimate_of(self, subject: Subject) -> None:
        """The estimate of a card as it is filled in."""
        if self.known is not None:
            self.push_screen(EstimateScreen(self.known, subject))

    def on_order_screen_estimate(self, event: OrderScreen.Estimate) -> None:
        """The estimate of a form that is being filled in."""
        self.action_to_room()
        self.estimate_of(Subject(event.card, event.fields))

    def on_form_fields_find(self, event: FormFields.Find) -> None:
        """A list of the choices of a field, whichever form it stands in."""
        each = event.filled
        screen = PickScreen(each.field.label, each.labels, each.choice)
        self.push_screen(screen, lambda found: event.fields.choose(-1 if found is None else found))

    async def on_estimate_screen_wanted(self, event: EstimateScreen.Wanted) -> None:
        """Begin, and look every quarter of a second."""
        if self.keeper is None:
            return
        try:
            found = await self.keeper.session.estimate(event.asked)
        except Trouble as problem:
            self._show_found({"trouble": str(problem), "finished": True})
            return
        self._show_found(found)
        if self._watch is None:
            self._watch = self.set_interval(SELDOM if self.reduced else LOOKS, self._look)

    async def on_estimate_screen_left(self, event: EstimateScreen.Left) -> None:
        """The staff leaves off."""
        event.stop()
        await self._leave_off()

    async def _look(self) -> None:
        if self.keeper is None or not any(isinstance(s, EstimateScreen) for s in self.screen_stack):
            await self._leave_off()
            return
        try:
            self._show_found(await self.keeper.session.estimated())
        except Trouble as problem:
            self._stop_watching()
            self.trouble(problem)

    async def _leave_off(self) -> None:
        self._stop_watching()
        if self.keeper is not None:
            self._show_found(await self.keeper.session.leave_estimate())

    def _show_found(self, plain: Plain) -> None:
        found = Estimated.model_validate(plain)
        if found.finished:
            self._stop_watching()
        for screen in self.screen_stack:
            if isinstance(screen, EstimateScreen):
                screen.show_found(found)

    def _stop_watching(self) -> None:
        if self._watch is not None:
            self._watch.stop()
            self._watch = None
