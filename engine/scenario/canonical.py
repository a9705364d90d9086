"""A scenario as one text: what a save holds, and what its hash is of."""

import hashlib
import json
import math
from collections.abc import Mapping
from typing import Any

from engine.errors import BadScenario, Place, Problem
from engine.names import is_id
from engine.scenario.assemble import assembled
from engine.scenario.index import AnyKind
from engine.scenario.merge import Layers, plain, rebuilt
from engine.scenario.parameters import resolved
from engine.scenario.read_known import translatable
from engine.scenario.scenario import Scenario
from engine.scenario.sheet import Sheet
from engine.scenario.source import Table

LEFT_OUT = ("posterior.json",)
"""Files that a set-up game needs no more: what was drawn from them is kept."""

FILE = "save"


def canonical(scenario: Scenario) -> str:
    """The resolved scenario as JSON: the same for the same scenario, wherever it was read.

    Sections are sorted; inside them the order of the files is kept, because it is the order in
    which agents act, injects are tried and bots decide.
    """
    sheet = scenario.sheet
    assert sheet is not None, "a scenario that was read knows its sheet"
    tree = plain(sheet.layers.tree)
    assert isinstance(tree, dict)
    held = {
        "answers": _sorted(scenario.answers),
        "drawn": _sorted(scenario.drawn),
        "files": _sorted({k: v for k, v in sheet.beside.items() if _lasts(k, tree)}),
        "name": scenario.name,
        "sets": dict(scenario.sets),
        "texts": {lang: _kept(table, sheet) for lang, table in sorted(sheet.translations.items())},
        "tree": _sorted(tree),
        "variant": scenario.variant,
    }
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"))


def _lasts(file: str, tree: Mapping[str, object]) -> bool:
    """Whether a file beside still speaks of something: a brief goes with its seat."""
    if not file.startswith("briefs/"):
        return file not in LEFT_OUT
    seats = tree.get("seats")
    return isinstance(seats, dict) and file.removeprefix("briefs/").split(".")[0] in seats


def _kept(table: Table, sheet: Sheet) -> dict[str, object]:
    """The translations of what no layer deleted."""
    items = table.items.items()
    return {path: plain(item) for path, item in items if translatable(sheet.layers.tree, path)}


def _sorted(table: Mapping[str, object]) -> dict[str, object]:
    return dict(sorted(table.items()))


def hash_of(scenario: Scenario) -> str:
    """64 hexadecimal digits that name the resolved scenario, hidden answers and draws included."""
    return hashlib.sha256(canonical(scenario).encode()).hexdigest()


def from_canonical(text: str, kinds: Mapping[str, AnyKind]) -> Scenario:
    """The scenario that `canonical` wrote, with the same settings, answers and draws.

    Raises `BadScenario` if it is not one, or if these kinds cannot read it.
    """
    try:
        sheet, drawn = _sheet(json.loads(text), kinds)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        sentence = f"this is no scenario of a save: {type(error).__name__}: {error}"
        raise BadScenario([Problem(Place(FILE), sentence, "E-save")]) from None
    scenario, problems = assembled(sheet)
    if scenario is None:
        raise BadScenario(problem for problem in problems if not problem.warning)
    return resolved(scenario, lambda path, value: drawn.get(path, value.number))


def _sheet(held: Mapping[str, Any], kinds: Mapping[str, AnyKind]) -> tuple[Sheet, dict[str, float]]:
    tree = rebuilt(held["tree"], FILE)
    texts = {language: rebuilt(table, FILE) for language, table in held["texts"].items()}
    if not isinstance(tree, Table):
        raise ValueError("the tree is no mapping")
    drawn = {str(path): float(number) for path, number in held["drawn"].items()}
    if not all(map(math.isfinite, drawn.values())):
        raise ValueError("a number drawn is not finite")
    variant = held["variant"]
    sheet = Sheet(
        name=str(held["name"]),
        layers=Layers(tree),
        kinds=kinds,
        beside=_texts(held["files"]),
        shown=_texts({name: name for name in held["files"]}),
        translations={k: table for k, table in texts.items() if isinstance(table, Table)},
        variant=None if variant is None else str(variant),
        sets=_texts(held["sets"]),
        answers={q: a for q, a in _texts(held["answers"]).items() if is_id(q)},
    )
    return sheet, drawn


def _texts(table: Mapping[str, str]) -> dict[str, str]:
    return {str(key): str(value) for key, value in table.items()}
