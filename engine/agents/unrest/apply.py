"""What each event of the streets does to their state."""

import numpy as np

from engine.agents.unrest import events
from engine.agents.unrest.state import (
    BACKLASH,
    CLASH,
    CREDIT,
    DEMANDS,
    DETAINED,
    HELD,
    PEACEFUL,
    RELEASED,
    RESTING,
    Rally,
    UnrestState,
    asked_by_most,
)
from engine.events import Event
from engine.kinds import Numbers
from engine.rules.rounding import array_of


def write(state: UnrestState, event: Event) -> None:
    """Write one event, whose places stand for their columns."""
    match event:
        case events.Stepped():
            _stepped(state, event)
        case events.ProtestBegan():
            state.began[state.places.index(event.place)] = True
        case events.Conceded():
            state.felt[CREDIT] = event.credit
            state.felt[DEMANDS] = event.demands
            state.credit_at = event.at
            where = _at(state, event.places)
            state.conceded[where] = np.maximum(state.conceded[where], event.number)
        case events.Provoked():
            state.felt[DEMANDS] = event.demands
            state.felt[BACKLASH, _at(state, event.places)] += event.anger
        case events.Asked():
            state.felt[DEMANDS] = event.demands
            most = asked_by_most(state.active, state.felt[DEMANDS])
            state.rung = most or int(state.felt[DEMANDS].max())
        case events.Called():
            rally = Rally(event.size, tuple(_at(state, event.places)), event.at, event.until)
            live = tuple(old for old in state.rallies if old.until > event.at)
            state.rallies = (*live, rally)
        case events.SentHome():
            _move(state, PEACEFUL, RESTING, event)
            state.acts += 1
        case events.Released():
            _move(state, HELD, RESTING, event)
            state.counted[RELEASED, _at(state, event.places)] += np.array(event.people)
        case events.Seized():
            _move(state, RESTING, HELD, event)
            state.counted[DETAINED, _at(state, event.places)] += np.array(event.people)
            state.felt[BACKLASH, _at(state, event.places)] += event.anger
        case events.Killed() | events.Demanded():
            # Told for readers: the step and what raised demands have written it already.
            pass
        case _:
            raise LookupError(f"unrest writes no {type(event).__name__}")


def _stepped(state: UnrestState, event: events.Stepped) -> None:
    people = (event.peaceful, event.violent, event.resting, event.held, event.killed)
    counted = (event.detained, event.released, event.joined)
    # New arrays, since others may still hold rows of the old ones.
    state.people, state.counted = np.empty_like(state.people), np.empty_like(state.counted)
    for row, numbers in enumerate(people):
        state.people[row] = array_of(numbers)
    for row, numbers in enumerate(counted):
        state.counted[row] = array_of(numbers)
    state.felt[BACKLASH] = array_of(event.backlash)
    state.felt[CLASH] = array_of(event.clash)
    state.felt[DEMANDS] = array_of(event.demands)
    active = state.active
    state.peak = max(state.peak, int(active.sum()))
    # Demands do not fall because other people are out than before.
    state.rung = max(state.rung, asked_by_most(active, state.felt[DEMANDS]))
    state.at = event.at
    state.steps += 1


def _move(
    state: UnrestState,
    source: int,
    target: int,
    event: events.SentHome | events.Released | events.Seized,
) -> None:
    where = _at(state, event.places)
    people: Numbers = np.array(event.people, dtype=np.int64)
    state.people[source, where] -= people
    state.people[target, where] += people


def _at(state: UnrestState, places: tuple[str, ...]) -> list[int]:
    return [state.places.index(place) for place in places]
