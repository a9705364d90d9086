"""Why a condition came true: the values of what it asks."""

from collections.abc import Mapping

from engine.envs import WorldEnv, plainly
from engine.events import Field
from engine.rules.rounding import nine
from engine.scenario.expressions import Compiled
from engine.world import World


def reasons(
    when: Compiled, world: World, fields: Mapping[str, float | str | None] | None = None
) -> tuple[tuple[str, Field], ...]:
    """What a condition asked of the world and was answered, with its own text first.

    `fields` are those of the order or inject whose condition it is.
    """
    found: list[tuple[str, Field]] = [("when", when.text)]
    for text, answer in when.because(WorldEnv(world, fields)):
        value = plainly(answer)
        found.append((text, nine(value) if isinstance(value, float) else value))
    return tuple(found)
