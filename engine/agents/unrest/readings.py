"""What others may ask of the streets."""

from collections.abc import Mapping

import numpy as np

from engine.agents.unrest.circumstances import credit_now
from engine.agents.unrest.consequences import rungs
from engine.agents.unrest.state import (
    BACKLASH,
    CLASH,
    DEMANDS,
    DETAINED,
    HELD,
    JOINED,
    KILLED,
    PEACEFUL,
    RELEASED,
    RESTING,
    VIOLENT,
    UnrestState,
)
from engine.kinds import Answer, Numbers, Reading
from engine.world import World

READINGS: Mapping[str, Reading] = {
    "crowd": Reading("people", "place", "people on the street"),
    "peaceful": Reading("people", "place", "peaceful people on the street"),
    "violent": Reading("people", "place", "violent people on the street"),
    "resting": Reading("people", "place", "people at home after taking part"),
    "held": Reading("people", "place", "people in custody now"),
    "detained": Reading("people", "place", "people detained since the start"),
    "released": Reading("people", "place", "people let go since the start"),
    "killed": Reading("people", "place", "people in the crowd killed since the start"),
    "joined": Reading("people", "place", "times somebody has come out since the start"),
    "clash": Reading("", "place", "how hard forces and crowd are at each other, 0 to 1", "max"),
    "backlash": Reading("", "place", "memory of rough treatment", "max"),
    "rung_here": Reading("", "place", "the rung that the place demands, from 1", "max"),
    "credit": Reading("%", "place", "legitimacy lent by concessions", "mean"),
    "active_share": Reading("%", "self", "people out now, of the most there have been"),
    "crowd_total": Reading("people", "self", "people on the streets of all places"),
    "peak": Reading("people", "self", "the most people there have been on the streets at once"),
    "rung": Reading("", "self", "the highest that most of those out have asked", ladder=True),
    "offered": Reading("", "self", "the highest rung conceded anywhere", ladder=True),
}

_PEOPLE = {
    "peaceful": PEACEFUL,
    "violent": VIOLENT,
    "resting": RESTING,
    "held": HELD,
    "killed": KILLED,
}
_COUNTED = {"detained": DETAINED, "released": RELEASED, "joined": JOINED}
_FELT = {"clash": CLASH, "backlash": BACKLASH}


def answer(world: World, me: str, state: UnrestState, name: str) -> Answer | Numbers:
    """One reading now; arrays are the streets' own and must not be written to."""
    if name in _PEOPLE:
        return _row(state.people, _PEOPLE[name])
    if name in _COUNTED:
        return _row(state.counted, _COUNTED[name])
    if name in _FELT:
        return _row(state.felt, _FELT[name])
    match name:
        case "crowd":
            return state.active
        case "rung_here":
            rungs_here: Numbers = np.floor(state.felt[DEMANDS])
            return rungs_here
        case "credit":
            found: Numbers = credit_now(world, me, state) * (1.0 - state.violent_share)
            return found
        case "active_share":
            return float(state.active.sum()) / max(state.peak, 1)
        case "crowd_total":
            return float(state.active.sum())
        case "peak":
            return float(state.peak)
        case "rung":
            return rungs(world, me)[state.rung - 1]
        case "offered":
            highest = int(state.conceded.max(initial=0))
            return rungs(world, me)[highest - 1] if highest else ""
        case _:
            raise LookupError(f"unrest has no reading {name}")


def _row(rows: Numbers, number: int) -> Numbers:
    row: Numbers = rows[number]
    return row
