"""Hidden causes: drawn at their odds, kept in the save, hinted at by clues, told at the end."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from engine import facts
from engine.chance import Chance
from engine.clues import is_shown
from engine.errors import BadScenario
from engine.game import Game
from engine.hidden import Asked, answers_for
from engine.saves import Save
from engine.scenario.load import load
from engine.scenario.scenario import Scenario
from engine.setup import Wanted, branched, prepare, replayed, resume, saved_branch, start
from tests.engine.scenario.copies import change, copies
from tests.engine.small import changed, entries

LARGEST = "kazakhstan-2022"
SEATS = ("port", "union", "council")
SHIPPED = ("harbour", LARGEST)


@cache
def scenario(name: str) -> Scenario:
    return load(name)


def drawn(name: str, seeds: range, asked: Asked = "drawn") -> list[dict[str, str]]:
    return [answers_for(scenario(name), asked, Chance(seed, 0)) for seed in seeds]


def played(hidden: Asked, seed: int = 1, hours: int | None = None, bots: str = "idle") -> Game:
    game = start(prepare(Wanted("harbour", seed=seed, hidden=hidden, bots=bots)), keep=False)
    game.play(None if hours is None else hours * 3600)
    return game


# Drawing.


@pytest.mark.parametrize("name", SHIPPED)
def test_answers_come_as_often_as_their_odds_say(name: str) -> None:
    found = drawn(name, range(2000))
    for question, written in scenario(name).hidden.items():
        times = Counter(answers[question] for answers in found)
        for answer, spec in written.answers.items():
            odds = spec.odds.number
            # Four standard errors of a share of 2000.
            assert abs(times[answer] / 2000 - odds) < 4 * (odds * (1 - odds) / 2000) ** 0.5


def test_the_same_seed_draws_the_same_answers_and_each_question_has_luck_of_its_own() -> None:
    assert drawn(LARGEST, range(50)) == drawn(LARGEST, range(50))
    fixed = drawn(LARGEST, range(50), {"how_firm": "cold", "otherwise": "drawn"})
    free = drawn(LARGEST, range(50))
    assert {each["how_firm"] for each in fixed} == {"cold"}
    assert [each | {"how_firm": "cold"} for each in free] == fixed


def test_hidden_causes_follow_parameters_unless_told_otherwise() -> None:
    def manifest(**more: object) -> dict[str, str]:
        return prepare(Wanted("harbour", **more)).manifest.hidden  # type: ignore[arg-type]

    assert manifest() == {}
    assert manifest(drawn=True, hidden="none") == {}
    assert manifest(hidden={"why_slow": "tired"}) == {"why_slow": "tired"}
    assert set(manifest(drawn=True)) == set(manifest(hidden="drawn")) == {"why_slow"}


def test_without_answers_a_run_is_what_it_was_and_no_clue_is_shown() -> None:
    assert played(None).journal.digest() == played("none").journal.digest()
    assert not entries(played("none"), facts.ClueJudged)
    assert not entries(played("none"), facts.HiddenRevealed)


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"why_slo": "tired"}, r"no hidden question `why_slo`; did you mean `why_slow`\?"),
        ({"why_slow": "tire"}, r"no hidden answer `why_slow\.tire`; did you mean `tired`\?"),
    ],
)
def test_an_answer_that_there_is_not_is_refused(asked: Asked, sentence: str) -> None:
    with pytest.raises(BadScenario, match=sentence):
        prepare(Wanted("harbour", hidden=asked))


def test_other_words_for_all_questions_are_refused() -> None:
    with pytest.raises(LookupError, match="`none` or `drawn`, not `some`"):
        prepare(Wanted("harbour", hidden="some"))


# What an answer sets.


def number(path: str, **more: object) -> float:
    return prepare(Wanted("harbour", **more)).manifest.parameters[path]  # type: ignore[arg-type]


def test_an_answer_stands_above_the_variant_and_the_draw_and_below_the_settings() -> None:
    path, tired = "agents.tankers.service", {"why_slow": "tired"}
    assert number(path, drawn=True, hidden="none", seed=3) not in (9, 12)
    assert number(path, drawn=True, hidden=tired, seed=3) == 12
    assert number(path, hidden=tired, sets={path: "7 h"}) == 7


def test_an_answer_stands_above_the_variant_and_a_row_of_the_posterior(tmp_path: Path) -> None:
    folder = copies(tmp_path)
    path, tired = "agents.tankers.service", {"why_slow": "tired"}
    (folder / "harbour" / "posterior.json").write_text(f'[{{"{path}": 8.5}}]')
    slow = f"variants:\n  slow: {{title: Slow, set: {{{path}: 11 h}}}}\n"
    change(folder / "harbour", "scenario.yaml", "variants:\n", slow)

    def found(**more: object) -> float:
        wanted = Wanted(str(folder / "harbour"), **more)  # type: ignore[arg-type]
        return prepare(wanted).manifest.parameters[path]

    assert found(drawn=True, hidden="none") == 8.5
    assert found(drawn=True, hidden=tired) == 12
    assert found(variant="slow") == 11
    assert found(variant="slow", hidden=tired) == 12
    assert found(drawn=True, hidden="none", sets={path: "7 h"}) == 7


# Saves.


def test_a_save_keeps_the_answers_and_plays_them_again(tmp_path: Path) -> None:
    ready = prepare(Wanted("harbour", seed=5, drawn=True, bots="doctrine"))
    whole = start(ready)
    whole.play()
    save = Save.create(tmp_path / "one.wcsave", ready.manifest)
    half = start(ready, save.log)
    half.advance(40)
    save.keep(half.journal, half.opened)
    save.close()
    again, opened = resume(tmp_path / "one.wcsave")
    assert opened.manifest.hidden == dict(again.scenario.answers) != {}
    again.play()
    assert again.journal.digest() == whole.journal.digest()
    opened.seal(again.journal, again.opened)
    assert replayed(opened).journal.digest() == whole.journal.digest()


def test_a_branch_with_other_luck_has_the_same_hidden_answers(tmp_path: Path) -> None:
    ready = prepare(Wanted("harbour", seed=5, drawn=True, bots="doctrine"))
    game = start(ready)
    game.advance(10)
    other, manifest = branched(game, ready.manifest, 5 * 3600, replicate=8)
    other.play()
    save = saved_branch(tmp_path / "b.wcsave", other, manifest)
    assert manifest.hidden == ready.manifest.hidden
    assert replayed(save).journal.digest() == other.journal.digest()
    revealed = entries(other, facts.HiddenRevealed)
    assert {e.event.question: e.event.answer for e in revealed} == manifest.hidden  # type: ignore[attr-defined]


def test_questions_that_set_one_path_are_played_alike_from_a_save(tmp_path: Path) -> None:
    # A save keeps answers sorted; the later question in the file has the last word all the same.
    two = """
    hidden:
      a_second:
        question: Which is later?
        answers: {this: {text: This, odds: 100 %, set: {agents.tankers.service: 7 h}}}
    """
    changed(tmp_path, two)
    ready = prepare(
        Wanted(str(tmp_path / "mine"), hidden={"why_slow": "tired", "a_second": "this"})
    )
    assert ready.manifest.parameters["agents.tankers.service"] == 7
    save = Save.create(tmp_path / "one.wcsave", ready.manifest)
    game = start(ready, save.log)
    game.advance(3)
    save.keep(game.journal, game.opened)
    assert list(save.lines()) == list(replayed(save).journal.lines())


# Clues.


@pytest.mark.parametrize("name", SHIPPED)
def test_clues_are_shown_as_often_as_they_are_likely(name: str) -> None:
    for question, written in scenario(name).hidden.items():
        for id, clue in written.clues.items():
            for answer, likely in clue.likely.items():
                shown = (is_shown(Chance(s, 0), question, id, clue, answer) for s in range(400))
                found = sum(shown) / 400
                error = (likely.number * (1 - likely.number) / 400) ** 0.5
                assert abs(found - likely.number) < 4 * error, (id, answer)


def reports(game: Game) -> list[tuple[str, tuple[str, ...], float]]:
    """The clues that were shown: text, readers, hour."""
    found = [e for e in entries(game, facts.Reported) if e.event.text.startswith("hidden.")]  # type: ignore[attr-defined]
    return [(e.event.text, e.event.to, e.at / 3600) for e in found]  # type: ignore[attr-defined]


def test_a_clue_comes_at_its_hour_to_its_seats_alone() -> None:
    shown = [played({"why_slow": "tired"}, seed, 15) for seed in range(1, 41)]
    times = [reports(game) for game in shown]
    assert 24 < sum(map(bool, times)) < 40
    text = "hidden.why_slow.clues.red_eyes.text"
    assert {each for found in times for each in found} == {(text, ("union",), 14.0)}
    for game, found in zip(shown, times, strict=True):
        told = [
            [s for s in game.seen(seat) if s.name == "game.reported"]
            for seat in game.scenario.seats
        ]
        assert [len(rows) for rows in told] == [0, len(found), 0]


def test_a_clue_with_a_condition_is_judged_once_when_it_becomes_true() -> None:
    few = {"agents.tankers.arrivals": "0.1 ships/d"}
    ready = prepare(
        Wanted("harbour", seed=2, hidden={"why_slow": "hoarded"}, sets=few, bots="idle")
    )
    game = start(ready, keep=False)
    quay = game.scene.place_at["north_quay"]
    stock = [float(game.world.field_of("stock")[quay])]
    while not game.over:
        game.advance()
        stock.append(float(game.world.field_of("stock")[quay]))
    (judged,) = entries(game, facts.ClueJudged, clue="lights")
    hour = judged.at // 3600
    assert stock[hour] < 150 <= stock[hour - 1]


def test_a_clue_may_wait_for_what_lasts(tmp_path: Path) -> None:
    changed(tmp_path, """
    hidden:
      why_slow:
        clues:
          lights: {when: now >= day 1 08:00 for 5 h}
    """)  # fmt: skip
    wanted = Wanted(str(tmp_path / "mine"), hidden={"why_slow": "hoarded"}, bots="idle")
    game = start(prepare(wanted), keep=False)
    game.play(until=12 * 3600)
    (judged,) = entries(game, facts.ClueJudged, clue="lights")
    assert judged.at / 3600 == 7


def test_a_clue_is_a_report_like_any_other() -> None:
    game = next(g for g in (played({"why_slow": "tired"}, s, 15) for s in range(9)) if reports(g))
    seen = [each for each in game.seen("union") if each.name == "game.reported"]
    assert seen[0].fields == {
        "text": "hidden.why_slow.clues.red_eyes.text", "sender": "", "values": [], "means": ""
    }  # fmt: skip
    from host.showing import row_of

    row = row_of(game.scenario, seen[0])
    assert row["text"] == "Two men asleep on the bollards at eight in the evening."
    assert row["sort"] == "report"
    assert row["headline"]


# The end.


def test_everybody_hears_the_answers_at_the_end_and_nobody_before() -> None:
    game = start(prepare(Wanted("harbour", seed=3, hidden="drawn", bots="doctrine")), keep=False)
    while not game.over:
        assert not entries(game, facts.HiddenRevealed)
        game.advance()
    secret = (facts.HiddenDrawn, facts.ClueJudged)
    assert not [e for kind in secret for e in entries(game, kind) if e.event.to]
    (entry,) = entries(game, facts.HiddenRevealed)
    assert entry.event.to == ("all",)
    for seat in SEATS:
        assert sum(seen.name == "game.hidden_revealed" for seen in game.seen(seat)) == 1


def test_the_facilitators_journal_says_from_the_start_what_was_drawn() -> None:
    game = start(prepare(Wanted("harbour", hidden={"why_slow": "unpaid"})), keep=False)
    (entry,) = entries(game, facts.HiddenDrawn)
    assert (entry.event.question, entry.event.answer, entry.event.to) == ("why_slow", "unpaid", ())  # type: ignore[attr-defined]
