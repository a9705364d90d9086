"""What a condition asked, and what it was answered, in the words that people read."""

import re
from collections.abc import Mapping

from engine.catalogue import title_of
from engine.events import Field
from engine.kinds import Reading
from engine.moments import clock
from engine.quantities import show_briefly
from engine.scenario.scenario import Scenario

FLAG = re.compile(r"^1 (while|once|if|where) ")
"""How the text of a reading begins that is 1 where something is so, and else 0."""

CALL = re.compile(r"^(\w+)\((.*)\)$")
COUNTS = {
    "times": "times that this has happened: {}",
    "fired": "this has happened: {}",
    "first": "when this first happened: {}",
    "last": "when this last happened: {}",
    "count": "places where this holds: {}",
    "any": "somewhere this holds: {}",
    "all": "everywhere this holds: {}",
    "mean": "{}, on average",
    "min": "{}, the least",
    "max": "{}, the most",
}
"""What a function in a condition makes of what stands in it; a sum is called like its parts."""


def asked_title(scenario: Scenario, name: str) -> str:
    """What was asked, such as `street.crowd` or `sum(places.hurt)`, as people read it."""
    if name == "now":
        return "the clock"
    call = CALL.match(name)
    if call is not None:
        inside = asked_title(scenario, call[2].strip())
        return COUNTS.get(call[1], "{}").format(inside)
    found = reading_of(scenario, name)
    if found is not None:
        return FLAG.sub("", found.text)
    agent, dot, rest = name.partition(".")
    if dot and (agent in scenario.places or agent in scenario.regions):
        local = reading_of(scenario, f"places.{rest}")
        text = rest.replace("_", " ") if local is None else FLAG.sub("", local.text)
        return f"{text}, {title_of(scenario, agent)}"
    if dot and agent in scenario.seats:
        return f"{rest.replace('_', ' ')} of {title_of(scenario, agent)}"
    return rest.replace("_", " ") if dot and agent in scenario.agents else title_of(scenario, name)


def asked_value(scenario: Scenario, name: str, value: Field, unit: str) -> str:
    """What it was answered: a number in its unit, people whole, a flag as yes or no.

    `value` is canonical, `unit` the one in which it is shown.
    """
    if value is None:
        return "not known"
    found = reading_of(scenario, name)
    if name == "now" and isinstance(value, float | int):
        at = clock(int(value), scenario.start, scenario.zone)
        return f"{at.day} {at:%b %H:%M}"
    if isinstance(value, bool) or (found is not None and FLAG.match(found.text)):
        return "yes" if value else "no"
    if isinstance(value, float | int):
        return number_of(float(value), unit)
    words = str(value)
    return _rungs(scenario, name).get(words) or words.replace("_", " ") or "nothing"


def number_of(value: float, unit: str) -> str:
    """A canonical number in a unit; nobody counts a part of a person."""
    return show_briefly(float(round(value)) if unit == "people" else value, unit)


def reading_of(scenario: Scenario, name: str) -> Reading | None:
    """The reading that a name such as `street.crowd` or `places.hurt` means; None if it is none."""
    agent, dot, reading = name.partition(".")
    if not dot or scenario.names is None:
        return None
    by_agent: Mapping[str, Mapping[str, Reading]] = scenario.names.readings
    if agent in by_agent:
        return by_agent[agent].get(reading)
    of = {"places": "place", "sites": "site", "regions": "place"}.get(agent, "")
    mine = (readings.get(reading) for readings in by_agent.values())
    return next((each for each in mine if each is not None and each.of == of), None)


def _rungs(scenario: Scenario, name: str) -> Mapping[str, str]:
    agent = scenario.agents.get(name.partition(".")[0])
    rungs = None if agent is None else getattr(agent.config, "rungs", None)
    return rungs if isinstance(rungs, Mapping) else {}
