"""Forms filled in: the staff's defaults, other choices, and what was chosen in a field."""

from collections.abc import Mapping

from engine.orders import FieldGiven
from engine.scenario.models import NOTHING, FieldSpec
from engine.scenario.scenario import Scenario


def filled(scenario: Scenario, card: str) -> dict[str, FieldGiven] | None:
    """A form with what its default cannot say: the first place, site and so on.

    None for a form that asks for a report, which nobody holds before it is told.
    """
    sites = tuple(site for town in scenario.places.values() for site in town.sites)
    first: Mapping[str, tuple[str, ...]] = {
        "place": tuple(scenario.places),
        "region": tuple(scenario.regions),
        "site": sites,
        "seat": tuple(scenario.seats),
        "force": tuple(scenario.forces),
        "text": ("-",),
    }
    found: dict[str, FieldGiven] = {}
    for name, spec in scenario.cards[card].fields.items():
        if _has_default(spec):
            continue
        if not first.get(spec.sort):
            return None
        found[name] = first[spec.sort][0]
    return found


def otherwise(
    specs: Mapping[str, FieldSpec], given: Mapping[str, FieldGiven]
) -> tuple[str, dict[str, FieldGiven] | None]:
    """Another way to fill a form in that was filled in so, and what it is called.

    `default`: all that the staff would have put; `other`: the first field with a choice otherwise,
    where the default was chosen; `not`: no such order, where nothing can be chosen.
    """
    own = {name: value for name, value in given.items() if not _has_default(specs[name])}
    if any(_differs(specs[name], value) for name, value in given.items() if name not in own):
        return "default", own
    for name, spec in specs.items():
        other = _other(spec)
        if other is not None:
            return "other", {**own, name: other}
    return "not", None


def said(spec: FieldSpec, value: FieldGiven | None) -> str:
    """What was chosen in a field, in few words: a choice, or where a number lies in its range."""
    if spec.words:
        return str(spec.words[0] if value is None else value)
    if spec.may_be_none and value in (None, NOTHING):
        return "default"
    if spec.sort != "number":
        return "named"
    if value is None or not isinstance(value, int | float) or spec.default is None:
        return "default"
    if abs(value - spec.default) < 1e-9:
        return "default"
    return "more" if value > spec.default else "less"


def _has_default(spec: FieldSpec) -> bool:
    return spec.sort in ("number", "choice", "labelled") or spec.may_be_none


def _differs(spec: FieldSpec, value: FieldGiven) -> bool:
    return value != spec.words[0] if spec.words else said(spec, value) != "default"


def _other(spec: FieldSpec) -> FieldGiven | None:
    if len(spec.words) > 1:
        return spec.words[1]
    if spec.sort != "number" or spec.default is None:
        return None
    if spec.high is not None and spec.high > spec.default:
        return spec.high
    return spec.low if spec.low is not None and spec.low < spec.default else None
