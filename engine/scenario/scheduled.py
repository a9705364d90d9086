"""Which injects an effect brings in."""

from engine.scenario.effects import Schedule
from engine.scenario.scenario import Scenario


def scheduled(scenario: Scenario) -> frozenset[str]:
    """Injects that some card or inject schedules."""
    lists = [card.effects for card in scenario.cards.values()]
    lists += [inject.effects for inject in scenario.injects.values()]
    effects = (effect for effects in lists for effect in effects)
    return frozenset(effect.inject for effect in effects if isinstance(effect, Schedule))
