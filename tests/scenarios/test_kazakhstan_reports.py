"""What is sent up otherwise than it is costs credit when the truth comes, and by which way."""

import pytest

from engine.game import Game
from engine.orders import FieldGiven, Order
from engine.setup import Wanted, prepare, start

HOUR = 3600


def office(how: str, hours: int = 84) -> Game:
    """Nobody plays; the ministry has said how what goes up is told."""
    game = start(prepare(Wanted("kazakhstan-2022", bots="idle")), keep=False)
    game.play(until=hours * HOUR)
    order(game, "interior", "report_up", {"how": how, "where": "everywhere"})
    game.advance(3)
    return game


def order(game: Game, seat: str, card: str, fields: dict[str, FieldGiven]) -> None:
    """An order that the door takes."""
    id = f"o{len(game.orders)}"
    answer = game.submit(Order(id=id, seat=seat, card=card, fields=fields))
    assert answer.accepted, answer


def credit(game: Game) -> float:
    """What the ministry's word is worth upstairs."""
    return game.world.credit("interior", "president")


@pytest.mark.parametrize(("how", "falls"), [("steadied", 1), ("alarmed", 1), ("candid", 0)])
def test_his_own_call_costs_a_ministry_that_smoothed_what_went_up(how: str, falls: int):
    game = office(how)
    before = credit(game)
    for _ in range(2):
        # The second call finds nothing new: that region is told as it is from then on.
        call: dict[str, FieldGiven] = {"where": "almaty_city", "whom": "head"}
        order(game, "president", "ring_region", call)
        game.advance(3)
        assert credit(game) == pytest.approx(before - 0.06 * falls)


@pytest.mark.parametrize(("how", "falls"), [("steadied", 1), ("candid", 0)])
def test_so_does_a_newspaper(how: str, falls: int):
    game = office(how)
    before = credit(game)
    held = next(iter(game.world.reports["press"]))
    order(game, "press", "publish", {"claim": held, "said_as": "reported", "shield": "open"})
    game.advance(3)
    assert credit(game) == pytest.approx(before - 0.05 * falls)


@pytest.mark.parametrize(("how", "falls"), [("steadied", True), ("candid", False)])
def test_so_does_a_building_that_burns_on_the_screen(how: str, falls: bool):
    game = office(how, 90)
    before = credit(game)
    game.play(until=150 * HOUR)
    assert game.world.number_of("lost_now") > 0
    assert (credit(game) < before) is falls


@pytest.mark.parametrize(("post", "slower"), [("service_head", 2.0), ("guard_head", 1.3)])
def test_reports_come_later_after_a_chief_is_replaced_and_then_as_before(post: str, slower: float):
    game = office("candid")
    fields: dict[str, FieldGiven] = {"post": post, "who": "deputy", "how": "dismissed"}
    order(game, "president", "replace_chief", fields)
    game.advance(3)
    assert game.world.value("media", "upwards") == slower
    game.advance(12)
    assert game.world.value("media", "upwards") == 1.0


@pytest.mark.parametrize(("how", "hours"), [("written", 24), ("delay", 6)])
@pytest.mark.parametrize("which", ["curfew", "network", "shooting"])
def test_a_declined_order_is_not_carried_out_for_its_time(which: str, how: str, hours: int):
    game = office("candid")
    given: dict[str, tuple[str, dict[str, FieldGiven]]] = {
        "curfew": ("emergency", {"where": "everywhere", "curfew": "yes"}),
        "network": ("cut_network", {"depth": "all", "where": "everywhere", "length": 90}),
        "shooting": ("limit_force", {"limit": "warned", "where": "everywhere", "length": 90}),
    }
    order(game, "president", *given[which])
    game.advance(3)
    ordered = state(game, which, how)
    order(game, "interior", "decline_order", {"which": which, "how": how})
    game.advance(3)
    assert state(game, which, how) != ordered
    # In writing it is known at once, and by delay when it is noticed.
    assert ("decline_order" in known(game)) is (how == "written")
    game.advance(hours)
    assert "decline_order" in known(game)
    if (which, how) != ("shooting", "written"):
        # A limit that was lowered in writing has replaced the one before it.
        assert state(game, which, how) == ordered


def known(game: Game) -> list[str]:
    """Cards of others that the president has heard of."""
    return [
        str(dict(told.fields)["card"])
        for told in game.seen("president")
        if told.name == "game.order_known"
    ]


def state(game: Game, which: str, how: str) -> float:
    """What shows that an order of the president is carried out."""
    world = game.world
    match which, how:
        case "curfew", _:
            return world.value("unrest", "curfew")
        case "network", _:
            return float(world.field_of("openness").min())
        case _, "delay":
            return world.value("security", "refuses")
        case _:
            return world.number_of("limit")
