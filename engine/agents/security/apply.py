"""What each event does to the security forces' part of the world."""

from engine.agents.security import events as ev
from engine.agents.security.state import Detachment, Party, SecurityState, Share, Told
from engine.events import Event


def apply(state: SecurityState, event: Event) -> None:
    """Write one event of the security forces."""
    match event:
        case ev.Stepped():
            _stepped(state, event)
        case ev.ReserveSent():
            _sent(state, event)
        case ev.ReserveMoved() | ev.CalledUp():
            _ordered(state, event)
        case ev.ReserveCame():
            _land(state, state.moving[event.detachment])
            tired = list(state.fatigue)
            tired[state.at[event.place]] = event.fatigue
            state.fatigue = tuple(tired)
            state.stale = True
        case ev.ArmsPartySent():
            state.parties[event.place] = Party(
                event.place, event.how, event.men, event.due, event.cause
            )
            state.stale = True
        case ev.ArmsSecured():
            del state.parties[event.place]
            state.secured[event.place] = event.how
            state.stale = True
        case _:
            _told(state, event)
            state.stale = True


def _stepped(state: SecurityState, event: ev.Stepped) -> None:
    for number in event.came:
        _land(state, state.moving[number])
    state.street, state.facing, state.spare = event.street, event.facing, event.spare
    state.tied, state.resting, state.absent = event.tied, event.resting, event.absent
    state.manned, state.fatigue, state.need = event.manned, event.fatigue, event.need
    state.stepped_at += round(event.hours * 3600)
    state.steps += 1
    state.stale = False
    state.next_step = event.next_step


def _land(state: SecurityState, came: Detachment) -> None:
    del state.moving[came.number]
    men = list(state.reserve)
    men[came.target] += came.men
    state.reserve = tuple(men)
    if came.stays:
        state.pinned = (*state.pinned, (came.target, came.men, came.due + came.stays))


def _leave(state: SecurityState, place: int, men: int) -> None:
    kept = list(state.reserve)
    kept[place] -= men
    state.reserve = tuple(kept)


def _sent(state: SecurityState, event: ev.ReserveSent) -> None:
    at = state.at
    for number, origin, target, men, due in event.detachments:
        _leave(state, at[origin], men)
        state.moving[number] = Detachment(number, at[origin], at[target], men, due)
        state.sent = max(state.sent, number + 1)
    now = state.stepped_at
    state.pinned = tuple(pin for pin in state.pinned if pin[2] > now)
    state.next_review = event.next_review


def _ordered(state: SecurityState, event: ev.ReserveMoved | ev.CalledUp) -> None:
    at = state.at
    origin, stays = -1, 0
    if isinstance(event, ev.ReserveMoved):
        origin, stays = at[event.origin], event.stays
        _leave(state, origin, event.men)
        state.stale = True
    number = event.detachment
    state.moving[number] = Detachment(
        number, origin, at[event.place], event.men, event.due, stays, True, event.cause
    )
    state.sent = max(state.sent, number + 1)


def _told(state: SecurityState, event: Event) -> None:
    at = state.at
    match event:
        case ev.PostureOrdered():
            state.ordered |= {at[p]: Told(event.level, event.until) for p in event.places}
        case ev.LimitSet():
            state.limits |= {at[p]: Told(event.level, event.until) for p in event.places}
        case ev.ArrestsOrdered():
            state.arrests |= {at[p]: Told(event.how, event.until) for p in event.places}
        case ev.ReliefOrdered():
            places = (at[p] for p in event.places)
            state.reliefs |= {p: Share(p, event.share, event.until) for p in places}
        case ev.Massed():
            state.massed = Share(at[event.place], event.share, event.until)
            state.next_review = state.stepped_at
        case ev.SiteLeft():
            state.left = (*state.left, event.place)
        case ev.SiteHeld():
            state.left = tuple(site for site in state.left if site != event.place)
        case ev.GuardDoubled():
            state.doubled[event.place] = event.until
        case ev.Detached():
            _leave(state, at[event.place], -event.men)
            kept = list(state.garrison)
            kept[at[event.place]] -= event.men
            state.garrison = tuple(kept)
        case ev.DetaineeRulesSet():
            state.detainees = event.rules
        case _:
            raise LookupError(f"security has no event {type(event).__name__}")
