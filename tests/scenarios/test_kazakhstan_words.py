"""The flagship's texts: who speaks, in which words, and that nobody reads a sentence twice."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from engine.catalogue import story
from engine.game import Game
from engine.scenario.amounts import Text
from engine.scenario.effects import Do, Effect, Shift, Tell
from engine.scenario.load import load
from engine.scenario.models import Card
from engine.scenario.scenario import Scenario
from engine.setup import Wanted, prepare, start
from engine.views import Seen
from tests.scenarios.flagship import NAME

pytestmark = pytest.mark.xdist_group("flagship")

DAY = 86_400
CHAPTERS = {"price": (1, 4), "two nights": (4, 6), "what it takes": (6, 10), "leaving": (10, 19)}
LONGEST = 260
HEADLINE = 36

FEELINGS = (
    "afraid anger angry anxious ashamed bitter calmly desperate despair fear fearful frightened"
    " furious glad grief grieving happy hate hatred hope hopeful hoping horrified joy nervous"
    " panic proud rage relieved sad scared shame shocked sorrow terrified unhappy upset worried"
).split()
"""No report says what somebody feels."""

JUDGING = (
    "barbaric bloody brave brutal coward cowardly cruel evil fanatic heroic hero heroes innocent"
    " massacre martyr martyrs mob puppet regime savage terrorist terrorists thug thugs traitor"
    " traitors tyrant violent-minded vicious villain"
).split()
"""No report has an adjective for a side, or a noun that is one."""

TELLING = (
    "clearly fortunately obviously rightly sadly shocking surely tragic tragically unfortunately"
    " wrongly"
).split()
"""No report tells its reader what to think."""

PEOPLE = "tokayev nazarbayev putin pashinyan lukashenko japarov rahmon serdyukov masimov".split()
"""Public figures are called by their office."""


def reports() -> Iterator[tuple[str, str, str, str]]:
    """Every report text: its path, who says so, its headline, and its words."""
    scenario = whole()
    for id, inject in scenario.injects.items():
        for number, text in enumerate((inject.text, *inject.also)):
            if text is not None:
                yield f"injects.{id}.{number}", inject.from_, inject.headline, text.written
        yield from _told(f"injects.{id}", inject.from_, inject.effects)
    for id, card in scenario.cards.items():
        yield from _told(f"cards.{id}", scenario.seats[card.seat].title, card.effects)
    for id, words in wordings().items():
        yield f"wordings.{id}", words.from_, words.headline, words.text
    for question, hidden in scenario.hidden.items():
        for id, clue in hidden.clues.items():
            yield f"hidden.{question}.{id}", "a clue", clue.headline, clue.text.written


def wordings() -> dict:  # type: ignore[type-arg]
    """The words of the media's reports."""
    return dict(getattr(whole().agents["media"].config, "wordings"))  # noqa: B009


def _told(
    path: str, owner: str, effects: tuple[Effect, ...]
) -> Iterator[tuple[str, str, str, str]]:
    for number, effect in enumerate(effects):
        if isinstance(effect, Tell):
            for text in (effect.text, *effect.also):
                said = effect.from_ or owner
                yield f"{path}.effects.{number}", said, effect.headline, text.written


def words_of(text: str) -> set[str]:
    """The words of a text, small."""
    return set(re.findall(r"[a-z][a-z-]*", text.lower()))


def test_there_are_several_hundred_report_texts():
    assert len(list(reports())) >= 500


def test_every_report_has_a_voice_and_a_headline_that_a_narrow_screen_shows():
    assert [path for path, voice, _, _ in reports() if not voice] == []
    assert [path for path, _, headline, _ in reports() if len(headline) > HEADLINE] == []
    plain = [p for p, _, h, _ in reports() if not h and not p.startswith("wordings.")]
    assert plain == []


def test_no_report_is_written_twice():
    seen: dict[str, str] = {}
    twice = []
    for path, _, _, text in reports():
        if text in seen:
            twice.append((seen[text], path))
        seen[text] = path
    assert twice == []


def test_no_report_states_a_feeling_judges_a_side_or_names_a_person():
    banned = {*FEELINGS, *JUDGING, *TELLING, *PEOPLE}
    found = [(path, sorted(words_of(text) & banned)) for path, _, _, text in reports()]
    assert [each for each in found if each[1]] == []


def test_every_report_is_short_and_ends():
    found = [path for path, _, _, text in reports() if len(text) > LONGEST or text[-1] not in ".?"]
    assert found == []


def test_the_media_have_words_for_every_story_that_a_desk_hears():
    desks = whole().agents["media"].config.desks
    worded = {(words.of, voice) for words in wordings().values() for voice in words.voices}
    missing = [
        (seat, code, voice)
        for seat, desk in desks.items()
        for code in desk.hears
        for voice in {desk.voice, desk.second}
        if (code, voice) not in worded
    ]
    assert missing == []


@cache
def whole() -> Scenario:
    """The scenario, read once."""
    return load(NAME)


@cache
def played(bots: str, seed: int) -> Game:
    """A whole game."""
    game = start(prepare(Wanted(NAME, seed=seed, bots=bots)))
    game.play()
    return game


GAMES = (("history", 1), ("doctrine", 1), ("doctrine", 2))


def told(game: Game, seat: str) -> list[Seen]:
    """The reports that reached a seat."""
    return [s for s in game.seen(seat) if s.name in ("media.reported", "game.reported")]


@pytest.mark.parametrize(("bots", "seed"), GAMES)
def test_no_seat_reads_a_sentence_twice_in_a_game(bots: str, seed: int):
    game = played(bots, seed)
    twice = []
    for seat in game.scene.seats:
        found: set[str] = set()
        for seen in told(game, seat):
            said = story(game.scenario, seen)
            # What the media say plainly differs by its place and its hour.
            plain = seen.name == "media.reported" and not seen.fields.get("wording")
            sentence = f"{said.headline}: {said.text}" if plain else said.text
            if sentence in found:
                twice.append((seat, sentence))
            found.add(sentence)
    assert twice == []


@pytest.mark.parametrize(("bots", "seed"), GAMES)
def test_no_seat_is_told_a_line_twice_in_a_game_its_own_orders_among_them(bots: str, seed: int):
    """Every line that people read: reports, news, deals, and what became of the seat's orders."""
    game = played(bots, seed)
    twice, orders = [], 0
    for seat in game.scene.seats:
        found: set[str] = set()
        for seen in game.seen(seat):
            said = story(game.scenario, seen)
            if not said.text or said.sort == "means":
                continue
            orders += said.sort == "order"
            line = f"{said.headline}: {said.text}"
            if line in found:
                twice.append((seat, seen.name, line))
            found.add(line)
    assert twice == []
    assert orders > 100


@pytest.mark.parametrize(("bots", "seed"), GAMES)
def test_what_became_of_orders_is_told_in_words_that_take_turns(bots: str, seed: int):
    game = played(bots, seed)
    for seat in game.scene.seats:
        told = [s for s in game.seen(seat) if s.name == "game.order_reported"]
        done = [s for s in told if s.fields["result"] == "as_ordered"]
        began = [re.split("[:;]", story(game.scenario, s).text)[0] for s in done]
        assert all(one != other for one, other in pairwise(began)), seat


@pytest.mark.parametrize(("bots", "seed"), GAMES)
def test_every_seat_hears_something_in_every_chapter(bots: str, seed: int):
    game = played(bots, seed)
    few = []
    for seat in game.scene.seats:
        days = [seen.at / DAY for seen in told(game, seat)]
        for chapter, (since, until) in CHAPTERS.items():
            if game.now / DAY >= until and sum(since <= day < until for day in days) < 4:
                few.append((seat, chapter))
    assert few == []


def test_two_games_tell_different_things():
    one, other = (
        {story(g.scenario, seen).text for seat in g.scene.seats for seen in told(g, seat)}
        for g in (played("doctrine", 1), played("doctrine", 2))
    )
    shared = len(one & other) / min(len(one), len(other))
    assert shared < 0.75


def cards() -> dict[str, Card]:
    return dict(whole().cards)


def test_every_card_has_its_two_cases_what_is_unknown_how_it_may_fail_and_the_record():
    thin = [
        id
        for id, card in cards().items()
        for text in (card.case_for, card.case_against, card.unknown, card.may_fail, card.record)
        if len(text) < 9
    ]
    assert thin == []
    cited = re.compile(r"\[[A-Z0-9]+\]")
    bare = [i for i, c in cards().items() if "no record" not in c.record.lower()]
    assert [id for id in bare if not cited.search(cards()[id].record)] == []


def test_every_case_has_an_office_that_speaks_and_may_be_wrong():
    for id, card in cards().items():
        for text in (card.case_for, card.case_against):
            assert re.match(r"[A-Z][^:]{3,48}: \S", text), (id, text)


def test_every_card_costs_and_is_known_to_somebody_or_is_a_private_check():
    assert [id for id, card in cards().items() if not card.cost] == []
    assert [id for id, card in cards().items() if not any(row.who for row in card.known_to)] == [
        "check_it"
    ]


def test_every_field_of_a_form_changes_something():
    """A choice that nothing reads is a choice that is none."""
    unused = []
    for id, card in cards().items():
        read = _read_by(card)
        unused += [(id, name) for name in card.fields if name not in read]
    assert unused == []


def _read_by(card: Card) -> set[str]:
    written = [repr(effect) for effect in card.effects]
    written += [repr(card.takes), *map(repr, card.cost.values())]
    return {name for name in card.fields if any(f"'{name}'" in each for each in written)}


def test_no_card_only_helps():
    """What a card bends goes up for one and down for another, or an agent is set to work by it."""
    one_sided = [id for id, card in cards().items() if not _cuts_both_ways(card.effects)]
    assert one_sided == []


def _cuts_both_ways(effects: tuple[Effect, ...]) -> bool:
    shifts = [effect for effect in effects if isinstance(effect, Shift)]
    acts = any(isinstance(effect, Do) for effect in effects)
    return acts or len({_sign(shift) for shift in shifts} - {0}) > 1


def _sign(shift: Shift) -> int:
    value = shift.amount.value
    if value is None:
        return 0
    centre = 1.0 if shift.times else 0.0
    return (value.number > centre) - (value.number < centre)


def test_a_brief_fits_on_one_page_of_a_narrow_screen():
    for seat, brief in whole().briefs["en"].items():
        lines = sum(max(-(-len(line) // 78), 1) for line in _text(brief).splitlines())
        assert lines <= 20, (seat, lines)


def _text(brief: Text) -> str:
    """A brief with its figures in place, each as wide as `12,000 people`."""
    return re.sub(r"\{[^}]*\}", "12,000 people", brief.written)


def test_every_seat_has_four_aims_of_one_line():
    for seat, written in whole().seats.items():
        assert len(written.aims) == 4, seat
        assert [a.text for a in written.aims.values() if len(a.text) > 60] == []


def test_every_seat_needs_something_of_others_in_a_short_sentence():
    for seat, written in whole().seats.items():
        needs = written.needs.values()
        assert len({need.from_ for need in needs}) >= 3, seat
        assert [need.text for need in needs if len(need.text) > 44] == []
        assert [id for id, need in written.needs.items() if need.when is None] == []


def test_every_need_but_those_of_words_alone_has_something_that_can_meet_it():
    bare = {
        f"{seat}.{id}"
        for seat, written in whole().seats.items()
        for id, need in written.needs.items()
        if not need.by
    }
    assert bare == set()


def test_an_aim_says_the_share_or_the_rung_from_which_it_is_met():
    text = (Path(__file__).parents[2] / "scenarios" / NAME / "seats.yaml").read_text("utf-8")
    aims = re.findall(r'\{text: ("?)(.+?)\1, when: (.+)\}$', text, re.M)
    shares = [
        (says, share) for _, says, when in aims for share in re.findall(r">=? ?(\d+ %)", when)
    ]
    assert len(shares) >= 7
    for says, share in shares:
        assert share in says or (share == "50 %" and re.search("half|higher|no lower", says)), says
    rungs = {says for _, says, when in aims if "unrest.offered" in when}
    assert len(rungs) == 1
    assert all("cabinet" in says for says in rungs)
