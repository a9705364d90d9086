"""What anybody may read of how long a promise of help holds: its ranges, never this game's draw."""

from engine.agents.loyalty.config import LoyaltyConfig
from engine.scenario.scenario import Scenario
from engine.written import Value

Plain = dict[str, object]


def promise_of(scenario: Scenario) -> Plain | None:
    """The ranges in hours; None where no ranks hear of a promise."""
    for agent in scenario.agents.values():
        config = agent.config
        if isinstance(config, LoyaltyConfig):
            return {
                "heard": _range(config.backing_heard),
                "waits": _range(config.backing_waits),
                "half": _range(config.backing_half_life),
            }
    return None


def _range(value: Value) -> tuple[float, float]:
    """A value without a range is the same in every game."""
    if value.low is None or value.high is None:
        return value.number, value.number
    return value.low, value.high
