"""Stocks stand beside an agent that delivers something else."""

from dataclasses import dataclass

from engine.agents.stocks import KIND as STOCKS
from engine.kinds import Kind, Reading
from engine.world import World
from engine.written import Written
from tests.engine.agents.stocks.test_stocks import config
from tests.engine.stage import stage_of


@dataclass(slots=True)
class Nothing:
    pass


class Lift(Kind[Written, Nothing]):
    """Counts the men it delivered, for the whole country."""

    name, text, Config = "lift", "Delivers men.", Written
    readings = {"delivered": Reading("people", "self", "men delivered")}

    def begin(self, world: World, me: str) -> Nothing:
        return Nothing()

    def read(self, world: World, me: str, name: str) -> float:
        assert name == "delivered", name
        return 100.0


def test_men_who_are_flown_in_are_no_goods() -> None:
    stage = stage_of({"goods": (STOCKS, config()), "lift": (Lift(), Written())}).until(3)
    assert stage.events("goods.stepped")
    assert not stage.events("goods.received")
