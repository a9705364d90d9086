"""What is left behind, and why. Times are seconds."""

from dataclasses import dataclass

from engine.events import Event


@dataclass(frozen=True, slots=True)
class Weighed(Event):
    """One reason why a stock of the aftermath moved: `what` moved `stock` by `amount`."""

    stock: str
    what: str
    amount: float


@dataclass(frozen=True, slots=True)
class Assessed(Event):
    """A day ended and was assessed.

    `men` are the foreign troops there and `best_stay` how many hours after order they had better
    go; `rate` is the rate at which unrest would come back just after order, per hour, and
    `hazard` what is left of the wait for it, None while order is not restored.
    """

    at: int
    men: float
    killed: float
    detained: float
    best_stay: float
    rate: float
    hazard: float | None


@dataclass(frozen=True, slots=True)
class OrderRestored(Event):
    """Fewer people are out than a small share of the peak; `hazard` fixes when that may end."""

    at: int
    rate: float
    hazard: float


@dataclass(frozen=True, slots=True)
class OrderLost(Event):
    """More people are out again than order allows."""

    at: int


@dataclass(frozen=True, slots=True)
class Resurged(Event):
    """New unrest begins at `place` after order was restored; `hazard` fixes the next."""

    at: int
    hazard: float


@dataclass(frozen=True, slots=True)
class TroopsGone(Event):
    """The last foreign troops left, after so many days.

    `early` is the chance of new unrest that their leaving adds, `late` the cost to sovereignty of
    the days after the best day to leave.
    """

    at: int
    days: float
    best_days: float
    early: float
    late: float


@dataclass(frozen=True, slots=True)
class Accounted(Event):
    """The government gave an account: of `about` (figures, inquiry or detainees), in this way."""

    about: str
    how: str
    eases: float
