"""The evidence file of a request, in the largest scenario: what is not held cannot be attached."""

from engine.agents.aid.events import Asked
from engine.deals.events import ExhibitFound, ExhibitShown
from engine.game import Game
from engine.orders import FieldGiven, Order
from engine.setup import Wanted, prepare, start

HOUR = 3600
ASK: dict[str, FieldGiven] = {
    "frame": "outside", "evidence": "next", "evidence_2": "next", "evidence_3": "next"
}  # fmt: skip


def asked_at(hours: int) -> Game:
    """A game in which nobody orders anything but the request, with three items to attach."""
    game = start(prepare(Wanted("kazakhstan-2022", seed=1, bots="idle")), keep=False)
    game.play(until=hours * HOUR)
    order = Order(id="o", seat="president", card="ask_alliance", fields=dict(ASK))
    assert game.submit(order).accepted
    game.advance(2)
    return game


def evidence(game: Game) -> list[int]:
    return [entry.event.evidence for entry in game.journal if isinstance(entry.event, Asked)]


def shown(game: Game) -> list[str]:
    return [entry.event.exhibit for entry in game.journal if isinstance(entry.event, ExhibitShown)]


def held(game: Game, seat: str) -> list[str]:
    return [
        entry.event.exhibit
        for entry in game.journal
        if isinstance(entry.event, ExhibitFound) and seat in entry.event.to
    ]


def test_a_request_without_anything_in_the_file_attaches_nothing():
    game = asked_at(84)
    assert (held(game, "president"), shown(game), evidence(game)) == ([], [], [0])


def test_a_paper_that_is_not_in_the_file_cannot_be_named():
    game = start(prepare(Wanted("kazakhstan-2022", seed=1, bots="idle")), keep=False)
    game.play(until=84 * HOUR)
    fields: dict[str, FieldGiven] = {"frame": "outside", "evidence": "statements"}
    refused = game.submit(Order(id="o", seat="president", card="ask_alliance", fields=fields))
    assert (refused.code, refused.about) == ("wrong_field", (("field", "evidence"),))


def test_what_is_attached_is_what_is_held_and_is_named():
    # The record's request names two items; one had come to hand by that hour.
    game = start(prepare(Wanted("kazakhstan-2022", seed=1, bots="history")), keep=False)
    game.play(until=121 * HOUR)
    mine = held(game, "president")
    assert len(mine) == 1
    assert (shown(game), evidence(game)) == (mine, [1])
    found = game.world.deals.found[mine[0]]
    assert {(who, whom) for who, whom, _ in found.shown} == {
        ("president", "allies"), ("president", "moscow"),
    }  # fmt: skip
