"""What an order may tell the government to do about help from outside."""

from collections.abc import Mapping
from types import MappingProxyType

from engine.agents.aid.events import Asked, Withdrawn
from engine.agents.aid.state import OPEN, AidState
from engine.chance import Chance
from engine.kinds import Argument, Arguments, Happenings, Verb
from engine.moments import HOUR
from engine.rules.rounding import nine
from engine.world import World

FRAMES = ("internal", "outside", "facilities")
TASKS = ("guard", "defend", "assist")


def state_of(world: World, me: str) -> AidState:
    """The agent's part of the world."""
    state = world.agents[me]
    assert isinstance(state, AidState)
    return state


def amount(given: Arguments, name: str) -> float:
    """A number among the arguments."""
    value = given[name]
    assert isinstance(value, int | float)
    return float(value)


def waited_hours(world: World, me: str) -> float:
    """Hours since the last request was made."""
    return nine((world.now - state_of(world, me).asked_at) / HOUR)


def ask(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Make a request; one that is still open is taken back first."""
    state = state_of(world, me)
    if state.phase == OPEN:
        yield Withdrawn(cause=cause, request=state.requests, waited_hours=waited_hours(world, me))
    yield Asked(
        cause=cause,
        request=state.requests + 1,
        frame=str(given["frame"]),
        evidence=round(amount(given, "evidence")),
        men=round(amount(given, "men")),
        length_hours=nine(amount(given, "length")),
        tasks=str(given["tasks"]),
        at=world.now,
        entry=world.number,
    )


def withdraw(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Take the request back, if one stands."""
    state = state_of(world, me)
    if state.stands:
        yield Withdrawn(cause=cause, request=state.requests, waited_hours=waited_hours(world, me))


VERBS: Mapping[str, Verb] = MappingProxyType(
    {
        "ask": Verb(
            "ask the alliance for help",
            ask,
            {
                "frame": Argument("words", "what the trouble is called", words=FRAMES),
                "evidence": Argument("items", "items attached", default=0.0, required=False),
                "men": Argument("people", "men asked for", default=2500.0, required=False),
                "length": Argument("h", "how long they may stay", default=720.0, required=False),
                "tasks": Argument(
                    "words", "what they may do", words=TASKS, default="guard", required=False
                ),
            },
        ),
        "withdraw": Verb("take the request back", withdraw),
    }
)
