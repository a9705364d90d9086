"""Which bot sits where."""

from collections.abc import Mapping, Sequence

from engine.bots.doctrine import Doctrine
from engine.bots.history import History
from engine.bots.idle import Idle
from engine.bots.random import Random
from engine.game import Bot, moves_of
from engine.scenario.scenario import Scenario

KINDS = ("history", "doctrine", "idle", "random")
"""The bots there are, by name."""


def bot_of(kind: str, scenario: Scenario) -> Bot:
    """A bot for a seat of this scenario. Raises LookupError for a kind that there is not."""
    match kind:
        case "history":
            return History(scenario)
        case "doctrine":
            return Doctrine(scenario, moves_of(scenario))
        case "idle":
            return Idle()
        case "random":
            return Random(scenario)
        case _:
            raise LookupError(f"no bot `{kind}`; there are {', '.join(KINDS)}")


def cast(
    scenario: Scenario, everybody: str, one_by_one: Mapping[str, str], people: Sequence[str] = ()
) -> dict[str, Bot]:
    """A bot for every seat that no person plays: `everybody`'s, or the one named for the seat."""
    return {
        seat: bot_of(one_by_one.get(seat, everybody), scenario)
        for seat in scenario.seats
        if seat not in people
    }
