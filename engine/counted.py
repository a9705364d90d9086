"""What a source had counted of a row of harm by the end: a seat, as far as it was told."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.envs import Given, SeatEnv
from engine.scenario.expressions import Compiled
from engine.world import World


@dataclass(frozen=True, slots=True)
class Counted:
    """A count in canonical units: whose it is, of when its oldest part is, and its gaps.

    `missing` is in how many places it has no word from.
    """

    seat: str
    amount: float
    as_of: int
    missing: int


class _Counting(SeatEnv):
    """What a seat was told, where no word from a place adds nothing to a sum."""

    missing = 0

    def each(self, agent: str, name: str, over: str) -> Sequence[Given]:
        """As the seat was told it; gaps are counted, unless there is nothing else."""
        values = super().each(agent, name, over)
        gaps = sum(1 for value in values if value is None)
        if gaps == len(values):
            return values
        self.missing += gaps
        return [0.0 if value is None else value for value in values]


def counted(world: World, of: Compiled, seat: str) -> Counted | None:
    """What a seat counts of a sum by what it was last told; None where it was told nothing."""
    env = _Counting(world, seat)
    amount = of.number(env)
    told = world.told.get(seat, {})
    keys = [f"{ref.agent}.{ref.name}" for ref in of.uses]
    ages = [at for key in keys if key in told for at in told[key].as_of]
    if amount is None or not ages:
        return None
    return Counted(seat, amount, min(ages), env.missing)
