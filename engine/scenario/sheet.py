"""What a scenario is made of: layers up to the variant, and what is put on top of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.errors import Place, Problem
from engine.scenario.index import AnyKind
from engine.scenario.merge import Layers
from engine.scenario.source import Items, Node, Scalar, Table, Unreadable, parse


@dataclass(frozen=True)
class Sheet:
    """All that a scenario is made of: layers up to the variant, and what is put on top of them."""

    name: str
    layers: Layers
    kinds: Mapping[str, AnyKind]
    beside: Mapping[str, str] = field(default_factory=dict)
    shown: Mapping[str, str] = field(default_factory=dict)
    translations: Mapping[str, Table] = field(default_factory=dict)
    variant: str | None = None
    sets: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    unreadable: bool = False
    """A file could not be read: names are not checked, and nothing is called missing."""
    cut_off: bool = False
    """What it extends could not be found: nothing but that is said."""


def topped(sheet: Sheet) -> Layers:
    """The layers with the hidden answers and the settings on top, and the agents in order."""
    layers = sheet.layers.copy()
    for question, answer in _in_file_order(layers.tree, sheet.answers):
        for path, (place, found) in sets_of(layers.tree, question, answer).items():
            layers.set(path, place, found)
    for path, written in sheet.sets.items():
        place = Place(f"--set {path}")
        try:
            value, problems = parse(written.encode(), place.file)
        except Unreadable as error:
            layers.problems.append(error.problem)
            continue
        layers.problems.extend(problems)
        layers.set(path, place, value or Scalar("", place))
    layers.tree = _ranked(layers.tree, layers.problems)
    return layers


def place_at(tree: Table, path: str) -> Place:
    """Where the thing of a path is written, or what it is in: its key, or the item of a list."""
    node: Node = tree
    place = tree.place
    for step in path.split("."):
        if isinstance(node, Table) and step in node.items:
            place, node = node.at(step), node.items[step]
        elif isinstance(node, Items) and step.isdigit() and int(step) < len(node.items):
            node = node.items[int(step)]
            place = node.place
    return place


def _in_file_order(tree: Table, answers: Mapping[str, str]) -> list[tuple[str, str]]:
    """Answers as their questions stand in the files: a save keeps them sorted, and plays alike."""
    hidden = tree.items.get("hidden")
    asked = hidden.items if isinstance(hidden, Table) else {}
    return [(question, answers[question]) for question in asked if question in answers]


def sets_of(tree: Table, question: str, answer: str) -> dict[str, tuple[Place, Node]]:
    """What a hidden answer sets: paths with their places and values."""
    node: Node | None = tree
    for step in ("hidden", question, "answers", answer, "set"):
        node = node.items.get(step) if isinstance(node, Table) else None
    if not isinstance(node, Table):
        return {}
    return {path: (node.at(path), value) for path, value in node.items.items()}


def _ranked(tree: Table, problems: list[Problem]) -> Table:
    """Agents that say `after: other` moved behind that other."""
    agents = tree.items.get("agents")
    if not isinstance(agents, Table):
        return tree
    order = list(agents.items)
    for id in list(order):
        agent = agents.items[id]
        after = agent.items.get("after") if isinstance(agent, Table) else None
        if after is None:
            continue
        if not isinstance(after, Scalar) or after.text not in agents.items or after.text == id:
            sentence = "`after` names another agent"
            problems.append(Problem(after.place, sentence, "E-after"))
            continue
        order.remove(id)
        order.insert(order.index(after.text) + 1, id)
    moved = Table({id: agents.items[id] for id in order}, agents.place, agents.keys)
    return Table({**tree.items, "agents": moved}, tree.place, tree.keys)
