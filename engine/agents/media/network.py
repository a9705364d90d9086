"""Who hears what now: the network by place, broadcasts and addresses."""

import numpy as np

from engine.agents.media.config import MediaConfig
from engine.agents.media.state import MediaState
from engine.kinds import Numbers
from engine.world import World


def state_of(world: World, me: str) -> MediaState:
    """The agent's own part of the world."""
    found = world.agents[me]
    assert isinstance(found, MediaState)
    return found


def config_of(world: World, me: str) -> MediaConfig:
    """The media as their author wrote them."""
    found = world.config(me)
    assert isinstance(found, MediaConfig)
    return found


def openness(world: World, me: str) -> Numbers:
    """What is left of the network at each place: 1 where it works."""
    state, coupling = state_of(world, me), config_of(world, me).coupling
    if not state.cuts:
        return np.ones(len(world.scene.places))
    depths = [state.depth(place) for place in world.scene.places]
    return np.array([coupling[depth].number if depth else 1.0 for depth in depths])


def slowness(world: World, me: str) -> Numbers:
    """By how much reports from each place are slower than usual."""
    state, reports = state_of(world, me), config_of(world, me).reports
    if not state.cuts:
        return np.ones(len(world.scene.places))
    depths = [state.depth(place) for place in world.scene.places]
    return np.array([reports[depth].number if depth else 1.0 for depth in depths])


def reach(world: World, me: str) -> Numbers:
    """Share of the people at each place who hear news: by network, by broadcast, or because an
    address is on the air."""
    state, config, scene = state_of(world, me), config_of(world, me), world.scene
    lost = world.sites_of("lost")
    studios = [scene.site_at[site] for site in config.studios]
    air = world.value(me, "studio_lost") if any(lost[i] > 0.5 for i in studios) else 1.0
    network = world.value(me, "by_network")
    addressed = np.zeros(len(scene.places))
    addressed[[scene.place_at[place] for place in state.on_air]] = 1.0
    usual = network * openness(world, me) + (1.0 - network) * air
    return np.asarray(np.minimum(1.0, usual + world.value(me, "address") * addressed * air))


def reach_of_all(world: World, me: str) -> float:
    """Share of all people who hear news."""
    people = world.scene.people
    return float((reach(world, me) * people).sum() / max(float(people.sum()), 1.0))
