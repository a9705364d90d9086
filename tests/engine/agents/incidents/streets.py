"""Streets whose crowds a test writes down, so that sites can be tried without contagion."""

from dataclasses import dataclass

import numpy as np

from engine.events import Event
from engine.kinds import Answer, Kind, Numbers, Reading, Standing
from engine.world import World
from engine.written import Varying, Written
from tests.engine.agents.unrest.forces import varying


class StreetsConfig(Written):
    """The crowds of a test, by place and over time."""

    violent: Varying = varying(0.0)
    peaceful: Varying = varying(0.0)
    clash: Varying = varying(0.0)


@dataclass(frozen=True, slots=True)
class Stepped(Event):
    """Half an hour went by."""

    at: int


@dataclass
class Clock:
    """When it last stepped."""

    at: int = 0


class Streets(Kind[StreetsConfig, Clock]):
    """Says how many are out, and steps as the real streets do, to wake who listens."""

    name = "unrest"
    text = "Crowds of a test."
    Config = StreetsConfig
    readings = {
        name: Reading("", "place", name) for name in ("violent", "peaceful", "clash", "crowd")
    }

    events = (Stepped,)

    def begin(self, world: World, me: str) -> Clock:
        """It has not stepped yet."""
        return Clock()

    def next_due(self, world: World, me: str) -> int:
        """The next half hour."""
        clock = world.agents[me]
        assert isinstance(clock, Clock)
        return clock.at + 1800

    def due(self, world, me, now):
        """The step, when it is time."""
        return (Standing(now),) if self.next_due(world, me) <= now else ()

    def judge(self, world, me, record, chance):
        """Half an hour went by."""
        yield Stepped(at=world.now)

    def apply(self, state: Clock, event: Event) -> None:
        """Remember when."""
        assert isinstance(event, Stepped)
        state.at = event.at

    def read(self, world: World, me: str, name: str) -> Answer | Numbers:
        """What the test wrote."""
        if name == "crowd":
            out: Numbers = world.values(me, "violent") + world.values(me, "peaceful")
            return out
        found: Numbers = np.asarray(world.values(me, name))
        return found


STREETS = Streets()
