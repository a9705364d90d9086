"""What the fields of a form offer a seat now: some fields narrow that to what it is told of."""

from engine.envs import SeatEnv
from engine.scenario.models import FieldSpec
from engine.scenario.scenario import Scenario
from engine.world import World


def offered(scenario: Scenario, world: World, seat: str, spec: FieldSpec) -> tuple[str, ...]:
    """What may be chosen in a field that is narrowed, by what the seat was last told."""
    wanted = not spec.where.startswith("not ")
    told = scenario.seats[seat].told[spec.where.removeprefix("not ")]
    env = SeatEnv(world, seat)
    return tuple(
        id
        for id in _all(scenario, spec.sort)
        if (env.local(told.agent, told.reading, id) not in (None, 0.0)) == wanted
    )


def _all(scenario: Scenario, sort: str) -> tuple[str, ...]:
    if sort == "site":
        return tuple(site for town in scenario.places.values() for site in town.sites)
    return tuple(scenario.places if sort == "place" else scenario.regions)
