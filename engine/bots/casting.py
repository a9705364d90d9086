"""Which bot sits where."""

from collections.abc import Mapping, Sequence

from engine.bots.doctrine import Doctrine
from engine.bots.history import History
from engine.bots.idle import Idle
from engine.bots.plan import Scripted
from engine.bots.random import Random
from engine.game import Bot
from engine.scenario.scenario import Scenario

KINDS = ("history", "doctrine", "idle", "random")
"""The bots that there are in every scenario, by name."""

NAMES = (*KINDS, "doctrine:TEMPERAMENT", "plan:PLAN")
"""What a bot may be called; the last two take a word that the scenario declares."""


def bot_of(name: str, scenario: Scenario) -> Bot:
    """A bot for a seat of this scenario.

    Raises LookupError for a bot that there is not, in general or in this scenario.
    """
    kind, colon, word = name.partition(":")
    if colon and not (word and kind in ("doctrine", "plan")):
        raise LookupError(f"no bot `{name}`; there are {', '.join(NAMES)}")
    match kind:
        case "history":
            return History(scenario)
        case "doctrine":
            return Doctrine(scenario, word)
        case "plan" if word:
            return Scripted(scenario, word)
        case "idle":
            return Idle()
        case "random":
            return Random(scenario)
        case _:
            raise LookupError(f"no bot `{name}`; there are {', '.join(NAMES)}")


def bot_for(seat: str, name: str, scenario: Scenario) -> Bot:
    """The bot of that name in that seat. Raises LookupError also for the plan of another seat."""
    bot = bot_of(name, scenario)
    if isinstance(bot, Scripted) and bot.seat != seat:
        raise LookupError(f"`{name}` is a plan of `{bot.seat}`, not of `{seat}`")
    return bot


def cast(
    scenario: Scenario, everybody: str, one_by_one: Mapping[str, str], people: Sequence[str] = ()
) -> dict[str, Bot]:
    """A bot for every seat that no person plays: `everybody`'s, or the one named for the seat."""
    return {
        seat: bot_for(seat, one_by_one.get(seat, everybody), scenario)
        for seat in scenario.seats
        if seat not in people
    }
