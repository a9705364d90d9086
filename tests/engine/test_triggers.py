"""When injects come in, and how a game ends."""

import re
from pathlib import Path

import pytest

from engine import facts
from engine.catalogue import sentence
from engine.errors import BadScenario
from engine.moments import HOUR
from engine.orders import Order
from tests.engine.small import (
    brought_in,
    changed,
    entries,
    game_of,
    hours_of,
    ordered,
    told_to_play,
)


def fired(game, inject: str) -> list[float]:
    return hours_of(entries(game, facts.InjectFired, inject=inject))


def test_a_timed_inject_comes_at_its_hour(tmp_path: Path):
    assert fired(told_to_play(tmp_path, "", 48), "storm_warning") == [33]


def test_a_time_between_two_beats_is_the_next_beat(tmp_path: Path):
    game = told_to_play(tmp_path, "injects: {late: {at: day 1 07:20, to: all, text: Late}}", 5)
    assert fired(game, "late") == [2]


def test_a_timed_inject_with_a_condition_comes_then_if_it_is_true_then_and_never_later(
    tmp_path: Path,
):
    game = told_to_play(
        tmp_path,
        """
        injects:
          so:      {at: day 1 08:00, when: hour is 8, text: Yes, to: all}
          not_so:  {at: day 1 08:00, when: hour is 9, text: No, to: all}
        """,
        10,
    )
    assert (fired(game, "so"), fired(game, "not_so")) == ([2], [])


CLOCKS = """
    injects:
      once:    {when: hour >= 9 and hour < 12, to: all, text: Once}
      daily:   {when: hour >= 9 and hour < 12, repeat: true, to: all, text: Again}
    """


def test_a_conditional_inject_comes_once_and_a_repeated_one_each_time_it_turns_true(tmp_path: Path):
    game = told_to_play(tmp_path, CLOCKS, 60)
    assert fired(game, "once") == [3]
    assert fired(game, "daily") == [3, 27, 51]


def test_each_firing_logs_the_values_that_made_it_so(tmp_path: Path):
    game = told_to_play(tmp_path, "injects: {low: {when: patience < 59 %, to: all, text: Low}}", 48)
    (entry,) = entries(game, facts.InjectFired, inject="low")
    assert isinstance(entry.event, facts.InjectFired)
    (value,) = (value for name, value in entry.event.because if name == "patience")
    assert 0.58 < float(str(value)) < 0.59


def test_an_inject_against_inaction_comes_when_nobody_did_it(tmp_path: Path):
    assert fired(told_to_play(tmp_path, "", 60), "pumps_close") == [48]


def test_an_inject_against_inaction_stays_away_when_it_was_ordered_in_time(tmp_path: Path):
    game = game_of(changed(tmp_path, "cards: {ration: {authority: null}}"))
    game.play(46 * 3600)
    assert ordered(game, "council", "ration", {"where": "shore"}).accepted
    game.play()
    assert fired(game, "pumps_close") == []


CLOSED = """
    cards: {ration: {effects: [{shift: patience, by: -1 %}]}}
    injects:
      second_call:
        unless_ordered: {seat: council, card: mediate, within: 5 h, since: storm_warning}
        to: all
        text: Still no table.
    """


@pytest.mark.parametrize(
    ("at", "comes"),
    [(None, [38]), (30, [38]), (35, []), (40, [38])],
    ids=["never", "too early", "in time", "too late"],
)
def test_inaction_may_be_counted_from_another_inject(
    tmp_path: Path, at: int | None, comes: list[float]
):
    game = game_of(changed(tmp_path, CLOSED))
    if at is not None:
        game.play(at * 3600)
        assert ordered(game, "council", "mediate").accepted
    game.play(60 * 3600)
    assert fired(game, "second_call") == comes


def test_a_manual_inject_waits_for_the_facilitator(tmp_path: Path):
    game = game_of(changed(tmp_path, ""))
    game.play(5 * 3600)
    assert brought_in(game, "minister_visits").accepted
    game.play()
    assert fired(game, "minister_visits") == [5]
    assert brought_in(game, "minister_visits").code == "ended"


def test_the_facilitator_is_told_what_cannot_be_brought_in(tmp_path: Path):
    game = game_of(changed(tmp_path, ""))
    assert brought_in(game, "ministers_visit").code == "unknown_card"
    game.play(3 * 3600)
    late = Order(id="l", seat="facilitator", card="bring_in", fields={"inject": "x"}, beat=1)
    assert game.submit(late).code == "unknown_card"
    late = late.model_copy(update={"id": "m", "fields": {"inject": "minister_visits"}})
    assert game.submit(late).code == "too_late"


def test_a_scheduled_inject_comes_so_many_hours_after_the_card_took_effect(tmp_path: Path):
    game = game_of(changed(tmp_path, ""))
    assert ordered(game, "union", "work_to_rule", {"until": "day"}).accepted
    game.play(48 * 3600)
    assert fired(game, "work_resumed") == [25]


def test_an_inject_that_was_called_off_does_not_come_even_if_it_was_scheduled(tmp_path: Path):
    game = game_of(
        changed(tmp_path, "injects: {off: {at: day 1 12:00, effects: [{cancel: work_resumed}]}}")
    )
    ordered(game, "union", "work_to_rule", {"until": "day"})
    game.play()
    assert fired(game, "off") == [6]
    assert fired(game, "work_resumed") == []


def test_a_condition_may_ask_to_hold_for_a_time(tmp_path: Path):
    game = told_to_play(
        tmp_path, "injects: {still: {when: hour >= 9 for 4 h, to: all, text: Still}}", 20
    )
    assert fired(game, "still") == [7]


def test_of_two_endings_at_one_beat_the_first_written_is_the_one(tmp_path: Path):
    game = told_to_play(
        tmp_path,
        """
        endings:
          one: {title: One, when: now >= day 1 10:00, text: One}
          two: {title: Two, when: now >= day 1 10:00, text: Two}
        """,
    )
    assert (game.world.ending, game.now) == ("one", 4 * 3600)
    assert len(entries(game, facts.Ended)) == 1


def test_when_time_is_up_the_otherwise_ending_holds(tmp_path: Path):
    game = told_to_play(tmp_path, "endings: {supplied: {when: never}}")
    assert (game.world.ending, game.now) == ("rationed", game.scene.end_second)


TWO_ENDS = """
    injects:
      stop: {at: day 1 09:00, effects: [{end: rationed}, {end: supplied}]}
    """


def test_a_game_ends_once(tmp_path: Path):
    game = told_to_play(tmp_path, TWO_ENDS)
    assert (game.world.ending, game.now) == ("rationed", 3 * 3600)
    assert len(entries(game, facts.Ended)) == 1


def test_nothing_happens_after_the_end(tmp_path: Path):
    game = told_to_play(tmp_path, TWO_ENDS)
    before = len(game.journal)
    assert game.advance(10).reason == "ended"
    assert len(game.journal) == before
    assert ordered(game, "union", "open_gate").code == "ended"


BOTH_MAY = """
    cards: {ration: {authority: null, cost: null, effects: [{shift: patience, by: -1 %}]}}
    injects:
      ask: {at: day 1 07:00, effects: [{offer: ration, to: port}]}
    """


@pytest.mark.parametrize(("seat", "comes"), [("council", []), ("port", [48])])
def test_only_the_seat_that_was_waited_for_keeps_an_inject_against_inaction_away(
    tmp_path: Path, seat: str, comes: list[float]
):
    game = game_of(changed(tmp_path, BOTH_MAY))
    game.play(10 * 3600)
    assert ordered(game, seat, "ration", {"where": "shore"}).accepted
    game.play()
    assert fired(game, "pumps_close") == comes


CHANCES = """
    injects:
      timed:   {at: day 1 08:00, odds: 40 %, to: all, text: Timed}
      waiting: {when: hour is 9, odds: 40 %, repeat: true, to: all, text: Waiting}
      silent:  {unless_ordered: {seat: council, card: ration, within: 3 h}, odds: 40 %, to: all,
                text: Silent}
      sure:    {at: day 1 08:00, odds: 100 %, to: all, text: Sure}
      none:    {at: day 1 08:00, odds: 0 %, to: all, text: None}
    """


def test_an_inject_with_odds_comes_in_that_share_of_games(tmp_path: Path):
    scenario = changed(tmp_path, CHANCES)
    come = dict.fromkeys(("timed", "waiting", "silent", "sure", "none"), 0)
    alike = 0
    for seed in range(40):
        game = game_of(scenario, seed=seed)
        game.play(30 * 3600)
        hours = {name: fired(game, name) for name in come}
        for name, found in hours.items():
            come[name] += bool(found)
        # One draw for a game: it comes each time, or never.
        assert hours["waiting"] in ([], [3, 27])
        alike += bool(hours["timed"]) == bool(hours["waiting"])
    assert (come["sure"], come["none"]) == (40, 0)
    assert all(8 <= come[name] <= 24 for name in ("timed", "waiting", "silent"))
    assert alike < 40, "each has its own luck"


def test_odds_of_what_only_somebody_brings_in_are_a_mistake(tmp_path: Path):
    with pytest.raises(BadScenario, match="what is scheduled comes"):
        changed(tmp_path, "injects: {late: {odds: 40 %, to: all, text: Late}}")


WHERE = """
    injects:
      low:
        when: any(places.days_left < 2 d) and patience > 5 %
        from: Pump
        to: all
        headline: A pump runs low
        text: "{where} has {where.stock} left."
        effects:
          - {shift: fuel.use, at: where, times: 0.5, when: where.days_left < 2 d}
          - {tell: port, headline: Send, text: "Send to {where}."}
    """


def places_said(game) -> list[object]:
    told = [entry.event for entry in game.journal if isinstance(entry.event, facts.Reported)]
    return [dict(event.values).get("where") for event in told if "low" in event.text]


def test_an_inject_says_at_which_place_its_condition_holds_and_acts_there(tmp_path: Path):
    game = told_to_play(tmp_path, WHERE, 60)
    assert places_said(game) == ["ferry_point", "ferry_point"]
    lines = [sentence(game.scenario, entry) for entry in entries(game, facts.Reported)]
    assert any(re.search(r"Ferry Point has \d+(\.\d+)? t left", line) for line in lines)
    assert any("Send to Ferry Point." in line for line in lines)
    assert entries(game, facts.ShiftBegan, cause="inject:low", places=("ferry_point",))


def test_one_that_is_brought_in_while_it_holds_nowhere_names_the_first_place(tmp_path: Path):
    game = game_of(changed(tmp_path, WHERE))
    brought_in(game, "low")
    game.play(2 * HOUR)
    assert places_said(game)[:1] == ["north_quay"]


@pytest.mark.parametrize(
    "when", ["any(places.days_left < 2 d) or patience < 5 %", "not any(places.days_left > 9 d)",
             "count(places.days_left < 2 d) >= 1", "patience < 40 %"],
)  # fmt: skip
def test_where_is_no_name_unless_the_condition_needs_a_place(tmp_path: Path, when: str):
    with pytest.raises(BadScenario) as bad:
        changed(tmp_path, WHERE.replace("any(places.days_left < 2 d) and patience > 5 %", when))
    assert any("what an any() in its `when` finds" in str(p) for p in bad.value.problems)
