"""What seats need from each other: who could meet it, when it matters, and by what."""

from collections.abc import Mapping
from dataclasses import replace

from engine.scenario import shapes
from engine.scenario.expressions import Scope
from engine.scenario.models import Card, Deal, Need, Seat
from engine.scenario.read_world import made
from engine.scenario.reader import Reader
from engine.scenario.records import record
from engine.scenario.source import Node, Table


def with_needs(
    reader: Reader,
    node: Node | None,
    seats: Mapping[str, Seat],
    cards: Mapping[str, Card],
    offers: Mapping[str, Deal],
) -> dict[str, Seat]:
    """The seats, each with what it needs in the order of its file: what matters most first."""
    found = dict(seats)
    for id, written in node.items.items() if isinstance(node, Table) else ():
        item = written.items.get("needs") if isinstance(written, Table) else None
        if item is not None and id in found:
            read = _Needs(reader, id, cards, offers).read(item)
            found[id] = replace(found[id], needs=read)
    return found


class _Needs:
    """The needs of one seat on their way in."""

    def __init__(
        self, reader: Reader, seat: str, cards: Mapping[str, Card], offers: Mapping[str, Deal]
    ) -> None:
        self._reader, self._seat = reader, seat
        self._cards, self._offers = cards, offers

    def read(self, node: Node) -> dict[str, Need]:
        return self._reader.each(node, "needs by id", f"seats.{self._seat}.needs", self._one)

    def _one(self, id: str, item: Node, path: str) -> Need | None:
        special = {"met_by": lambda node, path: self._by(node, _from(item))}
        scope = Scope("seat", self._seat)
        found = record(self._reader, item, shapes.NEED, f"`{id}`", path, scope, special)
        return made(Need, found)

    def _by(self, node: Node, other: str) -> tuple[str, ...]:
        """Cards of the other seat, and offers of this one to it."""
        found = []
        for each in self._reader.scalars(node):
            id = self._reader.name(each, "card", "offer")
            card, deal = self._cards.get(id), self._offers.get(id)
            if card is not None and card.seat != other:
                sentence = f"`{id}` is a card of `{card.seat}`, not of `{other}`"
                self._reader.error(each.place, sentence, "E-card")
            elif deal is not None and not self._asks(deal, other):
                sentence = f"`{id}` is no offer of `{self._seat}` to `{other}`"
                self._reader.error(each.place, sentence, "E-offer")
            elif id:
                found.append(id)
        return tuple(found)

    def _asks(self, deal: Deal, other: str) -> bool:
        return deal.from_ == self._seat and (deal.to_all or other in deal.to)


def _from(node: Node) -> str:
    written = node.items.get("from") if isinstance(node, Table) else None
    return getattr(written, "text", "")
