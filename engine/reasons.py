"""Why a condition came true: the values of the names it uses."""

from engine import facts
from engine.envs import WorldEnv
from engine.events import Field
from engine.rules.rounding import nine
from engine.scenario.expressions import Compiled, Ref
from engine.world import World


def reasons(when: Compiled, world: World) -> facts.Named:
    """The values that made a condition true, by the names it uses."""
    env = WorldEnv(world)
    found: list[tuple[str, Field]] = [("when", when.text)]
    for ref in when.uses:
        value = asked(ref, env)
        if value is not None:
            found.append((ref.text or ref.name, nine(value) if isinstance(value, float) else value))
    return tuple(found)


def asked(ref: Ref, env: WorldEnv) -> float | str | None:
    """What one name of a condition stands for now, where it stands for one thing."""
    match ref.sort:
        case "meter":
            return env.meter(ref.name)
        case "own":
            return env.own(ref.agent, ref.name)
        case "local":
            return env.local(ref.agent, ref.name, ref.where)
        case "stock":
            return env.stock(ref.agent or ref.where, ref.name)
        case "card" | "inject" | "event":
            return env.times(ref.sort, ref.name)
        case _:
            return None
