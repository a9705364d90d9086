"""An invented country of any number of places, its men and its sites, for both ways of playing."""

from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np

from engine.agents.incidents.config import IncidentsConfig
from engine.agents.registry import kinds
from engine.agents.security.config import SecurityConfig
from engine.agents.unrest.config import UnrestConfig
from engine.begin import begin
from engine.chance import Chance
from engine.journal import Journal
from engine.kernel import Kernel
from engine.scene import Meter, Scene, Site
from engine.world import World
from engine.written import Steps, Value, Varying

DAY = 86_400
HOUR = 3600
LEGITIMACY = 0.55
POSTURE = "disperse"
SPARK_PER_HOUR, SPARK_HOURS = 0.02, (12, 20)
POSTS, ARMS, DRAWS = 6.0, 120.0, 1.0
SITES_EACH = 2


@dataclass(frozen=True, slots=True)
class Country:
    """Places in a ring of towns: people, positions in degrees, and where it begins."""

    people: tuple[float, ...]
    latitude: tuple[float, ...]
    longitude: tuple[float, ...]
    sparks: tuple[bool, ...]

    @property
    def count(self) -> int:
        """How many places there are."""
        return len(self.people)


def country(count: int) -> Country:
    """Places of 30,000 to 900,000 people on a grid; one in seven has a spark of its own.

    The mean size of a place does not depend on how many there are.
    """
    sizes = (30e3, 60e3, 90e3, 150e3, 250e3, 420e3, 900e3)
    wide = round(count**0.5)
    return Country(
        tuple(sizes[i % 7] for i in range(count)),
        tuple(44.0 + 0.9 * (i // wide) + 0.07 * (i % 5) for i in range(count)),
        tuple(50.0 + 1.3 * (i % wide) + 0.09 * (i % 4) for i in range(count)),
        tuple(i % 7 == 3 for i in range(count)),
    )


@dataclass(slots=True)
class Played:
    """The engine's way: a world of three agents, and a kernel that runs it."""

    world: World
    journal: Journal
    kernel: Kernel

    def run(self, days: float) -> None:
        """Play so many days, beat by beat of an hour, as a game does."""
        for hour in range(1, round(days * 24) + 1):
            self.kernel.run_until(hour * HOUR)

    def reading(self, agent: str, name: str) -> np.ndarray:
        """A reading of an agent now."""
        return np.asarray(self.world.scene.agents[agent].read(self.world, agent, name))


def played(of: Country, seed: int) -> Played:
    """The engine's way, at its first second."""
    world, journal = begin(scene_of(of)), Journal()
    return Played(world, journal, Kernel(world, journal, Chance(seed)))


def scene_of(of: Country) -> Scene:
    """The country as agents read it."""
    known = kinds()
    configs = {
        "security": SecurityConfig(posture={"everywhere": POSTURE}, reserve=Value(reserve_of(of))),
        "unrest": UnrestConfig(spark=_sparks(of)),
        "incidents": IncidentsConfig(),
    }
    sites = tuple(
        Site(f"site{i}", i // SITES_EACH, posts=POSTS, arms=ARMS, draws=DRAWS)
        for i in range(of.count * SITES_EACH)
    )
    return Scene(
        start=datetime(2031, 1, 1, tzinfo=UTC),
        end_second=40 * DAY,
        beat_seconds=HOUR,
        places=tuple(f"place{i}" for i in range(of.count)),
        regions=("country",),
        region_of=np.zeros(of.count, dtype=int),
        people=np.array(of.people),
        latitude=np.array(of.latitude),
        longitude=np.array(of.longitude),
        zone_hours=np.zeros(of.count),
        sites=sites,
        meters={"legitimacy": Meter("legitimacy", LEGITIMACY)},
        agents={name: known[name] for name in configs},
        configs=configs,
    )


def reserve_of(of: Country) -> float:
    """Men of the reserve: as many for each place as the default gives 21 places."""
    return float(round(5200 / 21 * of.count))


def _sparks(of: Country) -> Varying:
    begins, ends = SPARK_HOURS
    spark = Steps(
        ((0, Value(0.0)), (begins * HOUR, Value(SPARK_PER_HOUR)), (ends * HOUR, Value(0.0)))
    )
    lit = {f"place{i}": spark for i in range(of.count) if of.sparks[i]}
    return Varying(Steps(((0, Value(0.0)),)), lit)
