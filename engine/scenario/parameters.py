"""Every number of a scenario by its path, and scenarios with other numbers in their places."""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar, cast

from engine.scenario.amounts import Amount
from engine.scenario.config import key_of
from engine.scenario.effects import (
    Cancel,
    Check,
    Credited,
    Do,
    End,
    Offer,
    Schedule,
    Shift,
    Show,
    Tell,
    UndoWhen,
)
from engine.scenario.models import (
    Agent,
    Card,
    Credit,
    Deal,
    Exhibit,
    Force,
    Inject,
    Known,
    Meter,
    Seat,
    Site,
    Stock,
    Term,
    Told,
    Town,
    Unless,
)
from engine.scenario.scenario import Scenario
from engine.written import Steps, Value, Varying, Written

T = TypeVar("T")
Choose = Callable[[str, Value], float]
"""The number for a path, given the value written there."""

SECTIONS = (
    "meters", "places", "agents", "forces", "seats", "cards", "offers", "exhibits", "credit",
    "injects",
)  # fmt: skip
"""Where numbers stand that a run uses; odds and likelihoods of hidden causes are not drawn."""

_WALKED = (
    Amount, Check, Credited, Do, Shift, Tell, Schedule, Cancel, Offer, Show, End, UndoWhen, Agent,
    Card, Credit, Deal, Exhibit, Force, Inject, Known, Meter, Seat, Site, Stock, Term, Told, Town,
    Unless,
)  # fmt: skip

_KEYS: Mapping[tuple[type, str], str] = {
    (Shift, "lasts"): "for",
    (Shift, "half_life"): "fading",
    (Schedule, "after"): "in",
    (Exhibit, "odds"): "true",
    (Credited, "amount"): "by",
}


def parameters(scenario: Scenario) -> dict[str, Value]:
    """Every value of a scenario by its path, the defaults of its kinds included."""
    found: dict[str, Value] = {}

    def note(path: str, value: Value) -> Value:
        found[path] = value
        return value

    for section in SECTIONS:
        _Walk(scenario, note).mapped(getattr(scenario, section), section)
    return found


def resolved(scenario: Scenario, choose: Choose) -> Scenario:
    """The scenario with the number that `choose` gives at each path; ranges stay as written."""
    drawn: dict[str, float] = {}

    def change(path: str, value: Value) -> Value:
        number = choose(path, value)
        if number == value.number:
            return value
        drawn[path] = number
        return value.at(number)

    walk = _Walk(scenario, change)
    parts: dict[str, Any] = {
        section: walk.mapped(getattr(scenario, section), section) for section in SECTIONS
    }
    return replace(scenario, **parts, drawn={**scenario.drawn, **drawn})


class _Walk:
    """Goes through things as their keys are written, and rebuilds what changes."""

    def __init__(self, scenario: Scenario, change: Callable[[str, Value], Value]) -> None:
        self.spelling, self.where = scenario.spelling, scenario.where
        self.change = change

    def mapped(self, thing: T, path: str) -> T:
        """The same thing with its values changed; the very same where none was."""
        return cast(T, self._mapped(thing, path))

    def _mapped(self, thing: object, path: str) -> object:
        if isinstance(thing, Value):
            return self.change(path, thing)
        if isinstance(thing, Varying):
            return self._varying(thing, path)
        if isinstance(thing, Written):
            return self._written(thing, path)
        if isinstance(thing, Mapping):
            return self._mapping(thing, path)
        if isinstance(thing, tuple):
            return self._tuple(thing, path)
        return self._thing(thing, path) if isinstance(thing, _WALKED) else thing

    def _mapping(self, thing: Mapping[str, object], path: str) -> Mapping[str, object]:
        found = {key: self.mapped(item, f"{path}.{key}") for key, item in thing.items()}
        return found if any(found[key] is not item for key, item in thing.items()) else thing

    def _tuple(self, thing: tuple[object, ...], path: str) -> tuple[object, ...]:
        paths = tuple(f"{path}.{at}" for at in range(len(thing)))
        if len(thing) == 1 and isinstance(thing[0], Term):
            # One term may be written without a list around it.
            time = "within" if thing[0].will else "for"
            paths = (path,) if f"{path}.{time}" in self.where else paths
        found = tuple(self.mapped(item, at) for item, at in zip(thing, paths, strict=True))
        changed = any(a is not b for a, b in zip(found, thing, strict=True))
        return found if changed else thing

    def _written(self, thing: Written, path: str) -> Written:
        changed: dict[str, object] = {}
        for name in type(thing).model_fields:
            item = getattr(thing, name)
            found = self.mapped(item, f"{path}.{key_of(name)}")
            if found is not item:
                changed[name] = found
        return thing.model_copy(update=changed) if changed else thing

    def _thing(self, thing: Any, path: str) -> object:
        changed: dict[str, object] = {}
        for field in fields(thing):
            item = getattr(thing, field.name)
            found = self.mapped(item, self._key(thing, field.name, path))
            if found is not item:
                changed[field.name] = found
        return replace(thing, **changed) if changed else thing

    def _key(self, thing: object, name: str, path: str) -> str:
        match thing, name:
            case (Agent(), "config") | (Amount(), "value") | (Do(), "arguments") | (Known(), _):
                return path
            case Told(), "after":
                # Written bare, or as `{after: 6 h, error: 10 %}`.
                return path if path in self.where else f"{path}.after"
            case Shift(), "amount":
                return f"{path}.{'times' if thing.times else 'by'}"
            case Term(), "hours":
                return f"{path}.{'within' if thing.will else 'for'}"
            case _:
                return f"{path}.{_KEYS.get((type(thing), name), key_of(name))}"

    def _varying(self, thing: Varying, path: str) -> Varying:
        written = f"{path}.everywhere" if path in self.spelling else path
        everywhere = self._steps(thing.everywhere, written)
        by = {place: self._steps(steps, f"{path}.{place}") for place, steps in thing.by.items()}
        same = everywhere is thing.everywhere
        same = same and all(by[place] is steps for place, steps in thing.by.items())
        return thing if same else Varying(everywhere, by)

    def _steps(self, thing: Steps, path: str) -> Steps:
        keys = self.spelling.get(path, ())
        steps = []
        for at, (second, value) in enumerate(thing.steps):
            here = f"{path}.{keys[at]}" if at < len(keys) else path
            steps.append((second, self.change(here, value)))
        same = all(a[1] is b[1] for a, b in zip(steps, thing.steps, strict=True))
        return thing if same else Steps(tuple(steps))
