"""What each event does to loyalty's part of the world."""

from dataclasses import replace

from engine.agents.loyalty import events as ev
from engine.agents.loyalty.state import HEARD, Guard, LoyaltyState, Mood, Signal
from engine.events import Event


def apply(state: LoyaltyState, event: Event) -> None:
    """Write one event of loyalty."""
    match event:
        case ev.Stepped():
            state.loyal, state.nation = event.loyal, event.nation
            state.overwhelmed, state.taken = event.overwhelmed, event.taken
            state.stepped_at += round(event.hours * 3600)
            state.steps += 1
            state.next_step = event.next_step
        case ev.Wavered():
            state.wavering = (*state.wavering, event.place)
        case ev.Recovered():
            state.wavering = tuple(p for p in state.wavering if p != event.place)
        case ev.MoodSet():
            places = tuple(state.at[place] for place in event.places)
            state.moods[event.mood] = Mood(places, event.by, event.since, event.until)
            state.moods_set += 1
        case ev.ChiefReplaced():
            state.chief_obeyed = event.obeyed
        case ev.BackingGiven():
            _given(state, event)
        case ev.BackingHeard() | ev.BackingHonoured() | ev.BackingSpent():
            _heard(state, event)
        case _:
            _guard(state, event)


def _given(state: LoyaltyState, event: ev.BackingGiven) -> None:
    state.signals[event.signal] = Signal(
        event.signal, event.strength, event.heard, event.fades, event.until, event.awaits,
        source=event.source, cause=event.cause,
    )  # fmt: skip
    state.given += 1
    if event.decision:
        state.decision = event.decision


def _heard(
    state: LoyaltyState, event: ev.BackingHeard | ev.BackingHonoured | ev.BackingSpent
) -> None:
    signal = state.signals[event.signal]
    match event:
        case ev.BackingHeard():
            signal = replace(signal, phase=HEARD)
        case ev.BackingHonoured():
            signal = replace(signal, honoured=True)
        case ev.BackingSpent():
            signal = replace(signal, honoured=False, fades=event.fades)
    state.signals[event.signal] = signal


def _guard(state: LoyaltyState, event: Event) -> None:
    site = event.place
    guard = state.guards.get(site, Guard(site))
    match event:
        case ev.WordGiven():
            phase = "leaving" if event.obeyed else "staying"
            guard = replace(guard, phase=phase, due=event.due, words=guard.words + 1)
        case ev.WordIgnored():
            guard = replace(guard, phase="staying")
        case ev.Departed():
            guard = replace(guard, phase="gone")
            state.abandoned = (*state.abandoned, site)
            state.departed += 1
        case ev.GuardReturned():
            guard = replace(guard, phase="returned")
            state.abandoned = tuple(other for other in state.abandoned if other != site)
        case _:
            raise LookupError(f"loyalty has no event {type(event).__name__}")
    state.guards[site] = guard
