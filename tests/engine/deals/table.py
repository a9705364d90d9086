"""A game of the small scenario in which seats deal, and short ways to say what they do."""

from collections.abc import Mapping
from pathlib import Path

from engine.deals.state import Bargain
from engine.events import Event
from engine.game import Game
from engine.orders import Answer, FieldGiven, Order
from tests.engine.small import HOUR, changed, entries, game_of
from tests.properties.games import game as harbour_game


class Room:
    """One game; every act returns the door's answer, and hours go by one at a time."""

    def __init__(self, game: Game | None = None, seed: int = 1) -> None:
        self.game = game or harbour_game(seed=seed, bots="idle")

    @classmethod
    def changed(cls, folder: Path, text: str, seed: int = 1) -> "Room":
        """The small scenario with this written over it."""
        return cls(game_of(changed(folder, text), seed=seed))

    def give(
        self, seat: str, card: str, fields: Mapping[str, FieldGiven] | None = None,
        *, breaking: bool = False, beat: int | None = None,
    ) -> Answer:  # fmt: skip
        """An order of a seat."""
        id = f"o{len(self.game.orders)}"
        order = Order(
            id=id, seat=seat, card=card, fields=dict(fields or {}), breaking=breaking, beat=beat
        )
        return self.game.submit(order)

    def offer(self, seat: str, offer: str, **fields: FieldGiven) -> Answer:
        """Put an offer."""
        return self.give(seat, "offer", {"offer": offer, **fields})

    def answer(self, seat: str, deal: str, reply: str) -> Answer:
        """Answer a deal."""
        return self.give(seat, "answer", {"deal": deal, "reply": reply})

    def hours(self, count: float) -> "Room":
        """Let hours go by."""
        self.game.advance(int(count))
        return self

    def deal(self, id: str) -> Bargain:
        """A deal as the world keeps it."""
        return self.game.world.deals.bargains[id]

    def state(self, id: str) -> str:
        """How a deal stands."""
        return self.deal(id).state

    def credit(self, one: str, other: str) -> float:
        """The credit of one seat with another, in %."""
        return round(self.game.world.credit(one, other) * 100, 6)

    def happened(self, kind: type[Event], **wanted: object) -> list[float]:
        """When events of a kind happened, in hours."""
        return [entry.at / HOUR for entry in entries(self.game, kind, **wanted)]

    def told(self, seat: str, name: str) -> list[dict[str, object]]:
        """What a seat was told under a name, such as `word_broken`."""
        return [dict(seen.fields) for seen in self.game.seen(seat) if seen.name == f"game.{name}"]

    def knows(self, seat: str) -> list[str]:
        """The deals that a seat's view shows."""
        return [deal.deal for deal in self.game.view(seat).deals]
