"""Settings that wait to be put on top, tried one by one: answers, variants, systems."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from engine.errors import Problem
from engine.scenario.assemble import assembled, reading
from engine.scenario.config import config
from engine.scenario.read_world import AGENT_KEYS
from engine.scenario.sheet import Sheet, topped
from engine.scenario.source import Node, Scalar, Table


def untried(sheet: Sheet, section: str, known: Sequence[Problem]) -> list[Problem]:
    """Mistakes that would appear only with an answer, a variant or a system switched off.

    `known` are the mistakes that the scenario has without them; while there are any, or while
    something cannot be read, nothing is tried.
    """
    if any(not problem.warning and problem.code == "E-unchecked" for problem in known):
        return []
    found: list[Problem] = []
    seen = set(known)
    for settings in _settings(sheet.layers.tree, section):
        for problem in _tried(sheet, settings):
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


def _tried(sheet: Sheet, settings: Table) -> Sequence[Problem]:
    layers = sheet.layers.copy()
    layers.problems.clear()
    for path, value in settings.items.items():
        layers.set(path, settings.at(path), value)
    if layers.problems:
        return layers.problems
    changed = replace(sheet, layers=layers)
    agents = _agents_alone(settings)
    if agents is None:
        return assembled(changed)[1]
    topmost = topped(changed)
    reader = reading(changed, topmost)
    if reader is None:
        return ()
    tree = topmost.tree.items.get("agents")
    assert isinstance(tree, Table)
    for agent in agents:
        kind = reader.index.kinds.get(agent)
        if kind is not None:
            config(reader, tree.items[agent], kind, agent, AGENT_KEYS)
    return reader.problems


def _agents_alone(settings: Table) -> list[str] | None:
    """The agents that are changed, when nothing else is, and no name comes or goes."""
    found: list[str] = []
    for path, value in settings.items.items():
        steps = path.split(".")
        named = {"kind", "rungs", "members"}.intersection(steps[2:3])
        deletes = isinstance(value, Scalar) and value.deletes
        if steps[0] != "agents" or len(steps) < 3 or deletes or (named and len(steps) < 5):
            return None
        if steps[1] not in found:
            found.append(steps[1])
    return found
