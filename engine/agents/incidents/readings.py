"""What others may ask of sites, arms and harm."""

from collections.abc import Mapping

import numpy as np

from engine.agents.incidents.state import (
    INJURED,
    INJURED_SECURITY,
    KILLED_SECURITY,
    IncidentsState,
)
from engine.agents.incidents.strength import armed_share
from engine.kinds import Answer, Numbers, Reading
from engine.world import FOREVER, World

READINGS: Mapping[str, Reading] = {
    "lost": Reading("", "site", "1 where the site is lost"),
    "attacked": Reading("", "site", "times the site was attacked since the start"),
    "arms": Reading("items", "site", "weapons left in store"),
    "lost_here": Reading("", "place", "sites lost now"),
    "weapons_here": Reading("items", "place", "weapons in the hands of the violent"),
    "armed_here": Reading("%", "place", "share of the violent who hold arms", "mean"),
    "killed_security": Reading("people", "place", "men of the forces killed since the start"),
    "injured_security": Reading("people", "place", "men of the forces injured since the start"),
    "injured": Reading("people", "place", "people of the crowd injured since the start"),
    "weapons": Reading("items", "self", "weapons in the hands of the violent"),
    "weapons_stolen": Reading("items", "self", "weapons taken since the start"),
    "weapons_collected": Reading("items", "self", "weapons found again since the start"),
    "attacks": Reading("", "self", "attacks on sites since the start"),
    "sites_lost": Reading("", "self", "times a site was lost since the start"),
    "lost_now": Reading("", "self", "sites lost now"),
}

_HARM = {
    "killed_security": KILLED_SECURITY,
    "injured_security": INJURED_SECURITY,
    "injured": INJURED,
}


def answer(world: World, me: str, state: IncidentsState, name: str) -> Answer | Numbers:
    """One reading now; arrays are the agent's own and must not be written to."""
    if name in _HARM:
        row: Numbers = state.harm[_HARM[name]]
        return row
    match name:
        case "lost":
            return _lost(world, me, state)
        case "attacked":
            return state.attacked
        case "arms":
            return state.arms
        case "lost_here":
            return state.lost_here
        case "weapons_here":
            return state.weapons
        case "armed_here":
            return armed_share(state, world.field_of("violent"))
        case "weapons":
            return float(state.weapons.sum())
        case "weapons_stolen":
            return float(state.stolen)
        case "weapons_collected":
            return float(state.collected)
        case "attacks":
            return float(state.attacks)
        case "sites_lost":
            return float(state.fallen)
        case "lost_now":
            return float(state.lost.sum())
        case _:
            raise LookupError(f"incidents have no reading {name}")


def _lost(world: World, me: str, state: IncidentsState) -> Numbers:
    """1 where a site is lost; the same array until another is, which others look at by the hour."""
    raw, kept = state.lost.tobytes(), world.cache.get((me, "/lost"))
    found: Numbers
    if kept is not None and kept[2][0] == raw:
        _, found = kept[2]
        return found
    found = state.lost.astype(np.float64)
    found.setflags(write=False)
    world.cache[me, "/lost"] = (0, FOREVER, (raw, found))
    return found
