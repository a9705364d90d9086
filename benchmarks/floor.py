"""What the engine's way cannot go below: the equations' steps of a playthrough, and their dice."""

from collections.abc import Callable
from dataclasses import dataclass, field
from unittest.mock import patch

import numpy as np

from benchmarks.country import Country, played
from benchmarks.measure import Work, seconds_of
from engine.agents.unrest import kind as streets
from engine.chance import Chance
from engine.rules.contagion import Conditions, Contagion, Crowds, Places
from engine.rules.fields import Counts, Draw, FloatArray
from engine.rules.stepping import Step, step

Asked = tuple[Crowds, Places, Conditions, Contagion, float]
Drawn = tuple[str, int, Counts, FloatArray]


@dataclass(slots=True)
class Floor:
    """All steps of one playthrough as they were asked for, and all draws of those steps."""

    steps: list[Asked] = field(default_factory=list)
    draws: list[Drawn] = field(default_factory=list)

    def equations(self) -> Work:
        """The steps again: equations and dice, with nothing read, written or told."""
        chance = Chance(1)

        def work() -> None:
            for number, asked in enumerate(self.steps):
                step(*asked, _dice(chance, number))

        return work

    def dice(self) -> Work:
        """The draws again, at their addresses, and nothing else."""
        chance = Chance(1)

        def work() -> None:
            for flow, number, people, share in self.draws:
                chance.at("unrest", flow, number).binomial(np.asarray(people, np.int64), share)

        return work


def _dice(chance: Chance, number: int) -> Draw:
    def draw(flow: str, people: Counts, share: FloatArray) -> Counts:
        return chance.at("unrest", flow, number).binomial(np.asarray(people, np.int64), share)

    return draw


def floor_of(of: Country, days: float) -> Floor:
    """A playthrough, listened to."""
    found = Floor()

    def heard(
        crowds: Crowds,
        places: Places,
        around: Conditions,
        rates: Contagion,
        hours: float,
        draw: Draw,
    ) -> Step:
        number, asked = len(found.steps), (crowds, places, around, rates, hours)
        found.steps.append(asked)

        def noted(flow: str, people: Counts, share: FloatArray) -> Counts:
            found.draws.append((flow, number, people.copy(), share))
            drawn: Counts = draw(flow, people, share)
            return drawn

        return step(*asked, noted)

    with patch.object(streets, "step", heard):
        played(of, 1).run(days)
    return found


def least(work: Callable[[], Work], times: int = 5) -> float:
    """Processor seconds of the quickest of a few tries."""
    return min(seconds_of(work()) for _ in range(times))
