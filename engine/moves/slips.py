"""Slips and aims: what a seat believes of the next move, and which two of its aims it takes.

Beside them stands `hold`: that a seat orders nothing in this move, and nobody does for it.

A slip is filled in while a move opens and judged when the next one does; its score is kept from
everybody until the game is over. The score is Brier's: the square of what the probability missed
by, so 0 is perfect, and saying 50 % of everything gets 0.25.
"""

from collections.abc import Mapping
from itertools import islice

from engine.envs import SeatEnv
from engine.events import Event, Field, cause_of
from engine.moves.events import AimsChosen, SeatHeld, SlipFilled
from engine.moves.schedule import Schedule
from engine.orders import Answer, FieldGiven, Order
from engine.quantities import QuantityError, parse_value
from engine.rules.rounding import nine
from engine.scenario.models import Forecast
from engine.scenario.scenario import Scenario
from engine.world import World

ASKED = 3
"""Questions on a slip; where a scenario has more, they take turns."""

ACTS = ("forecast", "aims", "hold")

Refused = tuple[str, tuple[tuple[str, Field], ...]]


def asked(scenario: Scenario, schedule: Schedule, world: World, seat: str) -> tuple[str, ...]:
    """The questions of this move's slip: those whose turn it is, and others in the next move.

    What a seat knows to be settled is not asked of it. After the last move there is none to
    foresee, so nothing is asked in it.
    """
    if schedule.after(world.now) is None:
        return ()
    questions, env = tuple(scenario.forecasts), SeatEnv(world, seat)
    opened = max(world.turn.number - 1, 0) + len(world.turn.extras)
    first = opened * ASKED if len(questions) > ASKED else 0
    turned = (questions[(first + i) % len(questions)] for i in range(len(questions)))
    return tuple(islice((id for id in turned if _still_open(scenario.forecasts[id], env)), ASKED))


def _still_open(forecast: Forecast, env: SeatEnv) -> bool:
    """Whether a question is still one to a seat, as far as it is told."""
    return forecast.open is None or forecast.open.truth(env) is not False


def slip_open(schedule: Schedule, world: World) -> bool:
    """Whether slips are taken now: in a format, until time goes on from the opening of a move."""
    return schedule.format is not None and world.turn.at == world.now


def aims_open(schedule: Schedule, world: World, seat: str) -> bool:
    """Whether a seat may choose its aims: in the first move, or until it has ordered anything."""
    if seat in world.turn.aims:
        return False
    ordered = world.heard.get(seat, {}).get("game.order_taken")
    first = schedule.format is not None and world.turn.number <= 1
    return first or ordered is None or ordered.last < schedule.first


def refusal(scenario: Scenario, schedule: Schedule, world: World, order: Order) -> Refused | None:
    """Why a slip or a choice of aims is refused; None if it is taken."""
    if order.card == "aims":
        return _no_aims(scenario, schedule, world, order)
    if order.card == "hold":
        return _no_hold(schedule, world, order)
    if schedule.format is None or not scenario.forecasts:
        return "not_playable", (("card", order.card),)
    if not slip_open(schedule, world):
        return "slip_closed", ()
    questions = asked(scenario, schedule, world, order.seat)
    if not questions:
        return "slip_closed", ()
    for name, given in order.fields.items():
        if name not in questions:
            return "unknown_field", (("field", name),)
        if probability(given) is None:
            return "wrong_field", (("field", name),)
    return None if order.fields else ("missing_field", (("field", questions[0]),))


def _no_hold(schedule: Schedule, world: World, order: Order) -> Refused | None:
    if schedule.format is None or not world.turn.number:
        return "not_playable", (("card", order.card),)
    for name, given in order.fields.items():
        if name != "nothing":
            return "unknown_field", (("field", name),)
        if given not in ("yes", "no"):
            return "wrong_field", (("field", name),)
    return None


def _no_aims(scenario: Scenario, schedule: Schedule, world: World, order: Order) -> Refused | None:
    for name in order.fields:
        if name not in ("first", "second"):
            return "unknown_field", (("field", name),)
    if order.seat in world.turn.aims:
        return "aims_chosen", ()
    if not aims_open(schedule, world, order.seat):
        return "aims_late", ()
    seen: list[FieldGiven] = []
    for name in ("first", "second"):
        given = order.fields.get(name)
        if given is None:
            return "missing_field", (("field", name),)
        if given not in scenario.seats[order.seat].aims or given in seen:
            return "wrong_field", (("field", name),)
        seen.append(given)
    return None


def taken(world: World, order: Order) -> tuple[Answer, Event]:
    """The answer to such an act that is not refused, and what is written down."""
    cause, answer = (
        cause_of(order.seat, order.id),
        Answer(order.id, True, beat=-(-world.now // world.scene.beat_seconds)),
    )
    if order.card == "aims":
        aims = (str(order.fields["first"]), str(order.fields["second"]))
        return answer, AimsChosen(order.seat, aims, cause=cause, to=(order.seat,))
    if order.card == "hold":
        held = order.fields.get("nothing", "yes") == "yes"
        return answer, SeatHeld(order.seat, held, cause=cause, to=(order.seat,))
    slip = tuple((name, probability(given) or 0.0) for name, given in sorted(order.fields.items()))
    return answer, SlipFilled(order.seat, world.turn.at, slip, cause=cause, to=(order.seat,))


def probability(given: FieldGiven) -> float | None:
    """A probability from 0 to 1, given as a number, or as a share such as `30 %`."""
    if isinstance(given, str):
        try:
            given = parse_value(given).number
        except QuantityError:
            return None
    if isinstance(given, bool) or not 0 <= given <= 1:
        return None
    return nine(float(given))


def brier(slip: Mapping[str, float], true: Mapping[str, bool]) -> dict[str, float]:
    """What each probability missed by, squared."""
    return {name: nine((given - true[name]) ** 2) for name, given in slip.items()}
