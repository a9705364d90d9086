"""What follows from a step: deaths told, protests begun, demands raised, legitimacy moved."""

import numpy as np

from engine.agents.unrest import events
from engine.agents.unrest.circumstances import legitimacy
from engine.agents.unrest.config import UnrestConfig
from engine.agents.unrest.state import DEMANDS, UnrestState, state_of
from engine.events import DRIFT, Term
from engine.kinds import Happenings, Numbers
from engine.meters import moved
from engine.rules.concession import rung_after
from engine.rules.legitimacy import recovery
from engine.rules.rounding import nine
from engine.rules.stepping import Step
from engine.world import World

ARMED = 2.0
RECOVERY_SECONDS = 6 * 3600
"""How often the slow return of legitimacy is written down."""


def rungs(world: World, me: str) -> tuple[str, ...]:
    """The ladder of demands, lowest first."""
    config = world.config(me)
    assert isinstance(config, UnrestConfig)
    return tuple(config.rungs)


def demands(world: World, me: str, state: UnrestState, done: Step, hours: float) -> Numbers:
    """Rungs after the step: demands climb with time unanswered and with deaths (models.md 5).

    They never fall by themselves, and stop at the highest rung; waiting may stop lower.
    """
    return rung_after(
        state.felt[DEMANDS],
        done.crowds.active,
        hours,
        rise_hours=world.values(me, "climbs"),
        least=world.values(me, "climb_crowd"),
        shocks=done.flows.killed / world.values(me, "deaths_a_rung"),
        last=len(rungs(world, me)),
        waits=world.value(me, "climbs_to"),
    )


def follow(
    world: World,
    me: str,
    done: Step,
    earlier: Numbers,
    posture: Numbers,
    seconds: int,
    cause: int,
) -> Happenings:
    """The events that follow from step number `cause` of the journal."""
    state = state_of(world, me)
    places = world.scene.places
    begun = (done.crowds.active >= world.values(me, "began")) & ~state.began
    raised = (np.floor(state.felt[DEMANDS]) > np.floor(earlier)).nonzero()[0].tolist()
    fallen = done.flows.killed.nonzero()[0].tolist()
    terms: list[Term] = []
    for where in begun.nonzero()[0].tolist():
        people = int(done.crowds.active[where])
        yield events.ProtestBegan(cause=f"event:{cause}", place=places[where], people=people)
    for where in raised:
        number = int(state.felt[DEMANDS][where])
        rung = rungs(world, me)[number - 1]
        yield events.Demanded(cause=f"event:{cause}", place=places[where], rung=rung, number=number)
    for where in fallen:
        people = int(done.flows.killed[where])
        under = nine(float(posture[where]))
        killed = yield events.Killed(
            cause=f"event:{cause}", place=places[where], people=people, posture=under
        )
        terms.append(Term(f"event:{killed}", -world.value(me, "death_cost") * people))
    terms += _standing_costs(world, me, state, posture, seconds, cause)
    yield from _legitimacy(world, me, terms)


def _standing_costs(
    world: World, me: str, state: UnrestState, posture: Numbers, seconds: int, cause: int
) -> list[Term]:
    """What armed forces before large crowds cost, and the slow way back (models.md 5)."""
    terms = []
    armed = posture >= ARMED
    if armed.any() and (armed & (state.active > world.values(me, "lethal_crowd"))).any():
        lost = world.value(me, "lethal_cost") * seconds / 3600.0
        terms.append(Term(f"event:{cause}", -lost))
    if world.now // RECOVERY_SECONDS > (world.now - seconds) // RECOVERY_SECONDS:
        hours, fades = RECOVERY_SECONDS / 3600.0, world.value(me, "recovers")
        back = recovery(legitimacy(world, me), state.legitimacy, hours, fades)
        terms.append(Term(DRIFT, back))
    return terms


def _legitimacy(world: World, me: str, terms: list[Term]) -> Happenings:
    config = world.config(me)
    assert isinstance(config, UnrestConfig)
    change = moved(world, config.legitimacy, [term for term in terms if term.amount])
    if change is not None:
        yield change
