"""What each event does to the contingents' part of the world."""

from dataclasses import replace

from engine.agents.contingents import events as ev
from engine.agents.contingents import state as st
from engine.agents.contingents.state import Column, ContingentsState
from engine.events import Event


def apply(state: ContingentsState, event: Event) -> None:
    """Write one event of the contingents."""
    match event:
        case ev.ConvoyLeft():
            state.driven = (*state.driven, event.force)
            _new(state, event.force, event.men, event.vehicles, st.DRIVING,
                 state.at[event.place], event.due, event.cause)  # fmt: skip
        case ev.Arrived():
            _arrived(state, event)
        case ev.SetOut():
            _set_out(state, event)
        case ev.Waits():
            state.change(event.column, phase=st.WAITING, at=state.at[event.place], site="",
                         due=0)  # fmt: skip
        case ev.TookOver():
            place = state.site_place[event.place]
            state.change(event.column, phase=st.ON_POST, at=place, due=0)
            state.last_change = event.entry
        case ev.HandedBack():
            state.change(event.column, phase=st.RETURNING, site="", due=event.due,
                         cause=event.cause)  # fmt: skip
            state.last_change = event.entry
        case ev.TurnedBack():
            state.change(event.column, phase=st.RETURNING, site="", due=event.due,
                         cause=event.cause)  # fmt: skip
        case ev.ReadyHome():
            state.change(event.column, phase=st.READY, at=state.at[event.place], site="",
                         due=event.due)  # fmt: skip
        case ev.Left():
            _left(state, event)
        case _:
            _told(state, event)


def _new(
    state: ContingentsState, force: str, men: int, vehicles: int, phase: str, place: int,
    due: int, cause: str,
) -> None:  # fmt: skip
    number = state.made
    state.made += 1
    state.put(Column(number, force, men, vehicles, phase, place, place, due=due, cause=cause))


def _arrived(state: ContingentsState, event: ev.Arrived) -> None:
    place = state.at[event.place]
    state.last_arrival = event.entry
    if event.column in state.columns:
        state.change(event.column, phase=st.FORMING, at=place, due=event.due)
        return
    _new(state, event.force, event.men, event.vehicles, st.FORMING, place, event.due, event.cause)
    state.landed_men[event.force] = state.landed_men.get(event.force, 0) + event.men
    landed = state.landed_vehicles.get(event.force, 0)
    state.landed_vehicles[event.force] = landed + event.vehicles


def _set_out(state: ContingentsState, event: ev.SetOut) -> None:
    column = state.columns[event.column]
    going = replace(column, phase=st.MARCHING, site=event.place, due=event.due, men=event.men,
                    vehicles=event.vehicles, number=event.split)  # fmt: skip
    if event.split != event.column:
        state.change(event.column, men=column.men - event.men,
                     vehicles=column.vehicles - event.vehicles)  # fmt: skip
        state.made = max(state.made, event.split + 1)
    state.put(going)


def _left(state: ContingentsState, event: ev.Left) -> None:
    men, vehicles = event.men, event.vehicles
    state.last_leaving = event.entry
    for _, column in sorted(state.columns.items()):
        if column.force == event.force and column.phase == st.READY:
            gone, with_them = min(men, column.men), min(vehicles, column.vehicles)
            men, vehicles = men - gone, vehicles - with_them
            state.put(replace(column, men=column.men - gone, vehicles=column.vehicles - with_them))
    before = state.gone_men.get(event.force, 0)
    state.gone_men[event.force] = before + event.men
    before = state.gone_vehicles.get(event.force, 0)
    state.gone_vehicles[event.force] = before + event.vehicles


def _told(state: ContingentsState, event: Event) -> None:
    match event:
        case ev.RulesSet():
            state.rules, state.next_hour = event.level, event.hour
        case ev.TaskGiven():
            _asked(state, event)
        case ev.SiteTaken():
            _asked(state, event)
            state.waiting = tuple(site for site in state.waiting if site != event.place)
            not_these = state.declined.get(event.force, ())
            state.declined[event.force] = tuple(s for s in not_these if s != event.place)
        case ev.SiteDeclined():
            before = state.asked.get(event.force, ())
            state.asked[event.force] = tuple(s for s in before if s != event.place)
            state.declined[event.force] = (*state.declined.get(event.force, ()), event.place)
        case ev.SiteOffered():
            state.kept = tuple(site for site in state.kept if site != event.place)
            state.offered = tuple(site for site in state.offered if site != event.place)
            state.waiting = tuple(site for site in state.waiting if site != event.place)
            if event.offered:
                state.offered = (*state.offered, event.place)
                state.waiting = (*state.waiting, event.place)
            else:
                state.kept = (*state.kept, event.place)
        case ev.Recalled():
            state.recalled = (*state.recalled, event.force)
        case ev.SiteWanted():
            state.returned = (*state.returned, event.place)
            state.waiting = tuple(site for site in state.waiting if site != event.place)
        case ev.Assisted():
            _assisted(state, event)
        case _:
            raise LookupError(f"contingents have no event {type(event).__name__}")


def _asked(state: ContingentsState, event: ev.TaskGiven | ev.SiteTaken) -> None:
    before = state.asked.get(event.force, ())
    state.asked[event.force] = (event.place, *(s for s in before if s != event.place))


def _assisted(state: ContingentsState, event: ev.Assisted) -> None:
    state.next_hour = event.due
    state.hours += 1
    for number, killed in event.killed:
        column = state.columns[number]
        state.killed[column.force] = state.killed.get(column.force, 0) + killed
        state.put(replace(column, men=column.men - killed))
