"""Where an event finds the number of what led to it, among what has already happened."""

from engine.events import DRIFT
from engine.world import World


def latest(world: World, *names: str) -> str:
    """`event:<number>` of the last of these events, by full names such as `tankers.landed`.

    An event at one place is `tankers.landed@north`. `drift` where none of them ever happened.
    """
    numbers = [world.tallies[name].entry for name in names if name in world.tallies]
    return f"event:{max(numbers)}" if numbers else DRIFT


def behind(world: World, reading: str, *events: str, of: str = "place") -> str:
    """The same for events of the agent whose reading of this name everybody reads.

    So a count of harm says which step of the crowd it counted, whatever that agent is called.
    """
    agent = world.scene.declaring.get((reading, of))
    return DRIFT if agent is None else latest(world, *(f"{agent}.{event}" for event in events))
