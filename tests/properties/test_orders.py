"""Whatever is ordered: every order is answered at once, and is done with by the end."""

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from engine import facts
from engine.game import FACILITATOR, Game
from engine.orders import Answer, FieldGiven, Order
from tests.properties.games import game, harbour

SCENARIO = harbour()
SEATS = (*SCENARIO.seats, FACILITATOR, "nobody")
CARDS = (*SCENARIO.cards, "withdraw", "offer", "answer", "forecast", "aims", "bring_in", "nothing")
FIELDS = (
    *sorted({f for card in SCENARIO.cards.values() for f in card.fields}),
    "order",
    "inject",
    "x",
    "offer",
    "deal",
    "reply",
    "to",
    "within",
    "hot",
    "shows",
)
WORDS = (
    "north_quay", "shore", "rota", "day", "answered", "quiet", "12 h", "70 %", "3 d", "4 crews",
    "2 ships", "gate_for_pay", "gate_for_pay-union-1", "accept", "yes", "union",
    "storm_warning", "minister_visits", "1", "", "\u0000", "12 parsecs", "-3 h",
)  # fmt: skip

values = st.one_of(
    st.sampled_from(WORDS),
    st.floats(allow_nan=True, allow_infinity=True),
    st.integers(-(10**400), 10**400),
    st.booleans(),
    st.text(max_size=12),
    st.integers(0, 9).map(str),
)
orders = st.builds(
    Order,
    id=st.integers(0, 9).map(str),
    seat=st.sampled_from(SEATS),
    by=st.just("somebody"),
    card=st.sampled_from(CARDS),
    fields=st.dictionaries(st.sampled_from(FIELDS), values, max_size=4),
    beat=st.none() | st.integers(0, 130) | st.integers(0, 10_000_000),
)
LIKELY: list[tuple[str, str, dict[str, FieldGiven]]] = [
    ("port", "night_shift", {"length": 7}),
    ("port", "night_shift", {}),
    ("port", "divert", {}),
    ("port", "publish_stock", {}),
    ("union", "work_to_rule", {"until": "day"}),
    ("union", "open_gate", {}),
    ("union", "raise_demand", {}),
    ("council", "mediate", {}),
    ("council", "ask_mainland", {}),
    ("port", "offer", {"offer": "gate_for_pay"}),
    ("port", "offer", {"offer": "no_outsiders", "hot": "yes"}),
    ("union", "answer", {"deal": "gate_for_pay-union-1", "reply": "accept"}),
    ("union", "answer", {"deal": "gate_for_pay-union-1", "reply": "refuse"}),
    ("union", "offer", {"offer": "pay_or_stop", "within": "2 h"}),
    ("port", "answer", {"deal": "pay_or_stop-port-1", "reply": "refuse"}),
    ("union", "answer", {"deal": "pay_or_stop-port-1", "reply": "extend"}),
    ("council", "offer", {"offer": "how_long", "to": "union"}),
    (FACILITATOR, "bring_in", {"inject": "minister_visits"}),
]


@st.composite
def sensible(draw: st.DrawFn) -> Order:
    seat, card, fields = draw(st.sampled_from(LIKELY))
    id = str(draw(st.integers(0, 9)))
    if draw(st.integers(0, 4)) == 0:
        card, fields = "withdraw", {"order": str(draw(st.integers(0, 9)))}
    return Order(id=id, seat=seat, card=card, fields=fields, beat=draw(st.none()))


plans = st.lists(st.tuples(st.integers(0, 6), orders | sensible()), max_size=30)


def check_stocks(found: Game) -> None:
    for stocks in found.world.stocks.values():
        assert all(held >= 0 and math.isfinite(held) for held in stocks.values())


def fates(found: Game) -> dict[tuple[str, str], list[str]]:
    """What became of every order that was taken, by seat and id."""
    fate: dict[tuple[str, str], list[str]] = {}
    for entry in found.journal:
        match entry.event:
            case facts.OrderTaken(order=order, seat=seat):
                fate[seat, order] = []
            case facts.CarriedOut(order=order, seat=seat):
                fate[seat, order].append("carried out")
            case facts.Failed(order=order, seat=seat):
                fate[seat, order].append("failed")
            case facts.OrderWithdrawn(order=order, seat=seat):
                fate[seat, order].append("withdrawn")
            case facts.Settled(id=id) if id.startswith(f"{FACILITATOR}/"):
                fate[FACILITATOR, id.split("/")[1]].append("brought in")
            case _:
                pass
    return fate


@settings(max_examples=30)
@given(plan=plans, seed=st.integers(0, 2**32))
def test_no_order_is_ever_unanswered_and_none_is_left_undone(
    plan: list[tuple[int, Order]], seed: int
) -> None:
    found = game(SCENARIO, seed=seed, bots="idle", keep=False)
    given_out: dict[tuple[str, str], Answer] = {}
    for wait, order in plan:
        answer = found.submit(order)
        key = order.seat, order.id
        assert given_out.setdefault(key, answer) == answer
        assert answer.accepted != bool(answer.code)
        check_stocks(found)
        found.advance(wait)
        check_stocks(found)
    found.play()
    check_stocks(found)
    assert all(len(fate) == 1 for fate in fates(found).values()), fates(found)
    waiting = [p for p in found.world.pending.values() if p.sort in ("order", "effects")]
    assert waiting == []
    assert found.journal.digest() == found.journal.digest()
    for seat in found.scenario.seats:
        shown = found.view(seat).plain()
        assert shown == found.view(seat).plain()
        # An order that nobody answered still looks as if it were out; none only waits.
        assert all(order.state != "accepted" for order in found.view(seat).orders)


def test_two_seats_may_give_their_orders_the_same_id() -> None:
    found = game(SCENARIO, bots="idle")
    assert found.submit(Order(id="1", seat="port", card="publish_stock")).accepted
    assert found.submit(Order(id="1", seat="union", card="open_gate")).accepted
    theirs = Order(id="2", seat="council", card="withdraw", fields={"order": "1"})
    assert found.submit(theirs).code == "no_such_order"
    found.play(4 * 3600)
    assert fates(found) == {("port", "1"): ["carried out"], ("union", "1"): ["carried out"]}


def test_withdrawing_gives_back_what_was_set_aside() -> None:
    found = game(SCENARIO, bots="idle")
    before = dict(found.world.stocks["port"])
    shift = Order(id="1", seat="port", card="night_shift", fields={"length": "13 h"}, beat=5)
    assert found.submit(shift).accepted
    assert found.world.stocks["port"] == {"overtime_pay": before["overtime_pay"] - 13}
    back = Order(id="2", seat="port", card="withdraw", fields={"order": "1"})
    assert found.submit(back).accepted
    assert found.world.stocks["port"] == before
    assert found.submit(back.model_copy(update={"id": "3"})).code == "no_such_order"


def test_an_order_cannot_be_withdrawn_once_its_beat_has_opened() -> None:
    found = game(SCENARIO, bots="idle")
    found.submit(Order(id="1", seat="council", card="ask_mainland"))
    found.submit(Order(id="2", seat="council", card="mediate"))
    found.advance()
    back = Order(id="3", seat="council", card="withdraw", fields={"order": "2"})
    assert found.submit(back).code == "no_such_order"


def test_an_order_for_a_beat_that_has_opened_or_never_will_is_refused() -> None:
    found = game(SCENARIO, bots="idle")
    found.advance(3)
    assert found.submit(Order(id="1", seat="union", card="open_gate", beat=1)).code == "too_late"
    last = found.scene.end_second // found.scene.beat_seconds
    never = Order(id="2", seat="union", card="open_gate", beat=last + 1)
    assert found.submit(never).code == "after_end"
    assert found.submit(never.model_copy(update={"id": "3", "beat": last})).accepted


def test_what_the_end_of_the_game_leaves_undone_is_said() -> None:
    found = game(SCENARIO, bots="idle")
    while found.now < found.scene.end_second - 2 * 3600:
        found.advance()
    found.submit(Order(id="1", seat="council", card="mediate"))
    found.play()
    (order,) = found.view("council").orders
    assert order.state == "ended"
    assert fates(found) == {("council", "1"): ["failed"]}


def test_what_is_spent_by_several_orders_of_one_beat_is_never_more_than_there_is() -> None:
    found = game(SCENARIO, bots="idle")
    codes = [
        found.submit(Order(id=str(n), seat="port", card="night_shift", fields={"length": 13})).code
        for n in range(5)
    ]
    assert codes == ["", "", "", "cannot_afford", "cannot_afford"]
    assert found.world.stocks["port"] == {"overtime_pay": 11}


def test_the_same_id_with_another_content_gets_the_first_answer() -> None:
    found = game(SCENARIO, bots="idle")
    first = found.submit(Order(id="1", seat="union", card="open_gate"))
    lines = len(found.journal)
    assert found.submit(Order(id="1", seat="union", card="nonsense")) == first
    assert len(found.journal) == lines
