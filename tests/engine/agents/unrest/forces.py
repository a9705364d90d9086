"""Forces that stand where a test puts them: men and postures by place and over time."""

from engine.kinds import Answer, Kind, Numbers, Reading
from engine.world import World
from engine.written import Steps, Value, Varying, Written


def varying(everywhere: float, **places: float) -> Varying:
    """A number by place."""
    by = {place: Steps(((0, Value(number)),)) for place, number in places.items()}
    return Varying(Steps(((0, Value(everywhere)),)), by)


def over_time(**hours: float) -> Varying:
    """A number that changes at hours since the start: `over_time(h0=0.7, h70=1.0)`."""
    steps = ((int(hour[1:]) * 3600, Value(number)) for hour, number in hours.items())
    return Varying(Steps(tuple(steps)))


class ForcesConfig(Written):
    """What the stand-in says when it is asked."""

    street: Varying = varying(0.0)
    posture: Varying = varying(0.7)
    emergency: Varying = varying(0.0)
    curfew: Varying = varying(0.0)
    reach: Varying = varying(1.0)
    openness: Varying = varying(1.0)
    fill: float = 1.0
    covered: float = 0.0


class Forces(Kind[ForcesConfig, None]):
    """Says of every place what the test wrote, and nothing ever happens to it."""

    name = "forces"
    text = "Forces of a test."
    Config = ForcesConfig
    readings = {
        name: Reading("", "place", name)
        for name in ("street", "posture", "emergency", "curfew", "reach", "openness")
    } | {name: Reading("", "site", name) for name in ("fill", "posts_covered")}

    def begin(self, world: World, me: str) -> None:
        """It remembers nothing."""

    def read(self, world: World, me: str, name: str) -> Answer | Numbers:
        """What the test wrote."""
        config = world.config(me)
        assert isinstance(config, ForcesConfig)
        if name in ("fill", "posts_covered"):
            value = config.fill if name == "fill" else config.covered
            return world.sites_of("none", value)
        return world.values(me, name)


FORCES = Forces()
