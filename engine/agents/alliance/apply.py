"""What each event does to the alliance's part of the world."""

from engine.agents.alliance import events as e
from engine.agents.alliance.state import (
    CLOSING,
    CONSULTING,
    CONVENING,
    DECIDED,
    DONE,
    IDLE,
    NEVER,
    QUIET,
    THINKING,
    WAITING,
    AllianceState,
    Capital,
)
from engine.events import Event


def apply(state: AllianceState, event: Event) -> None:
    """Write one event into the alliance's part of the world."""
    match event:
        case e.Convened():
            _convened(state, event)
        case e.Called():
            state.phase, state.mode, state.deadline = CONSULTING, event.mode, event.deadline
            state.silence, state.due = event.silence, NEVER
        case e.MemberAsked():
            capital = state.members[event.member]
            capital.phase, capital.due = THINKING, event.due
        case e.GroundsAsked():
            capital = state.members[event.member]
            capital.due, capital.grounds_shown = event.due, event.shown
            capital.phase = THINKING
        case e.Answered():
            _answered(state, event)
        case e.Closing():
            state.phase, state.due = CLOSING, event.due
        case e.Decided():
            _decided(state, event)
        case e.CalledOff():
            state.phase, state.due, state.deadline = QUIET, NEVER, None
            for capital in state.in_turn():
                capital.due = capital.sits = NEVER
        case e.Remembered():
            state.learned += event.by
        case e.Drilled():
            state.drills = event.drills
        case _:
            _of_parliament(state, event)


def _convened(state: AllianceState, event: e.Convened) -> None:
    state.phase, state.request, state.mode = CONVENING, event.request, event.mode
    state.due, state.began, state.deadline, state.cause = (
        event.calls_at, event.at, None, event.cause,
    )  # fmt: skip
    state.frame, state.evidence, state.tasks = event.frame, event.evidence, event.tasks
    state.men_asked, state.length_asked = event.men, event.length_hours
    state.agreed, state.reason, state.conditions, state.bypassed = False, "", (), ()
    state.members = {
        id: Capital(id, lean=old.lean, lobbied=old.lobbied) for id, old in state.members.items()
    }


def _answered(state: AllianceState, event: e.Answered) -> None:
    capital = state.members[event.member]
    if not event.counted:
        return
    capital.answer, capital.by, capital.reason = event.answer, event.by, event.reason
    capital.term, capital.veto, capital.entry = event.term, event.veto, event.entry
    capital.due = NEVER if event.due is None else event.due
    capital.phase = WAITING if event.answer == "later" else DONE


def _decided(state: AllianceState, event: e.Decided) -> None:
    state.phase, state.due, state.deadline = DECIDED, NEVER, None
    state.decided_request, state.agreed, state.entry = event.request, event.agreed, event.entry
    state.men, state.length_hours = event.men, event.length_hours
    state.guard_only, state.conditions = event.guard_only, event.conditions
    state.bypassed, state.reason = event.bypassed, event.reason
    state.learned += event.learned
    for capital in state.in_turn():
        capital.due = NEVER
        if capital.phase != DONE:
            capital.phase = IDLE
        if not event.agreed:
            capital.sits = NEVER


def _of_parliament(state: AllianceState, event: Event) -> None:
    match event:
        case e.SittingSet():
            capital = state.members[event.member]
            capital.sits, capital.called_by = event.due, event.entry
            if event.binds_answer:
                capital.phase, capital.due = WAITING, NEVER
        case e.Sat():
            capital = state.members[event.member]
            capital.attempts, capital.passed = event.attempt, event.passed
            capital.present, capital.quorum = event.present, event.quorum
            capital.sits = NEVER if event.again is None else event.again
            capital.gave_up = not event.passed and event.again is None
            capital.called_by = event.entry
        case e.Lobbied():
            state.members[event.member].lobbied += 1
        case e.Leaned():
            state.members[event.member].lean += event.by
        case e.Released():
            state.members[event.member].released = True
        case e.Withheld():
            state.members[event.member].withheld = True
        case e.MandateLapsed():
            capital = state.members[event.member]
            capital.released, capital.withheld, capital.lapsed = False, True, True
            state.conditions = tuple(c for c in state.conditions if c[0] != event.member)
        case e.Declined():
            # It only says why; the decision before it has written everything.
            pass
        case _:
            raise TypeError(event)


def fresh(members: tuple[str, ...], drills: float) -> AllianceState:
    """The state of an alliance that nobody has asked yet."""
    return AllianceState(members={id: Capital(id) for id in members}, drills=drills)
