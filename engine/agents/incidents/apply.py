"""What each event at sites does to what is remembered of them."""

import numpy as np

from engine.agents.incidents import events
from engine.agents.incidents.state import (
    INJURED,
    INJURED_SECURITY,
    IncidentsState,
    Matter,
)
from engine.events import Event
from engine.rules.rounding import array_of

Coming = tuple[tuple[str, int, int], ...]


def write(state: IncidentsState, event: Event) -> None:
    """Write one event, whose place is the site it happened at."""
    match event:
        case events.Stepped():
            _stepped(state, event)
        case events.Harmed():
            rows = (event.killed_security, event.injured_security, event.injured)
            state.harm = state.harm + np.array([array_of(row) for row in rows])
        case events.Attacked():
            _attacked(state, event)
        case events.CameToNothing():
            state.matters.pop(event.matter, None)
        case events.Held():
            del state.matters[event.raid]
        case events.Lost():
            _lost(state, event)
        case events.Looted():
            _looted(state, event)
        case events.Retaken():
            _retaken(state, event)
        case events.StormBegan():
            site = state.columns[event.place]
            state.matters[event.storm] = Matter(
                event.storm, event.due, "storming", state.home[site], event.known_as, site,
                warned=event.warned,
            )  # fmt: skip
        case events.StormFailed():
            del state.matters[event.storm]
        case events.StormCost():
            home = state.home[state.columns[event.place]]
            state.harm[INJURED_SECURITY, home] += event.injured_security
            state.harm[INJURED, home] += event.injured
        case events.ArmsSecured():
            state.arms[state.columns[event.place]] -= event.items
        case events.WeaponsCollected():
            where = [state.places.index(place) for place in event.places]
            state.weapons[where] -= np.array(event.items, dtype=np.int64)
            state.collected += sum(event.items)
        case _:
            raise LookupError(f"incidents write no {type(event).__name__}")


def _stepped(state: IncidentsState, event: events.Stepped) -> None:
    state.at, state.again = event.at, event.again
    _form(state, event.coming, event.known_as)
    for site, pressed in event.pressed:
        state.pressed[site] = pressed
    for site, due in event.retaking:
        id = f"retaking:{state.sites[site]}"
        state.matters[id] = Matter(id, due, "retaking", state.home[site], event.known_as, site)
    for place, items in event.lost_arms:
        state.weapons[place] -= items


def _form(state: IncidentsState, coming: Coming, cause: str) -> None:
    for id, place, due in coming:
        state.matters[id] = Matter(id, due, "coming", place, cause)


def _attacked(state: IncidentsState, event: events.Attacked) -> None:
    site = state.columns[event.place]
    state.matters[event.raid] = Matter(
        event.raid, event.due, "fighting", state.home[site], event.known_as, site, event.people
    )
    state.attacked[site] += 1
    state.attacks += 1
    _form(state, event.follows, event.known_as)


def _lost(state: IncidentsState, event: events.Lost) -> None:
    site = state.columns[event.place]
    del state.matters[event.raid]
    state.lost[site] = True
    state.pressed[site], state.holds_out[site] = 0.0, event.holds_out
    state.fallen += 1


def _looted(state: IncidentsState, event: events.Looted) -> None:
    site = state.columns[event.place]
    state.arms[site] -= event.items
    state.weapons[state.home[site]] += event.items
    state.stolen += event.items


def _retaken(state: IncidentsState, event: events.Retaken) -> None:
    site = state.columns[event.place]
    state.matters.pop(event.matter, None)
    state.lost[site] = False
    state.pressed[site] = 0.0
    state.weapons[state.home[site]] -= event.weapons
    state.collected += event.weapons
