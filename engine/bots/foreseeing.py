"""How a bot fills in the slip of a move: it expects of each thing what it last heard of it."""

from collections.abc import Iterator

from engine.bots.common import order_of
from engine.moves.slips import asked, slip_open
from engine.orders import Order
from engine.scenario.scenario import Scenario
from engine.views import View

LIKELY, UNLIKELY, UNKNOWN = 0.75, 0.25, 0.5
"""What holds now mostly holds a move later; design values, and what is not known is even."""


def slip(kind: str, scenario: Scenario, view: View) -> Iterator[Order]:
    """The slip of the move that opens, from what the seat was told; none without a format."""
    world = view.env.world
    if not scenario.forecasts or not slip_open(view.schedule, world):
        return
    expected = {None: UNKNOWN, True: LIKELY, False: UNLIKELY}
    said = {
        name: expected[scenario.forecasts[name].when.truth(view.env)]
        for name in asked(scenario, view.schedule, world, view.seat)
    }
    if said:
        yield order_of(kind, view, "forecast", said)
