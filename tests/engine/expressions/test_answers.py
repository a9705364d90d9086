"""What conditions and sums answer."""

import math
from dataclasses import replace
from datetime import timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from engine.scenario.expressions import (
    Answer,
    Scope,
    compile_amount,
    compile_condition,
    compile_shown,
)
from tests.engine.expressions.world import NAMES, PORT, UNION, WORLD, Game

GAME = Game(
    meters={"patience": 0.35},
    readings={
        "tankers.waiting": 3.0,
        "demands.rung": "rota",
        "demands.answered": "",
        "old_town.fuel.stock": 200.0,
        "old_town.fuel.days_left": 48.0,
        "old_town.fuel.use": 2.5,
        "old_town.fuel.posture": "calm",
        "old_town.fuel.dry": False,
        "old_town.tankers.queued": 2.0,
        "old_town.barges.queued": 7.0,
        "shore.fuel.stock": 240.0,
        "hospital.fuel.lost": 1.0,
        "isle.league.consent": 0.9,
        "pilots.league.sent": 1.0,
        "league.last": "order:4",
        "league.reason": "tired",
    },
    rows={
        "places.fuel.stock": [200.0, 40.0],
        "places.fuel.days_left": [48.0, 100.0],
        "places.fuel.use": [2.5, 1.0],
        "places.fuel.people": [21000.0, 4200.0],
        "places.fuel.posture": ["calm", "armed"],
        "places.fuel.dry": [False, False],
        "regions.fuel.stock": [240.0],
        "sites.fuel.lost": [1.0, 0.0],
    },
    stocks={"port.overtime_pay": 12.0, "union.solidarity": 0.5, "council.standing": 4.0},
    fields={
        "length": 12.0,
        "cap": 50.0,
        "men": 2000.0,
        "tone": "firm",
        "depth": "all",
        "stance": "not",
        "where": "old_town",
        "until": 40 * 3600.0,
    },
    happened={
        "card night_shift": [3600, 7200],
        "event tankers.landed": [10800],
        "kept gate_for_pay": [7200],
    },
)


def truth(text: str, game: Game = GAME, scope: Scope = WORLD) -> bool | None:
    return compile_condition(text, NAMES, scope).truth(game)


def amount(text: str, game: Game = GAME, unit: str | None = None) -> float | None:
    return compile_amount(text, NAMES, WORLD, unit).number(game)


@pytest.mark.parametrize(
    "text",
    [
        "patience < 40 %",
        "not patience >= 40 %",
        "tankers.waiting is 3 ships",
        "tankers.waiting is not 4 ships",
        "old_town.stock > 150 t and shore.stock > 200 t",
        "old_town.days_left is 2 d",
        "port.overtime_pay <= 12 h",
        "isle.consent > 80 %",
        "old_town.tankers.queued < old_town.barges.queued",
        "hospital.lost",
        "pilots.sent",
        "not old_town.dry",
        "always and not never",
        "patience > 90 % or patience > 20 % and tankers.waiting > 2 ships",
        "not (patience > 90 % or never)",
    ],
)
def test_a_true_condition_is_true(text: str):
    assert truth(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "demands.rung >= rota",
        "demands.rung < board_seat",
        "demands.rung is rota",
        "demands.rung > demands.answered",
        "not demands.answered >= overtime",
        "demands.answered < overtime",
    ],
)
def test_rungs_are_ordered_and_nothing_is_below_the_lowest(text: str):
    assert truth(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "tone is firm",
        "tone is not warm",
        "depth is all",
        "stance is not",
        "stance is not for",
        "not stance is day",
        "where is old_town",
        "where is not everywhere",
        "old_town.posture is calm",
    ],
)
def test_after_is_a_word_is_looked_for_among_the_choices_first(text: str):
    assert truth(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "any(places.stock < 50 t)",
        "not all(places.stock < 50 t)",
        "count(places.stock > 10 t) is 2",
        "count(regions.stock > 50 t) is 1",
        "any(places.posture is armed)",
        "count(sites.lost) is 1",
        "sum(places.stock) is 240 t",
        "mean(places.stock) is 120 t",
        "min(places.days_left) < 3 d",
        "max(places.stock - places.use * 10 h) is 175 t",
        "any(places.stock < mean(places.stock))",
        "all(places.people > 1000 people and places.stock > old_town.stock / 10)",
        "not any(places.dry)",
        "all(places.stock > old_town.stock - shore.stock * 90 %)",
    ],
)
def test_places_are_gathered_one_value_each(text: str):
    assert truth(text) is True


def test_done_kept_and_counted_look_at_what_happened():
    assert truth("done(night_shift) and not done(hire_crews)")
    assert truth("kept(gate_for_pay) and not broken(gate_for_pay)")
    assert truth("not fired(storm_warning)")
    assert amount("times(night_shift) + times(tankers.landed)") == 3
    assert amount("since(night_shift)") == 34
    assert amount("first(tankers.landed)") == 3
    assert amount("hours(night_shift to tankers.landed)") == 2


def test_since_is_endless_and_first_and_hours_are_unknown_when_it_never_happened():
    assert amount("since(hire_crews)") == math.inf
    assert truth("since(hire_crews) > 24 h")
    assert amount("first(league.decided)") is None
    assert amount("hours(night_shift to league.decided)") is None
    assert amount("hours(tankers.landed to night_shift)") is None


def test_moments_are_compared_and_taken_from_one_another():
    assert truth("now >= day 2 18:00 and now < 2031-11-04 18:01")
    assert truth("now is day 2 18:00")
    assert truth("until > now + 3 h and until <= now + 4 h")
    assert amount("now - day 1 06:00") == 36


def test_hour_and_day_are_those_of_the_local_clock():
    assert truth("hour is 18 and day is 2")
    assert truth("hour is 5 and day is 3", replace(GAME, now=47 * 3600 + 1800))
    for zone in (timezone(timedelta(hours=6)), ZoneInfo("UTC")):
        when = compile_condition("hour is 18 and day is 2", replace(NAMES, zone=zone), WORLD)
        assert when.truth(GAME)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("8 % * (130 XAM/l - cap) / 80 XAM/l", 0.08),
        ("2 % * men / 1000 people", 0.04),
        ("men / 1000 people", 2),
        ("-length / 2", -6),
        ("old_town.stock / old_town.use", 80),
        ("12 t/d * length", 6),
        ("patience + 5 %", 0.4),
        ("8 /length", 8 / 12),
        ("1 - patience / 70 %", 0.5),
        ("men * 5 %", 100),
        ("2 * -3", -6),
    ],
)
def test_sums_are_in_canonical_units(text: str, number: float):
    assert amount(text) == pytest.approx(number)


def test_dividing_by_nothing_is_unknown():
    assert amount("men / (men - 2000 people)") is None
    assert truth("men / (men - 2000 people) > 1") is None


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("min(places.days_left)", "d"),
        ("men / 1000 people", ""),
        ("hours(night_shift to tankers.landed)", "h"),
        ("patience", "%"),
        ("12 t/d * 2", "t/d"),
        ("old_town.use * 3 h", "t"),
        ("2 %/d * 3 h", "%"),
        ("6 % / 3 h", "%/h"),
        ("length / 2 h", ""),
    ],
)
def test_a_sum_knows_the_unit_it_is_shown_in(text: str, unit: str):
    assert compile_amount(text, NAMES, WORLD).unit == unit


def test_a_plain_ratio_may_stand_for_a_share_and_a_factor_may_be_either():
    assert amount("2 % * men / 1000 people", unit="%") == pytest.approx(0.04)
    assert compile_amount("70 %", NAMES, WORLD, "", factor=True).number(GAME) == 0.7
    assert compile_amount("1.5", NAMES, WORLD, "", factor=True).number(GAME) == 1.5


def test_the_unknown_stays_unknown_unless_the_rest_decides():
    nothing = Game()
    assert truth("patience > 40 %", nothing) is None
    assert truth("not patience > 40 %", nothing) is None
    assert truth("patience > 40 % and never", nothing) is False
    assert truth("never and patience > 40 %", nothing) is False
    assert truth("always or patience > 40 %", nothing) is True
    assert truth("patience > 40 % or always", nothing) is True
    assert truth("patience > 40 % or never", nothing) is None
    assert truth("demands.rung >= rota", nothing) is None
    assert truth("tone is firm", nothing) is None
    assert amount("patience + 5 %", nothing) is None


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("any(places.stock > 50 t)", True),
        ("any(places.stock > 500 t)", None),
        ("all(places.stock > 500 t)", False),
        ("all(places.stock > 50 t)", None),
        ("count(places.stock > 50 t) > 0", None),
        ("min(places.stock) < 900 t", None),
    ],
)
def test_one_unknown_place_decides_nothing(text: str, answer: bool | None):
    assert truth(text, Game(rows={"places.fuel.stock": [200.0, None]})) is answer


def test_of_no_places_sums_are_nothing_and_means_unknown():
    assert amount("sum(places.stock)", Game()) == 0
    assert amount("min(places.stock)", Game()) is None
    assert truth("any(places.stock > 1 t)", Game()) is False


def test_a_condition_that_must_last_is_noted_under_a_key_of_its_reader():
    text = "patience  < 40 % for 6 h and (tankers.waiting>2 ships) for 30 min"
    when = compile_condition(text, NAMES, PORT)
    assert [(hold.key, hold.seconds) for hold in when.holds] == [
        ("port: patience < 40 %", 21600),
        ("port: (tankers.waiting > 2 ships)", 1800),
    ]
    assert [hold.condition.truth(GAME) for hold in when.holds] == [True, True]
    keys = [hold.key for hold in when.holds]
    assert when.truth(GAME) is False
    assert when.truth(replace(GAME, lasting=dict.fromkeys(keys, 21600))) is True
    assert when.truth(replace(GAME, lasting={keys[0]: 21599, keys[1]: 21599})) is False
    assert when.truth(Game()) is None


def test_seats_read_what_they_are_told_and_their_own_stocks():
    assert truth("patience < 40 % and union.solidarity < 60 %", scope=UNION)
    assert truth(
        "known(patience) and not known(tankers.waiting)", Game(meters={"patience": 1}), UNION
    )
    told = replace(GAME, ages={"waiting": 7200})
    assert truth("age(tankers.waiting) is 2 h", told, UNION)
    assert truth("age(patience) > 1 h", told, UNION) is None


def test_a_word_where_a_number_was_declared_is_unknown_and_a_text_is_shown():
    assert truth("league.last > 3") is None
    assert truth("league.last") is None
    assert compile_shown("league.reason", NAMES, WORLD).value(GAME) == "tired"


@pytest.mark.parametrize(
    ("text", "answer"),
    [("demands.rung", "rota"), ("tone", "firm"), ("now", 129600), ("old_town.days_left", 48.0)],
)
def test_a_name_is_shown_whatever_it_is(text: str, answer: Answer):
    assert compile_shown(text, NAMES, WORLD).value(GAME) == answer


def test_a_condition_tells_what_it_asked_and_what_was_answered():
    when = compile_condition("min(places.days_left) < 3 d and patience < 40 %", NAMES, WORLD)
    assert when.because(GAME) == (("min(places.days_left)", 48.0), ("patience", 0.35))
    assert [(ref.sort, ref.name, ref.agent, ref.where) for ref in when.uses] == [
        ("each", "days_left", "fuel", "places"),
        ("sum", "min", "", "places"),
        ("meter", "patience", "", ""),
    ]
