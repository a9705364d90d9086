"""Checking an exhibit: whether a seat finds out that it is genuine, or that it is not."""

from engine.chance import Chance
from engine.world import World


def holds(world: World, seat: str, exhibit: str) -> bool:
    """Whether a seat has an exhibit at hand: it found it, or was shown it."""
    found = world.deals.found.get(exhibit)
    return found is not None and (
        seat in found.by or any(whom == seat for _, whom, _ in found.shown)
    )


def checked(world: World, chance: Chance, seat: str, exhibit: str, odds: float) -> str:
    """`genuine`, `false`, or `open`: it could not be told, or the seat has no such thing.

    Each beat has a luck of its own, so that a check can be tried again.
    """
    ordinal = world.now // world.scene.beat_seconds
    roll = float(chance.at("deals", "check", ordinal, f"{seat}/{exhibit}").random())
    if not holds(world, seat, exhibit) or roll >= odds:
        return "open"
    return "genuine" if world.deals.found[exhibit].genuine else "false"
