"""Claims about goods that are landed, used, carried and run out of."""

from functools import partial

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.agents.queue import KIND as QUEUE
from engine.agents.queue.config import QueueConfig
from engine.agents.stocks import KIND
from engine.agents.stocks.config import StocksConfig
from engine.agents.stocks.rules import after_use, level, rounds, served
from engine.begin import begin
from engine.shifts import Shift
from engine.written import Steps, Value, Varying
from tests.engine.stage import HOUR, Stage, replayed, stage_of

SOME = partial(st.floats, allow_subnormal=False)
"""Numbers of tonnes: nobody keeps a part of them that a division cannot bear."""


def places(everywhere: float, **by: float) -> Varying:
    return Varying(
        Steps(((0, Value(everywhere)),)),
        {place: Steps(((0, Value(number)),)) for place, number in by.items()},
    )


def config(**changed: object) -> StocksConfig:
    written: dict[str, object] = {
        "start": places(24.0, harbour=240.0),
        "use": places(1.0),
        "routes": {"harbour": ("north", "south")},
        "lorries": places(0.0),
    }
    return StocksConfig.model_validate(written | changed)


def stocks(order: tuple[str, ...] | None = None, **changed: object) -> Stage:
    return stage_of({"fuel": (KIND, config(**changed))}, order=order)


def at(stage: Stage, name: str, place: str) -> float:
    return float(np.asarray(stage.read("fuel", name))[stage.world.scene.place_at[place]])


def test_a_place_uses_its_stock_and_runs_dry_when_the_sum_says_so():
    stage = stocks(use=places(1.0, north=2.0)).until(24.5)
    assert at(stage, "stock", "north") == 0
    assert at(stage, "stock", "south") == 0
    dry = {e.event.place: e.at for e in stage.events("ran_dry")}
    assert dry == {"north": 12 * HOUR, "south": 24 * HOUR}
    assert at(stage, "short", "north") == 24
    assert at(stage, "days_left", "harbour") == 240 - 24


def test_nothing_is_made_or_lost():
    stage = stocks(lorries=places(3.0)).until(20.5)
    stage.do("fuel", "send", amount=30.0, **{"from": "harbour", "to": "south"}).until(60)
    used = 60 - 1 - stage.read("fuel", "short") + 1
    total = stage.read("fuel", "stock").sum() + stage.read("fuel", "on_the_road")
    stepped = len(stage.events("stepped"))
    used = stepped * 3 - stage.read("fuel", "short").sum()
    assert total + used == pytest.approx(288.0)


def test_lorries_bring_every_place_to_the_same_cover():
    stage = stocks(lorries=places(1000.0), use=places(1.0, south=4.0)).until(2)
    days = stage.read("fuel", "days_left")
    assert days == pytest.approx(np.full(3, days[0]))


def test_lorries_carry_no_more_than_they_can():
    stage = stocks(lorries=places(2.0)).until(1.5)
    carried = stage.events("stepped")[0].event.carried
    assert min(carried) == -2.0
    assert sum(carried) == pytest.approx(0.0)


@settings(max_examples=50)
@given(
    st.lists(st.tuples(SOME(0, 500), SOME(0, 20)), min_size=2, max_size=6),
    SOME(0, 100),
)
def test_rounds_never_take_what_is_not_there_and_sum_to_nothing(pairs, capacity):
    stock, use = [p[0] for p in pairs], [p[1] for p in pairs]
    routes = [(0, tuple(range(1, len(pairs)))), (1, (0,))]
    brought = rounds(stock, use, [capacity] * len(pairs), routes)
    assert sum(brought) == pytest.approx(0.0, abs=1e-6)
    assert all(s + b >= -1e-6 for s, b in zip(stock, brought, strict=True))


def test_a_place_with_more_cover_than_the_depot_gets_nothing():
    assert level((10.0, 1.0), [(20.0, 1.0), (0.0, 1.0), (5.0, 0.0)]) == [0.0, 5.0, 0.0]


def test_a_depot_on_the_way_gets_what_those_behind_it_need():
    routes = [(0, (1, 2)), (2, (3,))]
    brought = rounds([100.0, 0.0, 0.0, 0.0], [0.0, 1.0, 1.0, 2.0], [4.0, 0.0, 4.0, 0.0], routes)
    assert brought == pytest.approx([-4.0, 1.0, 1.0, 2.0])
    assert served(0, dict(routes)) == [0, 1, 2, 3]


def test_routes_in_a_ring_still_end():
    assert served(0, {0: (1,), 1: (0,)}) == [0, 1]


def test_a_place_cannot_use_what_it_does_not_have():
    assert after_use(3.0, 5.0) == (0.0, 2.0)


def test_a_convoy_takes_what_there_is_and_its_time():
    stage = stocks(journey=Value(3.0)).until(4.5)
    stage.do("fuel", "send", amount=100.0, **{"from": "north", "to": "south"})
    sent = stage.events("sent")[0].event
    assert (sent.amount, sent.wanted, sent.cause) == (20.0, 100.0, "order:test")
    assert [e.event.cause for e in stage.events("ran_dry")] == ["order:test"]
    assert stage.read("fuel", "on_the_road") == 20
    stage.until(7.6)
    assert stage.events("delivered")[0].at == int(7.5 * HOUR)
    assert at(stage, "stock", "south") == 24 - 7 + 20


def test_a_dry_place_that_gets_goods_says_so():
    stage = stocks(start=places(5.0, harbour=240.0)).until(6)
    assert {e.event.place for e in stage.events("ran_dry")} == {"north", "south"}
    stage.do("fuel", "send", amount=50.0, **{"from": "harbour", "to": "north"}).until(9)
    assert [e.event.place for e in stage.events("refilled")] == ["north"]


def test_a_shift_of_use_counts_from_the_next_hour():
    stage = stocks().until(10.5)
    stage.world.shifts["ration"] = Shift("ration", "fuel.use", True, 0.5, int(10.5 * HOUR))
    stage.world.cache.clear()
    stage.until(20.5)
    assert at(stage, "stock", "harbour") == 240 - 10 - 5


def test_what_a_queue_lands_is_in_the_stock_of_the_place_with_its_cause():
    ships = QueueConfig.model_validate(
        {
            "arrivals": Value(0.3),
            "stands": {"harbour": Value(2.0)},
            "delivers": {"fuel": Value(120.0)},
        }
    )
    for order in (("ships", "fuel"), ("fuel", "ships")):
        both = {"ships": (QUEUE, ships), "fuel": (KIND, config())}
        stage = stage_of(both, order=order).until(100)
        landed = stage.events("ships.landed")
        received = stage.events("fuel.received")
        assert len(landed) == len(received) > 5
        assert [e.event.cause for e in received] == [f"event:{e.number}" for e in landed]
        assert [e.at for e in received] == [e.at for e in landed]
        assert at(stage, "stock", "harbour") == 240 + 120 * len(landed) - len(
            stage.events("stepped")
        )
        assert replayed(stage, begin(stage.world.scene)).agents == stage.world.agents


def test_the_journal_alone_rebuilds_the_stocks():
    stage = stocks(lorries=places(3.0), use=places(1.0, south=4.0)).until(30)
    stage.do("fuel", "send", amount=1 / 3, **{"from": "harbour", "to": "north"}).until(90)
    assert replayed(stage, begin(stage.world.scene)).agents == stage.world.agents


def test_a_place_that_uses_nothing_has_a_year():
    assert at(stocks(use=places(0.0)), "days_left", "north") == 8760
