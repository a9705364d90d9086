"""Nothing is told to a seat twice in the same words: it says what, when, or how often."""

from pathlib import Path

from engine.catalogue import nth, story
from engine.game import Game
from engine.stories import Story
from tests.engine.small import changed, game_of, ordered

ROUNDS = """
    cards:
      ask_round:
        title: Ask round
        seat: union
        fields: {whom: {clerk: The clerk, porter: The porter}}
        known_to: {council: 0 h}
        effects: [{tell: port, from: Clerk, text: It was asked.}]
        case_for: "Clerk: it is free."
        case_against: "Porter: it is heard."
        unknown: Who knows.
        short: {for: It is free., against: It is heard.}
    """


def asked(tmp_path: Path, *whom: str) -> Game:
    game = game_of(changed(tmp_path, ROUNDS))
    for each in whom:
        assert ordered(game, "union", "ask_round", {"whom": each}).accepted
        game.advance()
    return game


def told(game: Game, seat: str, name: str) -> list[Story]:
    return [story(game.scenario, seen) for seen in game.seen(seat) if seen.name == name]


def test_what_became_of_an_order_names_its_form_and_its_hour(tmp_path: Path):
    (said,) = told(asked(tmp_path, "porter"), "union", "game.order_reported")
    assert said.text == "Done as ordered: The porter; order of 03 Nov 06:00."


def test_the_words_for_the_same_result_take_turns(tmp_path: Path):
    said = told(asked(tmp_path, "clerk", "clerk", "clerk"), "union", "game.order_reported")
    began = [each.text.split(":")[0] for each in said]
    assert began == ["Done as ordered", "Carried out", "Reported as done"]


def test_the_same_once_more_says_how_often(tmp_path: Path):
    game = asked(tmp_path, "clerk", "porter", "clerk")
    assert [each.text for each in told(game, "council", "game.order_known")] == [
        "The order has been given: The clerk.",
        "The order has been given: The porter.",
        "The order has been given: The clerk. For the 2nd time.",
    ]
    assert [each.text for each in told(game, "port", "game.reported")][1:] == [
        "It was asked. For the 2nd time.",
        "It was asked. For the 3rd time.",
    ]


def test_a_seat_counts_what_it_was_told_itself(tmp_path: Path):
    game = asked(tmp_path, "clerk", "clerk")
    again = [s.again for s in game.seen("council") if s.name == "game.order_known"]
    assert again == [0, 1]
    assert [s for s in game.seen("port") if s.name == "game.order_known"] == []


def test_how_often_is_counted_in_words():
    assert [nth(n) for n in (2, 3, 4, 11, 12, 13, 21, 22, 113)] == [
        "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "113th",
    ]  # fmt: skip
