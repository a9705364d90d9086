"""Who holds which posts, and which sites still want a contingent: read from the world."""

from typing import cast

import numpy as np

from engine.agents.contingents.config import ContingentsConfig
from engine.agents.contingents.state import MARCHING, ON_POST, Column, ContingentsState
from engine.kinds import Numbers
from engine.moments import HOUR
from engine.rules.geography import great_circle_km
from engine.rules.relief import posts_manned
from engine.world import FOREVER, World


def state_of(world: World, me: str) -> ContingentsState:
    """The agent's own part of the world."""
    return cast(ContingentsState, world.agents[me])


def config_of(world: World, me: str) -> ContingentsConfig:
    """The agent's configuration as written."""
    return cast(ContingentsConfig, world.config(me))


def posts_of(world: World, me: str, men: float) -> float:
    """Posts that so many men keep manned."""
    return posts_manned(men, world.value(me, "tooth"), world.value(me, "relief"))


def covered(world: World, me: str, coming: bool = False) -> Numbers:
    """Posts that contingents hold, by site, never more than it has; with `coming`, soon hold."""
    scene = world.scene
    men = np.zeros(len(scene.sites))
    for column in state_of(world, me).columns.values():
        if column.phase == ON_POST or (coming and column.phase == MARCHING):
            men[scene.site_at[column.site]] += column.men
    if not men.any():
        return men
    kept = world.cache.get((me, "//posts"))
    if kept is None:
        posts = np.array([site.posts for site in scene.sites], dtype=float)
        kept = world.cache[me, "//posts"] = (0, FOREVER, posts)
    most: Numbers = kept[2]
    each = posts_of(world, me, 1.0)
    found: Numbers = np.minimum(men * each, most)
    return found


def held(world: World, me: str, site: str) -> float:
    """Posts of one site that contingents hold now."""
    return float(covered(world, me)[world.scene.site_at[site]])


def open_to(world: World, me: str, site: str) -> bool:
    """True while contingents may guard a site: not lost, not kept by the host, not given back."""
    state, scene = state_of(world, me), world.scene
    closed = site in state.kept or site in state.returned
    return not closed and not world.sites_of("lost")[scene.site_at[site]] > 0.5


def wanted(world: World, me: str, column: Column) -> list[tuple[str, float]]:
    """Sites with posts that still want a contingent, best first: the force's own, then others."""
    scene = world.scene
    short = np.array([site.posts for site in scene.sites], dtype=float)
    short -= covered(world, me, coming=True)
    asked = state_of(world, me).asked.get(column.force, ())
    listed = (*asked, *scene.forces[column.force].guards)
    order = dict.fromkeys((*listed, *_others(world, me, column)))
    for site in state_of(world, me).declined.get(column.force, ()):
        order.pop(site, None)
    return [
        (site, float(short[scene.site_at[site]]))
        for site in order
        if short[scene.site_at[site]] > 1e-6 and open_to(world, me, site)
    ]


def _others(world: World, me: str, column: Column) -> tuple[str, ...]:
    state, scene = state_of(world, me), world.scene
    listed = config_of(world, me).eligible
    if listed:
        return (*listed, *state.offered)
    sites = (*state.offered, *(site.id for site in scene.sites))
    return tuple(sorted(
        dict.fromkeys(sites),
        key=lambda id: (id not in state.offered,
                        kilometres(world, column.at, int(scene.site_place[scene.site_at[id]])),
                        scene.site_at[id]),
    ))  # fmt: skip


def kilometres(world: World, origin: int, target: int) -> float:
    """Distance between two places by index."""
    if origin == target:
        return 0.0
    scene = world.scene
    return great_circle_km(
        float(scene.latitude[origin]), float(scene.longitude[origin]),
        float(scene.latitude[target]), float(scene.longitude[target]),
    )  # fmt: skip


def march_seconds(world: World, me: str, origin: int, target: int) -> int:
    """Time of a march between two places by index."""
    hours = kilometres(world, origin, target) / world.value(me, "march")
    return round(hours * HOUR)


def of_forces(world: World, reading: str) -> Numbers | None:
    """A reading of forces, in the scene's order, from whoever declares it; None if nobody."""
    for me, kind in world.scene.agents.items():
        found = kind.readings.get(reading)
        if found is not None and found.of == "force":
            return np.asarray(kind.read(world, me, reading))
    return None


def says(world: World, reading: str, of: str) -> bool:
    """True if some agent declares this reading."""
    return any(
        reading in kind.readings and kind.readings[reading].of == of
        for kind in world.scene.agents.values()
    )
