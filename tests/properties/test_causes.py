"""Causes: everything that has an origin names it, and few things may say that nothing did it."""

from functools import cache

import pytest

from engine.events import DRIFT, MeterMoved
from engine.game import Game
from engine.setup import Wanted, prepare, start

DAY = 86400

STEPS = {
    "abroad.looked", "aftermath.assessed", "field.stepped", "incidents.stepped", "loyalty.stepped",
    "media.stepped", "security.stepped", "stocks.stepped", "unrest.stepped",
}  # fmt: skip
"""The models' own clocks."""

OWN = {"media.falsified", "queue.arrived", "queue.rate_changed", "airlift.hour_looked"}
"""What comes by chance and by itself: false stories, ships, and the hours of the weather."""

ENGINE = {"game.told", "game.noted", "game.stock_moved", "game.condition_turned"}
"""The engine's book-keeping: what time alone tells, notes, refills and turns."""

PLAYED = [
    ("kazakhstan-2022", 1, "history", 7),
    ("kazakhstan-2022", 2, "random", 14),
    ("harbour", 3, "random", 10),
    ("dry-season", 1, "random", 4),
]


@cache
def played(name: str, seed: int, bots: str, days: int) -> Game:
    game = start(prepare(Wanted(name, seed=seed, bots=bots)), keep=False)
    game.play(until=days * DAY)
    return game


def kind_of(game: Game, agent: str) -> str:
    return game.scene.agents[agent].name if agent in game.scene.agents else "game"


def drifting(game: Game):
    """Entries that name nothing, with their kind of agent and event."""
    for entry in game.journal:
        if entry.event.cause == DRIFT:
            yield f"{kind_of(game, entry.agent)}.{entry.name.split('.')[1]}", entry


@pytest.mark.parametrize("wanted", PLAYED)
def test_only_clocks_chance_and_book_keeping_name_no_cause(wanted):
    for name, entry in drifting(played(*wanted)):
        event = entry.event
        if isinstance(event, MeterMoved):
            largest = max(event.terms, key=lambda term: abs(term.amount))
            assert largest.cause == DRIFT, entry.line()
        elif name == "aftermath.weighed":
            assert event.what == "fades", entry.line()
        elif name == "demands.rose":
            # Before anything was asked or answered, what was asked at the start went unanswered.
            earlier = list(played(*wanted).journal)[: entry.number]
            assert not [e for e in earlier if e.agent == entry.agent], entry.line()
        else:
            assert name in STEPS | OWN | ENGINE, entry.line()


@pytest.mark.parametrize("wanted", PLAYED)
def test_a_cause_is_an_earlier_line_an_order_an_inject_an_ending_or_nothing(wanted):
    game = played(*wanted)
    orders = {f"{logged.order.seat}/{logged.order.id}" for logged in game.orders}
    for entry in game.journal:
        terms = entry.event.terms if isinstance(entry.event, MeterMoved) else ()
        for cause in (entry.event.cause, *(term.cause for term in terms)):
            sort, _, rest = cause.partition(":")
            match sort:
                case "event":
                    assert 0 <= int(rest) < entry.number, entry.line()
                case "order":
                    assert rest in orders, entry.line()
                case "inject":
                    assert rest in game.scenario.injects, entry.line()
                case "exhibit":
                    assert rest in game.scenario.exhibits, entry.line()
                case "ending":
                    assert rest in game.scenario.endings, entry.line()
                case _:
                    assert cause == DRIFT, entry.line()


def test_a_report_leads_back_to_what_happened():
    game = played(*PLAYED[0])
    lines = list(game.journal)
    told = [e for e in lines if e.name == "media.reported"]
    assert len(told) > 500
    for entry in told:
        story = lines[int(entry.event.cause.removeprefix("event:"))]
        assert story.name in ("media.filed", "media.falsified")
        assert story.event.story == entry.event.story
        if story.name == "media.filed":
            assert lines[int(story.event.cause.removeprefix("event:"))].number < story.number


def test_harm_names_the_step_of_the_crowd_that_it_counts():
    game = played(*PLAYED[0])
    lines = list(game.journal)
    harmed = [e for e in lines if e.name == "incidents.harmed"]
    assert harmed
    for entry in harmed:
        step = lines[int(entry.event.cause.removeprefix("event:"))]
        assert step.name == "unrest.stepped"
        assert step.at <= entry.at
