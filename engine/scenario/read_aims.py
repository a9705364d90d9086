"""What a scenario is for, and which warnings its author accepts: objectives and acceptances."""

import re
from collections.abc import Mapping

from engine.names import did_you_mean
from engine.scenario import shapes
from engine.scenario.models import Inject, Objective
from engine.scenario.read_world import made
from engine.scenario.reader import Reader
from engine.scenario.records import record
from engine.scenario.source import Node, Table

WARNING = re.compile(r"W-[a-z]+")


def objectives(
    reader: Reader, node: Node | None, injects: Node | None, read: Mapping[str, Inject]
) -> dict[str, Objective]:
    """What players should learn or show, and whether each inject names one that there is."""

    def one(id: str, item: Node, path: str) -> Objective | None:
        return made(Objective, record(reader, item, shapes.OBJECTIVE, f"`{id}`", path))

    found = reader.each(node, "objectives by id", "objectives", one)
    if node is None or not isinstance(injects, Table) or not isinstance(node, Table):
        return found
    for id, inject in read.items():
        if inject.objective and inject.objective not in node.items:
            item = injects.items[id]
            at = item.items["objective"].place if isinstance(item, Table) else item.place
            hint = did_you_mean(inject.objective, node.items)
            reader.error(at, f"no objective `{inject.objective}`{hint}", "E-name")
    return found


def accepted(reader: Reader, node: Node | None) -> dict[str, dict[str, str]]:
    """Warnings that the author has seen and accepts, by the path of the thing, with the reason."""
    found: dict[str, dict[str, str]] = {}
    if node is None:
        return found
    table = reader.table(node, "paths with the warnings that are accepted there")
    for path, item in table.items.items():
        reasons: dict[str, str] = {}
        codes = reader.table(item, "warnings with reasons, such as `W-free: it is a gift`")
        for code, reason in codes.items.items():
            if not WARNING.fullmatch(code):
                sentence = f"`{code}` is no warning; write its code, such as `W-free`"
                reader.error(codes.at(code), sentence, "E-key")
                continue
            reasons[code] = reader.text(reason)
        found[path] = reasons
    return found
