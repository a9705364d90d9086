"""A promised hour, safe passage and what an arrest does to them, in the largest scenario."""

from engine import facts
from engine.agents.government.events import TableClosed
from engine.agents.unrest.events import Provoked
from engine.deals.events import WordBroken
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


def commission(room: Table, passage: str, hours: int) -> None:
    """Send a commission to the west, and let two hours go by."""
    fields: dict[str, FieldGiven] = {"where": "mangystau", "answer": hours, "passage": passage}
    assert room.give("president", "send_commission", fields).accepted
    room.game.advance(3)


def running(room: Table, seat: str) -> set[str]:
    """The offers whose terms run, as a seat sees them."""
    return {deal.offer for deal in room.game.view(seat).deals if deal.state == "running"}


def test_a_commission_gives_its_word_on_the_hour_and_on_the_pass():
    room = Table(40)
    commission(room, "none", 20)
    assert running(room, "movement") == {"answer_in_a_day"}
    other = Table(40)
    commission(other, "safe", 48)
    assert running(other, "movement") == {"answer_in_two_days", "delegates_may_come"}


def test_the_ministry_is_asked_before_it_breaks_a_pass_that_it_has_heard_of():
    room = Table(40)
    commission(room, "safe", 48)
    assert running(room, "interior") == set()
    room.game.advance(4)
    taken: dict[str, FieldGiven] = {"how": "organisers", "where": "everywhere"}
    answer = room.give("interior", "arrests", dict(taken))
    assert (answer.accepted, answer.code) == (False, "breaks_word")
    before = room.game.world.credit("president", "movement")
    assert room.give("interior", "arrests", dict(taken), breaking=True).accepted
    room.game.advance(2)
    assert [event.offer for event in room.happened(WordBroken)] == ["delegates_may_come"]
    assert room.game.world.credit("president", "movement") < before


def test_an_answer_that_comes_late_costs_credit_and_one_in_time_gains_it():
    late, timely = Table(40), Table(40)
    for room in (late, timely):
        commission(room, "none", 12)
    assert timely.give("president", "cap_price", {"where": "mangystau"}).accepted
    for room in (late, timely):
        room.game.advance(14)
    found = [room.game.world.credit("president", "movement") for room in (late, timely)]
    assert found[0] < 0.5 < found[1]


def test_a_public_question_is_put_and_its_silence_is_told_to_all():
    room = Table(60)
    for seat, what in (("interior", "detained"), ("moscow", "order")):
        assert room.give("press", "ask_in_public", {"asked": seat, "what": what}).accepted
    room.game.advance(4)
    (mine,) = [deal for deal in room.game.view("interior").deals if deal.offer == "how_many_held"]
    reply: dict[str, FieldGiven] = {"deal": mine.deal, "reply": "list"}
    assert room.give("interior", "answer", reply).accepted
    room.game.advance(26)
    ended = [
        (seen.fields["offer"], seen.fields["how"])
        for seen in room.game.seen("west")
        if seen.name == "game.deal_ended"
    ]
    assert sorted(ended) == [("how_many_held", "answered"), ("who_gave_the_order", "unanswered")]


def test_a_private_word_of_support_is_a_pledge():
    room = Table(60)
    assert room.give("moscow", "private_word", {"say": "assure"}).accepted
    room.game.advance(3)
    (deal,) = room.game.view("president").deals
    assert (deal.offer, deal.sort, deal.state) == ("private_assurance", "pledge", "running")


def test_every_seat_that_the_design_gives_an_ultimatum_has_one():
    offers = Table(0).game.scenario.offers.values()
    threats = {deal.from_ for deal in offers if deal.sort == "threat"}
    assert threats == {"president", "moscow", "allies", "movement", "west"}
