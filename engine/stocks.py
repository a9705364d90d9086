"""What comes back of a stock by itself: with each move, and with each midnight."""

from collections.abc import Iterator
from itertools import islice

from engine.facts import StockMoved
from engine.moments import clock
from engine.moves.schedule import Schedule
from engine.rules.rounding import nine
from engine.scenario.models import Stock
from engine.scenario.scenario import Scenario
from engine.world import World
from engine.written import Value

Back = tuple[int, float]
"""A second, and how much of a stock comes back then."""


def midnight(scenario: Scenario, world: World) -> bool:
    """Whether a day of the scenario's zone has begun since the beat before this one."""
    before = world.now - world.scene.beat_seconds
    return before >= 0 and _day(scenario, before) != _day(scenario, world.now)


def allowances(
    scenario: Scenario, world: World, is_move: bool, is_day: bool
) -> Iterator[StockMoved]:
    """What each seat gets back now; nothing beyond the most that it can hold."""
    for seat, written in scenario.seats.items():
        for stock, spec in written.stocks.items():
            by = _number(spec.each_move) * is_move + _number(spec.each_day) * is_day
            if spec.most is not None and by > 0:
                room = spec.most.number - world.stocks[seat].get(stock, 0.0)
                by = min(by, max(room, 0.0))
            if by:
                yield StockMoved(seat, stock, nine(by), to=(seat,))


def coming(
    scenario: Scenario, schedule: Schedule, now: int, seat: str
) -> dict[str, list[list[float]]]:
    """By stock of a seat, the next two times at which something comes back, and how much."""
    stocks = scenario.seats[seat].stocks
    rows = {id: backs(scenario, schedule, now, stock) for id, stock in stocks.items()}
    return {id: [list(back) for back in islice(found, 2)] for id, found in rows.items()}


def backs(scenario: Scenario, schedule: Schedule, now: int, stock: Stock) -> Iterator[Back]:
    """When something of a stock comes back, soonest first, and how much, up to the end.

    Moves are those that are planned: what an event opens, nobody knows before.
    """
    times = {at: _number(stock.each_move) for at in schedule.at if at > now}
    if _number(stock.each_day):
        for at in _midnights(scenario, now):
            times[at] = times.get(at, 0.0) + _number(stock.each_day)
    yield from ((at, nine(times[at])) for at in sorted(times) if times[at])


def enough_at(
    scenario: Scenario, schedule: Schedule, now: int, stock: Stock, held: float, needs: float
) -> int | None:
    """When a seat that spends nothing of a stock has so much again; None if never."""
    for at, by in backs(scenario, schedule, now, stock):
        held += by
        if stock.most is not None and held > stock.most.number:
            held = stock.most.number
        if held >= needs - 1e-9:
            return at
    return None


def _number(value: Value | None) -> float:
    return 0.0 if value is None else value.number


def _day(scenario: Scenario, second: int) -> int:
    return clock(second, scenario.start, scenario.zone).toordinal()


def _midnights(scenario: Scenario, now: int) -> Iterator[int]:
    """Those beats after now that are the first of their day."""
    beat, first = scenario.beat, clock(0, scenario.start, scenario.zone)
    into_the_day = first.hour * 3600 + first.minute * 60 + first.second
    for at in range(86400 - into_the_day, scenario.end + 1, 86400):
        opens = -(-at // beat) * beat
        if opens > now:
            yield opens
