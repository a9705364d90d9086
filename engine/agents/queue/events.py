"""What happens to the ships of a queue. Times are seconds of the game."""

from dataclasses import dataclass

from engine.events import Event


@dataclass(frozen=True, slots=True)
class RateChanged(Event):
    """Ships now come at `per_hour`; `hazard` is what is left of the wait for the next one."""

    at: int
    per_hour: float
    hazard: float


@dataclass(frozen=True, slots=True)
class Arrived(Event):
    """A ship came and lies at anchor, bound for `place`.

    `hazard` fixes when the next one comes; a ship sent for by somebody leaves that as it is.
    `known_as` is this line's own number in the journal, which what becomes of her gives as cause.
    """

    at: int
    ship: str
    known_as: str
    hazard: float | None = None


@dataclass(frozen=True, slots=True)
class Diverted(Event):
    """A waiting ship was sent to unload at `place` instead."""

    ship: str
    bound_before: str


@dataclass(frozen=True, slots=True)
class Berthed(Event):
    """A ship took a stand at `place`.

    `work` is the time she needs at the usual pace, in seconds. If her gear will break, `rest` is
    the work that will be left then, and `repair` how long she is held; both are 0 if it holds.
    """

    at: int
    ship: str
    work: int
    rest: int = 0
    repair: int = 0


@dataclass(frozen=True, slots=True)
class BrokeDown(Event):
    """A ship's gear broke while she unloaded; she holds her stand until `until` and goes on."""

    at: int
    ship: str
    until: int


@dataclass(frozen=True, slots=True)
class Mended(Event):
    """A ship that had broken down unloads again."""

    at: int
    ship: str


@dataclass(frozen=True, slots=True)
class Landed(Event):
    """A ship was emptied and left her stand; `goods` says what went to whose stocks at `place`."""

    ship: str
    goods: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Credited(Event):
    """The landing with this number in the journal may be booked by those it was for."""

    landing: int


@dataclass(frozen=True, slots=True)
class PaceSet(Event):
    """Work at the stands of `place` goes `times` as fast as usual until `until`."""

    at: int
    times: float
    until: int


@dataclass(frozen=True, slots=True)
class PaceEnded(Event):
    """Work at the stands of `place` goes at the usual pace again."""

    at: int
