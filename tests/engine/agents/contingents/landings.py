"""An airlift and a withdrawal that do as a test says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.agents.contingents import KIND
from engine.events import Event
from engine.scene import Force, Site
from tests.engine.agents.security.doubles import scripted
from tests.engine.stage import Stage, stage_of

PLACES = {"field": 100_000.0, "city": 400_000.0, "far": 50_000.0}
POSITIONS = {"field": (50.0, 60.0), "city": (50.0, 60.0), "far": (50.0, 66.0)}
GATE, TOWER, PLANT = (
    Site("gate", 0, posts=30), Site("tower", 1, posts=40), Site("plant", 2, posts=25)
)  # fmt: skip
SITES = (GATE, TOWER, PLANT)
FIRST = Force("first", of="lead", men=600, vehicles=60, by="plane", guards=("tower", "gate"))
SMALL = Force("small", of="ally", men=90, vehicles=0, by="plane", guards=("plant",))
CONVOY = Force("convoy", of="near", men=200, vehicles=20, origin="abroad", by="road",
               guards=("plant",))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unloaded(Event):
    """A load was set down."""


@dataclass(frozen=True, slots=True)
class OrderedBack(Event):
    """A site is to go back."""


@dataclass(frozen=True, slots=True)
class Decided(Event):
    """The alliance decided."""


Loads = Sequence[tuple[float, str, int, int]]
"""Hour, force, men and vehicles."""


def airlift(loads: Loads, forces: Sequence[Force], away: Loads = ()):
    """An airlift that sets loads down at the field, and takes others away."""

    def sums(of: Loads, vehicles: bool = False):
        def now(hour: float) -> list[float]:
            done = [load for load in of if load[0] <= hour]
            return [
                sum(load[3] if vehicles else load[2] for load in done if load[1] == force.id)
                for force in forces
            ]

        return "force", now

    told = sorted([(load[0], Unloaded()) for load in (*loads, *away)], key=lambda one: one[0])
    return scripted(
        "airlift",
        told,
        landed_men=sums(loads),
        landed_vehicles=sums(loads, vehicles=True),
        landed_at=("force", lambda hour: [0.0] * len(forces)),
        left_men=sums(away),
        left_vehicles=sums(away, vehicles=True),
    )


def withdrawal(back: Mapping[str, float]):
    """A withdrawal that gives sites back at set hours; it begins with the first."""
    first = min(back.values())
    told = [(hour, OrderedBack()) for hour in sorted(back.values())]
    return scripted(
        "withdrawal",
        told,
        began=("self", lambda hour: float(hour >= first)),
        going_back=(
            "site", lambda hour: [float(hour >= back.get(s.id, 1e9)) for s in SITES]
        ),
    )  # fmt: skip


def alliance(agreed_at: float = 1.0):
    """An alliance that agrees at an hour."""
    return scripted(
        "alliance",
        [(agreed_at, Decided())],
        agreed=("self", lambda hour: float(hour >= agreed_at)),
    )


def contingents(
    loads: Loads = ((10, "first", 600, 60),), *, forces: Sequence[Force] = (FIRST, SMALL),
    away: Loads = (), order=None, agents=None, sites=SITES, **config,
) -> Stage:  # fmt: skip
    """Contingents on three places; the field and the city lie together, the rest is far off."""
    given = {"airlift": airlift(loads, forces, away), **(agents or {})}
    given["contingents"] = (KIND, KIND.Config(**config))
    return stage_of(
        given, places=PLACES, positions=POSITIONS, sites=sites, forces=forces, order=order
    )
