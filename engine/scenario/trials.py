"""Settings that wait to be put on top, tried one by one: answers, variants, systems."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from engine.errors import Problem
from engine.scenario import read_bots, read_cards
from engine.scenario.assemble import assembled, reading
from engine.scenario.config import config
from engine.scenario.crosses import Crosses
from engine.scenario.read_world import AGENT_KEYS
from engine.scenario.reader import Reader
from engine.scenario.scenario import Scenario
from engine.scenario.sheet import Sheet, topped
from engine.scenario.source import Node, Scalar, Table

ALONE = {
    "cards": ("when", "cost", "takes"),
    "injects": ("when", "at"),
    "history": ("at", "fields"),
}
"""Keys that can be read anew by themselves: nothing else in a scenario leans on them."""

Parts = list[tuple[str, str]]
"""Sections with the ids of their things."""


def untried(
    sheet: Sheet, section: str, known: Sequence[Problem], base: Scenario | None = None
) -> list[Problem]:
    """Mistakes that would appear only with an answer, a variant or a system switched off.

    `known` are the mistakes that the scenario has without them; while something cannot be read,
    nothing is tried. `base` is the scenario as it is without them, if it can be played: then
    what a setting leaves alone is not read again.
    """
    if any(not problem.warning and problem.code == "E-unchecked" for problem in known):
        return []
    found: list[Problem] = []
    seen = set(known)
    trials = _Trials(sheet, base, reading(sheet, topped(sheet)))
    for settings in _settings(sheet.layers.tree, section):
        for problem in trials.tried(settings):
            if problem not in seen and not problem.warning:
                seen.add(problem)
                found.append(problem)
    return found


def _settings(tree: Table, section: str) -> Iterator[Table]:
    for item in _tables(tree.items.get(section)):
        if section != "hidden":
            yield from _set(item, "off" if section == "systems" else "set")
            continue
        for answer in _tables(item.items.get("answers")):
            yield from _set(answer, "set")


def _tables(node: Node | None) -> Iterator[Table]:
    for item in node.items.values() if isinstance(node, Table) else ():
        if isinstance(item, Table):
            yield item


def _set(table: Table, key: str) -> Iterator[Table]:
    found = table.items.get(key)
    if isinstance(found, Table) and found.items:
        yield found


@dataclass(frozen=True, slots=True)
class _Trials:
    """One scenario, with every name in it known, on which settings are tried."""

    sheet: Sheet
    base: Scenario | None
    reader: Reader | None

    def tried(self, settings: Table) -> Sequence[Problem]:
        """What is wrong with the scenario under these settings."""
        layers = self.sheet.layers.copy()
        layers.problems.clear()
        for path, value in settings.items.items():
            layers.set(path, settings.at(path), value)
        if layers.problems:
            return layers.problems
        changed = replace(self.sheet, layers=layers)
        parts = _apart(settings)
        if parts is None or self.reader is None:
            return assembled(changed)[1]
        if self.base is None and any(section != "agents" for section, _ in parts):
            return assembled(changed)[1]
        return self._read(topped(changed).tree, parts)

    def _read(self, tree: Table, parts: Parts) -> Sequence[Problem]:
        """Read the parts that were changed, and them alone: no name came or went."""
        assert self.reader is not None
        end = self.reader.end if self.base is None else self.base.end
        reader = replace(self.reader, end=end, problems=[], spelling={}, broken=set(), places={})
        for section, id in parts:
            whole = tree.items.get(section)
            if not isinstance(whole, Table) or id not in whole.items:
                continue
            part = Table({id: whole.items[id]}, whole.place, whole.keys)
            if section == "agents":
                kind = reader.index.kinds.get(id)
                if kind is not None:
                    config(reader, whole.items[id], kind, id, AGENT_KEYS)
            elif section == "cards":
                read_cards.cards(reader, part)
            elif section == "injects":
                injects = read_cards.injects(reader, part)
                Crosses(reader, tree, {}, {}, injects, {}).check()
            elif self.base is not None:
                known = read_bots.Known(self.base.cards, self.base.offers, self.base.temperaments)
                read_bots.history(reader, part, known)
        return reader.problems


def _apart(settings: Table) -> Parts | None:
    """The things that are changed, when nothing else is, and no name comes or goes."""
    found: Parts = []
    for path, value in settings.items.items():
        steps = path.split(".")
        deletes = isinstance(value, Scalar) and value.deletes
        if len(steps) < 3 or deletes:
            return None
        if steps[0] == "agents":
            if {"kind", "rungs", "members"}.intersection(steps[2:3]) and len(steps) < 5:
                return None
        elif steps[2] not in ALONE.get(steps[0], ()):
            return None
        if (steps[0], steps[1]) not in found:
            found.append((steps[0], steps[1]))
    return found
