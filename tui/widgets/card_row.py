"""Three cards side by side, each with its key, its cost and its case."""

from textual import events
from textual.reactive import reactive

from tui.ink import Line, beside, line
from tui.picture.cards import CardRow, card_block
from tui.widgets.pane import Pane


class Cards(Pane):
    """The cards on keys 1 to 3."""

    cards: reactive[tuple[CardRow, ...]] = reactive(())
    nothing: reactive[str] = reactive("")

    async def on_click(self, event: events.Click) -> None:
        """Fill in the card there."""
        number = event.x // max((self.size.width - 3) // 3 + 1, 1) + 1
        if event.y and number <= len(self.cards):
            await self.run_action(f"app.card({number})")

    def body(self, width: int, height: int) -> list[Line]:
        """Three columns, whatever their number, so that a key never changes its place."""
        if not self.cards:
            return [line((f" {self.nothing}", "$dim"))]
        each = (width - 3) // 3
        blocks = [
            card_block(number, card, each, height)
            for number, card in enumerate(self.cards, start=1)
        ]
        return beside(blocks, [each] * len(blocks))
