"""What is printed and where, what is held back, and what those who are asked in public say."""

import pytest

from engine.agents.abroad.events import Stirred
from engine.agents.media.events import Published, Weighed
from engine.game import Game
from engine.orders import FieldGiven, Order
from engine.scenario.load import load
from engine.setup import Wanted, prepare, start

HOUR = 3600
SCENARIO = load("kazakhstan-2022")


def desk(sets: dict[str, str] | None = None) -> tuple[Game, str]:
    """Nobody plays; the night of 5 January, and a report that the press holds."""
    wanted = Wanted("kazakhstan-2022", bots="idle", sets=sets or {})
    game = start(prepare(wanted), keep=False)
    game.play(until=100 * HOUR)
    return game, next(iter(game.world.reports["press"]))


def give(game: Game, card: str, fields: dict[str, FieldGiven]) -> Game:
    """An order of the press, done."""
    answer = game.submit(Order(id=f"o{len(game.orders)}", seat="press", card=card, fields=fields))
    assert answer.accepted, answer
    game.advance(3)
    return game


def printed(read_in: str) -> Game:
    """What it holds, confirmed, at home or abroad."""
    game, held = desk()
    fields: dict[str, FieldGiven] = {"claim": held, "said_as": "confirmed", "read_in": read_in}
    return give(game, "publish", fields)


def test_what_is_printed_abroad_weighs_less_at_home_and_is_read_outside():
    found = {}
    for read_in in ("home", "abroad"):
        events = [entry.event for entry in printed(read_in).journal]
        (standing,) = [event.standing for event in events if isinstance(event, Published)]
        (weight,) = [event.weight for event in events if isinstance(event, Weighed)]
        told = [e for e in events if isinstance(e, Stirred) and e.what == "told"]
        found[read_in] = (standing, weight, len(told))
    assert (found["home"][0], found["abroad"][0]) == ("confirmed", "alleged")
    assert found["abroad"][1] < found["home"][1]
    assert (found["home"][2], found["abroad"][2]) == (0, 1)


def test_what_is_held_back_gains_with_the_ministry_what_it_loses_on_the_square():
    game, held = desk()
    give(game, "hold_it", {"claim": held, "until": "safe"})
    assert game.world.credit("press", "interior") == pytest.approx(0.53)
    assert game.world.credit("press", "movement") == pytest.approx(0.47)
    assert not any(isinstance(entry.event, Published) for entry in game.journal)


QUESTIONS = [
    (id, seat, mood)
    for id, deal in SCENARIO.offers.items()
    if deal.sort == "question"
    for seat in deal.to
    for mood in ("plain", *SCENARIO.temperaments)
]


@pytest.mark.parametrize(("question", "seat", "mood"), QUESTIONS)
def test_whoever_is_asked_in_public_has_an_answer_or_declines(question: str, seat: str, mood: str):
    boxes = [
        box
        for box in SCENARIO.doctrine[seat].values()
        if question in (box.accept, box.refuse) and (not box.only or mood in box.only)
    ]
    assert boxes
