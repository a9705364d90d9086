"""An alliance that is asked for help: members consult, parliaments vote, men are released."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar

import numpy as np

from engine.agents.alliance import consultation, parliament
from engine.agents.alliance import events as e
from engine.agents.alliance.apply import apply, fresh
from engine.agents.alliance.config import TERMS, Alliance
from engine.agents.alliance.consent import (
    config_of,
    patron_of,
    precedent,
    readiness,
    state_of,
)
from engine.agents.alliance.state import (
    CONSULTING,
    DECIDED,
    DONE,
    IDLE,
    NEVER,
    AllianceState,
    Capital,
)
from engine.agents.alliance.verbs import VERBS
from engine.chance import Chance
from engine.events import Event
from engine.kinds import Answer, Happenings, Kind, Numbers, Reading, Record, Seconds, Standing
from engine.moments import HOUR
from engine.rules.rounding import nine
from engine.world import World

READINGS: Mapping[str, Reading] = MappingProxyType(
    {
        "agreed": Reading("", "self", "1 once help was agreed to"),
        "declined": Reading("", "self", "1 once help was refused"),
        "decided": Reading("", "self", "1 once there is an answer to the last request"),
        "consulting": Reading("", "self", "1 while members are asked"),
        "answers": Reading("", "self", "members that said yes, on terms or without"),
        "refusals": Reading("", "self", "members that said no"),
        "pending": Reading("", "self", "members whose answer is awaited"),
        "capitals": Reading("", "self", "members in all"),
        "men_agreed": Reading("people", "self", "men agreed to"),
        "length_agreed": Reading("h", "self", "how long they may stay"),
        "guard_only": Reading("", "self", "1 if they may only guard"),
        "terms": Reading("", "self", "terms that bind"),
        "precedent": Reading("%", "self", "how often help is remembered to have come"),
        "readiness": Reading("%", "self", "what joint drills have built"),
        **{
            f"term_{term}": Reading("", "self", f"members but the patron with the term {term}")
            for term in TERMS
        },
        "patron_term": Reading(
            "", "self", "the term on which the patron agreed, or none", words=("none", *TERMS)
        ),
        "released": Reading("", "self", "members whose men may be sent"),
        "reason": Reading("", "self", "why help was refused, in a word"),
        "patron": Reading("", "self", "the member that the others look to"),
        "decision": Reading("", "self", "the cause that names the last decision"),
        "request_decided": Reading("", "self", "the number of the request last decided"),
        "clocks": Reading(
            "",
            "self",
            "by member: whether it is asked, its answer, its term, when "
            "its parliament sits, and who came to the last sitting of how many",
        ),
        "hours_consulted": Reading("h", "self", "how long the round has lasted"),
        "sent": Reading("", "force", "1 if this force may be sent now"),
        "mandate_over": Reading("", "force", "1 if this force's mandate has lapsed"),
        "partner": Reading("", "force", "1 if this force is of a member that is not the patron"),
    }
)


class AllianceKind(Kind[Alliance, AllianceState]):
    """A pact of several capitals."""

    name = "alliance"
    text = "Members that consult on a request for help, decide it by a rule, and release their men"
    Config = Alliance
    events = (
        e.Convened, e.Called, e.MemberAsked, e.GroundsAsked, e.Answered, e.SittingSet, e.Sat,
        e.Lobbied, e.Closing, e.Decided, e.Declined, e.Released, e.Withheld, e.CalledOff,
        e.MandateLapsed, e.Remembered, e.Drilled, e.Leaned,
    )  # fmt: skip
    readings: ClassVar = READINGS
    verbs: ClassVar = VERBS
    listens = ("aid.asked", "aid.withdrawn")

    def begin(self, world: World, me: str) -> AllianceState:
        config = config_of(world, me)
        return fresh(tuple(config.members), config.drills.number)

    def next_due(self, world: World, me: str) -> Seconds | None:
        state = state_of(world, me)
        times = [state.due, *(capital.sits for capital in state.in_turn())]
        if state.consulting:
            times += [capital.due for capital in state.in_turn()]
        if state.phase == CONSULTING and state.deadline is not None:
            times.append(state.deadline)
        first = min(times)
        return first if first < NEVER else None

    def due(self, world: World, me: str, now: Seconds) -> Sequence[Record]:
        return (Standing(now),)

    def judge(self, world: World, me: str, record: Record, chance: Chance) -> Happenings:
        """Everything that falls at this moment, in the order in which a round goes."""
        yield from _request(world, me)
        yield from consultation.start(world, me, chance)
        yield from _sittings(world, me, chance)
        yield from _until_quiet(world, me, chance)

    def apply(self, state: AllianceState, event: Event) -> None:
        apply(state, event)

    def read(self, world: World, me: str, name: str) -> Answer | Numbers:
        state = state_of(world, me)
        match name:
            case "sent":
                return np.array([_sent(state, force.of) for force in world.scene.forces.values()])
            case "mandate_over":
                of = [force.of for force in world.scene.forces.values()]
                members = state.members
                return np.array([float(id in members and members[id].lapsed) for id in of])
            case "patron_term":
                return dict(state.conditions).get(patron_of(world, me), "none")
            case "partner":
                patron, members = patron_of(world, me), state.members
                of = [force.of for force in world.scene.forces.values()]
                return np.array([float(id in members and id != patron) for id in of])
            case "reason":
                return state.reason
            case "clocks":
                return ";".join(map(_clock, state.in_turn()))
            case "patron":
                return patron_of(world, me)
            case "decision":
                return f"event:{state.entry}" if state.entry >= 0 else ""
            case "precedent":
                return precedent(world, me)
            case "readiness":
                return readiness(world, me)
            case "hours_consulted":
                return nine((world.now - state.began) / HOUR) if state.consulting else 0.0
            case _:
                pass
        if name.removeprefix("term_") in TERMS:
            patron, term = patron_of(world, me), name.removeprefix("term_")
            return float(sum(t == term and id != patron for id, t in state.conditions))
        figure = _FIGURES.get(name)
        return float(figure(state)) if figure is not None else super().read(world, me, name)


def _clock(capital: Capital) -> str:
    """What may be told of a member; when its own clock runs out is nobody's to know."""
    sits = str(capital.sits) if capital.sits < NEVER else ""
    phase, answer, term = capital.phase, capital.answer, capital.term
    return f"{capital.id},{phase},{answer},{term},{sits},{capital.present},{capital.quorum}"


def _decided(state: AllianceState) -> bool:
    return state.phase == DECIDED


_FIGURES: Mapping[str, Callable[[AllianceState], float]] = {
    "agreed": lambda state: _decided(state) and state.agreed,
    "declined": lambda state: _decided(state) and not state.agreed,
    "decided": _decided,
    "consulting": lambda state: state.consulting,
    "answers": lambda state: sum(c.willing for c in state.in_turn()),
    "refusals": lambda state: sum(c.answer == "no" for c in state.in_turn()),
    "pending": lambda state: state.consulting and sum(c.phase != DONE for c in state.in_turn()),
    "capitals": lambda state: len(state.members),
    "men_agreed": lambda state: state.men if _decided(state) else 0,
    "length_agreed": lambda state: state.length_hours if _decided(state) else 0.0,
    "guard_only": lambda state: _decided(state) and state.guard_only,
    "terms": lambda state: len(state.conditions),
    "released": lambda state: sum(c.released for c in state.in_turn()),
    "request_decided": lambda state: state.decided_request,
}


def _sent(state: AllianceState, of: str) -> float:
    if of in state.members:
        return float(state.members[of].released)
    return float(state.phase == DECIDED and state.agreed)


def _request(world: World, me: str) -> Happenings:
    """Look at the request: a new one opens a round, one taken back ends it."""
    state = state_of(world, me)
    asker = next(_asking(world), None)
    if asker is None:
        return
    kind = world.scene.agents[asker]

    def figure(name: str) -> float:
        value = kind.read(world, asker, name)
        assert isinstance(value, float)
        return value

    number, open_ = int(figure("requests")), bool(figure("request_open"))
    cause = str(kind.read(world, asker, "last_request"))
    if state.consulting and (number != state.request or not open_):
        yield e.CalledOff(cause=cause, request=state.request)
    if number > state.request and open_:
        yield e.Convened(
            cause=cause,
            request=number,
            frame=str(kind.read(world, asker, "frame")),
            evidence=int(figure("evidence")),
            men=int(figure("men_asked")),
            length_hours=figure("length_asked"),
            tasks=str(kind.read(world, asker, "tasks")),
            calls_at=world.now + _seconds(world, me, "convenes"),
            mode=config_of(world, me).calls,
            at=world.now,
        )


def _asking(world: World) -> Iterator[str]:
    for other, kind in world.scene.agents.items():
        if "men_asked" in kind.readings:
            yield other


def _seconds(world: World, me: str, name: str) -> int:
    return round(world.value(me, name) * HOUR)


def _sittings(world: World, me: str, chance: Chance) -> Happenings:
    for capital in list(state_of(world, me).in_turn()):
        if capital.sits <= world.now:
            yield from parliament.sit(world, me, capital, chance)


def _until_quiet(world: World, me: str, chance: Chance) -> Happenings:
    """Calls, answers and the decision, again while one makes another due at this moment."""
    state = state_of(world, me)
    while True:
        before = world.number
        yield from consultation.ask_next(world, me, chance)
        yield from consultation.hear(world, me, chance)
        yield from consultation.silence(world, me)
        yield from consultation.conclude(world, me)
        idle = any(c.phase == IDLE for c in state.in_turn())
        if world.number == before or not (state.consulting and idle):
            return


KIND = AllianceKind()
