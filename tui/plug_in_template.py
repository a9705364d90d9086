"""A kind of agent outside the program: water that rises and falls.

Change it piece by piece, and let the test kit try it after each change:

    from lab.plugin_kit import trouble_with
    assert trouble_with("tide.py", "my-scenario") == []
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from engine.chance import Chance
from engine.events import Event
from engine.kinds import Answer, Happenings, Kind, Numbers, Reading, Record, Seconds, Standing
from engine.moments import HOUR
from engine.rules.rounding import nine
from engine.world import World
from engine.written import Value, Written, parameter


class TideConfig(Written):
    """What an author may write under `agents.<id>`: each number with its unit and range."""

    every: Value = parameter(
        "6 h (5 to 7)", "h", "from high water to low water", at_least=1, basis="design value"
    )


@dataclass(slots=True)
class TideState:
    """Everything that lasts; it is copied at every beat, so keep it plain and small."""

    level: float = 0.0
    turns: int = 0
    turns_at: Seconds = 0


@dataclass(frozen=True, slots=True)
class Turned(Event):
    """The water turned, and stands at this level; told to nobody unless `to` names seats."""

    level: float
    next_at: Seconds


class Tide(Kind[TideConfig, TideState]):
    """High and low water. The object holds no data: what must last is in the state."""

    name = "tide"
    text = "Water that rises and falls."
    Config = TideConfig
    events = (Turned,)
    readings: ClassVar = {
        "level": Reading("", "self", "height of the water: about 1 is high, about 0 is low")
    }

    def begin(self, world: World, me: str) -> TideState:
        """Its part of the world at the start."""
        return TideState()

    def next_due(self, world: World, me: str) -> Seconds | None:
        """When it next has something to do."""
        return _state(world, me).turns_at

    def due(self, world: World, me: str, now: Seconds) -> Sequence[Record]:
        """What is due now."""
        return [Standing(now)] if _state(world, me).turns_at <= now else []

    def judge(self, world: World, me: str, record: Record, chance: Chance) -> Happenings:
        """Looks, draws by address, and yields events; it never writes anything itself."""
        state = _state(world, me)
        if world.now < state.turns_at:
            return
        wind = float(chance.at(me, "wind", ordinal=state.turns).normal(0.0, 0.1))
        height = 1.0 if state.turns % 2 == 0 else 0.0
        yield Turned(nine(height + wind), world.now + round(world.value(me, "every") * HOUR))

    def apply(self, state: TideState, event: Event) -> None:
        """The only writer of that part: the same events always make the same state."""
        if isinstance(event, Turned):
            state.level = event.level
            state.turns += 1
            state.turns_at = event.next_at

    def read(self, world: World, me: str, name: str) -> Answer | Numbers:
        """A reading now."""
        return _state(world, me).level


def _state(world: World, me: str) -> TideState:
    state = world.agents[me]
    assert isinstance(state, TideState)
    return state


KIND = Tide()
