"""Games in formats keep the rules of all games: folds, forks, replays, causes, orders counted."""

from collections import Counter
from functools import cache

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from engine.apply import apply
from engine.begin import begin
from engine.events import DRIFT
from engine.game import Game, replay
from engine.moves.events import MoveOpened
from engine.orders import Order
from engine.setup import Ready, Wanted, prepare, start
from engine.world import World, frozen

SEEDS = st.integers(0, 2**32)
few = settings(max_examples=6, deadline=None, phases=[Phase.explicit, Phase.generate])


@cache
def ready(name: str, format: str, bots: str) -> Ready:
    return prepare(Wanted(name, bots=bots, format=format))


def game(name: str, format: str, bots: str = "random", seed: int = 1, keep: bool = True) -> Game:
    found = ready(name, format, bots)
    return start(Ready(found.scenario, found.manifest.model_copy(update={"seed": seed})), keep=keep)


def played(*given: object, **named: object) -> Game:
    found = game(*given, **named)  # type: ignore[arg-type]
    found.play()
    return found


@cache
def largest() -> Game:
    """The largest scenario in the format with most moves, eight days of it."""
    found = game("kazakhstan-2022", "full", "doctrine", seed=2)
    found.play(until=8 * 86_400)
    return found


@few
@given(seed=SEEDS, format=st.sampled_from(["full", "short", "lesson-50"]))
def test_a_game_in_a_format_is_the_same_forked_at_every_beat(seed: int, format: str) -> None:
    forked = game("harbour", format, seed=seed)
    while not forked.over:
        forked.advance()
        forked.restore(forked.snapshot())
    assert forked.journal.digest() == played("harbour", format, seed=seed).journal.digest()


@few
@given(seed=SEEDS, format=st.sampled_from(["full", "short"]), at=st.integers(0, 90))
def test_a_branch_counts_orders_as_the_game_did(seed: int, format: str, at: int) -> None:
    first = played("harbour", format, "doctrine", seed=seed)
    other = first.branch(min(at * 3600, max(first.snapshots)))
    other.play()
    assert other.journal.digest() == first.journal.digest()


@few
@given(seed=SEEDS, format=st.sampled_from(["full", "short"]))
def test_no_seat_has_more_orders_taken_in_a_move_than_it_has(seed: int, format: str) -> None:
    found = played("harbour", format, seed=seed)
    moves = [e.at for e in found.journal if isinstance(e.event, MoveOpened)]
    taken: Counter[tuple[int, str]] = Counter()
    for line in found.orders:
        now = line.beat * found.scene.beat_seconds
        card = line.order.card in found.scenario.cards
        if line.answer.accepted and card and now >= moves[0]:
            taken[max(at for at in moves if at <= now), line.order.seat] += 1
    assert taken
    for (_, seat), count in taken.items():
        assert count <= (found.schedule.most(seat) or 0)


def test_the_largest_game_opens_extra_moves_and_its_world_is_a_fold_of_its_journal() -> None:
    found = largest()
    assert len(found.world.turn.extras) > 1
    fresh: World = begin(found.scene)
    for entry in found.journal:
        apply(fresh, entry)
    fresh.now = found.world.now
    assert frozen(fresh) == frozen(found.world) or fresh == found.world


def test_the_largest_game_goes_the_same_way_from_every_extra_move() -> None:
    found = largest()
    for at in found.world.turn.extras:
        other = found.branch(at)
        other.play(until=found.now)
        assert other.journal.digest() == found.journal.digest()


def test_the_largest_game_replays_from_its_orders() -> None:
    found = largest()
    again = game("kazakhstan-2022", "full", "doctrine", seed=2, keep=False)
    assert replay(again, found.orders, found.opened) == []
    assert again.journal.digest() == found.journal.digest()


@pytest.mark.parametrize("kind", ["move_opened", "slip_scored", "slips_told", "move_put_off"])
def test_what_a_format_does_names_the_format(kind: str) -> None:
    found = game("harbour", "short", seed=3)
    found.play(until=found.schedule.first)
    answers: dict[str, float | int | str | bool] = {"any_dry": 0.5}
    found.submit(Order(id="s", seat="port", card="forecast", fields=answers))
    found.play()
    causes = {e.event.cause for e in found.journal if e.name == f"game.{kind}"}
    assert causes <= {"format:short"}
    assert causes or kind == "move_put_off"
    assert DRIFT not in causes
