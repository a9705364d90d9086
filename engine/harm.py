"""The harm ledger: who was harmed, and which seats could have prevented each part.

Rows are never added up, weighed or compared with each other.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from engine.counted import Counted, counted
from engine.decisions import NOBODY, Chains, Decision
from engine.envs import WorldEnv
from engine.journal import Entry
from engine.outcomes import ScopedEnv
from engine.scenario.models_results import HarmRow
from engine.scenario.scenario import Scenario
from engine.world import World


@dataclass(frozen=True, slots=True)
class Part:
    """What of a row the same seats could have prevented: no seat, one, or several together.

    `first` and `last` are the ends of the beats in which the first and the last of it came about.
    """

    seats: tuple[str, ...]
    amount: float
    first: int = 0
    last: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One row: an amount and its parts, which sum to it; shared parts stand as shared.

    Amounts are in canonical units. `decision` is the order behind most of it, if there is one.
    """

    id: str
    title: str
    unit: str
    amount: float
    parts: tuple[Part, ...]
    decision: Decision | None = None
    counts: Mapping[str, Counted] = field(default_factory=dict)
    """`official` and `independent`, as far as there is a count."""

    def of(self, seat: str) -> float:
        """What this seat could have prevented, alone or with others."""
        return sum(part.amount for part in self.parts if seat in part.seats)


@dataclass
class _Count:
    """One row as it is being counted."""

    row: HarmRow
    before: float = 0.0
    parts: dict[tuple[str, ...], float] = field(default_factory=dict)
    orders: dict[str, float] = field(default_factory=dict)
    places: dict[str, float] = field(default_factory=dict)
    times: dict[tuple[str, ...], tuple[int, int]] = field(default_factory=dict)


class Ledger:
    """Books harm beat by beat while a journal is told again."""

    def __init__(self, scenario: Scenario, chains: Chains) -> None:
        self._scenario, self._chains = scenario, chains
        self._counts = {id: _Count(row) for id, row in scenario.harm.items()}

    def heard(self, world: World, entry: Entry) -> None:
        """Single entries do not matter: harm is booked when its beat is over."""

    def beat(self, world: World) -> None:
        """Book what each row has risen by, to the seats whose condition holds now."""
        env = WorldEnv(world)
        for count in self._counts.values():
            row = count.row
            value = row.of.number(env)
            if value is None or value <= count.before:
                continue
            rise, count.before = value - count.before, value
            counts = row.when is None or bool(row.when.truth(env))
            where = self._risen(world, count)
            if not counts:
                continue
            seats = tuple(seat for seat in self._scenario.seats
                          if seat in row.by and row.by[seat].truth(env))  # fmt: skip
            count.parts[seats] = count.parts.get(seats, 0.0) + rise
            count.times[seats] = (count.times.get(seats, (world.now, 0))[0], world.now)
            for place, amount in where:
                order = self._chains.under(row.under, place, world.now - 1)
                count.orders[order] = count.orders.get(order, 0.0) + amount
            known = sum(amount for _, amount in where)
            count.orders[NOBODY] = count.orders.get(NOBODY, 0.0) + rise - known

    def _risen(self, world: World, count: _Count) -> list[tuple[str, float]]:
        """By how much the row has risen in each place; nothing where no order is asked about."""
        found = []
        for place in world.scene.places if count.row.under else ():
            value = count.row.of.number(ScopedEnv(world, place))
            if value is not None and value > count.places.get(place, 0.0):
                found.append((place, value - count.places.get(place, 0.0)))
                count.places[place] = value
        return found

    def by_order(self) -> dict[str, dict[str, float]]:
        """By row, what came about under each order; what no order is behind under an empty name."""
        return {id: dict(count.orders) for id, count in self._counts.items()}

    def rows(self, world: World) -> tuple[Row, ...]:
        """Every row, also those in which nobody was harmed, as the world stands at the end."""
        return tuple(self._row(world, id, count) for id, count in self._counts.items())

    def _row(self, world: World, id: str, count: _Count) -> Row:
        order = {seat: rank for rank, seat in enumerate(self._scenario.seats)}
        parts = sorted(count.parts.items(), key=lambda each: _rank(each[0], order))
        amount = sum(count.parts.values())
        decision = self._chains.chosen(count.orders) if amount else None
        found = tuple(Part(seats, people, *count.times[seats]) for seats, people in parts)
        counts = _counts(world, count.row)
        return Row(id, count.row.title, count.row.unit, amount, found, decision, counts)


def _counts(world: World, row: HarmRow) -> dict[str, Counted]:
    """What the sources of a row had counted; a part of something nobody is told by itself."""
    asked = {"official": row.official, "independent": row.independent} if row.when is None else {}
    found = {name: counted(world, row.of, seat) for name, seat in asked.items() if seat}
    return {name: each for name, each in found.items() if each is not None}


def _rank(seats: tuple[str, ...], order: dict[str, int]) -> tuple[int, tuple[int, ...]]:
    """Parts with more seats first; what nobody could have prevented last."""
    return -len(seats), tuple(order[seat] for seat in seats)


def events_of(rows: Iterable[HarmRow]) -> frozenset[str]:
    """All events that some row is under."""
    return frozenset(name for row in rows for name in row.under)
