"""What one seat can know: a fold of the events addressed to it, with a numbering of its own."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from functools import cached_property

from engine import facts
from engine.choosing import offered
from engine.deals import door as dealing
from engine.deals.views import DealSeen, Offerable, Shown, credit_of, deals_of, offers_of, plainly
from engine.door import Door, chosen_fields
from engine.envs import SeatEnv
from engine.events import EVERYONE, Event, Field
from engine.journal import Entry, Journal
from engine.moves.schedule import Schedule
from engine.moves.slips import aims_open
from engine.moves.staff import staffs_order
from engine.moves.standing import standing
from engine.orders import FieldGiven, Order
from engine.repeats import Repeats
from engine.scenario.models import FieldSpec
from engine.scenario.scenario import Scenario
from engine.seen import OwnOrder as OwnOrder
from engine.seen import Said
from engine.seen import Seen as Seen
from engine.stocks import coming
from engine.world import World

MOST_REPORTS = 30
"""A form offers no more reports than these, newest first; the door takes any that are held."""


def addressed(entry: Entry, seat: str) -> bool:
    """Whether an entry was told to a seat; one addressed to nobody never is."""
    to = entry.event.to
    return bool(to) and (seat in to or to == _ALL)


_ALL = (EVERYONE,)


class Reader:
    """Reads a journal on as it grows, for one seat."""

    def __init__(self, seat: str) -> None:
        self.seat = seat
        self._read = 0
        self.seen: list[Seen] = []
        self.orders: dict[str, OwnOrder] = {}
        self.reports: dict[str, Seen] = {}
        self.checked: dict[str, bool] = {}
        self.deals: Shown = {}
        self._repeats = Repeats()

    def copy(self) -> "Reader":
        """A reader that has read as far, and reads on by itself."""
        other = Reader(self.seat)
        other._read, other.seen = self._read, list(self.seen)
        other.orders, other.reports = dict(self.orders), dict(self.reports)
        other.checked, other.deals = dict(self.checked), dict(self.deals)
        other._repeats = self._repeats.copy()
        return other

    @property
    def read(self) -> int:
        """How many lines of the journal it has read."""
        return self._read

    def catch_up(self, journal: Journal) -> list[Seen]:
        """Everything this seat was told so far, oldest first."""
        entries = journal.entries
        for entry in entries[self._read :]:
            if addressed(entry, self.seat):
                self._note(entry)
        self._read = len(entries)
        return self.seen

    def _order_of(self, event: Event) -> OwnOrder | None:
        """The order of this seat of which it is told, as it was given."""
        if isinstance(event, facts.OrderTaken):
            return OwnOrder(event.order, event.card, dict(event.fields), event.due, "accepted")
        if isinstance(event, facts.OrderOut | facts.OrderWithdrawn | facts.OrderReported):
            return self.orders.get(event.order)
        return None

    def _note(self, entry: Entry) -> None:
        event = entry.event
        again = self._repeats.before(entry.name, event)
        own = self._order_of(event)
        seen = Seen(len(self.seen), entry.at, entry.name, event.place, Said(event), again, own)
        self.seen.append(seen)
        if isinstance(report := seen.fields.get("report"), str):
            # Told of first by the report itself, and only later by what refers to it.
            self.reports.setdefault(report, seen)
            if isinstance(stands := seen.fields.get("stands"), bool):
                self.checked[report] = stands
        match event:
            case facts.OrderTaken(order=order, card=card, fields=given, due=due):
                self.orders[order] = OwnOrder(order, card, dict(given), due, "accepted")
            case facts.OrderOut(order=order):
                self.orders[order] = replace(self.orders[order], state="out")
            case facts.OrderWithdrawn(order=order):
                self.orders[order] = replace(self.orders[order], state="withdrawn")
            case facts.OrderReported(order=order, result=result):
                self.orders[order] = replace(self.orders[order], state=result)
            case _:
                pass


@dataclass(frozen=True, slots=True)
class Playable:
    """A card of the seat: whether it can be played, and if not why, as far as the seat may know."""

    card: str
    open: bool
    code: str = ""
    about: tuple[tuple[str, Field], ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A reading as last told: values (one, or one for each place or site) and when they held."""

    key: str
    as_of: tuple[int, ...]
    values: tuple[float | str | None, ...]


class View:
    """Everything a seat can know at one moment; good until the game moves on.

    What a reader does not ask for is never worked out, so that a bot costs what it looks at.
    """

    def __init__(
        self,
        scenario: Scenario,
        door: Door,
        world: World,
        reader: Reader,
        journal: Journal,
        schedule: Schedule,
    ) -> None:
        self._scenario, self._door, self._world = scenario, door, world
        self._reader, self._journal = reader, journal
        self.seat = reader.seat
        self.now = world.now
        self.beat = world.now // world.scene.beat_seconds
        self.next_move = schedule.after(world.now)
        self.schedule = schedule
        self.ending = world.ending
        self.stocks: Mapping[str, float] = world.stocks.get(self.seat, {})
        self.env = SeatEnv(world, self.seat)

    @property
    def at_move(self) -> bool:
        """Whether a move opens now."""
        return self.schedule.opens(self._world)

    @property
    def orders_left(self) -> int | None:
        """How many orders the seat has left in this move; None where nobody counts."""
        return self.schedule.left(self._world, self.seat)

    @cached_property
    def move(self) -> dict[str, object] | None:
        """The move that the seat is in, as plain data; None where no format is in force."""
        order = staffs_order(self._scenario, self.schedule, self._door, self._world, self.seat)
        return standing(self._scenario, self.schedule, self._world, self.seat, order)

    @property
    def aims(self) -> tuple[str, ...]:
        """The aims that the seat has chosen, none or two."""
        return self._world.turn.aims.get(self.seat, ())

    @property
    def aims_open(self) -> bool:
        """Whether the seat may still choose its aims."""
        return aims_open(self.schedule, self._world, self.seat)

    @cached_property
    def figures(self) -> Mapping[str, Figure]:
        """Readings as last told, by `agent.reading` (`.meter` for a meter)."""
        told = self._world.told.get(self.seat, {})
        return {key: Figure(key, row.as_of, row.values) for key, row in sorted(told.items())}

    @cached_property
    def cards(self) -> tuple[Playable, ...]:
        """The seat's cards, and those opened to it, in the order of the scenario."""
        own = [id for id, card in self._scenario.cards.items() if card.seat == self.seat]
        own += [id for id in self._world.opened.get(self.seat, ()) if id not in own]
        return tuple(_playable(self._door, self._world, self.seat, id) for id in own)

    @cached_property
    def deals(self) -> tuple[DealSeen, ...]:
        """The deals that the seat knows of, oldest first."""
        return deals_of(self._scenario, self._world, self.seat, self._reader.deals)

    @cached_property
    def open_deals(self) -> tuple[DealSeen, ...]:
        """Those of its deals that are not over."""
        shown = self._reader.deals
        return deals_of(self._scenario, self._world, self.seat, shown, over=False)

    @cached_property
    def offers(self) -> tuple[Offerable, ...]:
        """What the seat may put before others."""
        return offers_of(self._scenario, self._world, self.seat)

    @property
    def offers_left(self) -> int | None:
        """How many offers the seat may still put in this move; None where nobody counts."""
        return dealing.offers_left(self._world, self.seat)

    @cached_property
    def credit(self) -> Mapping[str, tuple[float, float]]:
        """By other seat: its credit with this one, and this one's with it, as shares."""
        return credit_of(self._world, self.seat)

    def breaks(self, card: str, fields: Mapping[str, FieldGiven]) -> bool:
        """Whether an order for this beat would break a word that the seat knows it has given."""
        spec = self._scenario.cards[card]
        order = Order(id="asked", seat=self.seat, card=card, fields=dict(fields))
        chosen, _ = chosen_fields(self._world, self._scenario, spec, order)
        word = dealing.breaks(self._scenario, self._world, self.seat, card, chosen, self.now)
        return word is not None

    @cached_property
    def orders(self) -> tuple[OwnOrder, ...]:
        """The seat's orders, as far as it has heard of them."""
        self._reader.catch_up(self._journal)
        return tuple(self._reader.orders.values())

    @cached_property
    def reports(self) -> tuple[str, ...]:
        """The ids of the reports that the seat may name in an order, newest first."""
        return tuple(reversed(self._world.reports.get(self.seat, {})))

    def report(self, id: str) -> Seen:
        """How the seat was told of a report that it holds. Raises KeyError."""
        self._reader.catch_up(self._journal)
        return self._reader.reports[id]

    def cost_of(self, card: str, fields: Mapping[str, FieldGiven]) -> tuple[tuple[str, float], ...]:
        """What an order of the seat would cost of its stocks, stock by stock."""
        return self._door.cost_of(self._world, self.seat, card, fields)

    def short_of(self, stock: str, needs: float) -> dict[str, Field]:
        """What the seat lacks of a stock, as the door says it when it refuses an order."""
        return dict(self._door.short_of(self._world, self.seat, stock, needs))

    def offered(self, spec: FieldSpec) -> tuple[str, ...]:
        """What may be chosen in a field that is narrowed to what the seat is told of."""
        return offered(self._scenario, self._world, self.seat, spec)

    @cached_property
    def checked(self) -> Mapping[str, bool]:
        """Reports that the seat had checked: whether they stand, by the last it heard of it."""
        self._reader.catch_up(self._journal)
        return self._reader.checked

    @cached_property
    def heard(self) -> int:
        """How many things the seat has been told."""
        self._reader.catch_up(self._journal)
        return len(self._reader.seen)

    def plain(self) -> dict[str, object]:
        """As plain data: what is sent to a screen, and what non-interference compares."""
        return {
            "seat": self.seat,
            "now": self.now,
            "beat": self.beat,
            "next_move": self.next_move,
            "move": self.move,
            "aims": {"chosen": list(self.aims), "open": self.aims_open},
            "stocks": dict(self.stocks),
            "coming": coming(self._scenario, self.schedule, self.now, self.seat),
            "figures": {
                key: {"as_of": list(f.as_of), "values": list(f.values)}
                for key, f in self.figures.items()
            },
            "cards": [
                {"card": c.card, "open": c.open, "code": c.code, "about": dict(c.about)}
                for c in self.cards
            ],
            "orders": [{**asdict(o), "fields": dict(o.fields)} for o in self.orders],
            **plainly(self.deals, self.offers, self.credit),
            "reports": list(self.reports[:MOST_REPORTS]),
            "heard": self.heard,
            "ending": self.ending,
        }


def _playable(door: Door, world: World, seat: str, card: str) -> Playable:
    refusal = door.playable(world, seat, card)
    return Playable(card, True) if refusal is None else Playable(card, False, *refusal)
