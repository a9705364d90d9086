"""Injects that come with an event: once for each, where it was, and put down to it."""

from pathlib import Path

import pytest

from engine import facts
from engine.errors import BadScenario
from tests.engine.small import changed, entries, game_of, hours_of, ordered

TABLES = """
    agents: {council_house: {kind: government}}
    cards:
      talk:
        title: Send somebody
        seat: council
        fields: {where: [old_town, shore], answer: 12 h (1 to 48)}
        known_to: {}
        effects:
          - {do: council_house.table, at: where, for: answer}
        case_for: "Clerk: they will talk."
        case_against: "Clerk: they will wait."
        unknown: Who comes.
        record: no record
    injects:
      word_lapsed:
        event: council_house.table_lapsed
        repeat: true
        from: Clerk
        to: council
        text: Nobody came
        effects:
          - {shift: fuel.use, at: there, times: 1.5, for: 200 h}
    """


def shortfalls(game) -> list[tuple[str, ...]]:
    """Where what came with the event bent something, in the order in which it did."""
    return [
        entry.event.places
        for entry in game.journal
        if isinstance(entry.event, facts.ShiftBegan) and entry.event.amount == 1.5
    ]


def fired(game) -> list[float]:
    return hours_of(entries(game, facts.InjectFired, inject="word_lapsed"))


def test_it_comes_once_for_each_event_and_where_that_was(tmp_path: Path):
    game = game_of(changed(tmp_path, TABLES))
    game.advance(2)
    for where, hours in (("old_town", 4), ("shore", 20), ("old_town", 20)):
        assert ordered(game, "council", "talk", {"where": where, "answer": hours}).accepted
    game.advance(60)
    assert fired(game) == [7, 23, 23]
    assert [set(places) for places in shortfalls(game)] == [
        set(game.scene.area(where)) for where in ("old_town", "shore", "old_town")
    ]


def test_its_effects_lead_back_to_the_order_behind_the_event(tmp_path: Path):
    game = game_of(changed(tmp_path, TABLES))
    ordered(game, "council", "talk", {"where": "shore", "answer": 3})
    game.advance(8)
    (began,) = entries(game, facts.ShiftBegan, target="fuel.use")
    journal = {entry.number: entry.event for entry in game.journal}
    cause = began.event.cause
    told = []
    while cause.startswith("event:"):
        told.append(type(journal[int(cause[6:])]).__name__)
        cause = journal[int(cause[6:])].cause
    assert (told, cause) == (["Reported", "InjectFired", "TableClosed"], "order:council/order-0")


def test_without_repeat_it_comes_with_the_first_and_with_a_condition_only_if_that_holds(
    tmp_path: Path,
):
    once = TABLES.replace("repeat: true", "repeat: false")
    late = TABLES.replace("repeat: true", "repeat: true\n        when: hour >= 12")
    found = []
    for number, text in enumerate((once, late)):
        game = game_of(changed(tmp_path / str(number), text))
        for hours in (2, 9, 11):
            ordered(game, "council", "talk", {"where": "shore", "answer": hours})
        game.advance(20)
        found.append(fired(game))
    assert found == [[3], [10, 12]]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("event: council_house.nothing", "`council_house` has no event `nothing`"),
        ("event: table", "expected an event such as"),
        ("{event: council_house.table_kept, at: day 2 06:00}", "not both"),
    ],
)
def test_an_event_that_there_is_not_is_a_mistake(tmp_path: Path, line: str, said: str):
    line = line.strip("{}")
    text = f"""
    agents: {{council_house: {{kind: government}}}}
    injects: {{one: {{{line}, to: all, text: Yes}}}}
    """
    with pytest.raises(BadScenario) as caught:
        changed(tmp_path, text)
    assert said in str(caught.value)


def test_there_is_no_there_without_an_event(tmp_path: Path):
    text = """
    injects:
      one: {when: hour is 9, effects: [{shift: fuel.use, at: there, times: 2, for: 2 h}]}
    """
    with pytest.raises(BadScenario, match="no place, region or site `there`"):
        changed(tmp_path, text)
