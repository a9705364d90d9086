"""Seven kinds that know each other only by readings, begun again at every hour."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.agents.abroad import KIND as ABROAD
from engine.agents.abroad.config import AbroadConfig, Party
from engine.agents.aftermath import KIND as AFTERMATH
from engine.agents.demands import KIND as DEMANDS
from engine.agents.demands.config import DemandsConfig
from engine.agents.government import KIND as GOVERNMENT
from engine.agents.media import KIND as MEDIA
from engine.agents.media.config import Desk, MediaConfig
from engine.agents.queue import KIND as QUEUE
from engine.agents.queue.config import QueueConfig
from engine.agents.stocks import KIND as STOCKS
from engine.agents.stocks.config import StocksConfig
from engine.events import Event
from engine.kernel import Kernel
from engine.kinds import Kind, Reading, Verb
from engine.scene import Site
from engine.shifts import Shift
from engine.written import Steps, Value, Varying, Written
from tests.engine.stage import HOUR, Stage, stage_of


@dataclass(frozen=True, slots=True)
class Lost(Event):
    """A site was lost."""


def lose(world, me, given, cause, chance):
    yield Lost(cause=cause, place=str(given["site"]))


class Trouble(Kind[Written, None]):
    """A crowd that swells and falls with the hour, and sites that are lost when told so."""

    name = "incidents"
    text = "trouble"
    Config = Written
    events = (Lost,)
    readings: ClassVar = {
        "crowd": Reading("people", "place", "people out"),
        "killed": Reading("people", "place", "dead"),
        "active_share": Reading("%", "self", "of the peak"),
        "peak": Reading("people", "self", "the peak"),
        "in_country": Reading("people", "self", "foreign troops"),
    }
    verbs: ClassVar = {"lose": Verb("lose a site", lose)}

    def begin(self, world, me):
        return None

    def read(self, world, me, name):
        hour = world.now / HOUR
        match name:
            case "crowd":
                return np.array([2000.0, 1000.0, 50.0]) * (1 + hour % 24 / 24)
            case "killed":
                return np.array([float(hour // 4), 0.0, 1.0])
            case "peak":
                return 5000.0
            case "in_country":
                return 2000.0 * (40 < hour < 110)
            case _:
                return 0.04 if hour > 60 else 1.0

    def apply(self, state, event):
        pass


def flat(number):
    return Varying(Steps(((0, Value(number)),)))


def agents():
    ships = {"arrivals": Value(0.3), "stands": {"harbour": Value(2.0), "south": Value(1.0)}}
    desks = {"press": Desk(), "west": Desk()}
    return {
        "trouble": (Trouble(), Written()),
        "ships": (QUEUE, QueueConfig.model_validate({**ships, "delivers": {"fuel": Value(50.0)}})),
        "fuel": (
            STOCKS,
            StocksConfig(
                start=flat(30.0), use=flat(2.0), lorries=flat(3.0), routes={"harbour": ("north",)}
            ),
        ),
        "demands": (DEMANDS, DemandsConfig(rungs={"pay": "Pay", "rota": "Rota", "seat": "Seat"})),
        "government": (GOVERNMENT, GOVERNMENT.Config()),
        "media": (MEDIA, MediaConfig(desks=desks, rumour=Value(0.05))),
        "abroad": (ABROAD, AbroadConfig(members={"westland": Party(), "eastland": Party()})),
        "aftermath": (AFTERMATH, AFTERMATH.Config()),
    }


ORDERS: dict[int, tuple[str, str, dict[str, object]]] = {
    3: ("ships", "hurry", {"at": "everywhere", "times": 0.3, "for": 30.5}),
    4: ("government", "emergency", {"at": "north", "for": 70.25}),
    7: ("media", "cut", {"at": "everywhere", "depth": "all", "for": 40.0}),
    9: ("trouble", "lose", {"site": "hall"}),
    11: ("media", "restore", {"for": 2.5}),
    13: ("media", "send", {"at": "south", "seat": "press"}),
    14: ("media", "count", {"seat": "west"}),
    15: ("demands", "calm", {"for": 9.5}),
    20: ("government", "table", {"at": "south", "for": 11.5}),
    24: ("fuel", "send", {"from": "harbour", "to": "south", "amount": 9.0}),
    31: ("abroad", "warn", {"party": "westland", "on": "network", "within": 20.0}),
    33: ("media", "cut", {"at": "north", "depth": "slow", "for": 90.0}),
    45: ("media", "publish", {"claim": "press_1"}),
    46: ("media", "verify", {"claim": "press_2"}),
    48: ("demands", "provoke", {}),
    70: ("abroad", "stir", {"on": "law", "size": 0.7}),
    72: ("aftermath", "account", {"figures": "names"}),
    73: ("ships", "add", {"ships": 2.0, "at": "south"}),
}
FADING = Shift("storm", "ships.arrivals", True, 0.2, 30 * HOUR, half_life=9 * HOUR)


def played(forked, order=None) -> Stage:
    stage = stage_of(
        agents(),
        seed=4,
        order=order,
        seats=("press", "west"),
        sites=(Site("hall", 0), Site("mast", 1)),
        meters={"legitimacy": 0.5, "sovereignty": 0.0},
    )
    for hour in range(140):
        if hour == 30:
            stage.world.shifts["storm"] = FADING
            stage.world.cache.clear()
        if forked:
            stage.world = stage.world.copy()
            stage.kernel = Kernel(stage.world, stage.journal, stage.kernel.chance, order)
        elif hour == 30:
            stage.kernel.perform("ships", ())
        if hour in ORDERS:
            agent, verb, given = ORDERS[hour]
            stage.do(agent, verb, "order:test", **given)
        stage.until(hour + 1)
    return stage


def test_a_run_forked_at_every_hour_writes_the_same_journal():
    once, forked = played(False), played(True)
    assert len(once.journal) > 400
    assert [x.line() for x in once.journal] == [x.line() for x in forked.journal]


def test_agents_begun_in_another_order_write_the_same_journal():
    assert played(False).journal.digest() == played(True, list(reversed(agents()))).journal.digest()


def test_every_kind_took_part():
    names = {entry.agent for entry in played(False).journal}
    assert names == set(agents())
