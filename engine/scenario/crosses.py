"""Checks between sections: whose card it is, and whether a time lies inside the scenario."""

from collections.abc import Mapping

from engine.names import listed
from engine.scenario.amounts import Word
from engine.scenario.effects import Effect, Offer
from engine.scenario.known import node_at
from engine.scenario.models import Card, Deal, Hidden, Inject, Term
from engine.scenario.reader import Reader
from engine.scenario.source import Table


class Crosses:
    """All checks that need more than one section, over one tree."""

    def __init__(
        self,
        reader: Reader,
        tree: Table,
        cards: Mapping[str, Card],
        offers: Mapping[str, Deal],
        injects: Mapping[str, Inject],
        hidden: Mapping[str, Hidden],
    ) -> None:
        self.reader, self.tree = reader, tree
        self.cards, self.offers, self.injects, self.hidden = cards, offers, injects, hidden

    def check(self) -> None:
        """Report every mistake between sections."""
        for id, deal in self.offers.items():
            self._deal(id, deal)
        for id, inject in self.injects.items():
            self._inject(id, inject)
            self._offered(f"injects.{id}", inject.effects)
        for id, card in self.cards.items():
            self._offered(f"cards.{id}", card.effects)
        for question, hidden in self.hidden.items():
            for id, clue in hidden.clues.items():
                self._time(f"hidden.{question}.clues.{id}.at", clue.at)

    def _error(self, path: str, sentence: str, code: str) -> None:
        node = node_at(self.tree, path)
        self.reader.error(node.place if node is not None else self.tree.place, sentence, code)

    def _deal(self, id: str, deal: Deal) -> None:
        owners = {"gives": deal.from_, "asks": deal.to[0], "or_else": deal.from_}
        for side, seat in owners.items():
            terms = deal.side(side)
            for number, term in enumerate(terms):
                # A single term may be written without a list around it.
                at = f"offers.{id}.{side}"
                within = f"{at}.{number}"
                path = within if node_at(self.tree, within) is not None else at
                self._term(path, term, seat, deal)

    def _term(self, path: str, term: Term, seat: str, deal: Deal) -> None:
        others = (deal.from_, *deal.to)
        if term.by and (term.by in others or deal.to_all):
            sentence = "`by` is another seat than the two that deal"
            self._error(f"{path}.by", sentence, "E-term")
        elif term.card and seat in self.reader.index.of("seat"):
            first = "will" if term.will else "will_not"
            self._owned(f"{path}.{first}", term.card, term.by or seat)

    def _owned(self, path: str, card: str, seat: str) -> None:
        owner = self.cards[card].seat if card in self.cards else seat
        if owner != seat:
            self._error(path, f"`{card}` is a card of `{owner}`, not of `{seat}`", "E-card")

    def _inject(self, id: str, inject: Inject) -> None:
        self._time(f"injects.{id}.at", inject.at)
        unless = inject.unless_ordered
        if unless is not None:
            self._owned(f"injects.{id}.unless_ordered.card", unless.card, unless.seat)

    def _time(self, path: str, at: int | None) -> None:
        if at is not None and not 0 <= at < self.reader.end:
            self._error(path, "it lies outside the time of the scenario", "E-time")

    def _offered(self, path: str, effects: tuple[Effect, ...]) -> None:
        for effect in effects:
            if not isinstance(effect, Offer) or not isinstance(effect.to, Word):
                continue
            deal = self.offers.get(effect.what)
            if deal is not None and not deal.to_all and effect.to.id not in deal.to:
                whom = listed(f"`{seat}`" for seat in deal.to)
                sentence = f"`{effect.what}` is an offer to {whom}, not to `{effect.to.id}`"
                self._error(self._where(path, effect), sentence, "E-offer")

    def _where(self, path: str, effect: Offer) -> str:
        """The path of an effect's `to`: effects that could not be read are not in the tuple."""
        node = node_at(self.tree, f"{path}.effects")
        items = getattr(node, "items", ())
        for number, item in enumerate(items):
            what = item.items.get("offer") if isinstance(item, Table) else None
            if what is not None and getattr(what, "text", "") == effect.what:
                return f"{path}.effects.{number}.to"
        return path
