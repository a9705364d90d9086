"""What a form needs to say whom it frees from fixed posts: fields, and the published ranges."""

import re
from collections.abc import Iterator
from typing import cast

from engine.agents.contingents.config import ContingentsConfig
from engine.agents.freed.config import FreedConfig
from engine.scenario.amounts import AreaSpec, FieldRef, Word
from engine.scenario.effects import Do
from engine.scenario.models import Card
from engine.scenario.scenario import Scenario
from engine.written import Value
from host.showing_moves import bent, field_of

Plain = dict[str, object]
Three = list[float]

GUARDS, FREED = "contingents", "freed"
OFFERS, SENDS, TIES = ("offer",), ("take", "assign"), ("hand_back",)
_ONE_WORD = re.compile(r"(\w+) is (\w+)")


def freeing(scenario: Scenario, card: Card) -> list[Plain]:
    """Which sites a card would have guarded by others or by own men again, and what that gives.

    The ranges are those that everybody may read. Where an answer that nobody knows could change
    them, nothing is said: a form must not give it away.
    """
    found = [each for each in card.effects if isinstance(each, Do) and _guards(scenario, each)]
    sends = any(each.verb in SENDS for each in found)
    found = [each for each in found if not (sends and each.verb in OFFERS)]
    ranges = _ranges(scenario) if found else None
    return [] if ranges is None else [_row(scenario, each) | ranges for each in found]


def _guards(scenario: Scenario, effect: Do) -> bool:
    agent = scenario.agents.get(effect.agent)
    named = effect.verb in (*OFFERS, *SENDS, *TIES)
    return named and agent is not None and agent.kind == GUARDS


def _row(scenario: Scenario, effect: Do) -> Plain:
    config = cast(ContingentsConfig, scenario.agents[effect.agent].config)
    told = "" if effect.when is None else effect.when.text
    only = _ONE_WORD.fullmatch(told)
    where, word = only.groups() if only else ("", "")
    tooth, each = _three(config.tooth), _three(config.relief)[::-1]
    sites = {
        id: _three(site.posts)
        for town in scenario.places.values()
        for id, site in town.sites.items()
        if site.posts and site.posts.number and (not config.eligible or id in config.eligible)
    }
    forces = {
        id: [
            men * share / many for men, share, many in zip(_three(f.men), tooth, each, strict=True)
        ]
        for id, f in scenario.forces.items()
    }
    return {
        "ties": effect.verb in TIES, "site": _named(effect, "at"), "force": _named(effect, "force"),
        "where": where, "word": word, "sites": sites, "forces": forces,
    }  # fmt: skip


def _named(effect: Do, argument: str) -> str:
    given = effect.arguments.get(argument)
    if isinstance(given, AreaSpec | FieldRef):
        return field_of(given) or next(iter(getattr(given, "ids", ())), "")
    return given.id if isinstance(given, Word) else ""


def _ranges(scenario: Scenario) -> Plain | None:
    """Men for a post, and hours; None where no own men are freed, or nobody may know how many."""
    agents = scenario.agents.items()
    freed = next((id for id, agent in agents if agent.kind == FREED), None)
    if freed is None or any(bent(scenario, freed, name) for name in ("takes", "uses")):
        return None
    config = cast(FreedConfig, scenario.agents[freed].config)
    relief = next(_reliefs(scenario), [3.0, 3.0, 3.0])
    uses = _three(config.uses)
    men = [many * share for many, share in zip(relief, uses, strict=True)]
    return {"men": men, "hours": _three(config.takes)}


def _reliefs(scenario: Scenario) -> Iterator[Three]:
    """Own men for a post, as the one who declares the reading has it written."""
    for agent in scenario.agents.values():
        written = getattr(agent.config, "relief", None)
        if agent.kind != GUARDS and isinstance(written, Value):
            yield _three(written)


def _three(value: Value | None) -> Three:
    if value is None:
        return [0.0, 0.0, 0.0]
    low = value.number if value.low is None else value.low
    return [low, value.number, value.number if value.high is None else value.high]
