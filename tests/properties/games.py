"""Games to try the engine's rules on: the shipped scenarios, played by bots that do much."""

from collections.abc import Mapping, Sequence
from functools import cache

from engine.agents.registry import kinds
from engine.bots.casting import cast
from engine.game import Game, Settings
from engine.scenario.load import load
from engine.scenario.scenario import Scenario


@cache
def harbour(*sets: str) -> Scenario:
    """The small scenario, with settings such as `agents.fuel.lorries=60 t/d`."""
    return load("harbour", sets=sets, kinds=kinds())


@cache
def flagship(*sets: str) -> Scenario:
    """The largest scenario there is, with settings such as `agents.security.relief=2`."""
    return load("kazakhstan-2022", sets=sets, kinds=kinds())


def game(
    scenario: Scenario | None = None,
    *,
    seed: int = 1,
    bots: str = "random",
    one_by_one: Mapping[str, str] | None = None,
    agent_order: Sequence[str] | None = None,
    keep: bool = True,
) -> Game:
    """A game at its first second, every seat played by a bot."""
    scenario = scenario or harbour()
    seated = cast(scenario, bots, one_by_one or {})
    return Game(scenario, Settings(seed, bots=seated, keep=keep, agent_order=agent_order))


def played(scenario: Scenario | None = None, **settings: object) -> Game:
    """A game played to its end."""
    found = game(scenario, **settings)  # type: ignore[arg-type]
    found.play()
    return found
