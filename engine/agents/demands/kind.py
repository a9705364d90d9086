"""A ladder of demands: it is climbed while nobody answers, and orders suffer meanwhile."""

from collections.abc import Sequence
from typing import ClassVar

from engine.agents.demands import state as parts
from engine.agents.demands.config import DemandsConfig
from engine.agents.demands.events import Answered, Asked, Calmed, Rose
from engine.agents.demands.state import DemandsState
from engine.causes import latest
from engine.chance import Chance
from engine.events import Event
from engine.kinds import (
    Answer,
    Argument,
    Arguments,
    Execution,
    Happenings,
    Kind,
    Numbers,
    Ordered,
    Reading,
    Record,
    Seconds,
    Standing,
    Verb,
)
from engine.moments import HOUR
from engine.world import World


def state_of(world: World, me: str) -> DemandsState:
    """The agent's own part of the world."""
    found = world.agents[me]
    assert isinstance(found, DemandsState)
    return found


def agreement(obeys: float, anger: float, climbed: float) -> float:
    """The chance that an order is carried out in full: less, the higher the open rung.

    `climbed` is 0 when nothing is open and 1 when the top rung is.
    """
    return min(max(obeys - anger * climbed, 0.0), 1.0)


def fate(roll: float, agrees: float) -> str:
    """What becomes of an order: half of what is not done in full is done in part, the rest is
    late or, one time in ten, not done at all."""
    if roll < agrees:
        return "as_ordered"
    beyond = (roll - agrees) / (1.0 - agrees)
    if beyond < 0.5:
        return "in_part"
    return "late" if beyond < 0.9 else "failed"


def answer(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Grant a rung."""
    state, rung = state_of(world, me), str(given["rung"])
    enough = state.rungs.index(rung) >= state.asked
    yield Answered(cause=cause, rung=rung, asked=state.rungs[state.asked], enough=enough)


def provoke(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Those who ask take offence and ask for the next rung at once."""
    yield from _rise(world, me, cause)


def calm(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Those who ask agree to wait."""
    hours = given["for"]
    assert isinstance(hours, int | float)
    yield Calmed(cause=cause, at=world.now, until=world.now + round(hours * HOUR))


def ask(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Ask for a rung, higher or lower than before; the clock begins anew."""
    state = state_of(world, me)
    yield Asked(cause=cause, at=world.now, rung=str(given["rung"]), before=state.rungs[state.asked])


def _rise(world: World, me: str, cause: str) -> Happenings:
    state = state_of(world, me)
    if state.asked + 1 < len(state.rungs):
        yield Rose(
            cause=cause, at=world.now, rung=state.rungs[state.asked + 1],
            before=state.rungs[state.asked],
        )  # fmt: skip


def _rises_at(world: World, me: str) -> Seconds | None:
    state = state_of(world, me)
    if not state.open or state.asked + 1 >= len(state.rungs):
        return None
    wait = max(round(world.value(me, "rises") * HOUR), 1)
    return state.clock + wait


class DemandsKind(Kind[DemandsConfig, DemandsState]):
    """What somebody asks for, one rung after another."""

    name = "demands"
    text = "A ladder of demands that is climbed while nobody answers"
    Config = DemandsConfig
    events = (Asked, Rose, Answered, Calmed)
    readings: ClassVar = {
        "rung": Reading("", "self", "what is asked now", ladder=True),
        "answered": Reading("", "self", "the highest rung that was granted", ladder=True),
        "open": Reading("", "self", "1 while what is asked was not granted"),
        "unanswered": Reading("h", "self", "how long what is asked has been open"),
    }
    verbs: ClassVar = {
        "answer": Verb("Grant a rung", answer, {"rung": Argument("rungs", "what is granted")}),
        "provoke": Verb("Give offence: the next rung is asked for at once", provoke),
        "calm": Verb(
            "Those who ask wait before they ask for more",
            calm,
            {"for": Argument("h", "how long")},
        ),
        "ask": Verb("Ask for a rung", ask, {"rung": Argument("rungs", "what is asked")}),
    }
    listens = ("game.shift_began", "game.shift_ended")

    def begin(self, world: World, me: str) -> DemandsState:
        config = world.config(me)
        assert isinstance(config, DemandsConfig)
        return DemandsState(tuple(config.rungs))

    def next_due(self, world: World, me: str) -> Seconds | None:
        return _rises_at(world, me)

    def due(self, world: World, me: str, now: Seconds) -> Sequence[Record]:
        rises = _rises_at(world, me)
        return [Standing(rises)] if rises is not None and rises <= now else []

    def judge(self, world: World, me: str, record: Record, chance: Chance) -> Happenings:
        # What was asked last, and was left unanswered.
        yield from _rise(world, me, latest(world, f"{me}.asked", f"{me}.rose"))

    def apply(self, state: DemandsState, event: Event) -> None:
        parts.apply(state, event)

    def read(self, world: World, me: str, name: str) -> Answer | Numbers:
        """`answered` is None while nothing was granted."""
        state = state_of(world, me)
        match name:
            case "rung":
                return state.rungs[state.asked]
            case "answered":
                return state.rungs[state.granted] if state.granted >= 0 else None
            case "open":
                return float(state.open)
            case "unanswered":
                return (world.now - state.since) / HOUR if state.open else 0.0
            case _:
                return super().read(world, me, name)

    def carry(self, world: World, me: str, order: Ordered, place: str, chance: Chance) -> Execution:
        """In full, in part, late or not at all, by how much of the ladder is open."""
        state = state_of(world, me)
        climbed = (state.asked + 1) / len(state.rungs) if state.open else 0.0
        agrees = agreement(world.value(me, "obeys"), world.value(me, "anger"), climbed)
        result = fate(chance.at(me, "carry", entity=order.luck).random(), agrees)
        match result:
            case "in_part":
                return Execution(result, share=world.value(me, "walkout"))
            case "late":
                return Execution(result, after=round(world.value(me, "drags") * HOUR))
            case "failed":
                return Execution(result, share=0.0)
            case _:
                return Execution()


KIND = DemandsKind()
