"""What happens on an air bridge. `at`, `until` and `loads_from` are seconds since the start."""

from dataclasses import dataclass

from engine.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class SizeSet(Event):
    """Somebody with the say set how many men and vehicles go, and the partners' share of them.

    `partners` below 0 leaves the mix of forces as it stands.
    """

    men: int
    vehicles: int
    partners: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Tasked(Event):
    """Flights were ordered for a force; its first loads on at `loads_from`.

    `sorties` are tuples of id, men, vehicles and turn (lower loads earlier, from 0 to 1). `way` is
    `in`, `home` or `out`. `wanted` is what the whole force shall bring: men and vehicles. `entry`
    is this event's own number in the journal.
    """

    force: str
    aircraft: str
    origin: str
    airfield: str
    way: str
    sorties: tuple[tuple[str, int, int, float], ...]
    loads_from: int
    wanted: tuple[int, int]
    entry: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancelled(Event):
    """Flights that had not begun to load will not go."""

    force: str
    sorties: tuple[str, ...]
    wanted: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Loading(Event):
    """An aircraft takes on its load at its origin; a fault, if any, is mended within that time."""

    sortie: str
    at: int
    origin: str
    until: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready(Event):
    """A loaded aircraft waits for an hour at which a stand will be free."""

    sortie: str
    at: int
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TookOff(Event):
    """An aircraft left its origin for an airfield; it arrives at `until`."""

    sortie: str
    at: int
    force: str
    airfield: str
    way: str
    until: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived(Event):
    """An aircraft is over the airfield; without a stand it may circle until `until`."""

    sortie: str
    at: int
    airfield: str
    until: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Parked(Event):
    """An aircraft took a stand, and needs it until `until`."""

    sortie: str
    at: int
    airfield: str
    stand: int
    until: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Unloaded(Event):
    """Men and vehicles are on the ground at an airfield; the aircraft leaves or is mended."""

    sortie: str
    at: int
    force: str
    men: int
    vehicles: int
    airfield: str
    entry: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Boarded(Event):
    """Men and vehicles, or people flown out, are aboard to leave the country."""

    sortie: str
    at: int
    force: str
    way: str
    men: int
    vehicles: int
    airfield: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokeDown(Event):
    """A fault keeps an aircraft where it is until `until`: at an origin, or on a stand."""

    sortie: str
    at: int
    where: str
    until: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Diverted(Event):
    """An aircraft could not land in time and went to another airfield, or back with its load."""

    sortie: str
    at: int
    airfield: str
    target: str
    until: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Left(Event):
    """An aircraft gave its stand free and flies to its origin, where it arrives at `until`."""

    sortie: str
    at: int
    force: str
    airfield: str
    way: str
    until: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Home(Event):
    """An aircraft is back at its origin and free for another load.

    `men` and `vehicles` are those it brought home; `reloaded` says that it brought its load back
    undelivered, and must take it again.
    """

    sortie: str
    at: int
    force: str
    way: str
    men: int
    vehicles: int
    reloaded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AirfieldTurned(Event):
    """An airfield opened or closed, by `weather` or by `capture`."""

    airfield: str
    open: bool
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StandsSet(Event):
    """Stands of an airfield were opened or closed by order; `number` are now in use."""

    airfield: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderSet(Event):
    """Who loads first, and to which airfield, if one is named."""

    first: str
    airfield: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeSet(Event):
    """Crews and men were put on notice: the higher the level, the sooner the first take-off."""

    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HourLooked(Event):
    """The weather of an hour was looked at; nothing turned."""

    hour: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered(Event):
    """The last man and vehicle tasked so far is on the ground."""

    men: int
    vehicles: int
