"""What an order may say about the end of the stay."""

from collections.abc import Mapping
from types import MappingProxyType

from engine.agents.withdrawal.events import Agreeing, Announced
from engine.agents.withdrawal.state import LEAVING, OVER, WithdrawalState
from engine.chance import Chance
from engine.kinds import Argument, Arguments, Happenings, Verb
from engine.moments import HOUR
from engine.world import World


def state_of(world: World, me: str) -> WithdrawalState:
    """The agent's part of the world."""
    state = world.agents[me]
    assert isinstance(state, WithdrawalState)
    return state


def _seconds(given: Arguments, name: str) -> int:
    value = given[name]
    assert isinstance(value, int | float)
    return round(float(value) * HOUR)


def announce(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Fix the first and the last day, at once or after agreeing with those who sent troops.

    A date already fixed is replaced; once the withdrawal has begun, only its end moves.
    """
    state = state_of(world, me)
    if state.phase == OVER:
        return
    first = str(given["first"])
    begins = world.now + max(0, _seconds(given, "begins"))
    ends = begins + max(0, _seconds(given, "days"))
    if state.phase == LEAVING:
        begins = state.begins
    if given["how"] == "agree" and state.phase != LEAVING:
        wait = round(world.value(me, "agreeing") * HOUR)
        due = world.now + wait
        yield Agreeing(
            cause=cause, due=due, begins=max(begins, due), ends=max(ends, due), first=first,
            entry=world.number,
        )  # fmt: skip
        return
    yield Announced(
        cause=cause, begins=begins, ends=ends, agreed=False, first=first, entry=world.number
    )


VERBS: Mapping[str, Verb] = MappingProxyType(
    {
        "announce": Verb(
            "fix the exit",
            announce,
            {
                "begins": Argument("h", "from now to the first day", default=48.0, required=False),
                "days": Argument(
                    "h", "from the first day to the last", default=240.0, required=False
                ),
                "how": Argument(
                    "words", "whether those who sent troops are asked first",
                    words=("announce", "agree"), default="announce", required=False,
                ),
                "first": Argument(
                    "site", "the site that goes back first", default="", required=False
                ),
            },
        )
    }
)  # fmt: skip
