"""The airlift as the seat was told of it: each flight with its times, each airfield's stands.

The board is told as one line (engine/agents/airlift/board.py) and holds what is under way; here it
is followed from telling to telling, so that a flight that has left is still known.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from statistics import median

from tui.picture.known import Known, in_words, once

READING, KIND = "board", "airlift"
MINUTE = 60
COMES, CIRCLES, STANDS, FAULT, GONE = "flying", "holding", "parked", "broken", "gone"
PARTS = 12


@dataclass(frozen=True, slots=True)
class Flight:
    """One flight; seconds since the start as far as they are known."""

    id: str
    phase: str
    way: str
    airfield: int | None
    stand: int | None
    men: int
    vehicles: int
    loads: int | None
    ready: int | None
    leaves: int | None
    arrives: int | None
    parks: int | None
    ends: int | None = None
    """When it had given its stand free, or turned back: found out by its being gone."""
    broke: int | None = None
    """When a fault on its stand was first told."""

    @property
    def title(self) -> str:
        """`Third brigade 4`."""
        force, _, number = self.id.rpartition("_")
        return f"{in_words(force)} {number}" if force else in_words(self.id)

    def short(self, width: int) -> str:
        """As much of the title as tells it from others in so many cells."""
        force, _, number = self.id.rpartition("_")
        names = (self.title, f"{force.rpartition('_')[2]} {number}", number)
        return next((name for name in names if len(name) <= width), "")

    @property
    def force(self) -> str:
        """Whose flight it is; all flights of a force begin at one place."""
        return self.id.rpartition("_")[0]

    @property
    def first(self) -> int:
        """The first second that is known of it."""
        known = (self.loads, self.leaves, self.arrives, self.parks)
        return min((at for at in known if at is not None), default=0)

    @property
    def over(self) -> bool:
        """Whether it has left again."""
        return self.phase == GONE


@dataclass(frozen=True, slots=True)
class Airfield:
    """An airfield; `closed` are spans of seconds in which it was told to be closed."""

    id: str
    title: str
    stands: int
    open: bool
    closed: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Waiting:
    """Flights of a force that have not left: by where they are, how many."""

    title: str
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Lift:
    """All of it, as of one second."""

    as_of: int
    airfields: tuple[Airfield, ...] = ()
    flights: tuple[Flight, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    takes: dict[str, int] = field(default_factory=dict)
    """Seconds on the way by force, and on a stand under the empty name: medians so far."""


def is_board(key: str) -> bool:
    """Whether a reading is told as a board, and not as a figure."""
    return key.partition(".")[2] == READING


def board_key(known: Known) -> str | None:
    """The reading that tells of flights one by one; None where the seat is told of none."""
    told = known.scene.told
    return next((key for key in told if is_board(key) and told[key].kind == KIND), None)


def lift(known: Known) -> Lift | None:
    """The airlift as last told; None where nothing was told of it yet."""
    return next(iter(_lifts(known)), None)


@once
def _lifts(known: Known) -> list[Lift]:
    key = board_key(known)
    points = () if key is None else known.history.of(key)
    flights: dict[str, Flight] = {}
    shut: dict[str, list[tuple[int, int]]] = {}
    since = -1
    rows: list[list[str]] = []
    ends = [point.since for point in points[1:]]
    for number, point in enumerate(points):
        text = point.values[0] if point.values else None
        at = max(point.as_of, default=point.since)
        rows = [each.split(",") for each in text.split(";")] if isinstance(text, str) else []
        _follow(flights, rows, point.since)
        for name, _, open_ in (row for row in rows if row[0][:1] == "="):
            if open_ == "0":
                until = ends[number] if number < len(ends) else at
                shut.setdefault(name[1:], []).append((point.since, until))
        since = at
    if not flights and not any(row[0][:1] == "+" for row in rows):
        return []
    found = tuple(flights.values())
    return [Lift(since, _airfields(known, rows, shut), found, _waiting(rows), _takes(found))]


def _follow(flights: dict[str, Flight], rows: Sequence[Sequence[str]], at: int) -> None:
    here = {row[0]: _flight(row) for row in rows if len(row) == PARTS}
    for id, each in here.items():
        if each.phase == FAULT:
            before = flights.get(id)
            told = before.broke if before is not None and before.phase == FAULT else None
            here[id] = replace(each, broke=at if told is None else told)
    for id, before in flights.items():
        if id not in here and not before.over:
            flights[id] = replace(before, phase=GONE, ends=at)
    flights |= here


def _flight(row: Sequence[str]) -> Flight:
    id, phase, way, airfield, stand, men, vehicles, *minutes = row
    times: list[int | None] = []
    before = 0
    for text in minutes:
        before += int(text) if text else 0
        times.append(before * MINUTE if text else None)
    loads, ready, leaves, arrives, parks = times
    return Flight(
        id, phase, way, int(airfield) if airfield else None, int(stand) if stand else None,
        int(men), int(vehicles), loads, ready, leaves, arrives, parks,
    )  # fmt: skip


def _airfields(
    known: Known, rows: Sequence[Sequence[str]], shut: dict[str, list[tuple[int, int]]]
) -> tuple[Airfield, ...]:
    sites = {site.id: site.title for site in known.scene.sites}
    return tuple(
        Airfield(
            row[0][1:], sites.get(row[0][1:]) or known.title(row[0][1:]), int(row[1]),
            row[2] == "1", tuple(shut.get(row[0][1:], ())),
        )
        for row in rows if row[0][:1] == "="
    )  # fmt: skip


def _waiting(rows: Sequence[Sequence[str]]) -> tuple[Waiting, ...]:
    found: dict[str, list[tuple[str, int]]] = {}
    for row in rows:
        if row[0][:1] == "+":
            found.setdefault(row[0][1:], []).append((row[1], int(row[2])))
    return tuple(Waiting(in_words(name), tuple(counts)) for name, counts in found.items())


def _takes(flights: Sequence[Flight]) -> dict[str, int]:
    """How long ways and stops took so far, which is all that anybody can expect from."""
    ways: dict[str, list[int]] = {}
    stops: list[int] = []
    for each in flights:
        if each.leaves is not None and each.arrives is not None:
            ways.setdefault(each.force, []).append(each.arrives - each.leaves)
        if each.parks is not None and each.ends is not None:
            stops.append(each.ends - each.parks)
    found = {force: round(median(values)) for force, values in ways.items()}
    return found | ({"": round(median(stops))} if stops else {})


def due(found: Lift, flight: Flight) -> int | None:
    """When a flight that is on the way may land, by others of its force; None: nobody can say."""
    takes = found.takes.get(flight.force)
    if flight.phase != COMES or flight.leaves is None or takes is None:
        return None
    return max(flight.leaves + takes, found.as_of)


def under_way(found: Lift) -> Iterator[Flight]:
    """Flights that have not left again."""
    return (each for each in found.flights if not each.over)
