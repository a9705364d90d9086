"""Par is the same game but for one chair: world, luck, hidden answers and everybody else."""

from pathlib import Path

import pytest

from engine import facts
from engine.game import FACILITATOR, Game
from engine.orders import Order
from engine.results import results_of
from engine.saves import Manifest
from engine.setup import Wanted, branched, prepare, start, to_first_move
from lab.par import par
from tests.engine.small import changed

PEOPLE = {"port": "ann", "union": "ben"}


def played(people: dict[str, str], orders: list[Order], seed: int = 4) -> tuple[Game, Manifest]:
    """A game in which people give these orders, each before its beat."""
    wanted = Wanted("harbour", seed=seed, drawn=True, people=people)
    ready = prepare(wanted)
    game = start(ready)
    for order in orders:
        assert order.beat is not None
        game.advance(order.beat - game.opened)
        assert game.submit(order).accepted
    game.play()
    return game, ready.manifest


def give(id: str, seat: str, card: str, beat: int, **fields: str | float) -> Order:
    return Order(id=id, seat=seat, card=card, fields=dict(fields), beat=beat)


RULE = give("u1", "union", "work_to_rule", 5, until="answered")
GATE = give("u2", "union", "open_gate", 9)
SHIFT = give("p1", "port", "night_shift", 7, berth="north_quay", length=12)
VISIT = give("v1", FACILITATOR, "bring_in", 6, inject="minister_visits")


def test_par_of_a_chair_that_the_bot_had_is_the_game_itself() -> None:
    game, manifest = played({"union": "ben"}, [RULE, GATE])
    assert par(manifest, game.orders, "port").journal.digest() == game.journal.digest()
    assert par(manifest, game.orders, "council").journal.digest() == game.journal.digest()


def test_the_bot_takes_the_chair_and_everybody_else_orders_as_they_did() -> None:
    game, manifest = played(PEOPLE, [RULE, VISIT, SHIFT, GATE])
    other = par(manifest, game.orders, "port")
    assert other.over
    given = [(line.beat, line.order) for line in other.orders if line.order.seat != "port"]
    mine = [(line.beat, line.order) for line in game.orders if line.order.seat != "port"]
    people = [each for each in given if each[1].seat in ("union", FACILITATOR)]
    assert people == [each for each in mine if each[1].seat in ("union", FACILITATOR)]
    ids = [line.order.id for line in other.orders if line.order.seat == "port"]
    assert ids
    assert all("doctrine" in id for id in ids)
    assert not [line for line in other.orders if line.order.id == "p1"]


LATE = """
formats:
  late:
    minutes: 10
    opens: {at: day 2 16:00, played_by: random}
    chapters: {The quay: [day 2 16:00, day 3 06:00, day 4 06:00]}
"""


def test_in_a_format_the_bot_before_the_first_move_plays_as_it_did(tmp_path: Path) -> None:
    changed(tmp_path, LATE)
    wanted = Wanted(str(tmp_path / "mine"), seed=4, people={"union": "ben"}, format="late")
    ready = prepare(wanted)
    game = start(ready)
    to_first_move(game)
    assert [line for line in game.orders if line.order.seat == "union"]
    order = give("u1", "union", "open_gate", game.opened)
    assert game.submit(order).accepted
    game.play()
    assert par(ready.manifest, game.orders, "port").journal.digest() == game.journal.digest()
    mine = par(ready.manifest, game.orders, "union")
    assert not [line for line in mine.orders if line.order.id == "u1"]


def test_par_has_the_same_world_luck_and_hidden_answers() -> None:
    game, manifest = played(PEOPLE, [RULE, SHIFT])
    other = par(manifest, game.orders, "union")
    assert other.scenario.answers == game.scenario.answers == manifest.hidden
    assert (other.chance.seed, other.chance.replicate) == (manifest.seed, manifest.replicate)
    assert other.scenario.drawn == game.scenario.drawn
    judged = [
        {e.event.clue: e.event.shown for e in each.journal if isinstance(e.event, facts.ClueJudged)}
        for each in (game, other)
    ]
    assert all(judged[0][clue] == judged[1][clue] for clue in judged[0].keys() & judged[1].keys())


def test_the_luck_of_a_branch_is_turned_where_it_was() -> None:
    game, manifest = played({"union": "ben"}, [RULE])
    branch, own = branched(game, manifest, 20 * 3600, replicate=9)
    branch.play()
    assert par(own, branch.orders, "port").journal.digest() == branch.journal.digest()
    assert par(manifest, game.orders, "port").journal.digest() != branch.journal.digest()


def test_the_results_of_par_are_read_as_those_of_any_game(tmp_path: Path) -> None:
    game, manifest = played(PEOPLE, [RULE, SHIFT])
    found = results_of(par(manifest, game.orders, "port"))
    assert found.ending
    assert [each.aim for each in found.aims["port"]] == [
        each.aim for each in results_of(game).aims["port"]
    ]


@pytest.mark.parametrize(
    ("seat", "bot", "said"), [("mayor", "doctrine", "no seat"), ("port", "clever", "no bot")]
)
def test_a_seat_or_a_bot_that_there_is_not_is_refused(seat: str, bot: str, said: str) -> None:
    game, manifest = played({"union": "ben"}, [RULE])
    with pytest.raises(LookupError, match=said):
        par(manifest, game.orders, seat, bot)
