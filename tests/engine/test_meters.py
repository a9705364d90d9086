"""Claims about changes of meters: sums of causes, and never out of 0 to 1."""

from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from engine.events import Term
from engine.meters import moved
from engine.world import World

SHARES = st.floats(0.0, 1.0)
AMOUNTS = st.lists(st.floats(-2.0, 2.0).map(lambda x: x if abs(x) > 1e-12 else 0.0), max_size=4)


def world_at(value):
    return cast(World, SimpleNamespace(meters={"trust": value}))


def terms_of(amounts):
    return [Term(f"event:{at}", amount) for at, amount in enumerate(amounts)]


@given(start=SHARES, moves=st.lists(AMOUNTS, max_size=6))
@example(start=0.123456789012345, moves=[[-0.5], [3.0, -0.1]])
@example(start=0.3, moves=[[0.7000000044]])
@example(start=0.0999999996, moves=[[-0.1]])
def test_a_meter_never_leaves_0_to_1_whatever_moves_it_in_turn(start, moves):
    now = start
    for amounts in moves:
        event = moved(world_at(now), "trust", terms_of(amounts))
        now += 0.0 if event is None else event.by
        assert 0.0 <= now <= 1.0


@given(start=SHARES, amounts=AMOUNTS)
def test_the_terms_of_a_move_sum_to_it(start, amounts):
    event = moved(world_at(start), "trust", terms_of(amounts))
    if event is not None:
        assert sum(term.amount for term in event.terms) == pytest.approx(event.by, abs=1e-15)
        assert event.by != 0.0


def test_a_meter_that_is_stopped_stands_at_its_end_and_scales_its_terms():
    event = moved(world_at(0.9), "trust", terms_of([0.3, 0.1]))
    assert event is not None
    assert 0.9 + event.by == 1.0
    assert [term.amount for term in event.terms] == pytest.approx([0.075, 0.025])
    assert event.cause == "event:0"


@pytest.mark.parametrize("start", [1.0, 1.0 - 1e-12])
def test_a_meter_at_its_end_is_not_moved_further(start):
    assert moved(world_at(start), "trust", terms_of([0.2])) is None


def test_terms_that_cancel_move_nothing():
    assert moved(world_at(0.5), "trust", terms_of([0.2, -0.2])) is None


def test_a_meter_that_nobody_declared_is_not_moved():
    assert moved(world_at(0.5), "fear", terms_of([0.2])) is None
