"""Small real agents that say what a test wants, and tell of it when it wants."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np

from engine.events import Event
from engine.kinds import Answer, Happenings, Kind, Numbers, Reading, Record, Standing
from engine.world import World
from engine.written import Value, Written
from tests.engine.stage import Stage

HOUR = 3600
Says = Callable[[float], object]


@dataclass
class Played:
    """How many of its events an agent has told of."""

    told: int = 0


class Scripted(Kind[Written, Played]):
    """An agent whose readings are functions of the hour, and whose events come at set hours."""

    text = "A double."
    Config = Written

    def __init__(
        self,
        name: str,
        says: Mapping[str, tuple[str, Says]],
        tells: Sequence[tuple[float, Event]] = (),
    ) -> None:
        self.says, self.tells = says, tells
        # A double is named for each test, where a real kind has its name for good.
        readings = {id: Reading("", of, "") for id, (of, _) in says.items()}
        self.__dict__.update(name=name, readings=readings)

    def begin(self, world: World, me: str) -> Played:
        return Played()

    def next_due(self, world: World, me: str) -> int | None:
        left = self.tells[played(world, me).told :]
        return round(left[0][0] * HOUR) if left else None

    def due(self, world: World, me: str, now: int) -> Sequence[Record]:
        due = self.next_due(world, me)
        return [Standing(now)] if due is not None and due <= now else []

    def judge(self, world: World, me: str, record: Record, chance: object) -> Happenings:
        yield self.tells[played(world, me).told][1]

    def apply(self, state: Played, event: Event) -> None:
        state.told += 1

    def read(self, world: World, me: str, name: str) -> Answer | Numbers:
        of, says = self.says[name]
        found = says(world.now / HOUR)
        return cast(Answer, found) if of == "self" else np.array(found, dtype=float)


def played(world: World, me: str) -> Played:
    """A double's own part of the world."""
    return cast(Played, world.agents[me])


def figure(stage: Stage, agent: str, name: str) -> float:
    """A reading of an agent itself, as a number."""
    return float(cast(float, stage.read(agent, name)))


def scripted(name: str, tells: Sequence[tuple[float, Event]] = (), **says: tuple[str, Says]):
    """A double and its configuration, as `stage_of` takes agents."""
    return Scripted(name, says, tells), Written()


def always(*values: float) -> tuple[str, Says]:
    """A reading of places that never changes."""
    return "place", lambda hour: values


def from_hour(since: float, *values: float) -> tuple[str, Says]:
    """A reading of places that is nothing before an hour."""
    return "place", lambda hour: values if hour >= since else [0.0] * len(values)


def crowds(peaceful: Sequence[float], violent: Sequence[float] = (), since: float = 0.0):
    """A crowd in each place from an hour on."""
    mob = list(violent) or [0.0] * len(peaceful)
    total = [p + v for p, v in zip(peaceful, mob, strict=True)]
    return scripted(
        "unrest",
        crowd=from_hour(since, *total),
        peaceful=from_hour(since, *peaceful),
        violent=from_hour(since, *mob),
    )


def number(value: float) -> Value:
    """A plain value for a configuration."""
    return Value(value)
