"""A promised hour, safe passage and what an arrest does to them, in the largest scenario."""

from engine import facts
from engine.agents.government.events import TableClosed
from engine.agents.unrest.events import Provoked
from engine.events import Event
from engine.game import Game
from engine.orders import Answer, FieldGiven, Order
from engine.setup import Wanted, prepare, start

HOUR = 3600


class Table:
    """A game of nobody but those who order here."""

    def __init__(self, hours: int) -> None:
        self.game: Game = start(prepare(Wanted("kazakhstan-2022", bots="idle")), keep=False)
        self.game.play(until=hours * HOUR)

    def give(
        self, seat: str, card: str, fields: dict[str, FieldGiven], *, breaking: bool = False
    ) -> Answer:
        """An order of a seat."""
        id = f"o{len(self.game.orders)}"
        return self.game.submit(
            Order(id=id, seat=seat, card=card, fields=fields, breaking=breaking)
        )

    def happened(self, kind: type[Event], **wanted: object) -> list[Event]:
        """Events of a kind with these values."""
        return [
            entry.event
            for entry in self.game.journal
            if isinstance(entry.event, kind)
            and all(getattr(entry.event, key) == value for key, value in wanted.items())
        ]

    def fired(self, inject: str) -> int:
        """How often an inject came."""
        return len(self.happened(facts.InjectFired, inject=inject))


ARREST: dict[str, FieldGiven] = {"how": "organisers", "where": "aktobe_region", "length": 6}


def test_an_hour_that_passed_is_told_once_however_many_are_arrested_elsewhere_later():
    room = Table(40)
    fields: dict[str, FieldGiven] = {"where": "mangystau", "answer": 12, "passage": "none"}
    assert room.give("president", "send_commission", fields).accepted
    room.game.advance(18)
    assert [event.how for event in room.happened(TableClosed)] == ["lapsed"]
    for _ in range(4):
        assert room.give("interior", "arrests", dict(ARREST)).accepted
        room.game.advance(9)
    assert (room.fired("promise_lapsed"), room.fired("delegate_taken")) == (1, 0)
    (provoked,) = room.happened(Provoked)
    assert set(provoked.places) == set(room.game.scene.area("mangystau"))
    (told,) = [
        entry.event
        for entry in room.game.journal
        if isinstance(entry.event, facts.Reported) and "promise_lapsed" in entry.event.text
    ]
    assert told.place == "mangystau"


def test_arrests_everywhere_take_the_delegates_of_every_table():
    room = Table(40)
    for where in ("mangystau", "aktobe_region"):
        fields: dict[str, FieldGiven] = {"where": where, "answer": 48, "passage": "safe"}
        assert room.give("president", "send_commission", fields).accepted
        room.game.advance(3)
    all_of_them: dict[str, FieldGiven] = {"how": "organisers", "where": "everywhere"}
    assert room.give("interior", "arrests", all_of_them, breaking=True).accepted
    room.game.advance(4)
    assert [event.how for event in room.happened(TableClosed)] == ["broken", "broken"]
    assert room.fired("delegate_taken") == 2
