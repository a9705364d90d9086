"""What the men of each place make of the world: read from it, worked out by the rules."""

from typing import cast

import numpy as np

from engine.agents.loyalty.config import LoyaltyConfig
from engine.agents.loyalty.state import LoyaltyState, Signal
from engine.kinds import Numbers
from engine.moments import HOUR
from engine.rules import loyalty as rules
from engine.world import World


def state_of(world: World, me: str) -> LoyaltyState:
    """The agent's own part of the world."""
    return cast(LoyaltyState, world.agents[me])


def config_of(world: World, me: str) -> LoyaltyConfig:
    """The agent's configuration as written."""
    return cast(LoyaltyConfig, world.config(me))


def backing(world: World, me: str) -> float:
    """What all words of backing heard so far are worth to the ranks now."""
    return sum(worth(world, me, signal) for signal in state_of(world, me).signals.values())


def worth(world: World, me: str, signal: Signal) -> float:
    """What one word of backing is worth now."""
    now = world.now
    if signal.until and now >= signal.until:
        return 0.0
    fading = signal.awaits and not signal.honoured
    return rules.strength(
        signal.strength,
        now / HOUR,
        signal.heard / HOUR,
        signal.fades / HOUR if fading else None,
        world.value(me, "backing_half_life"),
    )


def mood(world: World, me: str) -> Numbers:
    """What moods in force add to loyalty at each place."""
    added = np.zeros(len(world.scene.places))
    for one in state_of(world, me).moods.values():
        if one.since <= world.now and (not one.until or world.now < one.until):
            added[list(one.places)] += one.by
    return added


def forces(world: World) -> Numbers:
    """Men of each place; where nobody says, in proportion to its people."""
    return world.field_of("forces") if _told(world, "forces") else world.scene.people * 0.0018


def _told(world: World, reading: str) -> bool:
    return any(
        reading in kind.readings and kind.readings[reading].of == "place"
        for kind in world.scene.agents.values()
    )


def mind(world: World, me: str, overwhelmed: Numbers) -> Numbers:
    """What loyalty is worth to the men of each place now, the m of the equations."""
    crowd = world.field_of("crowd")
    peaceful = 1.0 - world.field_of("violent") / np.maximum(crowd, 1.0)
    shooting = rules.asked_to_shoot(
        world.field_of("posture"), peaceful, crowd, world.value(me, "firing_crowd")
    )
    return rules.mind(
        world.values(me, "base") + world.value(me, "gestures") * mood(world, me),
        backing(world, me),
        world.values(me, "overwhelm") * overwhelmed,
        world.values(me, "firing") * shooting,
        world.values(me, "tired") * world.field_of("fatigue"),
    )


def moved(world: World, me: str, hours: float) -> tuple[Numbers, float, Numbers]:
    """Loyal share by place and of the nation after `hours`, and how far places are overwhelmed."""
    state = state_of(world, me)
    men = forces(world)
    pressed = rules.overwhelmed(world.field_of("crowd"), men)
    loyal = np.array(state.loyal)
    others = rules.seen(loyal, nation_of(loyal, men), world.values(me, "local"))
    wanted = rules.response(
        mind(world, me, pressed), others, world.values(me, "conformity"),
        world.values(me, "doubt"),
    )  # fmt: skip
    after = rules.after(loyal, np.asarray(wanted), hours, world.value(me, "pace"))
    return after, nation_of(after, men), pressed


def nation_of(loyal: Numbers, men: Numbers) -> float:
    """The loyal share of all men."""
    return float((loyal * men).sum() / max(float(men.sum()), 1e-9))
