"""Every lint over one scenario, with the places of what it finds."""

from collections.abc import Iterator

from engine.errors import Place, Problem
from engine.scenario.lint.balance import one_sided
from engine.scenario.lint.options import dominated
from engine.scenario.lint.reach import Found, unreachable
from engine.scenario.lint.wording import repeated, secrets, voiceless
from engine.scenario.scenario import Scenario
from engine.scenario.sheet import Sheet, place_at, topped
from engine.scenario.source import Table

SEEN_IN_PLAY = "W-dominated"
"""What is said of options in every state that was played may be accepted too."""


def lints(scenario: Scenario, sheet: Sheet) -> tuple[Problem, ...]:
    """What could be better in a scenario that can be played; what its author accepts is left out.

    An acceptance that nothing is left of is said too, so that none outlives its reason.
    """
    layers = topped(sheet)
    tree = layers.tree
    found: list[Problem] = []
    used: set[tuple[str, str]] = set()
    for path, sentence, code in _all(scenario):
        accepted = _accepted(scenario, path, code)
        if accepted:
            used.add((accepted, code))
        else:
            found.append(Problem(_place(tree, sheet, path), sentence, code, warning=True))
    for path, codes in scenario.accepted.items():
        for code in codes:
            gone = any(path == old or path.startswith(f"{old}.") for old in layers.deleted)
            if (path, code) not in used and not gone and code != SEEN_IN_PLAY:
                sentence = f"nothing is said of `{path}` with {code}; leave this out"
                place = _place(tree, sheet, f"accepted.{path}")
                found.append(Problem(place, sentence, "W-accepted", warning=True))
    return tuple(found)


def _all(scenario: Scenario) -> Iterator[Found]:
    yield from unreachable(scenario)
    yield from one_sided(scenario)
    yield from dominated(scenario)
    yield from voiceless(scenario)
    yield from repeated(scenario)
    yield from secrets(scenario)


def _accepted(scenario: Scenario, path: str, code: str) -> str:
    """The path under which a finding is accepted: its own, or that of the thing it is in."""
    for key, codes in scenario.accepted.items():
        if code in codes and (path == key or path.startswith(f"{key}.")):
            return key
    return ""


def _place(tree: Table, sheet: Sheet, path: str) -> Place:
    """Where the thing of a path is written: its key, or its value if that is a text."""
    if path.startswith("briefs/"):
        return Place(sheet.shown.get(path, path), 1, 1)
    if path.startswith("accepted."):
        accepted = tree.items.get("accepted")
        return (
            accepted.at(path.removeprefix("accepted."))
            if isinstance(accepted, Table)
            else tree.place
        )
    return place_at(tree, path)
