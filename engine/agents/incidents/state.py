"""What is remembered of sites, attacks under way, arms taken, and harm done."""

from dataclasses import dataclass, field, fields

import numpy as np

from engine.kinds import Numbers
from engine.scene import Scene
from engine.world import World

KILLED_SECURITY, INJURED_SECURITY, INJURED = range(3)


@dataclass(frozen=True, slots=True)
class Matter:
    """Something under way: an attack that comes or is fought, a storm, or a site being retaken.

    `phase` is `coming`, `fighting`, `storming` or `retaking`; `site` is a column, -1 before a
    target is chosen. `cause` is what it follows from.
    """

    id: str
    due: int
    phase: str
    place: int
    cause: str
    site: int = -1
    people: int = 0
    warned: bool = False


@dataclass(slots=True, eq=False)
class IncidentsState:
    """Sites and places by column. `pressed` and `holds_out` decide when a lost site is retaken:

    forces press it at a rate, and have it back when `pressed` reaches `holds_out`.
    """

    places: tuple[str, ...]
    sites: tuple[str, ...]
    home: tuple[int, ...]
    lost: Numbers
    attacked: Numbers
    arms: Numbers
    pressed: Numbers
    holds_out: Numbers
    weapons: Numbers
    harm: Numbers
    at: int = 0
    again: int | None = None
    attacks: int = 0
    fallen: int = 0
    stolen: int = 0
    collected: int = 0
    matters: dict[str, Matter] = field(default_factory=dict)
    columns: dict[str, int] = field(default_factory=dict)
    """The column of each site."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, IncidentsState) and all(
            np.array_equal(getattr(self, item.name), getattr(other, item.name))
            if isinstance(getattr(self, item.name), np.ndarray)
            else getattr(self, item.name) == getattr(other, item.name)
            for item in fields(self)
        )

    @property
    def lost_here(self) -> Numbers:
        """Sites lost in each place."""
        homes = np.array(self.home, dtype=np.int64)
        return np.bincount(homes[self.lost], minlength=len(self.places))


def quiet(scene: Scene) -> IncidentsState:
    """Every site held, every store full."""
    places, sites = len(scene.places), len(scene.sites)
    return IncidentsState(
        places=scene.places,
        sites=tuple(site.id for site in scene.sites),
        home=tuple(site.place for site in scene.sites),
        lost=np.zeros(sites, dtype=bool),
        attacked=np.zeros(sites, dtype=np.int64),
        arms=np.array([round(site.arms) for site in scene.sites], dtype=np.int64),
        pressed=np.zeros(sites),
        holds_out=np.zeros(sites),
        weapons=np.zeros(places, dtype=np.int64),
        harm=np.zeros((3, places), dtype=np.int64),
        columns=dict(scene.site_at),
    )


def state_of(world: World, me: str) -> IncidentsState:
    """The agent's own part of the world."""
    state = world.agents[me]
    assert isinstance(state, IncidentsState)
    return state
