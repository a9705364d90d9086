"""Dealing in an app: answers, offers, the hot line, checks, and a word that is broken knowingly."""

from collections.abc import Mapping

from tui.ink import Line, line, wrap
from tui.picture.breaking import breach_lines
from tui.picture.deal_text import deal_of
from tui.picture.orders import called
from tui.screens.asking import ChoiceScreen
from tui.screens.bargain import AnswerScreen, BargainScreen, OfferScreen, consequence_lines
from tui.screens.deals import DealsScreen
from tui.screens.offers import OffersScreen
from tui.screens.order import OrderScreen
from tui.session import Trouble
from tui.travelling import Travelling
from tui.words import phrase

BREACHES = ("breaks_word", "against_order")
"""Refusals that a seat may override: it is told which word it breaks, and may mean it."""

UNDO = phrase("u takes it back until time runs on.")
MEANT = phrase(
    "Nothing has been sent yet. If you give it all the same, it stands as a breach of your word."
)
MOST_WIDE = 90


class Dealing(Travelling):
    """What the deals screen asks of the app."""

    def action_to_deals(self) -> None:
        """Back to the deals screen, or to the room where none is open."""
        if not any(isinstance(screen, DealsScreen) for screen in self.screen_stack):
            self.action_to_room()
            return
        while not isinstance(self.screen, DealsScreen):
            self.pop_screen()

    def on_deals_screen_answer(self, event: DealsScreen.Answer) -> None:
        """A deal is to be answered."""
        deal = None if self.known is None else deal_of(self.known, event.deal)
        if self.known is not None and deal is not None and deal.replies:
            self._hold()
            self.push_screen(AnswerScreen(self.known, event.deal))

    def on_deals_screen_offer(self, event: DealsScreen.Offer) -> None:
        """One of the seat's own offers is to be put."""
        if self.known is not None and not self.known.clock.over:
            self._hold()
            self.push_screen(OffersScreen(self.known, event.hot))

    def on_deals_screen_check(self, event: DealsScreen.Check) -> None:
        """A card that has evidence checked, with this piece filled in."""
        known = self.known
        if known is None or known.clock.over:
            return
        if not event.exhibit:
            self._tell(phrase("No evidence has come to hand yet, so that nothing can be checked."))
            return
        for card, field in known.scene.checks.items():
            form = known.scene.cards.get(card)
            if form is None:
                continue
            named = [each for each in form.fields if each.name == field]
            if not named or event.exhibit in dict(named[0].choices):
                self._hold()
                self.push_screen(OrderScreen(known, card, {field: event.exhibit}))
                return
        self._tell(phrase("No card of yours has that checked."))

    def _tell(self, sentence: str) -> None:
        """Say it, and paint it at once."""
        self.say(sentence)
        self.show_pace()

    def on_offers_screen_chosen(self, event: OffersScreen.Chosen) -> None:
        """An offer is to be filled in."""
        if self.known is not None:
            self.push_screen(OfferScreen(self.known, event.offer, event.hot))

    def _hold(self) -> None:
        """A running clock is held while a form is filled in."""
        self.pace.hold()
        self.show_pace()

    async def on_bargain_screen_sent(self, event: BargainScreen.Sent) -> None:
        """An act of dealing: back to the deals if it was accepted."""
        await self.give(event.act, event.fields)

    async def give(self, card: str, fields: Mapping[str, str], *, breaking: bool = False) -> None:
        """Give an order; a refusal stands on the form, and a breach must be meant."""
        if self.keeper is None or self.known is None:
            return
        try:
            refusal = await self.keeper.submit(self.known, card, dict(fields), breaking=breaking)
        except Trouble as problem:
            self.trouble(problem)
            return
        if not refusal:
            said = called(self.known, card, fields)
            self.action_to_deals()
            self.say(f"{_taken_in(card)}: {said}. {UNDO}")
            await self.look()
            if isinstance(self.screen, DealsScreen) and card == "answer":
                self.screen.to_next_open()
            return
        if isinstance(self.screen, OrderScreen | BargainScreen):
            self.screen.refused(refusal)
        if self.keeper.code in BREACHES:
            self._ask_about_the_breach(refusal, card, fields)

    def _ask_about_the_breach(self, refusal: str, card: str, fields: Mapping[str, str]) -> None:
        assert self.keeper is not None
        assert self.known is not None
        rows = breach_lines(self.known, self.keeper.code, self.keeper.about)
        width = min(max(self.size.width - 4, 40), MOST_WIDE)
        said = wrap(f"{refusal[:1].upper()}{refusal[1:]}.", width)
        lines: list[Line] = [(), *(line((f"  {row}", "bold")) for row in said), ()]
        lines += [(("  ", ""), *each) for each in consequence_lines(rows, width)]
        lines += [(), *(line((f"  {row}", "$dim")) for row in wrap(MEANT, width))]

        async def meant(answer: str | None) -> None:
            if answer:
                await self.give(card, fields, breaking=True)

        self.push_screen(
            ChoiceScreen(phrase("Your word"), lines, (("y", phrase("give it all the same")),)),
            meant,
        )


def _taken_in(act: str) -> str:
    """That an order, an offer or an answer was taken in; `Accepted` would read as its content."""
    return {"offer": phrase("Your offer"), "answer": phrase("Your answer")}.get(
        act, phrase("Accepted")
    )
