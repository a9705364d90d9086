"""The door: the only way in for orders, judged at once from what the seat may know and owns."""

from collections.abc import Container, Mapping

from engine import facts
from engine.choosing import attached, exhibit_in, nothing_to_name, offered
from engine.deals import door as deals
from engine.deals.putting import ACTS
from engine.envs import SeatEnv
from engine.events import Event, Field, cause_of
from engine.ledger import Pending, waiting_as
from engine.moments import parse_moment
from engine.moves import slips
from engine.moves.apply import counts
from engine.moves.schedule import Schedule, schedule_of
from engine.orders import Answer, FieldGiven, Order
from engine.quantities import QuantityError, parse_value
from engine.rules.rounding import nine
from engine.scenario.models import Card, FieldSpec
from engine.scenario.scenario import Scenario
from engine.stocks import enough_at
from engine.world import World

Chosen = dict[str, float | str | None]
Refusal = tuple[str, tuple[tuple[str, Field], ...]]

MOST = 1e15
"""No number on a form is larger: beyond this a float no longer holds every whole number."""


class Door:
    """Judges orders. It reads the world only through what the seat was told and owns."""

    def __init__(self, scenario: Scenario, schedule: Schedule | None = None) -> None:
        self._scenario = scenario
        self._schedule = schedule or schedule_of(scenario)

    def judge(self, world: World, order: Order) -> tuple[Answer, Event]:
        """The answer, and the event that writes it down; nothing has changed yet."""
        beat = world.scene.beat_seconds
        due, cause = self._due(world, order), cause_of(order.seat, order.id)
        refusal = self._refusal(world, order, due)
        if refusal is not None:
            code, about = refusal
            heard = (order.seat,) if order.seat in self._scenario.seats else ()
            refused = facts.OrderRefused(
                order.id, order.seat, order.card, code, about, cause=cause, to=heard
            )
            return Answer(order.id, False, code, about=about), refused
        if order.card == "withdraw":
            return self._withdrawn(world, order)
        if order.card in slips.ACTS:
            return slips.taken(world, order)
        chosen, costs = self._as_taken(world, order, due)
        taken = facts.OrderTaken(
            order.id, order.seat, order.by, order.card, tuple(sorted(chosen.items())), due, costs,
            cause=cause, to=(order.seat,),
        )  # fmt: skip
        return Answer(order.id, True, beat=due // beat), taken

    def refusal(self, world: World, order: Order) -> Refusal | None:
        """Why an order would be refused now; None if it would be taken."""
        return self._refusal(world, order, self._due(world, order))

    def _as_taken(
        self, world: World, order: Order, due: int
    ) -> tuple[Chosen, tuple[tuple[str, float], ...]]:
        """What an order that is not refused says, and what it costs."""
        if order.card in ACTS:
            return deals.judged(self._scenario, world, order, due)[0], ()
        card = self._scenario.cards[order.card]
        chosen, _ = chosen_fields(world, self._scenario, card, order)
        return chosen, self._costs(world, card, order.seat, chosen)

    def judge_facilitator(self, world: World, order: Order) -> tuple[Answer, Event]:
        """The facilitator brings an inject in: the card is `bring_in`, its field `inject`."""
        wanted = str(order.fields.get("inject", ""))
        cause = cause_of(order.seat, order.id)
        due = self._due(world, order)
        code = self._cannot_bring_in(world, order, wanted, due)
        if code:
            about: tuple[tuple[str, Field], ...] = (("inject", wanted),)
            refused = facts.OrderRefused(order.id, order.seat, order.card, code, about, cause=cause)
            return Answer(order.id, False, code, about=about), refused
        fields: facts.Named = (("inject", wanted),)
        taken = facts.OrderTaken(
            order.id, order.seat, order.by, f"inject:{wanted}", fields, due, (), cause=cause
        )
        return Answer(order.id, True, beat=due // world.scene.beat_seconds), taken

    def _cannot_bring_in(self, world: World, order: Order, wanted: str, due: int) -> str:
        if world.ending:
            return "ended"
        if order.card != "bring_in" or wanted not in self._scenario.injects:
            return "unknown_card"
        if due < world.now:
            return "too_late"
        return "after_end" if due > world.scene.end_second else ""

    def playable(self, world: World, seat: str, card_id: str) -> Refusal | None:
        """Why a card cannot be played now, as far as the seat may know; None: it can."""
        card = self._scenario.cards[card_id]
        env = SeatEnv(world, seat)
        opened = card_id in world.opened.get(seat, ())
        if not opened and card.when is not None and not card.when.truth(env):
            return "not_available", (("card", card_id),)
        if card.authority:
            condition = self._scenario.powers[card.authority].when.get(seat)
            if condition is not None and not condition.truth(env):
                return "no_authority", (("power", card.authority),)
        field = nothing_to_name(self._scenario, world, seat, card)
        return ("nothing_to_name", (("field", field),)) if field else None

    def _due(self, world: World, order: Order) -> int:
        beat = world.scene.beat_seconds
        first = -(-world.now // beat) * beat
        return first if order.beat is None else order.beat * beat

    def _refusal(self, world: World, order: Order, due: int) -> Refusal | None:
        if order.seat not in self._scenario.seats:
            return "unknown_seat", (("seat", order.seat),)
        if world.ending:
            return "ended", ()
        if due < world.now:
            return "too_late", (("beat", order.beat),)
        if due > world.scene.end_second:
            return "after_end", (("beat", order.beat),)
        if order.card == "withdraw":
            return self._cannot_withdraw(world, order)
        if order.card in slips.ACTS:
            return slips.refusal(self._scenario, self._schedule, world, order)
        if order.card in ACTS:
            _, closed = deals.judged(self._scenario, world, order, due)
            return self._none_left(world, order) or closed
        card = self._scenario.cards.get(order.card)
        if card is None:
            return "unknown_card", (("card", order.card),)
        if card.seat != order.seat and order.card not in world.opened.get(order.seat, ()):
            return "not_yours", (("card", order.card),)
        return self._none_left(world, order) or self._not_as_filled_in(world, order, card, due)

    def _none_left(self, world: World, order: Order) -> Refusal | None:
        """A format gives each seat so many orders a move."""
        counted = counts(order.card, order.fields)
        if not counted or self._schedule.left(world, order.seat) != 0:
            return None
        opens = self._schedule.after(world.now)
        return "no_orders_left", (("most", self._schedule.most(order.seat)), ("opens", opens))

    def _not_as_filled_in(self, world: World, order: Order, card: Card, due: int) -> Refusal | None:
        chosen, wrong = chosen_fields(world, self._scenario, card, order)
        if wrong is not None:
            return wrong
        closed = self.playable(world, order.seat, order.card)
        if closed is not None:
            return closed
        for stock, amount in self._costs(world, card, order.seat, chosen):
            if amount > world.stocks[order.seat].get(stock, 0.0) + 1e-9:
                return "cannot_afford", self.short_of(world, order.seat, stock, amount)
        if order.breaking:
            return None
        return deals.breaks(self._scenario, world, order.seat, order.card, chosen, due)

    def short_of(
        self, world: World, seat: str, stock: str, needs: float
    ) -> tuple[tuple[str, Field], ...]:
        """What a seat lacks, and when it has it again if it spends nothing (None: never)."""
        spec = self._scenario.seats[seat].stocks.get(stock)
        held = world.stocks[seat].get(stock, 0.0)
        # A card that was opened to a seat may cost what that seat has no stock of.
        if spec is None:
            return ("stock", stock), ("needs", needs), ("again", None)
        again = enough_at(self._scenario, self._schedule, world.now, spec, held, needs)
        return ("stock", stock), ("needs", needs), ("again", again)

    def _cannot_withdraw(self, world: World, order: Order) -> Refusal | None:
        for name in order.fields:
            if name != "order":
                return "unknown_field", (("field", name),)
        if _withdrawable(world, order) is None:
            return "no_such_order", (("order", str(order.fields.get("order", ""))),)
        return None

    def _withdrawn(self, world: World, order: Order) -> tuple[Answer, Event]:
        pending = _withdrawable(world, order)
        assert pending is not None
        event = facts.OrderWithdrawn(
            pending.order, order.seat, pending.costs, to=(order.seat,),
            cause=cause_of(order.seat, order.id),
        )  # fmt: skip
        return Answer(order.id, True, beat=pending.due // world.scene.beat_seconds), event

    def cost_of(
        self, world: World, seat: str, card: str, fields: Mapping[str, FieldGiven]
    ) -> tuple[tuple[str, float], ...]:
        """What an order would cost the seat, as far as its form can be read: stock by stock."""
        written = self._scenario.cards.get(card)
        if written is None:
            return ()
        order = Order(id="cost", seat=seat, card=card, fields=dict(fields))
        chosen, _ = chosen_fields(world, self._scenario, written, order)
        return self._costs(world, written, seat, chosen)

    def _costs(
        self, world: World, card: Card, seat: str, chosen: Chosen
    ) -> tuple[tuple[str, float], ...]:
        env = SeatEnv(world, seat, chosen)
        found = ((stock, amount.number(env)) for stock, amount in card.cost.items())
        return tuple((stock, nine(max(number or 0.0, 0.0))) for stock, number in found)


def _withdrawable(world: World, order: Order) -> Pending | None:
    """The order of the same seat that this one would take back; None once its beat has opened."""
    wanted = waiting_as(order.seat, str(order.fields.get("order", "")))
    pending = world.pending.get(wanted)
    return pending if pending is not None and pending.sort == "order" else None


def chosen_fields(
    world: World, scenario: Scenario, card: Card, order: Order
) -> tuple[Chosen, Refusal | None]:
    """An order's fields in canonical form with the staff's defaults, or why they cannot stand."""
    given = order.fields
    for name in given:
        if name not in card.fields:
            return {}, ("unknown_field", (("field", name),))
    chosen: Chosen = {}
    for name, spec in card.fields.items():
        value = _chosen(world, scenario, spec, given.get(name), order.seat)
        if value is None:
            code = "wrong_field" if name in given else "missing_field"
            return {}, (code, (("field", name),))
        chosen[name] = value
    chosen, twice = attached(scenario, world, order.seat, card.fields, chosen)
    if twice:
        return {}, ("named_twice", (("field", twice),))
    return chosen, None


def _chosen(
    world: World, scenario: Scenario, spec: FieldSpec, given: FieldGiven | None, seat: str
) -> float | str | None:
    if spec.sort == "number":
        return _number(scenario, spec, given)
    if spec.words:
        word = spec.words[0] if given is None else given
        return word if isinstance(word, str) and word in spec.words else None
    if spec.sort == "exhibit":
        return exhibit_in(scenario, world, seat, spec, given)
    if given is None:
        return None
    if spec.sort == "moment":
        return _moment(scenario, given)
    if spec.sort == "report":
        return given if isinstance(given, str) and given in world.reports.get(seat, {}) else None
    if spec.where and given not in offered(scenario, world, seat, spec):
        return None
    return given if isinstance(given, str) and _is_a(world, scenario, spec.sort, given) else None


def _moment(scenario: Scenario, given: FieldGiven) -> float | None:
    """A time as seconds since the start, given so or written as authors write it."""
    if isinstance(given, str):
        try:
            return float(parse_moment(given, scenario.start, scenario.zone))
        except QuantityError:
            return None
    if isinstance(given, bool) or not abs(given) <= MOST:
        return None
    return nine(float(given))


def _number(scenario: Scenario, spec: FieldSpec, given: FieldGiven | None) -> float | None:
    if given is None:
        return spec.default
    if isinstance(given, str):
        try:
            given = parse_value(given, counts=frozenset(scenario.counts)).number
        except QuantityError:
            return None
    if isinstance(given, bool) or abs(given) > MOST:
        return None
    number = nine(float(given))
    low, high = spec.low, spec.high
    if (low is not None and number < low - 1e-9) or (high is not None and number > high + 1e-9):
        return None
    return number if abs(number) <= MOST else None


def _is_a(world: World, scenario: Scenario, sort: str, word: str) -> bool:
    scene = world.scene
    known: Mapping[str, Container[str]] = {
        "place": scene.place_at,
        "region": scene.region_at,
        "site": scene.site_at,
        "seat": scenario.seats,
        "force": scene.forces,
    }
    return word in known[sort] if sort in known else len(word) <= 2000
