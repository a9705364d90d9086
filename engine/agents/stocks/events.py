"""What happens to stocks, in tonnes. Arrays have one number a place, in the order of places."""

from dataclasses import dataclass

from engine.events import Event


@dataclass(frozen=True, slots=True)
class Stepped(Event):
    """An hour passed: lorries made their rounds and every place used what it uses.

    `stock` is what is left, `short` what was wanted in that hour and not there, `carried` what
    lorries brought (less what they took away).
    """

    at: int
    stock: tuple[float, ...]
    short: tuple[float, ...]
    carried: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Received(Event):
    """Goods were landed at `place` and are in its stock."""

    source: str
    amount: float


@dataclass(frozen=True, slots=True)
class Sent(Event):
    """A convoy left `place` by order, for `to`; it is there at `due`."""

    convoy: str
    destination: str
    wanted: float
    amount: float
    due: int


@dataclass(frozen=True, slots=True)
class Delivered(Event):
    """A convoy that was sent by order unloaded at `place`."""

    convoy: str
    amount: float


@dataclass(frozen=True, slots=True)
class RanDry(Event):
    """A place has nothing left."""


@dataclass(frozen=True, slots=True)
class Refilled(Event):
    """A place that had run dry has some again."""
