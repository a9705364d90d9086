"""Bots deal by published boxes, and keep their word unless a box says otherwise."""

from pathlib import Path

from engine.bots.casting import cast
from engine.deals.events import OfferAnswered, OfferPut, WordBroken
from engine.game import Game, Settings
from tests.engine.deals.table import Room

QUIET = """
    doctrine:
      port: {night_work: null, spread: null, calm_town: null, agree: null, prove: null,
             give_in: null, stand_firm: null, say: null, open_books: null}
      union: {be_heard: null, keep_town: null, trade: null, too_soon: null, press_on: null,
              more_time: null, for_them: null, shrug: null}
      council: {stretch: null, table: null, ask_them: null, nurse: null, see_them: null}
"""


def room(folder: Path, boxes: str, more: str = "") -> Room:
    """A game in which bots have these boxes and no others."""
    base = folder / "quiet"
    base.mkdir()
    (base / "scenario.yaml").write_text("extends: harbour\n" + _dedented(QUIET))
    mine = changed_over(folder, boxes + more)
    return Room(Game(mine, Settings(1, bots=cast(mine, "doctrine", {}))))


def _dedented(text: str) -> str:
    from textwrap import dedent

    return dedent(text)


def changed_over(folder: Path, text: str):
    from engine.agents.registry import kinds
    from engine.scenario.load import load

    mine = folder / "mine"
    mine.mkdir()
    (mine / "scenario.yaml").write_text("extends: quiet\n" + _dedented(text))
    return load(mine, kinds=kinds())


def test_a_bot_makes_an_offer_at_a_move_and_answers_in_the_next_beat(tmp_path: Path):
    found = room(
        tmp_path,
        """
        doctrine:
          port: {ask: {make: gate_for_pay}}
          union: {yes: {accept: gate_for_pay}}
        """,
    )
    found.hours(2)
    assert found.happened(OfferPut) == [0]
    assert found.happened(OfferAnswered, reply="accept") == [1]


def test_a_bot_keeps_its_word_before_anything_else(tmp_path: Path):
    found = room(
        tmp_path,
        """
        doctrine:
          port: {ask: {make: gate_for_pay}}
          union: {yes: {accept: gate_for_pay}}
        """,
    )
    found.hours(30)
    assert found.state("gate_for_pay-union-1") == "kept"


def test_the_first_box_that_holds_decides_an_answer(tmp_path: Path):
    found = room(
        tmp_path,
        """
        doctrine:
          port: {ask: {make: gate_for_pay}}
          union:
            no: {when: credit(port) < 60 %, refuse: gate_for_pay}
            yes: {accept: gate_for_pay}
        """,
    )
    assert found.hours(2).state("gate_for_pay-union-1") == "refused"


PLEDGED = """
    cards: {hire_crews: {when: always}}
    doctrine:
      port:
        promise: {when: times(hire_crews) is 0, make: no_outsiders}
        hire: {when: now >= day 1 18:00, order: hire_crews, BREAKS}
"""


def test_a_bot_does_not_break_its_word_unless_its_box_says_so(tmp_path: Path):
    honest = room(tmp_path, PLEDGED.replace(", BREAKS", ""))
    honest.hours(40)
    assert honest.happened(WordBroken) == []
    (tmp_path / "other").mkdir()
    false = room(tmp_path / "other", PLEDGED.replace("BREAKS", "breaks: true"))
    false.hours(40)
    assert false.happened(WordBroken, seat="port") == [12]


def test_a_bot_puts_off_its_threat_only_when_its_hour_has_passed(tmp_path: Path):
    found = room(
        tmp_path,
        """
        doctrine:
          union:
            warn: {make: pay_or_stop}
            wait: {extend: pay_or_stop}
        """,
    )
    found.hours(16)
    assert found.happened(OfferAnswered, reply="extend") == [14]


def test_a_bot_may_leave_a_question(tmp_path: Path):
    found = room(
        tmp_path,
        """
        doctrine:
          council: {ask: {make: how_long, to: port}}
          port: {silent: {refuse: how_long}, say: {accept: how_long, reply: week}}
        """,
    )
    assert found.hours(20).state("how_long-port-1") == "unanswered"


def test_doctrine_and_random_bots_use_every_sort_of_deal():
    from tests.properties.games import played

    sorts, ends = set(), set()
    for seed in range(4):
        for bots in ("doctrine", "random"):
            for bargain in played(seed=seed, bots=bots).world.deals.bargains.values():
                sorts.add(bargain.sort)
                ends.add(bargain.state)
    assert sorts == {"ask", "condition", "evidence", "pledge", "question", "threat"}
    assert ends >= {"kept", "broken", "refused", "lapsed", "answered", "shown"}
