"""How the apparatus carries out an order: as told, in part, late, or not at all."""

from itertools import pairwise

import numpy as np

from engine.agents.security import rules
from engine.agents.security.config import POSTURES
from engine.agents.security.duty import state_of
from engine.chance import Chance
from engine.kinds import Execution, Numbers, Ordered
from engine.moments import HOUR
from engine.rules.fatigue import effectiveness
from engine.world import World

_LATEST = 4.0
_FULL_CROWD = 500.0


def carried(world: World, me: str, order: Ordered, place: str, chance: Chance) -> Execution:
    """The fate of an order at a place (everywhere if none), by loyalty, fatigue and network.

    An order whose fields say `armed` asks men to shoot; where the crowd is peaceful some refuse.
    """
    dice = chance.at(me, "carry", 0, order.luck)
    roll = float(dice.random())
    wait = min(float(dice.exponential(1.0)), _LATEST)
    mask = world.scene.mask(place)
    weight = np.array(state_of(world, me).garrison, dtype=float) * mask + 1e-9 * mask
    weight = weight / weight.sum()
    loyal = float((world.field_of("loyal", 1.0) * weight).sum())
    fatigue = float((np.array(state_of(world, me).fatigue) * weight).sum())
    lethal = float((_peaceful(world) * weight).sum()) if _asks_to_shoot(order) else 0.0
    slow = float((_slowness(world) * weight).sum())
    chances = rules.Obedience(
        fails=world.value(me, "fails"),
        partly=world.value(me, "partly"),
        late=world.value(me, "late"),
        refuses=world.value(me, "refuses"),
        exceeds=world.value(me, "exceeds"),
    )
    harder = _harder(order)
    result = rules.execution(loyal, fatigue, lethal, slow, roll, chances, bool(harder))
    late_by = round(world.value(me, "late_by") * wait * slow * HOUR)
    return _outcome(result, loyal * float(effectiveness(fatigue)), late_by, harder)


def _harder(order: Ordered) -> tuple[tuple[str, str], ...]:
    """The fields in which men could go a step beyond an order: one posture up, never from none."""
    steps = dict(pairwise(POSTURES[1:]))
    return tuple((name, steps[str(word)]) for name, word in order.fields if str(word) in steps)


def _outcome(
    result: str, share: float, late_by: int, harder: tuple[tuple[str, str], ...]
) -> Execution:
    match result:
        case "no_answer":
            return Execution("no_answer", 0.0, 0, None)
        case "failed":
            return Execution("failed", 0.0, 0, HOUR)
        case "in_part":
            return Execution("in_part", round(min(max(share, 0.3), 0.9), 6))
        case "late":
            return Execution("late", 1.0, late_by)
        case "beyond":
            return Execution("beyond", instead=harder)
        case _:
            return Execution()


def _asks_to_shoot(order: Ordered) -> bool:
    return any(value == "armed" for _, value in order.fields)


def _peaceful(world: World) -> Numbers:
    """How far a crowd that one would shoot at is a peaceful one, 0 to 1 by place."""
    crowd = world.field_of("crowd")
    share = 1.0 - world.field_of("violent") / np.maximum(crowd, 1.0)
    weight: Numbers = share * np.minimum(crowd / _FULL_CROWD, 1.0)
    return weight


def _slowness(world: World) -> Numbers:
    slow = np.ones(len(world.scene.places))
    for other, kind in world.scene.agents.items():
        times = kind.slowness(world, other)
        if times is not None:
            slow = slow * times
    return slow
