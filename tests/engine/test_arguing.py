"""Which cards a staff would argue about, and which it could not pay for."""

from pathlib import Path

import pytest

from engine.affording import missing, pays
from engine.arguing import arguing
from engine.game import Game
from engine.views import View
from host.showing import view_of
from tests.engine.small import changed, game_of, ordered

TEMPERS = """
    temperaments:
      cautious: null
      bold:  {title: Bold, traits: {nerve: 200 %}}
      timid: {title: Timid, traits: {nerve: 10 %}}
    doctrine:
      port:
        night_work: null
        spread:     null
        calm_town:  null
        tell_all:   {when: always, order: publish_stock, only: [timid]}
        shift:      {when: always, order: night_shift, fields: {length: 24 h}, only: [bold]}
        same_again: {when: always, order: night_shift}
        never:      {when: port.overtime_pay > 900 h, order: hire_crews}
    seats:
      port: {stocks: {overtime_pay: {start: AMOUNT h}}}
"""


def game(folder: Path, amount: int = 40) -> Game:
    """The harbour with two tempers in the port, and so many hours of pay."""
    return game_of(changed(folder, TEMPERS.replace("AMOUNT", str(amount))))


def port(game: Game) -> View:
    return game.view("port")


def test_what_each_temper_would_do_first_is_argued_first(tmp_path: Path):
    played = game(tmp_path)
    found = [(row.card, row.by) for row in arguing(played.scenario, port(played))]
    assert found == [("night_shift", ("Bold", "Timid")), ("publish_stock", ("Timid",))]


def test_a_form_that_cannot_be_paid_is_nobodys_argument(tmp_path: Path):
    played = game(tmp_path, amount=20)
    found = {row.card: row.by for row in arguing(played.scenario, port(played))}
    assert found["night_shift"] == ("Bold", "Timid")  # the box without a length costs twelve
    played = game(tmp_path / "poor", amount=11)
    assert "night_shift" not in {row.card for row in arguing(played.scenario, port(played))}


def test_an_order_that_still_waits_leaves_the_argument_as_it_was(tmp_path: Path):
    played = game(tmp_path, amount=14)
    before = [row.card for row in arguing(played.scenario, port(played))]
    answer = ordered(played, "port", "night_shift", {"berth": "north_quay", "length": 12.0})
    assert answer.accepted
    assert [row.card for row in arguing(played.scenario, port(played))] == before
    assert pays(port(played), "night_shift", {"length": 12.0})


def test_what_was_seen_to_lately_is_no_argument_any_more(tmp_path: Path):
    played = game(tmp_path)
    ordered(played, "port", "publish_stock")
    played.play(3 * 3600)
    assert "publish_stock" not in {row.card for row in arguing(played.scenario, port(played))}


@pytest.mark.parametrize(("amount", "lacks"), [(40, None), (8, None), (5, ("overtime_pay", 6.0))])
def test_a_card_lacks_money_only_if_its_cheapest_form_does(
    tmp_path: Path, amount: int, lacks: tuple[str, float] | None
):
    played = game(tmp_path, amount)
    assert missing(played.scenario, port(played), "night_shift") == lacks


def test_a_card_that_cannot_be_paid_is_shown_closed_with_what_it_needs(tmp_path: Path):
    played = game(tmp_path, amount=5)
    found = view_of(played, "port")["cards"]
    assert isinstance(found, list)
    rows = {row["card"]: row for row in found}
    assert rows["night_shift"]["open"] is False
    assert rows["night_shift"]["code"] == "cannot_afford"
    assert rows["night_shift"]["about"] == {"stock": "overtime_pay", "needs": 6.0}
    assert rows["publish_stock"]["open"] is True
    answer = ordered(played, "port", "night_shift", {"berth": "north_quay", "length": 6.0})
    assert (answer.accepted, answer.code) == (False, "cannot_afford")
