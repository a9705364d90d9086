"""Turning points are found in the journal: the moves in which most of what moved things began."""

from pathlib import Path

from engine.decisions import NOBODY, Chains
from engine.harm import Ledger
from engine.results import results_of
from engine.turning import MOST, Turning, meters_read
from tests.engine.small import changed, game_of
from tests.engine.test_results import ROWS

HOUR = 3600
OPENED = tuple(range(0, 60 * HOUR, 12 * HOUR))


class Counted(Ledger):
    """A ledger that has counted this, whatever was played."""

    def __init__(self, counted: dict[str, dict[str, float]]) -> None:
        self._counted = counted

    def by_order(self) -> dict[str, dict[str, float]]:
        """As it was given."""
        return self._counted


def turning(tmp_path: Path, **orders: int) -> Turning:
    """Orders of one card, each with the hour in which it went out."""
    scenario = changed(tmp_path, ROWS)
    chains = Chains(scenario, frozenset())
    for id, hour in orders.items():
        chains.orders[f"order:port/{id}"] = ("port", "night_shift", hour * HOUR)
    return Turning(scenario, chains)


def by(**amounts: float) -> dict[str, float]:
    return {f"order:port/{id}": amount for id, amount in amounts.items()}


def test_the_moves_in_which_most_began_are_told_in_order_of_time(tmp_path: Path) -> None:
    found = turning(tmp_path, a=1, b=14, c=25, d=38, e=50)
    counted = {"landed": by(a=5.0, b=30.0, c=1.0, d=20.0, e=44.0)}
    turns = found.points(Counted(counted), OPENED)
    assert [turn.order for turn in turns] == ["b", "d", "e"]
    assert [turn.move // HOUR for turn in turns] == [12, 36, 48]
    assert [round(turn.weight, 2) for turn in turns] == [0.3, 0.2, 0.44]


def test_what_began_in_one_move_weighs_together_and_the_most_of_it_names_it(tmp_path: Path) -> None:
    found = turning(tmp_path, a=1, b=2, c=25)
    (first, second) = found.points(Counted({"landed": by(a=20.0, b=35.0, c=45.0)}), OPENED)
    assert (first.order, round(first.weight, 2)) == ("b", 0.55)
    assert (second.order, round(second.weight, 2)) == ("c", 0.45)


def test_every_measure_weighs_alike_however_large_its_numbers_are(tmp_path: Path) -> None:
    found = turning(tmp_path, a=1, b=14)
    counted = {"landed": by(a=9000.0, b=1000.0), "late": by(b=2.0)}
    first, second = found.points(Counted(counted), OPENED)
    assert (round(first.weight, 2), round(second.weight, 2)) == (0.9, 1.1)
    assert [(each.measure, each.share) for each in second.effects] == [
        ("late", 1.0),
        ("landed", 0.1),
    ]


def test_what_no_order_is_behind_turns_nothing_but_takes_its_share(tmp_path: Path) -> None:
    found = turning(tmp_path, a=1)
    (turn,) = found.points(Counted({"landed": {NOBODY: 75.0, **by(a=25.0)}}), OPENED)
    assert turn.weight == 0.25


def test_where_nothing_moved_there_is_no_turning_point(tmp_path: Path) -> None:
    assert turning(tmp_path, a=1).points(Counted({"landed": {}}), OPENED) == ()


def test_a_game_turns_on_orders_that_were_given_in_it(tmp_path: Path) -> None:
    scenario = changed(tmp_path, ROWS)
    game = game_of(scenario, "doctrine", seed=3)
    game.play()
    turns = results_of(game).turns
    assert 0 < len(turns) <= MOST
    assert [turn.move for turn in turns] == sorted(turn.move for turn in turns)
    given = {(line.order.seat, line.order.id) for line in game.orders}
    for turn in turns:
        assert turn.move in game.moves
        assert turn.move <= turn.at
        assert not turn.seat or (turn.seat, turn.order) in given
        assert all(0 < effect.share <= 1 for effect in turn.effects)


def test_only_meters_that_the_results_read_are_weighed(tmp_path: Path) -> None:
    assert meters_read(changed(tmp_path, ROWS)) == ("patience",)
