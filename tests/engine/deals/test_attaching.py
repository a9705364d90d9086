"""Exhibits that a form attaches by name: what is at hand, each once, and nobody else is told."""

from pathlib import Path

import pytest

from engine import facts
from engine.deals.events import ExhibitShown
from engine.errors import BadScenario
from engine.game import Game
from engine.imagining import fitted
from engine.orders import Answer, FieldGiven, Order
from tests.engine.small import HOUR, changed, game_of, ordered

FILE = """
    exhibits:
      ledger: {title: A ledger, to: union, when: always, true: 100 %, text: "A page."}
      photo:  {title: A photo, to: union, when: now >= day 1 08:00, true: 100 %, text: "A gate."}
      memo:   {title: A memo, to: port, when: always, true: 100 %, text: "A line."}
    cards:
      ask_round:
        title: Ask round
        seat: union
        fields: {one: exhibit or none, two: exhibit or none}
        known_to: {port: 0 h}
        effects: [{show: [one, two], to: port}]
        case_for: "Clerk: it is free."
        case_against: "Porter: it is heard."
        unknown: Who knows.
        short: {for: It is free., against: It is heard.}
    """


def told(tmp_path: Path, hours: int = 4) -> Game:
    game = game_of(changed(tmp_path, FILE), "idle")
    game.play(hours * HOUR)
    return game


def asks(game: Game, **fields: FieldGiven) -> Answer:
    return ordered(game, "union", "ask_round", fields)


def shown(game: Game) -> list[str]:
    return [e.event.exhibit for e in game.journal if isinstance(e.event, ExhibitShown)]


def test_what_is_named_is_shown_and_nothing_else(tmp_path: Path):
    game = told(tmp_path)
    assert asks(game, one="photo").accepted
    game.advance(2)
    assert shown(game) == ["photo"]


def test_what_is_not_at_hand_cannot_be_named(tmp_path: Path):
    game = told(tmp_path, hours=1)
    assert asks(game, one="photo").code == "wrong_field"
    assert asks(game, one="memo").code == "wrong_field"
    assert asks(game, one="ledger").accepted


def test_an_exhibit_is_attached_once_in_a_form_and_once_to_the_same_seats(tmp_path: Path):
    game = told(tmp_path)
    assert asks(game, one="ledger", two="ledger").code == "named_twice"
    assert asks(game, one="none", two="none").accepted
    assert asks(game, one="ledger").accepted
    game.advance(2)
    assert asks(game, two="ledger").code == "wrong_field"


def test_next_is_the_first_not_shown_or_named_and_then_nothing(tmp_path: Path):
    game = told(tmp_path)
    assert asks(game, one="next", two="ledger").accepted
    game.advance(2)
    assert shown(game) == ["photo", "ledger"]
    assert asks(game, one="next", two="next").accepted
    game.advance(2)
    assert len(shown(game)) == 2


def test_who_learns_of_the_order_does_not_learn_of_the_papers_by_it(tmp_path: Path):
    game = told(tmp_path)
    assert asks(game, one="ledger").accepted
    game.advance(2)
    known = [e.event.fields for e in game.journal if isinstance(e.event, facts.OrderKnown)]
    assert known == [()]


def test_a_form_offers_what_is_at_hand_and_not_shown_yet(tmp_path: Path):
    game = told(tmp_path)
    spec = game.scenario.cards["ask_round"].fields["one"]
    assert game.view("union").offered(spec) == ("none", "ledger", "photo")
    asks(game, one="photo")
    game.advance(2)
    assert game.view("union").offered(spec) == ("none", "ledger")


def test_an_order_given_again_where_a_paper_is_missing_attaches_the_next(tmp_path: Path):
    game = told(tmp_path, hours=1)
    again = Order(id="o", seat="union", card="ask_round", fields={"one": "photo", "two": "none"})
    assert dict(fitted(game, again).fields) == {"one": "next", "two": "none"}


def test_only_a_field_of_an_exhibit_or_an_exhibit_can_be_shown(tmp_path: Path):
    with pytest.raises(BadScenario) as wrong:
        changed(tmp_path, FILE.replace("show: [one, two]", "show: [one, north_quay]"))
    assert "exhibit" in str(wrong.value)
