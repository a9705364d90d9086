"""Turning points: the moves in which most of what moved the results began. Found, not written.

For every measure that the results read, which is each row of harm and each meter that an aim, an
ending or a sentence of the aftermath asks, what moved it is added up by the order or the inject
that it leads back to, as a share of all that moved it. A move weighs as much as the shares of
everything that began in it together.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from engine.decisions import Chains
from engine.events import MeterMoved, ordered_by
from engine.facts import InjectFired
from engine.harm import Ledger
from engine.journal import Entry
from engine.scenario.expressions import Compiled
from engine.scenario.scenario import Scenario
from engine.world import World

MOST = 3
"""Turning points of a game."""

LEAST = 0.01
"""Share of all that moved one measure from which an order of a seat counts as one of its turns."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What an order or inject moved of one measure; canonical units, `share` of all that moved it.

    `sort` is `harm` or `meter`.
    """

    sort: str
    measure: str
    amount: float
    share: float


@dataclass(frozen=True, slots=True)
class Turn:
    """A move, and what did most in it: the order of a seat, or an inject with no seat.

    `move` is the second at which the move opened, `at` when the order went out.
    """

    move: int
    at: int
    weight: float
    seat: str
    what: str
    order: str
    effects: tuple[Effect, ...]


@dataclass
class _Moved:
    """One measure: what each root moved, and how much was moved in all, up and down alike."""

    sort: str
    by: dict[str, float] = field(default_factory=dict)
    all: float = 0.0

    def add(self, root: str, amount: float) -> None:
        self.by[root] = self.by.get(root, 0.0) + amount
        self.all += abs(amount)


class Turning:
    """Adds up what moved each measure while a journal is told again."""

    def __init__(self, scenario: Scenario, chains: Chains) -> None:
        self._scenario, self._chains = scenario, chains
        self._under = {told.meter: told.under for told in scenario.afterwards.values()}
        self._meters = {id: _Moved("meter") for id in meters_read(scenario)}
        self._injects: dict[str, tuple[str, int]] = {}

    def heard(self, world: World, entry: Entry) -> None:
        """Count the terms of a meter, and note when injects came."""
        event = entry.event
        if isinstance(event, InjectFired):
            self._injects.setdefault(f"inject:{event.inject}", (event.inject, entry.at))
        if not isinstance(event, MeterMoved) or event.meter not in self._meters:
            return
        moved, under = self._meters[event.meter], self._under.get(event.meter, ())
        for term in event.terms:
            order = self._chains.blamed(term.cause, under, world.now)
            moved.add(order or self._chains.root(term.cause), term.amount)

    def points(self, ledger: Ledger, opened: Sequence[int], seat: str = "") -> tuple[Turn, ...]:
        """The turning points, in order of time; `opened` are the seconds at which moves opened.

        With a `seat` only its own orders are looked at, and of those only what moved some measure
        by `LEAST` of all that moved it.
        """
        measures = dict(self._meters)
        for id, orders in ledger.by_order().items():
            measures[f"harm:{id}"] = row = _Moved("harm")
            for order, amount in orders.items():
                row.add(order, amount)
        effects = _effects(measures)
        by_move: dict[int, dict[str, float]] = {}
        for root, found in effects.items():
            at = self._began(root)
            if at is not None and opened and (not seat or self._own(root, seat, found)):
                move = opened[max(bisect_right(opened, at) - 1, 0)]
                by_move.setdefault(move, {})[root] = sum(each.share for each in found)
        ranked = sorted(by_move, key=lambda move: (-sum(by_move[move].values()), move))
        return tuple(self._turn(move, by_move[move], effects) for move in sorted(ranked[:MOST]))

    def _own(self, root: str, seat: str, found: Sequence[Effect]) -> bool:
        order = self._chains.orders.get(root)
        return order is not None and order[0] == seat and any(e.share >= LEAST for e in found)

    def _began(self, root: str) -> int | None:
        if root in self._chains.orders:
            return self._chains.orders[root][2]
        return self._injects[root][1] if root in self._injects else None

    def _turn(
        self, move: int, roots: Mapping[str, float], effects: Mapping[str, list[Effect]]
    ) -> Turn:
        root = min(roots, key=lambda each: (-roots[each], each))
        found = tuple(sorted(effects[root], key=lambda each: -each.share))
        weight = sum(roots.values())
        if root in self._chains.orders:
            seat, card, at = self._chains.orders[root]
            order = root.partition("/")[2] if ordered_by(root) else ""
            return Turn(move, at, weight, seat, card, order, found)
        inject, at = self._injects[root]
        return Turn(move, at, weight, "", inject, "", found)


def _effects(measures: Mapping[str, _Moved]) -> dict[str, list[Effect]]:
    """By root, what it moved of each measure that was moved at all."""
    found: dict[str, list[Effect]] = {}
    for name, moved in measures.items():
        for root, amount in moved.by.items():
            if amount and moved.all:
                share = abs(amount) / moved.all
                id = name.removeprefix("harm:")
                found.setdefault(root, []).append(Effect(moved.sort, id, amount, share))
    return found


def meters_read(scenario: Scenario) -> tuple[str, ...]:
    """The meters that an aim, an ending or a sentence of the aftermath asks, in file order."""
    asked = {ref.name for each in _asking(scenario) for ref in each.uses if ref.sort == "meter"}
    return tuple(id for id in scenario.meters if id in asked)


def _asking(scenario: Scenario) -> Iterator[Compiled]:
    for seat in scenario.seats.values():
        yield from (aim.when for aim in seat.aims.values())
    yield from (end.when for end in scenario.endings.values() if end.when is not None)
    yield from (told.of for told in scenario.afterwards.values() if told.of is not None)
