"""The first world of a game: every meter and stock at its start, every agent at its beginning."""

from engine.scene import Scene
from engine.world import World


def begin(scene: Scene) -> World:
    """A world at second 0. Agents begin in rank order, each seeing those before it."""
    world = World(scene)
    world.meters = {id: meter.start for id, meter in scene.meters.items() if not meter.reading}
    world.stocks = {seat: dict(stocks) for seat, stocks in scene.stocks.items()}
    for me, kind in scene.agents.items():
        world.agents[me] = kind.begin(world, me)
    return world
