"""The flagship's bots: temperaments that can be told apart, and plans that are really different."""

from collections.abc import Mapping
from functools import cache
from itertools import combinations

import pytest

from engine.orders import Order
from engine.scenario.load import load
from engine.setup import Wanted, prepare, start

NAME = "kazakhstan-2022"
TEMPERS = ("cautious", "bold", "principled")
DAYS = 8
DECIDING = ("president", "interior", "movement")


@cache
def ordered(bots: str, president: str = "") -> tuple[Order, ...]:
    """What was accepted in the first days of one world, whoever ordered it."""
    bot_of = {"president": president} if president else {}
    game = start(prepare(Wanted(NAME, seed=3, bots=bots, bot_of=bot_of)), keep=False)
    game.play(DAYS * 86_400)
    return tuple(logged.order for logged in game.orders if logged.answer.accepted)


def forms(orders: tuple[Order, ...], seat: str) -> set[tuple[str, str]]:
    """A seat's orders as cards with their forms, times left out."""
    return {
        (order.card, str(sorted(order.fields.items()))) for order in orders if order.seat == seat
    }


def chosen(orders: tuple[Order, ...], card: str, field: str) -> set[object]:
    return {order.fields.get(field) for order in orders if order.card == card}


def test_doctrine_has_boxes_that_only_one_temperament_plays():
    scenario = load(NAME)
    assert set(TEMPERS) == set(scenario.temperaments)
    for seat, boxes in scenario.doctrine.items():
        for temper in TEMPERS:
            own = [box for box in boxes.values() if temper in box.only and "plain" not in box.only]
            assert own, (seat, temper)


@pytest.mark.parametrize("seat", list(load(NAME).seats))
def test_temperaments_can_be_told_apart_by_what_they_order(seat: str):
    found = {temper: forms(ordered(f"doctrine:{temper}"), seat) for temper in TEMPERS}
    for one, other in combinations(TEMPERS, 2):
        alike = len(found[one] & found[other]) / len(found[one] | found[other])
        # Seats with few cards ask the same embassies; who decides does not.
        assert alike < (0.6 if seat in DECIDING else 0.8), (one, other, alike)


def test_the_principled_neither_shoot_nor_cut_the_network():
    orders = ordered("doctrine:principled")
    assert "armed" not in chosen(orders, "posture", "level") | chosen(
        orders, "standing_order", "level"
    )
    assert not [order for order in orders if order.card == "cut_network"]
    assert "self_defence" in chosen(orders, "limit_force", "limit")


def test_the_bold_take_those_who_lead_and_the_cautious_do_not():
    assert "organisers" in chosen(ordered("doctrine:bold"), "arrests", "how")
    assert "organisers" not in chosen(ordered("doctrine:cautious"), "arrests", "how")


def test_the_press_publishes_what_a_check_found_to_stand():
    orders = ordered("doctrine:principled")
    published = [order for order in orders if order.card == "publish"]
    # Who holds a report until it is checked has it checked.
    checks = [
        order
        for order in orders
        if order.card == "check_it"
        or (order.card == "hold_it" and order.fields["until"] == "checked")
    ]
    checked = {str(order.fields["claim"]) for order in checks}
    assert published
    assert {str(order.fields["claim"]) for order in published} <= checked
    named = [order.fields["claim"] for order in published]
    assert len(named) == len(set(named))


def test_ten_plans_of_the_president_differ_from_each_other():
    plans = {id: p for id, p in load(NAME).plans.items() if p.seat == "president"}
    assert len(plans) >= 10
    assert plans["record"].past
    rows: Mapping[str, set[tuple[str, str]]] = {
        id: {(row.order, str(sorted(row.fields.items()))) for row in plan.orders.values()}
        for id, plan in plans.items()
        if not plan.past
    }
    for one, other in combinations(rows, 2):
        assert len(rows[one] & rows[other]) <= 2, (one, other)


def test_a_plan_keeps_to_what_it_renounces():
    orders = ordered("doctrine", "plan:never_ask")
    assert not [order for order in orders if order.card == "ask_alliance"]
    assert [order for order in orders if order.by == "bot:plan:never_ask"]
