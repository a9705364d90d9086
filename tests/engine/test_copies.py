"""Copies of plain data: nothing that changes is shared, and nothing else is made anew."""

from dataclasses import dataclass, field

import numpy as np

from engine.copies import copied
from tests.properties.games import game


@dataclass(frozen=True, slots=True)
class Fact:
    name: str
    rows: tuple[tuple[int, float | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Sealed:
    """Frozen, and yet it holds something that is not."""

    inside: list[int]


@dataclass(slots=True)
class Part:
    facts: dict[str, Fact] = field(default_factory=dict)
    counts: list[int] = field(default_factory=list)
    array: np.ndarray = field(default_factory=lambda: np.zeros(3))
    anything: object = None


def test_what_changes_is_made_anew_at_every_depth():
    old = Part(counts=[1], anything={"deep": [Part(counts=[2]), (Sealed([3]),)]})
    new = copied(old, {})
    new.counts.append(9)
    new.array[0] = 9.0
    new.facts["new"] = Fact("new")
    new.anything["deep"][0].counts.append(9)
    new.anything["deep"][1][0].inside.append(9)
    assert (old.counts, old.array[0], old.facts) == ([1], 0.0, {})
    assert old.anything["deep"][0].counts == [2]
    assert old.anything["deep"][1] == (Sealed([3]),)


def test_what_never_changes_is_shared():
    fact = Fact("a", ((1, None),))
    old = Part({"a": fact}, anything=(fact, "text", 1.5))
    new = copied(old, {})
    assert new.facts["a"] is fact
    assert new.facts is not old.facts
    assert new.anything is old.anything


def test_what_is_held_twice_stays_one_thing():
    shared = [1]
    new = copied({"a": shared, "b": shared, "part": Part(counts=shared)}, {})
    assert new["a"] is new["b"] is new["part"].counts
    assert new["a"] is not shared


def test_an_array_keeps_the_order_in_which_it_lies():
    old = np.asfortranarray(np.arange(6.0).reshape(2, 3))
    assert copied(old, {}).flags.f_contiguous


def test_a_copied_world_stays_as_it_was_when_the_game_goes_on():
    played = game(seed=4, keep=False)
    played.advance(12)
    kept = played.world.copy()
    again = kept.copy()
    played.advance(24)
    kept.cache.clear()
    again.cache.clear()
    assert kept == again
    assert kept.now == again.now < played.world.now
