"""The stocks of the aftermath, and what was last known of what fills them."""

from dataclasses import dataclass, field

from engine.agents.aftermath.events import (
    Accounted,
    Assessed,
    OrderLost,
    OrderRestored,
    Resurged,
    TroopsGone,
    Weighed,
)
from engine.events import Event
from engine.kinds import Seconds

STOCKS = ("sovereignty", "dependency", "standing", "precedent", "repression")


@dataclass(slots=True)
class AftermathState:
    """Stocks as shares. `once` names what counts a single time and has been counted.

    `most_lately` are the foreign troops at the last reckoning at which there were any.
    """

    stocks: dict[str, float]
    at: Seconds = 0
    men: float = 0.0
    killed: float = 0.0
    detained: float = 0.0
    once: list[str] = field(default_factory=list)
    restored_at: Seconds | None = None
    most_lately: float = 0.0
    best_stay: float = 0.0
    rate: float = 0.0
    hazard: float | None = None
    hazard_at: Seconds = 0
    drawn: int = 0
    resurged: int = 0
    arrived_at: Seconds | None = None
    gone_at: Seconds | None = None
    early: float = 0.0
    late: float = 0.0
    accounts: dict[str, tuple[str, float]] = field(default_factory=dict)


ONCE = ("invited", "came", "refused", "kept_date", "set", "overstay")
"""Reasons that are remembered: an answer, a date kept or missed."""


def apply(state: AftermathState, event: Event) -> None:
    """Write one event of the aftermath into its own part of the world."""
    match event:
        case Weighed():
            moved = state.stocks[event.stock] + event.amount
            state.stocks[event.stock] = min(max(moved, 0.0), 1.0)
            if event.what in ONCE and event.what not in state.once:
                state.once.append(event.what)
        case Assessed():
            state.at, state.men = event.at, event.men
            state.killed, state.detained = event.killed, event.detained
            if event.men > 0 and state.arrived_at is None:
                state.arrived_at = event.at
            if event.men > 0:
                state.best_stay, state.most_lately = event.best_stay, event.men
            state.rate = event.rate
            state.hazard, state.hazard_at = event.hazard, event.at
        case OrderRestored():
            state.restored_at, state.rate = event.at, event.rate
            state.hazard, state.hazard_at = event.hazard, event.at
            state.drawn += 1
        case OrderLost():
            state.restored_at = state.hazard = None
        case Resurged():
            state.resurged += 1
            state.drawn += 1
            state.hazard, state.hazard_at = event.hazard, event.at
        case TroopsGone():
            state.gone_at = event.at
            state.early, state.late = event.early, event.late
        case Accounted():
            state.accounts[event.about] = (event.how, event.eases)
        case _:
            raise TypeError(f"no event of the aftermath: {event}")
