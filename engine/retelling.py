"""A game told once more from its journal: its world beat by beat, nothing judged anew."""

from collections.abc import Iterable
from typing import Protocol

from engine.apply import apply
from engine.begin import begin
from engine.journal import Entry
from engine.scene import Scene
from engine.world import World


class Listener(Protocol):
    """Who listens to a retelling."""

    def heard(self, world: World, entry: Entry) -> None:
        """One entry has just been written into the world."""
        ...

    def beat(self, world: World) -> None:
        """A beat has just ended; what was decided in it is still in force."""
        ...


def retell(scene: Scene, journal: Iterable[Entry], listener: Listener, until: int) -> World:
    """Write a journal into a fresh world, and let somebody listen; the world as it was at `until`.

    It needs nothing but the journal, so that a branch, a save taken up and a run that went
    through are told alike; and it costs a small part of a replay.
    """
    world = begin(scene)
    ends = scene.beat_seconds

    def beats(now: int) -> None:
        nonlocal ends
        while now >= ends:
            world.now = ends
            listener.beat(world)
            ends += scene.beat_seconds

    for entry in journal:
        beats(entry.at)
        apply(world, entry)
        listener.heard(world, entry)
    beats(until)
    # What the opening of the last beat did counts as well.
    world.now = until
    listener.beat(world)
    return world
