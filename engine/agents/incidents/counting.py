"""Each step: who was hurt, what arms are left, which attacks form, how far forces press sites."""

import numpy as np

from engine.agents.incidents import events
from engine.agents.incidents.config import IncidentsConfig
from engine.agents.incidents.state import IncidentsState, state_of
from engine.agents.incidents.strength import Ground, armed_share, ground
from engine.causes import behind
from engine.chance import Chance
from engine.kinds import Happenings, Numbers
from engine.rules import contest, crowd
from engine.rules.exact import exp
from engine.rules.rounding import counts_of, nines
from engine.world import World

LN2 = 0.6931471805599453


def stirs(world: World, state: IncidentsState) -> bool:
    """True while there is anything to count."""
    if state.lost.any() or state.weapons.any():
        return True
    return bool(world.field_of("violent").any() or (world.field_of("clash") > 0.0).any())


def step_seconds(world: World, me: str) -> int:
    """The length of a step in whole seconds."""
    config = world.config(me)
    assert isinstance(config, IncidentsConfig)
    return max(2, round(config.step.number * 3600))


def count(world: World, me: str, chance: Chance) -> Happenings:
    """Count what the step that ends now did, and form the attacks of the next one."""
    state, around = state_of(world, me), ground(world)
    step = step_seconds(world, me)
    hours = (world.now - state.at) / 3600.0 if state.again is not None else 0.0
    harm = _harm(world, me, state, around, hours, chance)
    if harm is not None:
        yield harm
    pressed, retaking = _pressed(world, me, state, around, step)
    yield events.Stepped(
        at=world.now,
        again=world.now + step if stirs(world, state) else None,
        known_as=f"event:{world.number}",
        coming=_forming(world, me, around, step, chance),
        pressed=pressed,
        retaking=retaking,
        lost_arms=_lost_arms(world, me, state, hours, chance),
    )


def _harm(
    world: World, me: str, state: IncidentsState, around: Ground, hours: float, chance: Chance
) -> events.Harmed | None:
    """Injuries and deaths among forces, and injuries in the crowd; None where nobody was hurt."""
    armed = np.minimum(state.weapons, around.violent)
    peaceful = around.crowd - around.violent
    killed = crowd.force_deaths_expected(
        around.violent, armed, hours, world.values(me, "killed_forces")
    )
    forces = crowd.force_injuries_expected(
        around.clash, around.violent, hours, world.values(me, "injured_forces")
    )
    people = crowd.injuries_expected(
        around.clash,
        peaceful,
        around.violent,
        hours,
        world.values(me, "injured"),
        world.value(me, "violent_injured"),
    )
    drawn = chance.at(me, "harm", world.now).poisson(np.array((killed, forces, people)))
    if not drawn.any():
        return None
    killed_security, injured_security, injured = (counts_of(row) for row in drawn)
    return events.Harmed(
        cause=behind(world, "clash", "stepped"),
        killed_security=killed_security,
        injured_security=injured_security,
        injured=injured,
    )


def _forming(
    world: World, me: str, around: Ground, step: int, chance: Chance
) -> tuple[tuple[str, int, int], ...]:
    """Attacks that form by themselves in the next step, each at a time of its own (models.md 3).

    A Poisson stream with a rate that holds for the step: how many sites fall does not depend on
    the length of the step.
    """
    rate = contest.assault_rate(around.violent, world.values(me, "attacks"))
    numbers = chance.at(me, "raids", world.now).poisson(rate * (step / 3600.0))
    found = []
    for place in np.flatnonzero(numbers).tolist():
        id = world.scene.places[place]
        dice = chance.at(me, "raid_times", world.now, id)
        for index, roll in enumerate(sorted(dice.random(int(numbers[place])).tolist())):
            due = world.now + 1 + int(roll * (step - 1))
            found.append((f"raid:{id}:{world.now}:{index}", place, due))
    return tuple(found)


def _pressed(
    world: World, me: str, state: IncidentsState, around: Ground, step: int
) -> tuple[tuple[tuple[int, float], ...], tuple[tuple[int, int], ...]]:
    """How far forces get with each lost site in the next step, and which they will have when."""
    sites = np.flatnonzero(state.lost)
    if not len(sites):
        return (), ()
    home = world.scene.site_place[sites]
    rate = _rate(world, me, state, around, home)
    before = state.pressed[sites]
    after = before + rate * (step / 3600.0)
    pressed, retaking = [], []
    for site, was, is_now, told, speed, wanted in zip(
        sites.tolist(), before.tolist(), after.tolist(), nines(after), rate.tolist(),
        state.holds_out[sites].tolist(), strict=True,
    ):  # fmt: skip
        if is_now >= wanted and speed > 0.0:
            due = world.now + max(1, min(step, int((wanted - was) / speed * 3600.0)))
            retaking.append((site, due))
        elif speed > 0.0:
            pressed.append((site, told))
    return tuple(pressed), tuple(retaking)


def _rate(world: World, me: str, state: IncidentsState, around: Ground, home: Numbers) -> Numbers:
    """Rate at which lost sites in these places are retaken, per hour (refit.md 1)."""
    found = contest.retake_rate(
        officers=around.facing[home],
        violent=(around.violent * (1.0 + _arms(world, me, state, around)))[home],
        lost=state.lost_here[home].astype(np.float64),
        severity=around.dispersing[home],
        armed=around.armed[home],
        decisiveness=world.value(me, "decisive"),
        mean_hours=world.values(me, "retake")[home],
        worth=world.values(me, "guards")[home],
        live_fire=world.value(me, "live"),
    )
    return np.asarray(found)


def _arms(world: World, me: str, state: IncidentsState, around: Ground) -> Numbers:
    share: Numbers = world.value(me, "arms_help") * armed_share(state, around.violent)
    return share


def _lost_arms(
    world: World, me: str, state: IncidentsState, hours: float, chance: Chance
) -> tuple[tuple[int, int], ...]:
    """Arms hidden for good or found since the last count."""
    if not state.weapons.any():
        return ()
    share = 1.0 - exp(-LN2 * hours / world.value(me, "weapons_fade"))
    gone = chance.at(me, "arms", world.now).binomial(state.weapons, share)
    return tuple((place, int(gone[place])) for place in np.flatnonzero(gone).tolist())
