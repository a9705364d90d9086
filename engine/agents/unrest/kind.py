"""The agent that moves the streets of all places on, one step at a time."""

from collections.abc import Sequence

import numpy as np

from engine.agents.unrest import circumstances, consequences, events
from engine.agents.unrest.apply import write
from engine.agents.unrest.config import UnrestConfig
from engine.agents.unrest.readings import READINGS, answer
from engine.agents.unrest.state import (
    DEMANDS,
    DETAINED,
    JOINED,
    RELEASED,
    UnrestState,
    calm,
    state_of,
)
from engine.agents.unrest.verbs import VERBS
from engine.chance import Chance
from engine.events import Event
from engine.kinds import Answer, Happenings, Kind, Numbers, Record, Seconds, Standing
from engine.rules.fields import Counts, FloatArray
from engine.rules.rounding import counts_of, nines_of
from engine.rules.stepping import Step, step
from engine.world import World


class Unrest(Kind[UnrestConfig, UnrestState]):
    """The field model of unrest over all places (models.md 2, refit.md 1)."""

    name = "unrest"
    text = "The people on the streets: how they come, turn violent, go home, and are taken."
    Config = UnrestConfig
    events = (
        events.Stepped,
        events.ProtestBegan,
        events.Killed,
        events.Demanded,
        events.Conceded,
        events.Provoked,
        events.Asked,
        events.Called,
        events.SentHome,
        events.Released,
        events.Seized,
    )
    readings = READINGS
    verbs = VERBS

    def begin(self, world: World, me: str) -> UnrestState:
        """Nobody is out yet; how many could be follows from hardship at the start."""
        found = circumstances.pool(world, me)
        return calm(world.scene.places, found, circumstances.legitimacy(world, me))

    def next_due(self, world: World, me: str) -> Seconds:
        """The end of the step that is running."""
        return state_of(world, me).at + circumstances.seconds_of_step(world.scene, me)

    def due(self, world: World, me: str, now: Seconds) -> Sequence[Record]:
        """The step, when it ends now."""
        at = self.next_due(world, me)
        return (Standing(at),) if at <= now else ()

    def judge(self, world: World, me: str, record: Record, chance: Chance) -> Happenings:
        """Carry every place through the step that ends now, and say what came of it."""
        state = state_of(world, me)
        seconds = world.now - state.at
        before = state.crowds()
        rates = circumstances.rates(world, me)
        around = circumstances.conditions(world, me, state, seconds, rates)
        number, at = state.steps, world.now

        def draw(flow: str, people: Counts, share: FloatArray) -> Counts:
            dice = chance.at(me, flow, number)
            return dice.binomial(np.asarray(people, np.int64), share)

        done = step(
            before,
            circumstances.places(world, me, state),
            around,
            rates,
            seconds / 3600.0,
            draw,
        )
        demands = consequences.demands(world, me, state, done, seconds / 3600.0)
        earlier = state.felt[DEMANDS].copy()
        cause = yield stepped(at, state, done, demands)
        posture = around.stance.level
        yield from consequences.follow(world, me, done, earlier, posture, seconds, cause)

    def apply(self, state: UnrestState, event: Event) -> None:
        """Write one event into the streets' own part of the world."""
        write(state, event)

    def read(self, world: World, me: str, name: str) -> Answer | Numbers:
        """One of the readings."""
        return answer(world, me, state_of(world, me), name)


def stepped(at: int, state: UnrestState, done: Step, demands: Numbers) -> events.Stepped:
    """The one event of a step."""
    after, flows = done.crowds, done.flows
    counted = state.counted + np.array((flows.arrested, flows.released, flows.recruited))
    felt = np.array((after.backlash, done.hazards.clash, demands))
    backlash, clash, demanded = nines_of(felt)
    return events.Stepped(
        at=at,
        peaceful=counts_of(after.peaceful),
        violent=counts_of(after.violent),
        resting=counts_of(after.resting),
        held=counts_of(after.detained),
        killed=counts_of(after.killed),
        detained=counts_of(counted[DETAINED]),
        released=counts_of(counted[RELEASED]),
        joined=counts_of(counted[JOINED]),
        backlash=backlash,
        clash=clash,
        demands=demanded,
    )
