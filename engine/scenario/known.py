"""What is known of the numbers that a scenario sets, and what is missing."""

from collections.abc import Iterator

from engine.errors import Place
from engine.names import did_you_mean
from engine.scenario.config import declarations
from engine.scenario.reader import Reader
from engine.scenario.source import Items, Node, Scalar, Table

ANSWERED_FOR = ("agents", "forces")
"""Sections whose numbers need evidence."""


def doubts(reader: Reader, tree: Table) -> None:
    """Warn of numbers without evidence, and of evidence without its number."""
    if reader.real_events:
        _unrecorded(reader, tree)
    node = tree.items.get("evidence")
    evidence = node if isinstance(node, Table) else Table({}, tree.place)
    for path, place in _unknown(reader, evidence):
        sentence = f"`{path}` is set without evidence; say what is known of it under `evidence:`"
        reader.warn(place, sentence, "W-evidence")
    for path in evidence.items:
        if node_at(tree, path) is None and not _default(reader, path):
            known = [*reader.places, *(path.rpartition(".")[0] for path in reader.places)]
            sentence = f"`{path}` is no value of this scenario{did_you_mean(path, known)}"
            reader.warn(evidence.at(path), sentence, "W-orphan")


def _unknown(reader: Reader, evidence: Table) -> Iterator[tuple[str, Place]]:
    """The first value of each parameter of which nothing is known."""
    seen: set[str] = set()
    for path, place in reader.places.items():
        steps = path.split(".")
        parameter = ".".join(steps[:3])
        if steps[0] not in ANSWERED_FOR or parameter in seen:
            continue
        seen.add(parameter)
        if not any(_related(parameter, key) for key in evidence.items):
            yield parameter, place


def _unrecorded(reader: Reader, tree: Table) -> None:
    """Cards about real people say what was done in fact."""
    cards = tree.items.get("cards")
    for id, card in cards.items.items() if isinstance(cards, Table) else ():
        if isinstance(card, Table) and "record" not in card.items:
            sentence = f"`{id}` needs `record`: what was done in fact, with its sources"
            reader.warn(card.place, sentence, "W-record")


def _related(path: str, key: str) -> bool:
    return path == key or path.startswith(f"{key}.") or key.startswith(f"{path}.")


def node_at(tree: Table, path: str) -> Node | None:
    """What is written at a path."""
    node: Node = tree
    for step in path.split("."):
        if isinstance(node, Table) and step in node.items:
            node = node.items[step]
        elif isinstance(node, Items) and step.isdigit() and int(step) < len(node.items):
            node = node.items[int(step)]
        else:
            return None
    return node


def _default(reader: Reader, path: str) -> bool:
    """Whether a path is a parameter that a kind sets by itself."""
    steps = path.split(".")
    kind = reader.index.kinds.get(steps[1]) if len(steps) > 2 and steps[0] == "agents" else None
    return kind is not None and steps[2] in declarations(kind.Config)


def headlines(reader: Reader, tree: Table) -> None:
    """Warn of reports whose headline is missing or too long for a narrow screen."""
    for item in _reports(tree):
        text, headline = item.items.get("text"), item.items.get("headline")
        if isinstance(headline, Scalar):
            if len(headline.text) > LONGEST:
                sentence = (
                    f"a headline of {len(headline.text)} characters; a screen shows {LONGEST}"
                )
                reader.warn(headline.place, sentence, "W-long")
        elif isinstance(text, Scalar) and len(text.text) > LONGEST:
            sentence = f"no `headline`; a screen shows {LONGEST} characters of a report"
            reader.warn(text.place, sentence, "W-headline")


LONGEST = 36


def _reports(tree: Table) -> Iterator[Table]:
    for section in ("injects", "cards"):
        for item in _tables(tree.items.get(section)):
            if section == "injects":
                yield item
            effects = item.items.get("effects")
            for effect in effects.items if isinstance(effects, Items) else ():
                if isinstance(effect, Table) and "tell" in effect.items:
                    yield effect
    for question in _tables(tree.items.get("hidden")):
        yield from _tables(question.items.get("clues"))


def _tables(node: Node | None) -> Iterator[Table]:
    for item in node.items.values() if isinstance(node, Table) else ():
        if isinstance(item, Table):
            yield item
