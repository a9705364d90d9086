"""The same game again: its own luck gives the game itself, other luck other games, a swap one."""

from dataclasses import replace

import pytest

from engine.game import Game
from engine.results import results_of
from engine.setup import Wanted, branched, prepare, start
from lab.again import Future, Job, Par, ParJob, Played, Player, Swap, decisions
from tests.lab.test_par import GATE, PEOPLE, RULE, SHIFT, VISIT, give, played

ORDERS = [RULE, VISIT, SHIFT, GATE]


def finished(people: dict[str, str] = PEOPLE, seat: str = "union", seed: int = 4) -> Played:
    game, manifest = played(people, ORDERS if len(people) > 1 else [RULE, GATE], seed)
    return Played(manifest, tuple(game.orders), seat)


def future(player: Player, job: Job) -> Future:
    found = [news for news in player.play(job) if news is not None]
    assert len(found) == 1
    assert isinstance(found[0], Future)
    return found[0]


def ended(game: Game) -> tuple[str, tuple[float, ...]]:
    return game.world.ending, tuple(row.amount for row in results_of(game).harm)


@pytest.mark.parametrize("seat", ["union", "port", "council"])
def test_the_same_decisions_under_the_games_own_luck_are_the_game_itself(seat: str) -> None:
    game, manifest = played(PEOPLE, ORDERS)
    found = future(Player(Played(manifest, tuple(game.orders), seat)), Job(0))
    results = results_of(game)
    assert (found.ending, found.harm) == ended(game)
    assert found.aims == tuple(aim.met for aim in results.aims[seat])
    assert found.refused == 0
    about = game.scenario.afterwards
    told = {each.id: each.value for each in results.afterwards if about[each.id].of is not None}
    assert dict(zip(about, found.afterwards, strict=True)) == dict.fromkeys(about) | told


def test_a_branch_keeps_the_luck_that_was_turned_in_it() -> None:
    game, manifest = played(PEOPLE, ORDERS)
    other, own = branched(game, manifest, 30 * 3600, 3)
    other.play()
    found = future(Player(Played(own, tuple(other.orders), "port")), Job(0))
    assert (found.ending, found.harm) == ended(other)


def test_a_seat_that_a_bot_had_is_played_again_from_its_orders() -> None:
    game, manifest = played({"union": "ben"}, [RULE, GATE])
    found = future(Player(Played(manifest, tuple(game.orders), "port")), Job(0))
    assert (found.ending, found.harm) == ended(game)


def test_futures_are_the_same_in_any_order_and_from_any_player() -> None:
    one, other = Player(finished()), Player(finished())
    jobs = [Job(1), Job(2, Swap("u1")), Job(2)]
    forward = [future(one, job) for job in jobs]
    backward = [future(other, job) for job in reversed(jobs)]
    assert forward == list(reversed(backward))


def test_other_luck_gives_other_games() -> None:
    player = Player(finished({"union": "ben"}))
    assert len({future(player, Job(number)).afterwards for number in range(1, 9)}) > 2


def test_an_order_that_is_swapped_for_nothing_is_not_given() -> None:
    game, manifest = played({"union": "ben"}, [RULE, GATE])
    kept = tuple(line for line in game.orders if line.order.id != "u2")
    without = Player(Played(manifest, kept, "union"))
    swapped = Player(Played(manifest, tuple(game.orders), "union"))
    job = Job(3, Swap("u2"))
    assert replace(future(without, Job(3)), job=job) == future(swapped, job)
    assert future(swapped, Job(3)).afterwards != future(swapped, job).afterwards


def test_a_swap_changes_one_order_of_one_seat_and_nothing_else() -> None:
    game, manifest = played(PEOPLE, ORDERS)
    swap = Swap("p1", "night_shift", (("berth", "south_quay"), ("length", 12)))
    lines = {line.order.id: line.order for line in game.orders}
    player = Player(Played(manifest, tuple(game.orders), "port"))
    list(player.play(Job(1)))
    again = {line.order.id: line.order for line in player._lines(swap)}
    assert again["swap"].fields["berth"] == "south_quay"
    assert again["swap"].beat == lines["p1"].beat
    assert "p1" not in again
    assert all(again[id] == lines[id] for id in again if id != "swap")


def test_the_orders_of_another_seat_cannot_be_swapped() -> None:
    player = Player(finished(seat="union"))
    assert future(player, Job(1, Swap("p1"))).harm == future(player, Job(1)).harm


def test_what_cannot_be_given_there_is_counted() -> None:
    game, manifest = played(PEOPLE, ORDERS)
    twice = give("u9", "union", "open_gate", 9)
    line = next(line for line in game.orders if line.order.id == "u2")
    log = (*game.orders, replace(line, order=twice.model_copy(update={"card": "no_such_card"})))
    log = tuple(sorted(log, key=lambda each: each.beat))
    assert future(Player(Played(manifest, log, "union")), Job(1)).refused == 1


def test_only_orders_that_were_taken_can_be_swapped() -> None:
    asked = finished()
    found = [line.order.id for line in decisions(asked, Player(asked).scenario)]
    assert found == ["u1", "u2"]


def test_par_comes_as_one_of_the_jobs() -> None:
    found = [news for news in Player(finished()).play(ParJob()) if news is not None]
    assert isinstance(found[0], Par)


def test_before_the_first_move_everything_is_as_it_was() -> None:
    ready = prepare(Wanted("harbour", seed=3, people={"port": "ann"}, format="*"))
    game = start(ready)
    game.play()
    player = Player(Played(ready.manifest, tuple(game.orders), "port"))
    assert (future(player, Job(0)).ending, future(player, Job(0)).harm) == ended(game)
