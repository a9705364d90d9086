"""The aftermath in sentences: what holds at the end, and the decision that did most to cause it."""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.catalogue import rendered
from engine.decisions import Chains, Decision
from engine.effects import shown
from engine.envs import WorldEnv
from engine.events import MeterMoved
from engine.harm import Row
from engine.journal import Entry
from engine.scenario.models_results import Afterward
from engine.scenario.scenario import Scenario
from engine.world import World


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `value` is what it is about in canonical units, None where that is unknown.

    `decision` None means that no order did it, or that nothing says which.
    """

    id: str
    title: str
    text: str
    value: float | None
    unit: str
    decision: Decision | None


class Terms:
    """Adds the terms of meters up, by the order behind each, while a journal is told again."""

    def __init__(self, scenario: Scenario, chains: Chains) -> None:
        self._chains = chains
        self._about = {id: told for id, told in scenario.afterwards.items() if told.meter}
        self._amounts: dict[str, dict[str, float]] = {id: {} for id in self._about}

    def heard(self, world: World, entry: Entry) -> None:
        """Count the terms of a meter that moved."""
        if not isinstance(entry.event, MeterMoved):
            return
        for id, told in self._about.items():
            if told.meter == entry.event.meter:
                amounts = self._amounts[id]
                for term in entry.event.terms:
                    order = self._chains.blamed(term.cause, told.under, world.now)
                    amounts[order] = amounts.get(order, 0.0) + term.amount

    def beat(self, world: World) -> None:
        """Terms come by single entries."""

    def decision(self, id: str) -> Decision | None:
        """The order that did most to move the meter of a sentence."""
        amounts = self._amounts.get(id)
        return None if not amounts else self._chains.chosen(amounts)


def sentences(
    scenario: Scenario, world: World, terms: Terms, rows: Mapping[str, Row]
) -> tuple[Sentence, ...]:
    """Every sentence of the aftermath, as the world stands."""
    return tuple(
        _sentence(scenario, world, id, told, terms, rows)
        for id, told in scenario.afterwards.items()
    )


def _sentence(
    scenario: Scenario,
    world: World,
    id: str,
    told: Afterward,
    terms: Terms,
    rows: Mapping[str, Row],
) -> Sentence:
    env = WorldEnv(world)
    saying = next(each for each in told.says if each.when is None or each.when.truth(env))
    text = rendered(scenario, saying.text, dict(shown(saying.text, env)))
    if told.harm:
        row = rows[told.harm]
        return Sentence(id, told.title, text, row.amount, row.unit, row.decision)
    assert told.of is not None, "a sentence is about a sum or about a row of harm"
    value = told.of.number(env)
    return Sentence(id, told.title, text, value, told.of.unit, terms.decision(id))
