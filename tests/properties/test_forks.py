"""A copy of the world is the game: forking, resuming and replaying change nothing."""

from dataclasses import replace

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from engine.apply import apply
from engine.begin import begin
from engine.game import Game, replay
from engine.world import World, frozen
from tests.properties.games import game, harbour, played

SEEDS = st.integers(0, 2**32)
few = settings(max_examples=6, deadline=None, phases=[Phase.explicit, Phase.generate])
"""Each example plays whole games; the engine's own tests try many more of smaller things."""


def forked_every_beat(seed: int, order: list[str] | None = None) -> Game:
    forked = game(seed=seed)
    while not forked.over:
        forked.advance()
        forked.settings = replace(forked.settings, agent_order=order)
        forked.restore(forked.snapshot())
    return forked


@few
@given(seed=SEEDS)
def test_a_game_forked_at_every_beat_writes_the_same_journal(seed: int) -> None:
    assert forked_every_beat(seed).journal.digest() == played(seed=seed).journal.digest()


@few
@given(seed=SEEDS, shuffle=st.permutations(["tankers", "fuel", "demands"]))
def test_agents_may_be_begun_in_any_order(seed: int, shuffle: list[str]) -> None:
    assert forked_every_beat(seed, shuffle).journal.digest() == played(seed=seed).journal.digest()


def test_sequential_luck_would_not_survive_a_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: with a stream that has a position, a fork is told apart."""
    from numpy.random import default_rng

    def sequential(seed: int, *, forked: bool) -> str:
        found = game(seed=seed)
        stream = default_rng(seed)
        monkeypatch.setattr(type(found.chance), "at", lambda *_, **__: stream)
        while not found.over:
            found.advance()
            if forked:
                stream = default_rng(seed)
        monkeypatch.undo()
        return found.journal.digest()

    assert sequential(1, forked=True) != sequential(1, forked=False)


@few
@given(seed=SEEDS)
def test_the_world_is_a_fold_of_the_journal(seed: int) -> None:
    found = played(seed=seed)
    fresh: World = begin(found.scene)
    for entry in found.journal:
        apply(fresh, entry)
    fresh.now = found.world.now
    assert frozen(fresh) == frozen(found.world) or fresh == found.world


@few
@given(seed=SEEDS)
def test_a_replay_of_the_order_log_without_bots_is_the_same_game(seed: int) -> None:
    first = played(seed=seed)
    again = game(seed=seed)
    again.settings.bots = {}
    assert replay(again, first.orders, first.opened) == []
    assert again.journal.digest() == first.journal.digest()


@few
@given(seed=SEEDS, at=st.integers(1, 100))
def test_a_branch_with_the_same_luck_goes_the_same_way(seed: int, at: int) -> None:
    first = played(seed=seed)
    beat = min(at * 3600, max(first.snapshots))
    other = first.branch(beat)
    other.play()
    assert other.journal.digest() == first.journal.digest()
    assert other.outcomes() == first.outcomes()


def test_a_branch_with_other_luck_shares_what_came_before_and_then_differs() -> None:
    first = played(seed=3)
    other = first.branch(36 * 3600, replicate=1)
    shared = len(other.journal)
    other.play()
    ours, theirs = list(first.journal.lines()), list(other.journal.lines())
    assert ours[:shared] == theirs[:shared]
    assert ours != theirs


@few
@given(seed=SEEDS, at=st.integers(0, 90))
def test_a_branch_begins_before_anybody_has_ordered_in_its_beat(seed: int, at: int) -> None:
    first = played(seed=seed)
    beat = min(at * 3600, max(first.snapshots))
    other = first.branch(beat)
    assert [line for line in other.orders if line.beat >= other.opened] == []
    assert [e.number for e in other.journal if e.at == beat and e.name == "game.order_taken"] == []
    assert other.orders == [line for line in first.orders if line.beat < other.opened]


def test_a_branch_asks_its_bots_anew_and_takes_other_orders_of_people() -> None:
    from engine.bots.casting import cast
    from engine.orders import Order

    first = game(seed=5, bots="idle")
    first.advance(3)
    assert first.submit(Order(id="one", seat="union", card="open_gate")).accepted
    first.advance(9)
    other = first.branch(3 * 3600)
    assert other.orders == []
    other.settings.bots = cast(first.scenario, "random", {})
    assert other.submit(Order(id="one", seat="council", card="mediate")).accepted
    other.advance(9)
    assert {line.order.by for line in other.orders} >= {"", "bot:random"}
    assert [line.order.seat for line in first.orders] == ["union"]
    assert dict(first.settings.bots) != dict(other.settings.bots)


@few
@given(seed=SEEDS, at=st.integers(0, 90))
def test_one_order_more_leaves_everything_before_it_as_it_was(seed: int, at: int) -> None:
    from engine.orders import Order

    quiet = game(seed=seed, bots="idle")
    busy = game(seed=seed, bots="idle")
    busy.play(until=at * 3600)
    before = len(busy.journal)
    busy.submit(Order(id="one", seat="union", card="open_gate"))
    busy.play()
    quiet.play()
    ours, theirs = list(busy.journal.lines()), list(quiet.journal.lines())
    assert ours[:before] == theirs[:before]
    assert ours != theirs


@few
@given(seed=SEEDS)
def test_an_idle_agent_more_leaves_the_luck_of_all_others(seed: int) -> None:
    plain = played(seed=seed)
    more = played(harbour("agents.spare={kind: freed}"), seed=seed)
    kept = [line_without_number(e.row()) for e in more.journal if e.agent != "spare"]
    assert kept == [line_without_number(e.row()) for e in plain.journal]


def line_without_number(row: dict[str, object]) -> dict[str, object]:
    """A line of the journal but for its number, and for numbers that stand for other lines."""
    cause = str(row["cause"])
    shown = "event" if cause.startswith("event:") else cause
    return {key: row[key] for key in ("at", "agent", "event", "fields")} | {"cause": shown}
