"""Claims about what a crisis leaves behind."""

from math import exp, log
from typing import ClassVar

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.agents.aftermath import KIND
from engine.agents.aftermath.config import AftermathConfig
from engine.agents.aftermath.rules import (
    NEVER,
    chance_of_new_unrest,
    comes_at,
    parted,
    projected,
    used,
)
from engine.begin import begin
from engine.events import MeterMoved
from engine.kinds import Kind, Reading
from engine.written import Value, Written
from tests.engine.stage import HOUR, replayed, stage_of
from tests.oracles.stocks import sovereignty_cost_after

SELF = (
    "in_country overdue over begins_in announced mandate_ends best_stay agreed declined humane "
    "active_share peak"
).split()
PLACE = ("killed", "detained")
CALM = {"humane": 1.0, "mandate_ends": -1.0, "active_share": 1.0, "peak": 5000.0}


class Given(Kind[Written, None]):
    """Readings of others, from a table of (hour, name, number)."""

    name = "given"
    text = "readings"
    Config = Written
    readings: ClassVar = {name: Reading("", "self", name) for name in SELF} | {
        name: Reading("", "place", name) for name in PLACE
    }

    def __init__(self, *rows):
        self.rows = rows

    def begin(self, world, me):
        return None

    def read(self, world, me, name):
        found = CALM.get(name, 0.0)
        for hour, what, number in self.rows:
            if what == name and world.now >= hour * HOUR:
                found = number
        return np.array([found, 0.0, 0.0]) if name in PLACE else found


METERS = {"legitimacy": 0.6, "sovereignty": 0.0, "repression": 0.1}


def aftermath(*rows, seed=1, meters=METERS, order=None, **changed):
    agents = {
        "given": (Given(*rows), Written()),
        "aftermath": (KIND, AftermathConfig.model_validate(changed)),
    }
    return stage_of(agents, seed=seed, meters=meters, order=order)


def read(stage, name):
    return stage.read("aftermath", name)


# The equations.


@settings(max_examples=40)
@given(st.floats(0, 1), st.floats(0, 0.1), st.floats(0, 400), st.floats(1, 2000), st.floats(0, 1))
def test_the_parts_of_a_stock_sum_to_its_closed_form(stock, growth, days, fade, rest):
    parts = parted(stock, {"presence": growth}, days, fade, rest)
    settled = rest + growth * fade
    after = settled + (stock - settled) * exp(-days / fade)
    assert stock + sum(parts.values()) == pytest.approx(after, abs=1e-9)
    assert after == pytest.approx(projected(stock, growth, NEVER, days, fade, rest), abs=1e-9)


def test_a_projection_in_one_go_is_that_in_two():
    whole = projected(0.1, 0.002, 20.0, 100.0, 180.0)
    there = projected(0.1, 0.002, NEVER, 20.0, 180.0)
    assert whole == pytest.approx(projected(there, 0.0, 0.0, 80.0, 180.0))


@settings(max_examples=40)
@given(st.floats(0.0001, 0.9), st.floats(0, 300))
def test_unrest_comes_when_its_hazard_is_used_up(hazard, since):
    when = comes_at(hazard, 0.02, 48.0, since)
    if when == NEVER:
        assert used(0.02, 48.0, since, 1e6) <= hazard + 1e-9
    else:
        assert used(0.02, 48.0, since, when) == pytest.approx(hazard, rel=1e-6)


def test_the_chance_of_new_unrest_is_that_of_the_integral():
    assert chance_of_new_unrest(0.02, 48.0, 0.0) == pytest.approx(1 - exp(-0.96))
    assert chance_of_new_unrest(0.02, 48.0, 24.0, 24.0) == 0.0


# Sovereignty, dependency, standing.


def test_troops_cost_sovereignty_as_the_closed_form_says():
    stage = aftermath((0, "in_country", 2000.0)).until(24 * 10 + 1)
    # The first day counts half: nobody was there at the last reckoning before it.
    first = sovereignty_cost_after(0.0, 1000.0, False, 1.0)
    assert read(stage, "sovereignty_cost") == pytest.approx(
        sovereignty_cost_after(first, 2000.0, False, 9.0), rel=1e-6
    )
    assert stage.world.meter("sovereignty") == read(stage, "sovereignty_cost")


def test_staying_past_the_date_costs_more_than_the_troops_alone():
    rows = (0, "in_country", 1000.0), (48, "overdue", 1.0)
    stage = aftermath(*rows).until(24 * 5 + 1)
    late = [e.event for e in stage.events("weighed") if e.event.what == "overstay"]
    assert {event.stock for event in late} == {"sovereignty", "standing"}
    assert sum(e.amount for e in late if e.stock == "sovereignty") == pytest.approx(0.04)
    assert read(stage, "late_price") == pytest.approx(0.012)


def test_every_move_of_a_meter_names_its_reasons_and_sums_to_them():
    rows = (0, "in_country", 2000.0), (30, "killed", 50.0), (30, "detained", 3000.0)
    stage = aftermath(*rows).until(24 * 6)
    weighed = {f"event:{e.number}": e.event for e in stage.events("weighed")}
    moves = [e.event for e in stage.journal if isinstance(e.event, MeterMoved)]
    assert moves
    for move in moves:
        assert move.by == pytest.approx(sum(term.amount for term in move.terms), abs=1e-9)
        assert all(weighed[term.cause].stock == move.meter for term in move.terms)
    held = stage.world.meter("repression")
    assert 0.1 + 50 * 0.001 + 3 * 0.01 - 0.002 < held < 0.1 + 50 * 0.001 + 3 * 0.01


def test_an_invitation_counts_once():
    stage = aftermath((5, "agreed", 1.0)).until(24 * 20)
    whats = [e.event.what for e in stage.events("weighed")]
    assert [whats.count(w) for w in ("invited", "came", "set", "refused")] == [1, 1, 1, 0]
    assert read(stage, "alliance_standing") == pytest.approx(0.65, abs=0.01)
    assert 0.09 < read(stage, "dependency_on_help") < 0.1


def test_a_refusal_costs_standing():
    stage = aftermath((5, "declined", 1.0)).until(25)
    assert read(stage, "alliance_standing") == pytest.approx(0.4)


def test_leaving_on_the_day_gains_standing_and_late_does_not():
    rows = (0, "in_country", 1000.0), (100, "in_country", 0.0), (100, "over", 1.0)
    in_time = aftermath(*rows).until(150)
    late = aftermath(*rows, (40, "overdue", 1.0), (100, "overdue", 0.0)).until(150)
    whats = [[e.event.what for e in s.events("weighed")] for s in (in_time, late)]
    assert ["kept_date" in w for w in whats] == [True, False]


def test_ill_treatment_leaves_more_behind():
    def legacy(humane):
        rows = (30, "detained", 5000.0), (0, "humane", humane)
        return read(aftermath(*rows).until(60), "repression_legacy")

    assert legacy(0.0) - 0.1 == pytest.approx(2 * (legacy(1.0) - 0.1), rel=0.02)


# Order, and whether it holds.

RESTORED = ((50, "active_share", 0.05),)


def nudged(stage, hours):
    """Let the agent look now and then, as it would when unrest takes a step."""
    for hour in range(1, int(hours) + 1):
        stage.until(hour)
        stage.kernel.perform("aftermath", ())
    return stage


def test_order_is_restored_at_a_share_of_the_peak_and_lost_at_twice_that():
    stage = nudged(aftermath(*RESTORED, (80, "active_share", 0.15), (90, "active_share", 0.3),
                             resurgence=Value(0.0)), 100)  # fmt: skip
    assert stage.events("order_restored")[0].at == 50 * HOUR
    assert stage.events("order_lost")[0].at == 90 * HOUR
    assert read(stage, "order") == 0


def test_without_a_peak_there_is_no_order_to_restore():
    assert nudged(aftermath(*RESTORED, (0, "peak", 10.0)), 60).events("restored") == []


def test_unrest_comes_back_as_often_as_the_closed_form_says():
    back = 0
    for seed in range(150):
        stage = aftermath((0, "active_share", 0.05), seed=seed)
        stage.kernel.perform("aftermath", ())
        back += bool(stage.until(400).events("resurged"))
    expected = 150 * chance_of_new_unrest(0.02 * 0.4, 48.0, 0.0)
    assert abs(back - expected) < 3 * (expected * (1 - expected / 150)) ** 0.5


def test_troops_deter_while_they_stay_and_leaving_early_is_what_that_was_worth():
    bare = aftermath((0, "active_share", 0.05))
    held = aftermath((0, "active_share", 0.05), (0, "in_country", 2000.0))
    for stage in (bare, held):
        stage.kernel.perform("aftermath", ())
        stage.until(0.1)
    assert read(held, "unrest_by_30") < read(bare, "unrest_by_30")
    assert read(held, "early_price") == pytest.approx(
        read(bare, "unrest_by_30") - read(held, "unrest_by_30"), abs=1e-3
    )


def test_the_last_troops_leaving_is_weighed_against_the_best_day():
    rows = (0, "in_country", 2000.0), (0, "best_stay", 109.8), (24 * 9, "in_country", 0.0)
    stage = nudged(aftermath(*rows, (30, "active_share", 0.05)), 24 * 10)
    (gone,) = stage.events("troops_gone")
    assert gone.at == 24 * 9 * HOUR
    assert gone.event.best_days == pytest.approx(0 + (30 - 24) / 24 + 109.8 / 24)
    assert gone.event.late == pytest.approx((8 - gone.event.best_days) * 0.004, rel=1e-6)
    assert 0 < gone.event.early < 0.1
    assert read(stage, "left_late") == gone.event.late


def test_the_best_stay_of_the_worked_example():
    assert log(0.02 * 1000 / (0.001 * 2030)) * 48 == pytest.approx(109.8, abs=0.05)


# Later days.


def test_figures_of_later_days_come_true_when_things_go_on_as_they_stand():
    stage = aftermath((0, "in_country", 2000.0)).until(24 * 5 + 1)
    foreseen = read(stage, "sovereignty_30"), read(stage, "repression_30")
    stage.until(24 * 30 + 1)
    assert (read(stage, "sovereignty_cost"), read(stage, "repression_legacy")) == pytest.approx(
        foreseen, rel=2e-3
    )
    assert read(stage, "sovereignty_30") == read(stage, "sovereignty_cost")


def test_an_announced_date_makes_the_later_figures_lower():
    stay = aftermath((0, "in_country", 2000.0)).until(50)
    rows = (0, "in_country", 2000.0), (0, "announced", 1.0), (0, "begins_in", 48.0)
    leave = aftermath(*rows).until(50)
    for day in ("30", "180"):
        assert read(leave, f"sovereignty_{day}") < read(stay, f"sovereignty_{day}")
    assert read(leave, "sovereignty_180") < read(leave, "sovereignty_30")


# Accounts.


def test_an_account_takes_a_share_of_the_legacy_and_a_fuller_one_only_the_rest():
    stage = aftermath(meters={"repression": 0.4}).do("aftermath", "account", figures="totals")
    assert stage.world.meter("repression") == pytest.approx(0.4 * 0.92)
    stage.do("aftermath", "account", figures="names")
    assert stage.world.meter("repression") == pytest.approx(0.4 * 0.85)
    stage.do("aftermath", "account", figures="totals")
    assert stage.world.meter("repression") == pytest.approx(0.4 * 0.85)
    assert stage.events("weighed")[0].event.cause.startswith("event:")


def test_an_inquiry_is_read_by_its_name():
    stage = aftermath()
    assert (read(stage, "inquiry"), read(stage, "inquiry_by")) == (0, "none")
    stage.do("aftermath", "inquire", by="mixed").do("aftermath", "detainees", what="review")
    assert (read(stage, "inquiry"), read(stage, "inquiry_by")) == (1, "mixed")


# What every kind owes.

FULL = (
    (0, "in_country", 2000.0), (20, "agreed", 1.0), (30, "killed", 60.0),
    (40, "detained", 4000.0), (50, "active_share", 0.05), (200, "in_country", 0.0),
)  # fmt: skip


def full(**more):
    return nudged(aftermath(*FULL, **more), 260).do("aftermath", "inquire", by="outside").until(400)


def test_the_journal_alone_rebuilds_the_aftermath():
    stage = full()
    fresh = replayed(stage, begin(stage.world.scene))
    assert fresh.agents["aftermath"] == stage.world.agents["aftermath"]
    assert fresh.meters == stage.world.meters


def test_the_order_of_beginning_does_not_matter():
    assert full().journal.digest() == full(order=("aftermath", "given")).journal.digest()


def test_without_declared_meters_the_stocks_are_kept_inside():
    stage = full(meters={})
    assert not [e for e in stage.journal if isinstance(e.event, MeterMoved)]
    assert read(stage, "sovereignty_cost") > 0
    assert read(stage, "repression_legacy") > 0
