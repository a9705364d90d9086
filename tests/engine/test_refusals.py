"""Why an order is refused, in the engine's words or in the author's."""

from pathlib import Path

from engine.catalogue import refusal
from engine.scenario.load import check
from tests.engine.small import changed, game_of, ordered


def said(folder: Path, closed: str) -> str:
    game = game_of(changed(folder, f"cards: {{mediate: {{when: never{closed}}}}}"))
    answer = ordered(game, "council", "mediate")
    assert (answer.accepted, answer.code) == (False, "not_available")
    return refusal(game.scenario, answer.code, dict(answer.about))


def test_a_closed_card_says_why_in_the_words_of_its_author(tmp_path: Path):
    assert said(tmp_path, ", closed: 'The order is not signed.'") == "The order is not signed"


def test_without_words_of_its_own_it_says_that_something_is_not_there(tmp_path: Path):
    assert "is not there yet" in said(tmp_path, "")


def test_a_closed_card_that_tells_a_hidden_answer_is_found(tmp_path: Path):
    changed(tmp_path, "cards: {ration: {closed: Fuel leaves the tank farm by night.}}")
    found = [problem for problem in check(tmp_path / "mine") if problem.code == "W-secret"]
    assert [problem.place.file for problem in found] == ["mine/scenario.yaml"], found
