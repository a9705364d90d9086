"""What the staff does where nobody decides: shown beforehand, given through the door, by name."""

from pathlib import Path

import pytest

from engine.errors import BadScenario
from engine.game import Game
from engine.moves.staff import STAFF
from engine.setup import Wanted, prepare, replayed, resume, start
from engine.views import View
from host.table import Table
from tests.engine.moves.stage import harbour_in_formats, in_format
from tests.engine.small import HOUR, changed, ordered

BOXES = """
staff:
  union:
    costly: {when: patience > 99 %, order: raise_demand, fields: {rung: rota}}
    first:  {when: now < day 1 18:00, order: open_gate}
    second: {order: work_to_rule, fields: {until: day}}
"""


def staffed(folder: Path, format: str = "two") -> Game:
    """A game in which a person sits in the union, and has staff."""
    game = in_format(harbour_in_formats(folder, BOXES), format)
    game.settings.bots = {seat: bot for seat, bot in game.settings.bots.items() if seat != "union"}
    game.settings.people = ("union",)
    return game


def shown(view: View) -> object:
    return None if view.move is None else view.move["staff"]


def by_staff(game: Game) -> list[tuple[int, str]]:
    return [(line.beat, line.order.card) for line in game.orders if line.order.by == STAFF]


def test_the_staff_orders_when_a_move_is_closed_and_nobody_decided(tmp_path: Path):
    game = staffed(tmp_path)
    assert shown(game.view("union")) == {"card": "open_gate", "fields": {}}
    game.advance(5, close=True)
    assert by_staff(game) == [(0, "open_gate")]
    assert game.orders[0].answer.accepted
    assert game.view("union").orders_left == 0


def test_the_staff_waits_for_the_last_beat_while_time_only_goes_by(tmp_path: Path):
    game = staffed(tmp_path)
    game.advance(11)
    assert by_staff(game) == []
    game.advance(2)
    assert by_staff(game) == [(11, "open_gate")]


def test_a_seat_that_has_decided_is_left_alone(tmp_path: Path):
    game = staffed(tmp_path)
    given = ordered(game, "union", "work_to_rule", {"until": "day"})
    assert given.accepted
    assert shown(game.view("union")) is None
    game.advance(12, close=True)
    assert by_staff(game) == []
    assert shown(game.view("union")) == {"card": "work_to_rule", "fields": {"until": "day"}}


def test_what_was_taken_back_leaves_it_to_the_staff(tmp_path: Path):
    game = staffed(tmp_path)
    given = ordered(game, "union", "work_to_rule")
    ordered(game, "union", "withdraw", {"order": given.order})
    game.advance(1, close=True)
    assert by_staff(game) == [(0, "open_gate")]


def test_a_seat_that_says_hold_is_left_alone_and_may_take_it_back(tmp_path: Path):
    game = staffed(tmp_path)
    assert ordered(game, "union", "hold").accepted
    assert shown(game.view("union")) is None
    assert ordered(game, "union", "hold", {"nothing": "no"}).accepted
    assert shown(game.view("union")) is not None
    assert ordered(game, "union", "hold", {"nothing": "yes"}).accepted
    game.advance(11, close=True)
    assert by_staff(game) == []
    game.advance(1, close=True)
    assert shown(game.view("union")) is not None, "it counts for one move"
    assert ordered(game, "union", "hold", {"nothing": "maybe"}).code == "wrong_field"


def test_what_was_not_shown_when_the_move_opened_does_not_go_out_later(tmp_path: Path):
    wanted = Wanted("harbour", seed=3, format="full", people={"port": "me"})
    game = Table.new(wanted, "port", None).game
    game.world.turn.staff["port"] = ""
    assert shown(game.view("port")) is None
    before = game.world.turn.at
    while game.world.turn.at == before:
        game.advance(1, close=True)
    assert by_staff(game) == []
    assert game.world.turn.staff["port"] != "", "the next move names something"


def test_the_staff_orders_nothing_that_the_door_would_refuse(tmp_path: Path):
    game = staffed(tmp_path)
    game.world.stocks["union"]["solidarity"] = 0.02
    assert shown(game.view("union")) is None
    game.advance(12, close=True)
    assert by_staff(game) == []


def test_bots_have_no_staff_and_without_a_format_nobody_has(tmp_path: Path):
    game = in_format(harbour_in_formats(tmp_path, BOXES), "two")
    game.advance(12, close=True)
    assert by_staff(game) == []
    free = Table.new(Wanted("harbour", people={"port": "me"}), "port", None)
    free.advance(100, until_move=True)
    assert by_staff(free.game) == []
    assert free.game.view("port").move is None


def test_a_save_with_orders_of_the_staff_is_taken_up_where_it_stood(tmp_path: Path):
    path = tmp_path / "game.wcsave"
    wanted = Wanted("harbour", seed=3, format="full", people={"port": "me"})
    table = Table.new(wanted, "port", path)
    table.advance(100, until_move=True)
    table.advance(100, until_move=True)
    journal = list(table.game.journal.lines())
    assert by_staff(table.game) != []
    table.close()
    game, save = resume(path)
    assert list(game.journal.lines()) == journal
    assert game.settings.people == ("port",)
    assert replayed(save).journal.digest() == game.journal.digest()
    save.close()


def test_a_table_stops_at_every_move_of_a_format(tmp_path: Path):
    wanted = Wanted("harbour", seed=3, format="full", people={"port": "me"})
    table = Table.new(wanted, "port", None)
    assert table.advance(100, until_move=False)["reason"] == "move"
    assert table.game.now == 12 * HOUR


@pytest.mark.parametrize(
    ("box", "part"),
    [
        ("{order: ration}", "`ration` is a card of `council`"),
        ("{order: open_gait}", "did you mean `open_gate`"),
        ("{when: days_left > 3 d, order: open_gate}", "days_left"),
        ("{order: open_gate, fields: {where: port}}", "where"),
        ("{}", "needs `order`"),
    ],
)
def test_a_box_of_the_staff_is_checked_like_a_bots(tmp_path: Path, box: str, part: str):
    with pytest.raises(BadScenario, match=part):
        changed(tmp_path, f"staff: {{union: {{one: {box}}}}}")


def test_every_seat_of_the_shipped_scenarios_that_has_staff_is_told_what_it_will_do():
    ready = prepare(Wanted("harbour", format="full", people={"port": "me"}))
    game = start(ready)
    assert shown(game.view("port")) == {"card": "publish_stock", "fields": {}}
    assert shown(game.view("union")) is None
