"""A government's request for help: made, answered, taken back, or left to lapse."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar

from engine.agents.aid.config import Aid
from engine.agents.aid.events import Answered, Asked, Lapsed, Withdrawn
from engine.agents.aid.state import OPEN, AidState, apply
from engine.agents.aid.verbs import FRAMES, TASKS, VERBS, state_of, waited_hours
from engine.chance import Chance
from engine.events import Event
from engine.kinds import Answer, Happenings, Kind, Numbers, Reading, Record, Seconds, Standing
from engine.moments import HOUR
from engine.world import World

READINGS: Mapping[str, Reading] = MappingProxyType(
    {
        "asked": Reading("", "self", "1 while a request stands: open, or agreed to"),
        "request_open": Reading("", "self", "1 while a request waits for its answer"),
        "lapsed": Reading("", "self", "1 while it waits so long that it is heard as refused"),
        "frame": Reading("", "self", "what the trouble was called", words=FRAMES),
        "evidence": Reading("items", "self", "items attached to the request"),
        "men_asked": Reading("people", "self", "men asked for"),
        "length_asked": Reading("h", "self", "how long they may stay"),
        "tasks": Reading("", "self", "what the men may do", words=TASKS),
        "waiting": Reading("h", "self", "how long the request has waited for its answer"),
        "requests": Reading("", "self", "requests made so far"),
        "last_request": Reading("", "self", "the cause that names the last request"),
    }
)


class AidKind(Kind[Aid, AidState]):
    """The request itself; what follows from it belongs to those who hear of it."""

    name = "aid"
    text = "A request for help from an alliance: its words, its size, and how long it waits"
    Config = Aid
    events = (Asked, Withdrawn, Answered, Lapsed)
    readings: ClassVar = READINGS
    verbs: ClassVar = VERBS
    listens = ("alliance.decided",)

    def begin(self, world: World, me: str) -> AidState:
        return AidState()

    def next_due(self, world: World, me: str) -> Seconds | None:
        state = state_of(world, me)
        if state.phase != OPEN:
            return None
        return None if state.lapsed else _lapses_at(world, me)

    def due(self, world: World, me: str, now: Seconds) -> Sequence[Record]:
        return (Standing(now),) if state_of(world, me).phase == OPEN else ()

    def judge(self, world: World, me: str, record: Record, chance: Chance) -> Happenings:
        """The alliance's answer is looked for first, so that one at the last second counts."""
        state = state_of(world, me)
        hours = waited_hours(world, me)
        if world.number_of("request_decided") == state.requests:
            yield Answered(
                cause=world.word_of("decision") or f"event:{state.entry}",
                request=state.requests,
                agreed=bool(world.number_of("agreed")),
                waited_hours=hours,
            )
        elif not state.lapsed and _lapses_at(world, me) <= world.now:
            yield Lapsed(cause=f"event:{state.entry}", request=state.requests, waited_hours=hours)

    def apply(self, state: AidState, event: Event) -> None:
        apply(state, event)

    def read(self, world: World, me: str, name: str) -> Answer | Numbers:
        state = state_of(world, me)
        match name:
            case "asked":
                return float(state.stands)
            case "request_open":
                return float(state.phase == OPEN)
            case "lapsed":
                return float(state.phase == OPEN and state.lapsed)
            case "frame":
                return state.frame
            case "tasks":
                return state.tasks
            case "evidence":
                return float(state.evidence)
            case "men_asked":
                return float(state.men)
            case "length_asked":
                return state.length_hours
            case "waiting":
                return waited_hours(world, me) if state.phase == OPEN else 0.0
            case "requests":
                return float(state.requests)
            case "last_request":
                return f"event:{state.entry}" if state.entry >= 0 else ""
            case _:
                pass
        return super().read(world, me, name)


def _lapses_at(world: World, me: str) -> Seconds:
    wait = round(world.value(me, "lapses_after") * HOUR)
    return state_of(world, me).asked_at + wait


KIND = AidKind()
