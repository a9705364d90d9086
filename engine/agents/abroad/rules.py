"""What outside parties mind, and when they say so."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trigger:
    """An event of others (`kind.event`), what it touches how much, and which warning it crosses."""

    what: str
    event: str
    touches: tuple[tuple[str, float], ...]
    warning: str = ""


TRIGGERS = (
    Trigger("asked", "aid.asked", (("law", 0.4), ("order", 0.2))),
    Trigger("decided", "alliance.decided", (("law", 0.4), ("presence", 0.3), ("order", 0.2))),
    Trigger("arrived", "contingents.arrived", (("presence", 0.1),)),
    Trigger("overstayed", "withdrawal.overstayed", (("presence", 0.6),), "overstay"),
    Trigger("completed", "withdrawal.completed", (("presence", -1.0), ("law", -0.4))),
    Trigger("cut", "media.network_cut", (("rights", 0.25),), "network"),
    Trigger("armed", "security.posture_ordered", (("rights", 0.5),), "fire"),
    Trigger("lost", "incidents.lost", (("order", 0.15),)),
    Trigger("declared", "government.declared", (("law", 0.1),)),
    Trigger("exposed", "media.force_exposed", (("rights", 0.2),)),
)
"""What is noticed abroad. `armed` counts only while the hardest posture in force is armed."""

DEATHS_FULL = 100.0
"""Deaths, all at once, by which a party minds force as much as it can."""

STEPS = ((0.75, "condemn"), (0.5, "question"), (0.25, "concern"))
"""How far a party must mind something to speak, hardest line first."""

BACKS = 0.4
"""How far it must fear for order, and mind nothing else, to back those who hold it."""


def line_for(levels: Mapping[str, float]) -> tuple[str, float, str]:
    """(line, strength, what about) of a party that minds each thing at a level from 0 to 1.

    It speaks of what it minds most; of force it urges where of law it would question. It backs
    those who keep order only where it minds little else.
    """
    minds = {on: level for on, level in levels.items() if on != "order"}
    on = max(sorted(minds), key=lambda each: minds[each])
    level = minds[on]
    for limit, line in STEPS:
        if level >= limit:
            return ("urge" if line == "question" and on == "rights" else line), level, on
    order = levels.get("order", 0.0)
    return ("back", order, "order") if order >= BACKS else ("silence", 0.0, "")


def raised(level: float, by: float) -> float:
    """A level after something more: each part adds to what is left up to 1; parts below 0 lower."""
    if by >= 0:
        return level + (1.0 - level) * min(by, 1.0)
    return max(level * (1.0 + max(by, -1.0)), 0.0)


HARDNESS = {"concern": 1, "question": 2, "urge": 2, "condemn": 3}
"""Lines by how hard they are; others are not critical."""
