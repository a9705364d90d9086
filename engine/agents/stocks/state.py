"""Stocks by place, convoys on the road, and what each event does to them."""

from dataclasses import dataclass, field

from engine.agents.stocks.events import Delivered, RanDry, Received, Refilled, Sent, Stepped
from engine.events import Event
from engine.kinds import Seconds


@dataclass(slots=True)
class Convoy:
    """Goods on the road by order."""

    id: str
    destination: str
    amount: float
    due: Seconds
    cause: str


@dataclass(slots=True)
class StocksState:
    """One number a place, in tonnes. `booked` is what was taken over from each source so far."""

    places: tuple[str, ...]
    stock: list[float]
    short: list[float]
    at: Seconds = 0
    sent: int = 0
    dry: list[str] = field(default_factory=list)
    convoys: dict[str, Convoy] = field(default_factory=dict)
    booked: dict[str, list[float]] = field(default_factory=dict)


def apply(state: StocksState, event: Event) -> None:
    """Write one event of an agent that keeps stocks into its own part of the world."""
    match event:
        case Stepped():
            state.at = event.at
            state.stock = list(event.stock)
            state.short = [s + more for s, more in zip(state.short, event.short, strict=True)]
        case Received():
            _add(state, event.place, event.amount)
            booked = state.booked.setdefault(event.source, [0.0] * len(state.places))
            booked[state.places.index(event.place)] += event.amount
        case Sent():
            _add(state, event.place, -event.amount)
            state.sent += 1
            state.convoys[event.convoy] = Convoy(
                event.convoy, event.destination, event.amount, event.due, event.cause
            )
        case Delivered():
            _add(state, event.place, event.amount)
            del state.convoys[event.convoy]
        case RanDry():
            state.dry.append(event.place)
        case Refilled():
            state.dry.remove(event.place)
        case _:
            raise TypeError(f"no event of stocks: {event}")


def _add(state: StocksState, place: str, amount: float) -> None:
    state.stock[state.places.index(place)] += amount
