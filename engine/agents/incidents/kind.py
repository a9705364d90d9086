"""The agent of attacks on sites: records with times of their own, and a count of harm."""

from collections.abc import Sequence

from engine.agents.incidents import counting, events, fights
from engine.agents.incidents.apply import write
from engine.agents.incidents.config import IncidentsConfig
from engine.agents.incidents.readings import READINGS, answer
from engine.agents.incidents.state import IncidentsState, Matter, quiet, state_of
from engine.agents.incidents.verbs import VERBS
from engine.chance import Chance
from engine.events import Event
from engine.kinds import Answer, Happenings, Kind, Numbers, Record, Seconds, Standing
from engine.world import World


class Incidents(Kind[IncidentsConfig, IncidentsState]):
    """Attacks on sites as a branching process over the violent of each place (models.md 3, 8)."""

    name = "incidents"
    text = "Attacks on sites: targets, fights over them, arms, retaking, and who is hurt."
    Config = IncidentsConfig
    events = (
        events.Stepped,
        events.Harmed,
        events.Attacked,
        events.CameToNothing,
        events.Held,
        events.Lost,
        events.Looted,
        events.Retaken,
        events.StormBegan,
        events.StormFailed,
        events.StormCost,
        events.ArmsSecured,
        events.WeaponsCollected,
    )
    readings = READINGS
    verbs = VERBS
    listens = ("unrest.stepped",)

    def begin(self, world: World, me: str) -> IncidentsState:
        """Every site is held and every store is full."""
        return quiet(world.scene)

    def next_due(self, world: World, me: str) -> Seconds | None:
        """The next count, or the next attack, fight or retaking, whichever comes first."""
        state = state_of(world, me)
        times = [matter.due for matter in state.matters.values()]
        if state.again is not None:
            times.append(state.again)
        return min(times, default=None)

    def due(self, world: World, me: str, now: Seconds) -> Sequence[Record]:
        """Matters and the count due now; a sleeping agent counts again as soon as people stir."""
        state = state_of(world, me)
        ready: list[Matter | Standing] = [m for m in state.matters.values() if m.due <= now]
        if state.again is not None and state.again <= now:
            ready.append(Standing(state.again))
        elif state.again is None and counting.stirs(world, state):
            ready.append(Standing(now))
        return sorted(ready, key=lambda record: (record.due, record.id))

    def judge(self, world: World, me: str, record: Record, chance: Chance) -> Happenings:
        """Decide one matter, or count harm and arms and form the attacks of the next step."""
        if not isinstance(record, Matter):
            yield from counting.count(world, me, chance)
        elif record.id in state_of(world, me).matters:
            yield from fights.decide(world, me, record, chance)

    def apply(self, state: IncidentsState, event: Event) -> None:
        """Write one event into this agent's own part of the world."""
        write(state, event)

    def read(self, world: World, me: str, name: str) -> Answer | Numbers:
        """One of the readings."""
        return answer(world, me, state_of(world, me), name)
