"""What is looked at in a future: harm first, then meters, endings, and the outcomes declared."""

from collections.abc import Callable
from dataclasses import dataclass

from engine.envs import WorldEnv
from engine.scenario.models import Outcome
from engine.scenario.scenario import Scenario
from engine.world import World

HARM = {
    "killed": "People killed",
    "killed_security": "Killed, of the forces",
    "killed_contingent": "Killed, of the contingents",
    "injured": "People hurt",
    "injured_security": "Hurt, of the forces",
    "detained": "People held",
    "ill_treated": "Ill-treated in custody",
}
"""Readings that count harm since the start, of places or of the whole, in the order of the page."""

Take = Callable[[World], float | None]


@dataclass(frozen=True, slots=True)
class Measure:
    """One row of an estimate.

    `sort` is `harm` (counted from now on), `level` (what it is then), `chance` (1 if it has come
    about by then, else 0). `take` answers in canonical units; `unit` is the one that is shown.
    """

    key: str
    title: str
    unit: str
    sort: str
    take: Take


def measures_of(scenario: Scenario, world: World) -> tuple[Measure, ...]:
    """Every row that a scenario gives, harm first."""
    shown = {*scenario.meters, *(f"{m.agent}.{m.reading}" for m in world.scene.meters.values())}
    return (*_harm(world), *_meters(scenario), *_endings(scenario), *_outcomes(scenario, shown))


def _harm(world: World) -> list[Measure]:
    found = []
    for name, title in HARM.items():
        if ("place" in _of(world, name)) or ("self" in _of(world, name)):
            found.append(Measure(f"harm.{name}", title, "people", "harm", _counted(name)))
    return found


def _of(world: World, name: str) -> tuple[str, ...]:
    return tuple(of for of in ("place", "self") if (name, of) in world.scene.declaring)


def _counted(name: str) -> Take:
    def take(world: World) -> float:
        if (name, "place") in world.scene.declaring:
            return float(world.field_of(name).sum())
        return world.number_of(name)

    return take


def _meters(scenario: Scenario) -> list[Measure]:
    return [
        Measure(f"meter.{id}", meter.title, "%", "level", _stands(id))
        for id, meter in scenario.meters.items()
    ]


def _endings(scenario: Scenario) -> list[Measure]:
    return [
        Measure(f"ending.{id}", ending.title, "", "chance", _ends(id))
        for id, ending in scenario.endings.items()
        if ending.when is not None
    ]


def _stands(meter: str) -> Take:
    return lambda world: world.meter(meter)


def _ends(ending: str) -> Take:
    return lambda world: 1.0 if world.ending == ending else 0.0


def _outcomes(scenario: Scenario, shown: set[str]) -> list[Measure]:
    """The outcomes of the whole, but for those that are shown already or counted by the day."""
    found = []
    for id, outcome in scenario.outcomes.items():
        harm = any(ref.name in HARM for ref in outcome.of.uses)
        if harm or outcome.of.text in shown or outcome.sense == "day":
            continue
        title = outcome.title or id.replace("_", " ").capitalize()
        if any(ref.sort in ("event", "card", "inject", "offer") for ref in outcome.of.uses):
            found.append(Measure(f"outcome.{id}", title, "", "chance", _happened(outcome)))
        else:
            found.append(Measure(f"outcome.{id}", title, outcome.unit, "level", _level(outcome)))
    return found


def _happened(outcome: Outcome) -> Take:
    return lambda world: 0.0 if outcome.of.number(WorldEnv(world)) is None else 1.0


def _level(outcome: Outcome) -> Take:
    return lambda world: outcome.of.number(WorldEnv(world))
