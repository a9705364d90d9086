"""The words of reports: drawn for each game and each seat, and none told twice."""

from pathlib import Path

import pytest

from engine import facts
from engine.catalogue import sentence, story
from engine.errors import BadScenario
from engine.game import Game
from tests.engine.small import HOUR, changed, entries, game_of, ordered, told_to_play

BELL = """
    injects:
      bell:
        {when: hour is 9 or hour is 12 or hour is 15 or hour is 18, repeat: true, from: Sexton,
         to: all, text: "It rang.", also: ["It rang low.", "A rope broke."]}
    """


def rung(game: Game) -> list[str]:
    """What the sexton said, in order."""
    return [
        sentence(game.scenario, entry)
        for entry in entries(game, facts.Reported)
        if "bell" in str(getattr(entry.event, "text", ""))
    ]


def test_an_inject_with_other_words_uses_each_once_and_then_says_nothing(tmp_path: Path):
    said = rung(told_to_play(tmp_path, BELL, 48))
    assert sorted(said) == ["Sexton: A rope broke.", "Sexton: It rang low.", "Sexton: It rang."]


def test_which_words_come_first_differs_from_game_to_game(tmp_path: Path):
    scenario = changed(tmp_path, BELL)
    firsts = set()
    for seed in range(8):
        game = game_of(scenario, seed=seed)
        game.play(12 * HOUR)
        firsts.add(rung(game)[0])
    assert len(firsts) == 3


def test_an_effect_tells_each_of_its_words_once_and_says_who_says_so(tmp_path: Path):
    game = game_of(
        changed(
            tmp_path,
            """
            cards:
              ask_round:
                title: Ask round
                seat: union
                known_to: {}
                effects: [{tell: union, from: Clerk, text: "One.", also: ["Two."]}]
                case_for: "Clerk: it is free."
                case_against: "Porter: it is heard."
                unknown: Who knows.
                short: {for: It is free., against: It is heard.}
            """,
        )
    )
    for _ in range(3):
        assert ordered(game, "union", "ask_round").accepted
        game.advance()
    told = [story(game.scenario, seen) for seen in game.seen("union") if seen.name == REPORTED]
    assert sorted((each.sender, each.text) for each in told) == [
        ("Clerk", "One."),
        ("Clerk", "Two."),
    ]


def test_a_text_shows_a_choice_by_its_label_and_a_place_by_its_name(tmp_path: Path):
    game = game_of(
        changed(
            tmp_path,
            """
            cards:
              ask_round:
                title: Ask round
                seat: union
                fields: {whom: {clerk: The clerk, porter: The porter}, where: [old_town, uplands]}
                known_to: {}
                effects: [{tell: union, text: "{whom} was asked in {where}."}]
                case_for: "Clerk: it is free."
                case_against: "Porter: it is heard."
                unknown: Who knows.
                short: {for: It is free., against: It is heard.}
            """,
        )
    )
    assert ordered(game, "union", "ask_round", {"whom": "porter"}).accepted
    game.advance()
    (said,) = [story(game.scenario, s).text for s in game.seen("union") if s.name == REPORTED]
    assert said == "The porter was asked in Old Town."


REPORTED = "game.reported"

DESK = """
    agents:
      papers:
        kind: media
        rumour: 0 %/h
        again: 0 h
        desks:
          union: {after: 0 h, sees: 100 %, rumours: 0 %, error: 0 %, voice: press, firsts: 100 %}
          port: {after: 0 h, sees: 100 %, rumours: 0 %, error: 0 %, voice: press, firsts: 100 %}
        wordings:
          crane: {of: ship_landed, voices: press, from: Crane driver, text: "Hook up at {hour}."}
          rope: {of: ship_landed, voices: [press, wire], text: "{number} by the rope."}
          other: {of: ship_landed, voices: wire, text: "Wired."}
          hill: {of: ship_landed, voices: press, at: uplands, text: "From the hill."}
          bread: {of: ran_dry, voices: press, text: "Dry."}
    """


def told(game: Game, seat: str) -> list[str]:
    """What the papers told a seat of ships, in order."""
    return [
        story(game.scenario, seen).text
        for seen in game.seen(seat)
        if seen.name == "papers.reported" and seen.fields["story"] == "ship_landed"
    ]


def test_a_story_comes_in_words_that_fit_its_voice_and_place_then_plainly_and_never_twice(
    tmp_path: Path,
):
    game = game_of(changed(tmp_path, DESK), "doctrine")
    game.play(96 * HOUR)
    said = told(game, "union")
    assert len(said) > 4
    assert len(set(said)) == len(said)
    worded = [text for text in said if "nother ship" not in text]
    assert len(worded) == 2
    assert set(worded) & {"Wired.", "From the hill.", "Dry."} == set()
    assert any(text.startswith("Hook up at ") for text in worded)


def test_the_order_of_the_words_is_drawn_for_each_seat(tmp_path: Path):
    scenario = changed(tmp_path, DESK)
    differs = 0
    for seed in range(6):
        game = game_of(scenario, "doctrine", seed)
        game.play(72 * HOUR)
        firsts = [told(game, seat)[0].startswith("Hook") for seat in ("union", "port")]
        differs += firsts[0] != firsts[1]
    assert 0 < differs < 6


def test_words_that_show_what_a_report_has_not_are_refused(tmp_path: Path):
    with pytest.raises(BadScenario, match="only place, number and hour"):
        changed(tmp_path, DESK.replace("{number}", "{secret}"))


def test_whoever_learns_of_an_order_reads_how_its_form_was_filled_in(tmp_path: Path):
    game = game_of(
        changed(
            tmp_path,
            """
            cards:
              ask_round:
                title: Ask round
                seat: union
                fields: {whom: {clerk: The clerk, porter: The porter}, hours: 12 h (6 to 24)}
                known_to: {port: 0 h}
                effects: [{shift: patience, by: 1 %}]
                case_for: "Clerk: it is free."
                case_against: "Porter: it is heard."
                unknown: Who knows.
                short: {for: It is free., against: It is heard.}
            """,
        )
    )
    assert ordered(game, "union", "ask_round", {"whom": "porter"}).accepted
    game.advance()
    (known,) = [s for s in game.seen("port") if s.name == "game.order_known"]
    said = story(game.scenario, known)
    assert said.headline.endswith("Ask round")
    assert said.text == "The order has been given: The porter, 12 h."
