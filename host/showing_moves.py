"""What a form needs to say how long men are on the way: fields, and the published times."""

from engine.scenario.amounts import AreaSpec, FieldRef
from engine.scenario.effects import Do
from engine.scenario.models import Card
from engine.scenario.scenario import Scenario
from engine.written import Value, Varying

Plain = dict[str, object]

KIND, VERB = "security", "move"
WAYS = {"road": ("musters", "speed"), "air": ("air_musters", "air_speed")}


def moving(scenario: Scenario, card: Card) -> Plain | None:
    """Which fields say from where, to where and how, and ranges of hours and of km/h by way.

    The ranges are those that everybody may read. Where an answer that nobody knows could change
    them, nothing is said: a form must not give it away.
    """
    for effect in card.effects:
        if isinstance(effect, Do) and effect.verb == VERB and _kind(scenario, effect) == KIND:
            return _form(scenario, effect)
    return None


def _kind(scenario: Scenario, effect: Do) -> str:
    return scenario.agents[effect.agent].kind if effect.agent in scenario.agents else ""


def _form(scenario: Scenario, effect: Do) -> Plain | None:
    if any(bent(scenario, effect.agent, name) for names in WAYS.values() for name in names):
        return None
    config = scenario.agents[effect.agent].config
    ways = {
        way: [_span(getattr(config, musters)), _span(getattr(config, speed))]
        for way, (musters, speed) in WAYS.items()
    }
    given = {name: field_of(effect.arguments.get(name)) for name in ("from", "to", "by")}
    return {"origin": given["from"], "target": given["to"], "way": given["by"], "ways": ways}


def bent(scenario: Scenario, agent: str, name: str) -> bool:
    """Whether an answer that nobody knows could change a parameter."""
    path = f"agents.{agent}.{name}"
    return any(
        set_ == path or set_.startswith(f"{path}.")
        for question in scenario.hidden.values()
        for answer in question.answers.values()
        for set_ in answer.set
    )


def field_of(given: object) -> str:
    """The field that an argument comes from; empty where it comes from none."""
    return given.field or "" if isinstance(given, AreaSpec | FieldRef) else ""


def _span(written: Value | Varying) -> list[float]:
    """The least and the most that a value may be, anywhere and at any time."""
    if isinstance(written, Value):
        found = [written]
    else:
        steps = (written.everywhere, *written.by.values())
        found = [value for each in steps for _, value in each.steps]
    low = [v.number if v.low is None else v.low for v in found]
    high = [v.number if v.high is None else v.high for v in found]
    return [min(low), max(high)]
