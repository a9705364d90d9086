"""The airlift's part of the world: flights as records, and queues as lists of their ids."""

from dataclasses import dataclass, field

NEVER = 2**62

WAITING, LOADING, MENDING, READY = "waiting", "loading", "mending", "ready"
"""At the origin: for an aircraft and a crew, with one, for a repair, and for an hour to leave."""

FLYING, HOLDING, PARKED, BROKEN, RETURNING = "flying", "holding", "parked", "broken", "returning"
"""Over the way, over the airfield, on a stand, on it with a fault, and on the way back."""

DONE, CANCELLED = "done", "cancelled"

ON_STAND = (PARKED, BROKEN)
ALOFT = (FLYING, HOLDING, RETURNING)

IN, HOME, OUT = "in", "home", "out"
"""What a flight is for: to bring men in, to take them home, to take others out."""


@dataclass(slots=True)
class Sortie:
    """One flight from an origin to an airfield and back; times are seconds, -1 is not yet."""

    id: str
    number: int
    force: str
    aircraft: str
    origin: str
    airfield: str
    way: str
    men: int
    vehicles: int
    turn: float = 0.0
    entry: int = -1
    not_before: int = 0
    phase: str = WAITING
    due: int = NEVER
    stand: int = -1
    attempts: int = 0
    diversions: int = 0
    carried: bool = False
    loaded_at: int = -1
    ready_at: int = -1
    took_off_at: int = -1
    arrived_at: int = -1
    parked_at: int = -1
    unloaded_at: int = -1
    left_at: int = -1
    home_at: int = -1

    @property
    def cause(self) -> str:
        """The tasking that this flight belongs to, as a cause."""
        return f"event:{self.entry}"


@dataclass(slots=True)
class Tally:
    """What has come, by force: on the ground here, gone from here, and back home."""

    landed: tuple[int, int] = (0, 0)
    gone: tuple[int, int] = (0, 0)
    home: tuple[int, int] = (0, 0)
    booked: tuple[int, int] = (0, 0)
    landed_at: str = ""


@dataclass(slots=True)
class AirliftState:
    """Flights under way, flights over, queues over each airfield, and the orders in force."""

    sorties: dict[str, Sortie] = field(default_factory=dict)
    finished: dict[str, Sortie] = field(default_factory=dict)
    queues: dict[str, tuple[str, ...]] = field(default_factory=dict)
    tallies: dict[str, Tally] = field(default_factory=dict)
    wanted: dict[str, tuple[int, int]] = field(default_factory=dict)
    made: int = 0
    named: dict[str, int] = field(default_factory=dict)
    flights: int = 0
    flights_home: int = 0
    flights_out: int = 0
    evacuated: int = 0
    opens: int = -1
    size: tuple[int, int] = (0, 0)
    partners: float = -1.0
    sized: bool = False
    first: str = "usual"
    prefers: str = ""
    level: int = 0
    stands: dict[str, int] = field(default_factory=dict)
    captured: tuple[str, ...] = ()
    fogged: tuple[str, ...] = ()
    looked: int = -1
    last_left: int = -1
    all_in: bool = False
    cause: str = ""
    unloading: int = -1

    def tally(self, force: str) -> Tally:
        """The figures of a force, made when first needed."""
        return self.tallies.setdefault(force, Tally())

    def of(self, *phases: str) -> list[Sortie]:
        """Flights in any of these phases, oldest first."""
        return [s for s in self.sorties.values() if s.phase in phases]

    def on_stands(self, airfield: str) -> list[Sortie]:
        """Flights that hold a stand of an airfield."""
        return [s for s in self.of(*ON_STAND) if s.airfield == airfield]

    def inbound(self) -> list[Sortie]:
        """Flights that have men to bring and have not brought them."""
        return [s for s in self.sorties.values() if s.way == IN and not s.carried]
