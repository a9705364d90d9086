"""What each event does to the airlift's part of the world."""

from engine.agents.airlift import events as e
from engine.agents.airlift.state import (
    BROKEN,
    CANCELLED,
    DONE,
    FLYING,
    HOLDING,
    HOME,
    IN,
    LOADING,
    MENDING,
    NEVER,
    OUT,
    PARKED,
    READY,
    RETURNING,
    WAITING,
    AirliftState,
    Sortie,
)
from engine.events import Event


def apply(state: AirliftState, event: Event) -> None:
    """Write one event into the airlift's part of the world."""
    match event:
        case e.Tasked():
            _tasked(state, event)
        case e.Cancelled():
            state.wanted[event.force] = event.wanted
            for id in event.sorties:
                gone = state.sorties.pop(id)
                gone.phase, gone.due = CANCELLED, NEVER
                state.finished[id] = gone
        case e.Loading() | e.Ready() | e.TookOff() | e.Arrived() | e.Parked():
            _outward(state, state.sorties[event.sortie], event)
        case e.Unloaded() | e.Boarded() | e.BrokeDown() | e.Diverted() | e.Left() | e.Home():
            _onward(state, state.sorties[event.sortie], event)
        case e.Delivered():
            state.all_in = True
        case _:
            _ordered(state, event)


def _tasked(state: AirliftState, event: e.Tasked) -> None:
    for id, men, vehicles, turn in event.sorties:
        state.made += 1
        name = id.rpartition("_")[0]
        state.named[name] = state.named.get(name, 0) + 1
        state.sorties[id] = Sortie(
            id, state.made, event.force, event.aircraft, event.origin, event.airfield, event.way,
            men, vehicles, turn, event.entry, event.loads_from,
        )  # fmt: skip
    if event.way == IN:
        state.wanted[event.force], state.all_in = event.wanted, False
        state.opens = event.loads_from if state.opens < 0 else state.opens
    elif event.way == HOME:
        tally = state.tally(event.force)
        tally.booked = event.wanted


def _outward(
    state: AirliftState,
    sortie: Sortie,
    event: e.Loading | e.Ready | e.TookOff | e.Arrived | e.Parked,
) -> None:
    match event:
        case e.Loading():
            sortie.phase, sortie.due, sortie.loaded_at = LOADING, event.until, event.at
        case e.Ready():
            sortie.phase, sortie.due, sortie.ready_at = READY, NEVER, event.at
        case e.TookOff():
            sortie.phase, sortie.due, sortie.took_off_at = FLYING, event.until, event.at
            sortie.airfield = event.airfield
        case e.Arrived():
            sortie.phase, sortie.due, sortie.arrived_at = HOLDING, event.until, event.at
            state.queues[event.airfield] = (*state.queues.get(event.airfield, ()), sortie.id)
        case e.Parked():
            sortie.phase, sortie.due, sortie.parked_at = PARKED, event.until, event.at
            sortie.stand = event.stand
            _leave_queue(state, event.airfield, sortie.id)


def _leave_queue(state: AirliftState, airfield: str, id: str) -> None:
    state.queues[airfield] = tuple(other for other in state.queues[airfield] if other != id)


def _onward(
    state: AirliftState,
    sortie: Sortie,
    event: e.Unloaded | e.Boarded | e.BrokeDown | e.Diverted | e.Left | e.Home,
) -> None:
    match event:
        case e.Unloaded():
            sortie.carried, sortie.unloaded_at = True, event.at
            tally = state.tally(event.force)
            tally.landed = _plus(tally.landed, event.men, event.vehicles)
            tally.landed_at = event.airfield
            state.flights += 1
            state.unloading = event.entry
        case e.Boarded():
            sortie.carried, sortie.unloaded_at = True, event.at
        case e.BrokeDown():
            sortie.phase = MENDING if sortie.phase == LOADING else BROKEN
            sortie.due = event.until
        case e.Diverted():
            _leave_queue(state, event.airfield, sortie.id)
            sortie.diversions += 1
            sortie.due = event.until
            sortie.phase = FLYING if event.target else RETURNING
            sortie.airfield = event.target or sortie.airfield
        case e.Left():
            _left(state, sortie, event)
        case e.Home():
            _home(state, sortie, event)


def _left(state: AirliftState, sortie: Sortie, event: e.Left) -> None:
    sortie.phase, sortie.due, sortie.left_at = RETURNING, event.until, event.at
    state.last_left = event.at
    if sortie.way == HOME:
        tally = state.tally(sortie.force)
        tally.gone = _plus(tally.gone, sortie.men, sortie.vehicles)
        state.flights_home += 1
    elif sortie.way == OUT:
        state.flights_out += 1
        state.evacuated += sortie.men


def _home(state: AirliftState, sortie: Sortie, event: e.Home) -> None:
    sortie.home_at = event.at
    if event.reloaded:
        sortie.phase, sortie.due, sortie.not_before = WAITING, NEVER, event.at
        sortie.attempts, sortie.diversions = sortie.attempts + 1, 0
        return
    if sortie.way == HOME:
        tally = state.tally(sortie.force)
        tally.home = _plus(tally.home, event.men, event.vehicles)
    sortie.phase, sortie.due = DONE, NEVER
    state.finished[sortie.id] = state.sorties.pop(sortie.id)


def _plus(before: tuple[int, int], men: int, vehicles: int) -> tuple[int, int]:
    return before[0] + men, before[1] + vehicles


def _ordered(state: AirliftState, event: Event) -> None:
    match event:
        case e.SizeSet():
            state.size, state.partners, state.sized = (
                (event.men, event.vehicles), event.partners, True,
            )  # fmt: skip
            state.cause = event.cause
        case e.OrderSet():
            state.first, state.prefers = event.first, event.airfield
        case e.NoticeSet():
            state.level = event.level
        case e.StandsSet():
            state.stands[event.airfield] = event.number
        case e.AirfieldTurned(by="capture"):
            state.captured = _turned(state.captured, event)
        case e.AirfieldTurned():
            state.fogged = _turned(state.fogged, event)
        case e.HourLooked():
            state.looked = event.hour
        case _:
            raise TypeError(event)


def _turned(closed: tuple[str, ...], event: e.AirfieldTurned) -> tuple[str, ...]:
    kept = tuple(id for id in closed if id != event.airfield)
    return kept if event.open else (*kept, event.airfield)
