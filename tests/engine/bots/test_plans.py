"""Scripted plans and temperaments: what they may say, and how they are played."""

from pathlib import Path

import pytest

from engine.bots.casting import bot_for, cast
from engine.errors import BadScenario
from engine.game import Game, Settings
from engine.orders import Order
from engine.scenario.scenario import Scenario
from tests.engine.small import HOUR, changed

PLANS = """
    plans:
      early:
        title: Crews first
        seat: port
        orders:
          spread:  {at: day 1 15:00, order: divert, fields: {number: 3 ships}}
          calm:    {when: now >= day 2 00:00 and times(publish_stock) < 1, order: publish_stock}
        without: [night_shift]
      alone:
        title: Nothing else
        seat: port
        orders: {calm: {when: always, order: publish_stock}}
        then: idle
      past:  {title: What was done, seat: port, orders: history, then: idle}
    history:
      tell:  {at: day 1 12:00, order: publish_stock}
      other: {at: day 1 12:00, order: mediate}
"""  # fmt: skip

TEMPERS = """
    temperaments:
      bold:  {title: Bold, traits: {nerve: 200 %}}
      timid: {title: Timid, traits: {nerve: 10 %}}
    doctrine:
      port:
        night_work: null
        spread:     null
        calm_town:  null
        tell_all:   {when: tankers.waiting < 3 ships * nerve, order: publish_stock}
        send_away:  {when: tankers.waiting >= 2 ships, order: divert, only: [bold]}
        shift:      {when: always, order: night_shift, only: [plain, timid]}
"""


def play(scenario: Scenario, bot: str, hours: int) -> list[Order]:
    """What the port's bot ordered in so many hours, with nobody else ordering."""
    game = Game(scenario, Settings(1, bots=cast(scenario, "idle", {"port": bot}), keep=False))
    game.play(hours * HOUR)
    return [logged.order for logged in game.orders]


def said(folder: Path, text: str) -> str:
    with pytest.raises(BadScenario) as caught:
        changed(folder, text)
    return str(caught.value)


def test_a_timed_row_is_ordered_once_at_its_hour(tmp_path: Path):
    scenario = changed(tmp_path, PLANS)
    orders = [order for order in play(scenario, "plan:early", 60) if order.by == "bot:plan:early"]
    assert [order.card for order in orders] == ["divert", "publish_stock"]
    assert orders[0].fields == {"number": 3.0}
    first = next(iter(scenario.plans["early"].orders.values())).at
    assert first is not None
    assert orders[0].id == f"port-plan:early-{first // scenario.beat}-spread"


def test_the_rest_is_doctrine_without_the_cards_it_renounces(tmp_path: Path):
    scenario = changed(tmp_path, PLANS)
    rest = [order for order in play(scenario, "plan:early", 200) if order.by == "bot:doctrine"]
    assert rest
    assert all(order.card != "night_shift" for order in rest)
    assert any(order.card == "night_shift" for order in play(scenario, "doctrine", 200))


def test_a_plan_that_ends_idle_orders_its_own_rows_alone(tmp_path: Path):
    orders = play(changed(tmp_path, PLANS), "plan:alone", 100)
    assert {order.card for order in orders} == {"publish_stock"}


def test_a_plan_may_be_what_its_seat_did(tmp_path: Path):
    assert [order.card for order in play(changed(tmp_path, PLANS), "plan:past", 100)] == [
        "publish_stock"
    ]


def test_rows_and_doctrine_together_keep_to_the_orders_of_a_move(tmp_path: Path):
    scenario = changed(
        tmp_path,
        """
        plans:
          busy:
            title: Everything at once
            seat: port
            orders:
              first:  {when: always, order: publish_stock}
              second: {when: always, order: night_shift}
              third:  {when: always, order: divert}
        """,
    )
    given = play(scenario, "plan:busy", 100)
    moves = [order.id.split("-")[2] for order in given if order.card in scenario.cards]
    assert max(moves.count(beat) for beat in moves) == 2


def test_a_plan_sits_in_its_own_seat_alone(tmp_path: Path):
    scenario = changed(tmp_path, PLANS)
    with pytest.raises(LookupError, match="is a plan of `port`, not of `union`"):
        bot_for("union", "plan:early", scenario)
    with pytest.raises(LookupError, match="no plan `late`; there are pay_early, early"):
        bot_for("port", "plan:late", scenario)


@pytest.mark.parametrize("name", ["plan", "plan:", "idle:x", "doctrine:", "clever"])
def test_a_bot_that_there_is_not_is_refused(tmp_path: Path, name: str):
    with pytest.raises(LookupError, match="no bot"):
        bot_for("port", name, changed(tmp_path, PLANS))


def test_a_temperament_has_its_own_boxes_and_bends_conditions(tmp_path: Path):
    scenario = changed(tmp_path, TEMPERS)
    cards = {
        name: [order.card for order in play(scenario, name, 120)]
        for name in ("doctrine", "doctrine:bold", "doctrine:timid")
    }
    assert "divert" in cards["doctrine:bold"]
    assert "divert" not in cards["doctrine"] + cards["doctrine:timid"]
    assert "night_shift" in cards["doctrine"]
    assert "night_shift" in cards["doctrine:timid"]
    assert "night_shift" not in cards["doctrine:bold"]
    timid, plain = (cards[name].count("publish_stock") for name in ("doctrine:timid", "doctrine"))
    assert timid < plain


def test_an_unknown_temperament_is_refused(tmp_path: Path):
    with pytest.raises(LookupError, match="no temperament `meek`; there are cautious, bold, timid"):
        bot_for("port", "doctrine:meek", changed(tmp_path, TEMPERS))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("plans: {x: {title: X, seat: port, orders: {a: {order: divert}}}}",
         "`a` needs one of `at` and `when`"),
        ("plans: {x: {title: X, seat: port,"
         " orders: {a: {at: day 1 12:00, when: always, order: divert}}}}",
         "`a` needs one of `at` and `when`"),
        ("plans: {x: {title: X, seat: port, orders: {a: {when: always, order: mediate}}}}",
         "`mediate` is a card of `council`, not of `port`"),
        ("plans: {x: {title: X, seat: port, orders: {a: {when: patience > 3 t, order: divert}}}}",
         "[E-unit]"),
        ("plans: {x: {title: X, seat: union,"
         " orders: {a: {when: old_town.stock > 3 t, order: open_gate}}}}",
         "`union` is never told `stock`"),
        ("plans: {x: {title: X, seat: port, orders: {a: {at: day 90 12:00, order: divert}}}}",
         "it lies outside the time of the scenario"),
        ("plans: {x: {title: X, seat: port, orders: histroy}}",
         "expected orders by name, or `history`, got `histroy`; did you mean `history`?"),
        ("plans: {x: {title: X, seat: port, orders: {}, then: doctrin}}",
         "did you mean `doctrine`?"),
        ("plans: {x: {title: X, seat: port, orders: {}, without: [diverts]}}",
         "no card `diverts`; did you mean `divert`?"),
        ("temperaments: {plain: {title: Plain}}",
         "`plain` is a bot without a temperament"),
        ("temperaments: {bold: {title: Bold, traits: {patience: 80 %}}}",
         "`patience` is a meter already"),
        ("doctrine: {port: {spread: {only: [brash]}}}",
         "expected one of plain, cautious or bold, got `brash`"),
        ("temperaments: {bold: {title: Bold, traits: {nerve: 80 %}}}\n"
         "    doctrine: {port: {spread: {when: tankers.waiting > 3 ships * nerve for 6 h}}}",
         "`for` cannot look at a field"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_plan_or_a_temperament_is_told(tmp_path: Path, text: str, sentence: str):
    assert sentence in said(tmp_path, "    " + text)
