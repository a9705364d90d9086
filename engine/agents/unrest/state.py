"""What the streets remember between two steps."""

from dataclasses import dataclass, fields

import numpy as np

from engine.kinds import Numbers
from engine.rules.contagion import Crowds
from engine.world import World

PEACEFUL, VIOLENT, RESTING, HELD, KILLED = range(5)
DETAINED, RELEASED, JOINED = range(3)
BACKLASH, CLASH, DEMANDS, CREDIT = range(4)


@dataclass(frozen=True, slots=True)
class Rally:
    """People called to the places with these indices from second `since` until `until`."""

    size: float
    places: tuple[int, ...]
    since: int
    until: int


@dataclass(slots=True, eq=False)
class UnrestState:
    """The streets of all places; arrays have places last.

    `people` are whole people now: rows peaceful, violent, resting, held, killed; everybody else of
    `pool` is available. `counted` are totals from the start: detained, released, joined. `felt` are
    backlash, clash, demands (a rung and the part climbed to the next) and, as of second
    `credit_at`, credit from concessions. `rung` is the highest
    that most of those out have asked, unless the movement has since asked another.
    """

    places: tuple[str, ...]
    pool: Numbers
    people: Numbers
    counted: Numbers
    felt: Numbers
    conceded: Numbers
    began: Numbers
    legitimacy: float
    at: int = 0
    steps: int = 0
    acts: int = 0
    peak: int = 0
    rung: int = 1
    credit_at: int = 0
    rallies: tuple[Rally, ...] = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, UnrestState) and all(
            np.array_equal(getattr(self, item.name), getattr(other, item.name))
            if isinstance(getattr(self, item.name), np.ndarray)
            else getattr(self, item.name) == getattr(other, item.name)
            for item in fields(self)
        )

    @property
    def active(self) -> Numbers:
        """People on the street of each place."""
        out: Numbers = self.people[PEACEFUL] + self.people[VIOLENT]
        return out

    @property
    def violent_share(self) -> Numbers:
        """Share of those out who are violent, 0 where nobody is out."""
        share: Numbers = self.people[VIOLENT] / np.maximum(self.active, 1)
        return share

    def crowds(self) -> Crowds:
        """The state as the equations take it."""
        people = self.people
        return Crowds(
            available=self.pool - people.sum(0),
            peaceful=people[PEACEFUL],
            violent=people[VIOLENT],
            resting=people[RESTING],
            detained=people[HELD],
            killed=people[KILLED],
            backlash=self.felt[BACKLASH],
        )


def calm(places: tuple[str, ...], pool: Numbers, legitimacy: float) -> UnrestState:
    """Everybody at home, asking nothing but the lowest rung."""
    count = len(places)
    felt = np.zeros((4, count))
    felt[DEMANDS] = 1.0
    return UnrestState(
        places=places,
        pool=pool,
        people=np.zeros((5, count), dtype=np.int64),
        counted=np.zeros((3, count), dtype=np.int64),
        felt=felt,
        conceded=np.zeros(count, dtype=np.int64),
        began=np.zeros(count, dtype=bool),
        legitimacy=legitimacy,
    )


def asked_by_most(active: Numbers, demands: Numbers) -> int:
    """The highest rung that at least half of the people out ask, 0 when nobody is out."""
    out = np.bincount(demands.astype(np.int64), weights=active).tolist()
    most, found = sum(out), 0.0
    for rung in range(len(out) - 1, 0, -1):
        found += out[rung]
        if most and 2.0 * found >= most:
            return rung
    return 0


def state_of(world: World, me: str) -> UnrestState:
    """The agent's own part of the world."""
    state = world.agents[me]
    assert isinstance(state, UnrestState)
    return state
