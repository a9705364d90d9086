"""What a hidden answer may set: nothing that a seat could read, or the answer would be known."""

from collections.abc import Sequence

from engine.scenario.config import declarations
from engine.scenario.reader import Reader
from engine.scenario.source import Node, Scalar, Table
from engine.written import Written

SHOWN = ("rungs", "text")
"""Sorts of parameters that people read."""


def secrets(reader: Reader, node: Node | None) -> None:
    """Report every path of a hidden answer that is not a parameter of an agent.

    Titles, texts, cards, what a seat is told and when things come are seen by a seat, as are the
    rungs of a ladder and the names of members: two answers that differ there differ on a screen.
    """
    for question in _tables(node):
        for answer in _tables(question.items.get("answers")):
            given = answer.items.get("set")
            if not isinstance(given, Table):
                continue
            for path, value in given.items.items():
                if _deletes(value) or not _hidden(reader, path.split(".")):
                    sentence = (
                        f"`{path}`: a hidden answer sets single parameters of agents alone; "
                        "a seat could see this, and would know the answer"
                    )
                    reader.error(given.at(path), sentence, "E-hidden")


def _tables(node: Node | None) -> list[Table]:
    items = node.items.values() if isinstance(node, Table) else ()
    return [item for item in items if isinstance(item, Table)]


def _deletes(value: Node) -> bool:
    return isinstance(value, Scalar) and value.deletes


def _hidden(reader: Reader, steps: Sequence[str]) -> bool:
    """Whether a path is that of a parameter which nobody is shown."""
    if steps[0] != "agents" or len(steps) < 3 or steps[2] in ("kind", "after"):
        return False
    kind = reader.index.kinds.get(steps[1])
    # Of an agent that there is not, it is said elsewhere.
    return kind is None or _unread(kind.Config, steps[2:])


def _unread(model: type[Written], steps: Sequence[str]) -> bool:
    known = declarations(model).get(steps[0])
    if known is None:
        return True
    what = known[1]
    if what.sort in SHOWN:
        return False
    if what.of is None:
        return True
    # A record is reached into: to set it whole would set its texts, or make a new one.
    rest = steps[2:] if what.sort == "table" else steps[1:]
    return bool(rest) and _unread(what.of, rest)
