"""Ranges and chances, and how sure they are."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lab.spread import chance_of, gap_of, independent, settled, span_of, wilson

VALUES = st.floats(-1e6, 1e6)
GROUPS = st.dictionaries(st.integers(0, 9), st.lists(VALUES, min_size=1, max_size=9), min_size=1)


@settings(max_examples=30)
@given(groups=GROUPS)
def test_a_span_is_in_order_and_inside_what_was_seen(groups: dict[int, list[float]]):
    span = span_of(groups)
    assert span is not None
    seen = [value for group in groups.values() for value in group]
    order = [min(seen), span.low, span.q1, span.median, span.q3, span.high, max(seen)]
    assert all(a <= b or a == pytest.approx(b) for a, b in pairwise(order))
    assert span.least <= span.median <= span.most


@settings(max_examples=30)
@given(groups=GROUPS)
def test_values_are_never_surer_than_their_number_nor_less_than_their_groups(
    groups: dict[int, list[float]],
):
    count = sum(map(len, groups.values()))
    assert independent(groups) <= count or count == 0
    assert independent(groups) >= (len(groups) if len(groups) > 1 else 1)


def test_values_that_are_alike_within_a_group_count_once():
    alike = {group: [float(group % 2)] * 20 for group in range(10)}
    apart = {group: [0.0, 1.0] * 10 for group in range(10)}
    assert independent(alike) == pytest.approx(10)
    assert independent(apart) == pytest.approx(200)


def test_more_futures_narrow_a_chance():
    few = chance_of({group: [0.0, 1.0] for group in range(5)})
    many = chance_of({group: [0.0, 1.0] * 20 for group in range(5)})
    assert few is not None
    assert many is not None
    assert few[0] < many[0] < 0.5 < many[1] < few[1]


def test_a_chance_that_was_never_seen_is_not_nothing():
    low, high = wilson(0.0, 20)
    assert low == 0.0
    assert 0.05 < high < 0.12


def test_nothing_seen_gives_nothing():
    assert span_of({}) is None
    assert chance_of({}) is None


def test_a_gap_counts_worlds_and_not_futures():
    few = gap_of({world: [float(world)] for world in range(6)})
    many = gap_of({world: [float(world)] * 50 for world in range(6)})
    assert few is not None
    assert few == many
    assert few.least < few.mean == 2.5 < few.most


def test_a_gap_that_is_the_same_in_every_world_is_sure():
    gap = gap_of({world: [-3.0, -3.0] for world in range(4)})
    assert gap is not None
    assert gap.least == gap.mean == gap.most == -3.0


@pytest.mark.parametrize(("worlds", "quantile"), [(4, 1.638), (16, 1.341)])
def test_few_worlds_make_a_gap_less_sure(worlds: int, quantile: float):
    values = {world: [1.0 if world % 2 else -1.0] for world in range(worlds)}
    gap = gap_of(values)
    assert gap is not None
    error = (worlds / (worlds - 1) / worlds) ** 0.5
    assert gap.most == pytest.approx(quantile * error, rel=0.03)


def test_one_world_tells_no_gap():
    assert gap_of({3: [1.0, 2.0]}) is None
    assert gap_of({}) is None


def test_what_depends_on_the_world_alone_settles_once_every_world_was_seen_twice():
    once = {world: [float(world)] for world in range(8)}
    twice = {world: [float(world), world + 0.1] for world in range(8)}
    assert not settled(once, 300)
    assert settled(twice, 300)


def test_what_depends_on_luck_settles_late():
    luck = {world: [0.0, 1.0] * 2 for world in range(8)}
    assert not settled(luck, 300)
    assert settled({world: [0.0, 1.0] * 19 for world in range(8)}, 300)
