"""Which order was behind what: chains of causes, and the orders under which things came."""

from collections.abc import Mapping
from dataclasses import dataclass

from engine import facts
from engine.events import DRIFT, cause_of, ordered_by
from engine.journal import Entry, own_fields
from engine.scenario.scenario import Scenario
from engine.world import World

NOBODY = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """An order that did most to cause something: whose, which card, and when it went out.

    `amount` is what it moved, `moved` how much was moved in all, and `nobody` the part of it that
    leads back to no order; canonical units.
    """

    seat: str
    card: str
    at: int
    amount: float
    moved: float
    nobody: float


@dataclass(frozen=True, slots=True)
class Told:
    """An event of an order in force: its number, the order behind it, and until when it counts."""

    number: int
    order: str
    until: int

    def holds(self, now: int) -> bool:
        """Whether it still counts."""
        return not self.until or now < self.until


class Chains:
    """Follows every entry back to the order that began it, as a journal is told again."""

    def __init__(self, scenario: Scenario, under: frozenset[str]) -> None:
        """`under` are the events in which orders take force over places."""
        self._scenario, self._under = scenario, under
        self._roots: dict[int, str] = {}
        self._places: dict[int, str] = {}
        self._told: dict[tuple[str, str], Told] = {}
        self.orders: dict[str, tuple[str, str, int]] = {}
        """Seat, card and second of each order that went out, by its cause."""

    def heard(self, world: World, entry: Entry) -> None:
        """Note where one entry comes from."""
        event = entry.event
        self._roots[entry.number] = self.root(event.cause)
        self._places[entry.number] = event.place or self.place_of(event.cause)
        if isinstance(event, facts.OrderBegun):
            cause = cause_of(event.seat, event.order)
            self.orders[cause] = (event.seat, event.card, entry.at)
        if entry.name in self._under:
            self._govern(world, entry)

    def root(self, cause: str) -> str:
        """What a chain of causes begins with: an order, an inject, an ending, or `drift`."""
        number = _number(cause)
        return cause if number is None else self._roots.get(number, DRIFT)

    def place_of(self, cause: str) -> str:
        """The nearest place named in a chain of causes; empty if there is none."""
        number = _number(cause)
        return "" if number is None else self._places.get(number, "")

    def decided(self, cause: str) -> str:
        """The order that a chain leads back to, if it is a seat's; else nobody."""
        found = self.root(cause)
        return found if ordered_by(found) in self._scenario.seats else NOBODY

    def under(self, names: tuple[str, ...], where: str, now: int) -> str:
        """The order under which things come at a place now: that of the latest of these events."""
        standing = [told for name in names if (told := self._told.get((name, where))) is not None]
        latest = max(standing, key=lambda told: told.number, default=None)
        return latest.order if latest is not None and latest.holds(now) else NOBODY

    def blamed(self, cause: str, names: tuple[str, ...], now: int) -> str:
        """The order behind something: by its chain, else the one under which it came."""
        found = self.decided(cause)
        if found or not names or self.root(cause) != DRIFT or cause == DRIFT:
            return found
        return self.under(names, self.place_of(cause), now)

    def _govern(self, world: World, entry: Entry) -> None:
        fields = own_fields(entry.event)
        until = fields.get("until")
        order = self.decided(entry.event.cause)
        told = Told(entry.number, order, until if isinstance(until, int) else 0)
        named = fields.get("places")
        area = [str(id) for id in named] if isinstance(named, list) else entry.event.place
        # Beside each place, "" stands for what happened nowhere in particular.
        for place in (*world.scene.area(area), ""):
            self._told[entry.name, place] = told

    def chosen(self, amounts: Mapping[str, float]) -> Decision | None:
        """The order that did most in the direction in which things went; the earliest of equals.

        `amounts` are by order, what nobody decided under an empty name.
        """
        moved = sum(amounts.values())
        sign = 1.0 if moved >= 0 else -1.0
        mine = [
            (-sign * amount, self.orders[order][2], order)
            for order, amount in amounts.items()
            if order in self.orders and sign * amount > 0
        ]
        if not mine:
            return None
        _, _, order = min(mine)
        nobody = sum(n for each, n in amounts.items() if each not in self.orders)
        return Decision(*self.orders[order], amounts[order], moved, nobody)


def _number(cause: str) -> int | None:
    sort, _, rest = cause.partition(":")
    return int(rest) if sort == "event" else None
