"""The board of an airlift as one line of text: stands, flights not yet off, flights under way.

Rows are parted by `;` and their parts by `,`. An airfield is `=`, its id, its stands and 1 if it is
open. Flights of a force that have not left are `+`, the force, where they are, and how many. A
flight that comes or stands is its id, where it is, its way, the number of its airfield in the rows
above, its stand from 0, its men, its vehicles, then minutes since the start at which it began to
load, and since each time before at which it was ready, left, arrived and took its stand; empty is
not yet. A flight that gave its stand free is no longer on the board.
"""

from engine.agents.airlift.fields import built, config_of, is_open, state_of
from engine.agents.airlift.state import (
    BROKEN,
    FLYING,
    HOLDING,
    LOADING,
    MENDING,
    PARKED,
    READY,
    WAITING,
    AirliftState,
    Sortie,
)
from engine.world import World

MINUTE = 60


def board(world: World, me: str) -> str:
    """All that is under way; empty while nothing was ever ordered."""
    state = state_of(world, me)
    if not state.made:
        return ""
    fields = list(config_of(world, me).stands)
    rows = [f"={id},{built(world, me, id)},{int(is_open(world, me, id))}" for id in fields]
    rows += _not_off(state)
    coming = state.of(FLYING, HOLDING, PARKED, BROKEN)
    return ";".join([*rows, *(_flight(each, fields) for each in coming)])


def _not_off(state: AirliftState) -> list[str]:
    counts: dict[tuple[str, str], int] = {}
    for sortie in state.of(WAITING, LOADING, MENDING, READY):
        key = (sortie.id.rpartition("_")[0], sortie.phase)
        counts[key] = counts.get(key, 0) + 1
    return [f"+{name},{phase},{count}" for (name, phase), count in counts.items()]


def _flight(sortie: Sortie, fields: list[str]) -> str:
    stand = str(sortie.stand) if sortie.phase in (PARKED, BROKEN) else ""
    at = str(fields.index(sortie.airfield)) if sortie.airfield in fields else ""
    head = (sortie.id, sortie.phase, sortie.way, at, stand, str(sortie.men), str(sortie.vehicles))
    return ",".join([*head, *_times(sortie)])


def _stages(sortie: Sortie) -> tuple[int, ...]:
    return (
        sortie.loaded_at,
        sortie.ready_at,
        sortie.took_off_at,
        sortie.arrived_at,
        sortie.parked_at,
    )


def _times(sortie: Sortie) -> list[str]:
    """Only those of this attempt: a flight that came back with its load begins anew."""
    found: list[str] = []
    before = 0
    for at in _stages(sortie):
        minute = at // MINUTE
        known = at >= 0 and minute >= before
        found.append(str(minute - before) if known else "")
        before = minute if known else before
    return found
