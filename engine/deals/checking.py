"""Checking an exhibit: whether a seat finds out that it is genuine, or that it is not."""

from collections.abc import Iterator

from engine.chance import Chance
from engine.deals.events import ExhibitShown
from engine.events import EVERYONE
from engine.world import World


def holds(world: World, seat: str, exhibit: str) -> bool:
    """Whether a seat has an exhibit at hand: it found it, or was shown it."""
    found = world.deals.found.get(exhibit)
    return found is not None and (
        seat in found.by or any(whom == seat for _, whom, _ in found.shown)
    )


def shown_at_once(
    world: World, seat: str, to: tuple[str, ...], most: int, cause: str
) -> Iterator[ExhibitShown]:
    """A seat shows so many exhibits, in the order in which they were found, to whoever has none.

    Only what it has at hand can be shown, and to each seat once.
    """
    for id in list(world.deals.found):
        if most > 0 and holds(world, seat, id) and unseen_by(world, seat, id, to):
            most -= 1
            yield from shown(world, seat, to, id, cause)


def shown(
    world: World, seat: str, to: tuple[str, ...], exhibit: str, cause: str
) -> Iterator[ExhibitShown]:
    """A seat shows one exhibit that it has at hand to those whom it has not shown it yet."""
    new = unseen_by(world, seat, exhibit, to)
    if new and holds(world, seat, exhibit):
        yield ExhibitShown(exhibit, seat, new, cause=cause, to=(seat, *new))


def unseen_by(world: World, seat: str, exhibit: str, to: tuple[str, ...]) -> tuple[str, ...]:
    """Those of some seats to whom a seat has not shown an exhibit: it knows that itself."""
    found = world.deals.found.get(exhibit)
    before = () if found is None else tuple(whom for who, whom, _ in found.shown if who == seat)
    seats = world.scene.seats if to == (EVERYONE,) else to
    return tuple(each for each in seats if each != seat and each not in before)


def checked(world: World, chance: Chance, seat: str, exhibit: str, odds: float) -> str:
    """`genuine`, `false`, or `open`: it could not be told, or the seat has no such thing.

    Each beat has a luck of its own, so that a check can be tried again.
    """
    ordinal = world.now // world.scene.beat_seconds
    roll = float(chance.at("deals", "check", ordinal, f"{seat}/{exhibit}").random())
    if not holds(world, seat, exhibit) or roll >= odds:
        return "open"
    return "genuine" if world.deals.found[exhibit].genuine else "false"
